import { __ } from '@wordpress/i18n';
import { KINDS_OF_ORDERS } from '../../../generated/facts';
import type {
	BackfillRequest,
	Settings,
	Shop,
} from '../../../generated/schemas';

export type Choice = BackfillRequest;
export type FilledKind = Choice[ 'kinds' ][ number ];

/** Credit notes follow refunds. */
export const FILLED_KINDS: readonly FilledKind[] = KINDS_OF_ORDERS;

/** Nothing was sold, or no longer (`Domain\FollowUps\WorkflowSelector`). */
const NOT_SOLD: readonly string[] = [
	'auto-draft',
	'checkout-draft',
	'draft',
	'trash',
	'pending',
	'failed',
	'cancelled',
];

export const soldStatuses = ( {
	order_statuses: statuses,
}: Shop ): Shop[ 'order_statuses' ] =>
	statuses.filter( ( { slug } ) => ! NOT_SOLD.includes( slug ) );

/** Orders of before the first day that the settings look after. */
export function firstChoice( settings: Settings, shop: Shop ): Choice {
	const enabled = FILLED_KINDS.filter( ( kind ) => settings[ kind ].enabled );
	const kinds: FilledKind[] = enabled.length > 0 ? enabled : [ 'invoice' ];
	const starts = kinds.map( ( kind ) => settings[ kind ].start_date ).sort();
	return {
		from: '',
		to: starts[ 0 ] ?? '',
		statuses: soldStatuses( shop )
			.map( ( { slug } ) => slug )
			.filter( ( slug ) => slug === 'completed' ),
		kinds,
		drafts: true,
	};
}

/** What is still to be chosen; null when nothing is. */
export function missingOf( choice: Choice ): string | null {
	if ( choice.from === '' || choice.to === '' ) {
		return __( 'Choose both days first.', 'orderinvoicer' );
	}
	if ( choice.from > choice.to ) {
		return __( 'The first day lies after the last one.', 'orderinvoicer' );
	}
	if ( choice.statuses.length === 0 ) {
		return __( 'Choose at least one order status.', 'orderinvoicer' );
	}
	return choice.kinds.length === 0
		? __( 'Choose at least one kind of document.', 'orderinvoicer' )
		: null;
}

export const toggled = < T >(
	all: readonly T[],
	one: T,
	isChosen: boolean
): T[] => [
	...all.filter( ( other ) => other !== one ),
	...( isChosen ? [ one ] : [] ),
];
