import { stateWord } from '../../../../i18n/words';
import type { SyncState } from '../../../../schemas/syncs';

export function StateBadge( { state }: { state: SyncState } ) {
	return (
		<span className={ `orderinvoicer-badge is-${ state }` }>
			{ stateWord( state ) }
		</span>
	);
}
