import { __, sprintf } from '@wordpress/i18n';
import type {
	DocumentState,
	Kind,
	Settings,
	ShippedSigns,
	Shop,
} from '../../../generated/schemas';
import { enabledKinds, KIND_FACTS } from '../../settings/kinds';

type Rules = Settings[ 'states' ];

/** In place of a status: by the shop's own signs of it (`Domain\Settings\StateRule`). */
export const SHIPPED = 'shipped';

export type StatusRow = { status: string; label: string };

/** A status that is set but no longer there is still shown. */
export function statusRows(
	statuses: Shop[ 'order_statuses' ],
	rules: Rules
): StatusRow[] {
	const known = [
		// A status of that name means the signs as well.
		...statuses
			.filter( ( { slug } ) => slug !== SHIPPED )
			.map( ( { slug, label } ) => ( { status: slug, label } ) ),
		{
			status: SHIPPED,
			label: __( 'Shipped, by the signs above', 'orderinvoicer' ),
		},
	];
	const gone = new Set(
		rules
			.map( ( { status } ) => status )
			.filter(
				( status ) => ! known.some( ( row ) => row.status === status )
			)
	);
	return [
		...known,
		...[ ...gone ].map( ( status ) => ( { status, label: status } ) ),
	];
}

/** An order comes into a status, and its document moves along. */
export type Rule = Rules[ number ];

/** Of two rules for one document in one status only one can hold. */
export const isSameMoment = ( a: Rule, b: Rule ): boolean =>
	a.kind === b.kind && a.status === b.status;

/** What every shop has from the start; where it does nothing, it is not talked about. */
const FINAL_FROM_THE_START = 'completed';

/**
 * Those that a sentence is made of: their document is made in this shop, and something moves. An invoice or a credit
 * note never goes back to its draft.
 */
export const isTold = ( settings: Settings, rule: Rule ): boolean =>
	settings[ rule.kind ].enabled &&
	rule.state in HAPPENS[ rule.kind ] &&
	( isActing( settings, rule ) || rule.status !== FINAL_FROM_THE_START );

/** It may become final with the status of the order only where that was chosen for it, or for a rule of it. */
export const isActing = (
	settings: Settings,
	{ kind, state }: Pick< Rule, 'kind' | 'state' >
): boolean =>
	state !== 'finalised' ||
	[ settings[ kind ], ...settings[ kind ].rules ].some(
		( { finalise } ) => finalise === 'mapping'
	);

export type Happening = Pick< Rule, 'kind' | 'state' >;

/** Sellsy moves these through its older API only: API v2 has a status of estimates, and makes others final. */
export const isMovedByV1 = ( kind: Kind ): boolean =>
	kind !== 'estimate' && ! KIND_FACTS[ kind ].isValidated;

/** What can happen to the documents of this shop, the likeliest first. `hasV1`: null is not known. */
export const happenings = (
	settings: Settings,
	hasV1: boolean | null
): Happening[] =>
	enabledKinds( settings )
		.filter( ( kind ) => hasV1 !== false || ! isMovedByV1( kind ) )
		.flatMap( ( kind ) =>
			KIND_FACTS[ kind ].states
				.filter( ( state ) => state in HAPPENS[ kind ] )
				.map( ( state ) => ( { kind, state } ) )
		)
		.filter( ( happening ) => isActing( settings, happening ) );

/** A sentence that nobody has made yet; null: each is there. */
export const newRule = (
	rows: StatusRow[],
	possible: Happening[],
	rules: Rules
): Rule | null =>
	rows
		.flatMap( ( { status } ) =>
			possible.map( ( happening ) => ( { ...happening, status } ) )
		)
		.find( ( rule ) => ! rules.some( isSameAs( rule ) ) ) ?? null;

const isSameAs = ( rule: Rule ) => ( other: Rule ) =>
	isSameMoment( rule, other );

export const withoutRuleAt = ( rules: Rules, at: number ): Rules =>
	rules.filter( ( _, place ) => place !== at );

/** At this place, instead of any other for the same document in the same status. */
export function withRule(
	rules: Rules,
	at: number,
	rule: Rule
): { rules: Rules; at: number } {
	const isOther = ( other: Rule ) => ! isSameMoment( other, rule );
	const before = rules.slice( 0, at ).filter( isOther );
	const after = rules.slice( at ).filter( isOther );
	return { rules: [ ...before, rule, ...after ], at: before.length };
}

export type SignRow = { value: string; label: string };

/** What is set but no longer found in the shop is still shown. */
export function signRows(
	{ signs }: ShippedSigns,
	set: Settings[ 'shipped' ]
): SignRow[] {
	const gone = set.filter(
		( value ) => ! signs.some( ( sign ) => sign.value === value )
	);
	return [
		...signs,
		...gone.map( ( value ) => ( { value, label: value } ) ),
	];
}

export const withSign = (
	set: Settings[ 'shipped' ],
	value: string,
	isSet: boolean
): Settings[ 'shipped' ] => [
	...set.filter( ( one ) => one !== value ),
	...( isSet ? [ value ] : [] ),
];

/** By kind and state, because languages agree with what they speak of; what is not here never happens. */
const HAPPENS: Record<
	Kind,
	Partial< Record< DocumentState, () => string > >
> = {
	estimate: {
		draft: () => __( 'its estimate is a draft again', 'orderinvoicer' ),
		sent: () => __( 'its estimate is marked as sent', 'orderinvoicer' ),
		cancelled: () => __( 'its estimate is cancelled', 'orderinvoicer' ),
	},
	order: {
		draft: () => __( 'its sales order is a draft again', 'orderinvoicer' ),
		sent: () => __( 'its sales order is marked as sent', 'orderinvoicer' ),
		shipped: () =>
			__( 'its sales order is marked as shipped', 'orderinvoicer' ),
		cancelled: () => __( 'its sales order is cancelled', 'orderinvoicer' ),
	},
	delivery: {
		draft: () =>
			__( 'its delivery note is a draft again', 'orderinvoicer' ),
		sent: () =>
			__( 'its delivery note is marked as sent', 'orderinvoicer' ),
		shipped: () =>
			__( 'its delivery note is marked as shipped', 'orderinvoicer' ),
	},
	proforma: {
		draft: () => __( 'its proforma is a draft again', 'orderinvoicer' ),
		sent: () => __( 'its proforma is marked as sent', 'orderinvoicer' ),
		cancelled: () => __( 'its proforma is cancelled', 'orderinvoicer' ),
	},
	invoice: {
		finalised: () => __( 'its invoice becomes final', 'orderinvoicer' ),
	},
	creditnote: {
		finalised: () => __( 'its credit note becomes final', 'orderinvoicer' ),
	},
};

export const happeningText = ( { kind, state }: Happening ): string =>
	HAPPENS[ kind ][ state ]?.() ?? state;

export const sentenceOf = ( rule: Rule, rows: StatusRow[] ): string =>
	rule.status === SHIPPED
		? sprintf(
				/* translators: %s: such as "its delivery note is marked as shipped". */
				__(
					'When an order is shipped, by the signs above, %s.',
					'orderinvoicer'
				),
				happeningText( rule )
			)
		: sprintf(
				/* translators: 1: status of an order, 2: such as "its delivery note is marked as shipped". */
				__( 'When an order becomes “%1$s”, %2$s.', 'orderinvoicer' ),
				rows.find( ( { status } ) => status === rule.status )?.label ??
					rule.status,
				happeningText( rule )
			);
