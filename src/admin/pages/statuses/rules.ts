import { __, _x } from '@wordpress/i18n';
import type {
	DocumentState,
	Kind,
	Settings,
	ShippedSigns,
	Shop,
} from '../../../generated/schemas';

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

export const stateOf = (
	rules: Rules,
	kind: Kind,
	status: string
): DocumentState | null =>
	rules.find( ( rule ) => rule.kind === kind && rule.status === status )
		?.state ?? null;

export const withState = (
	rules: Rules,
	kind: Kind,
	status: string,
	state: DocumentState | null
): Rules => [
	...rules.filter( ( rule ) => rule.kind !== kind || rule.status !== status ),
	...( state === null ? [] : [ { kind, status, state } ] ),
];

export type SignRow = { value: string; label: string; isSet: boolean };

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
	].map( ( sign ) => ( { ...sign, isSet: set.includes( sign.value ) } ) );
}

export const withSign = (
	set: Settings[ 'shipped' ],
	value: string,
	isSet: boolean
): Settings[ 'shipped' ] => [
	...set.filter( ( one ) => one !== value ),
	...( isSet ? [ value ] : [] ),
];

export function documentStateWord( state: DocumentState ): string {
	switch ( state ) {
		case 'draft':
			return __( 'Draft', 'orderinvoicer' );
		case 'sent':
			return __( 'Sent', 'orderinvoicer' );
		case 'shipped':
			return _x( 'Shipped', 'document', 'orderinvoicer' );
		case 'finalised':
			return __( 'Final', 'orderinvoicer' );
		case 'cancelled':
			return __( 'Cancelled', 'orderinvoicer' );
	}
}
