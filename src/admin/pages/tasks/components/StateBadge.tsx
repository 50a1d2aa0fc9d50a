import { stateWord } from '../../../../i18n/words';
import type { TaskState } from '../../../../generated/schemas';

export function StateBadge( { state }: { state: TaskState } ) {
	return (
		<span className={ `orderinvoicer-badge is-${ state }` }>
			{ stateWord( state ) }
		</span>
	);
}
