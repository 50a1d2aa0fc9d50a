import { Suspense } from '@wordpress/element';
import { fetched } from '../../components/fetched';
import { byKind, KIND_FACTS, KINDS } from '../../generated/facts';
import { isUsual } from '../settings/usual';
import type { SettingsForm } from '../settings/useSettings';

const Lines = fetched( async () => {
	const { AnsweredLines } = await import(
		/* webpackChunkName: "find-setting" */ './AnsweredLines'
	);
	return AnsweredLines;
} );

type AnsweredProps = { form: SettingsForm; names: readonly string[] };

/** Settings without a field: most shops never see this. */
export function Answered( { form, names }: AnsweredProps ) {
	const departing = names.filter( ( name ) => ! isUsual( form.value, name ) );
	return departing.length === 0 ? null : (
		<Suspense fallback={ null }>
			<Lines form={ form } names={ departing } />
		</Suspense>
	);
}

const ofKinds = byKind( ( kind ) => [
	...( KIND_FACTS[ kind ].isValidated ? [] : [ `${ kind }.finalise` ] ),
	...( kind === 'invoice' ? [] : [ `${ kind }.payment_term_id` ] ),
	...( KIND_FACTS[ kind ].needsV1 ? [ `${ kind }.model_id` ] : [] ),
	...( kind === 'creditnote' ? [ `${ kind }.trigger` ] : [] ),
] );

/** Nothing acts on these. */
export const WITHOUT_EFFECT: readonly string[] = KINDS.flatMap(
	( kind ) => ofKinds[ kind ]
);
