import { dateI18n } from '@wordpress/date';
import { syncOrder } from '../../../api/actEndpoints';
import type { Kind, Settings } from '../../../generated/schemas';
import type { DryDocument, DryOrder } from '../orders/dryRun';
import { useWalk, type Walk } from '../orders/useWalk';

/** A document whose moment passed before its kind was switched on: nothing will make it by itself. */
export type Missed = { order: DryOrder; kind: DryDocument[ 'kind' ] };

/** The day in the shop's time zone, as start dates are. */
const dayOf = ( time: string ): string => dateI18n( 'Y-m-d', time );

/** Oldest first, so that numbers follow the orders; of one order what others are made from comes first. */
export const missedOf = ( orders: DryOrder[], settings: Settings ): Missed[] =>
	[ ...orders ]
		.reverse()
		.flatMap( ( order ) =>
			order.documents
				.filter(
					( { kind, outcome } ) =>
						outcome === 'made' &&
						isSince( settings[ kind ], order.created_at )
				)
				.map( ( { kind } ) => ( { order, kind } ) )
		);

const isSince = (
	{ start_date: start }: Settings[ Kind ],
	time: string
): boolean => start !== '' && dayOf( time ) >= start;

export const ordersOf = ( missed: Missed[] ): number =>
	new Set( missed.map( ( { order } ) => order.id ) ).size;

export type CaughtUp = { left: Missed[]; made: number; others: number };

/** One request for each document, one after the other. */
export function useCatchUp(): {
	walk: Walk< CaughtUp >;
	start: ( missed: Missed[] ) => void;
	resume: () => void;
} {
	const { walk, start } = useWalk< CaughtUp >();
	return {
		walk,
		start: ( missed ) =>
			start( { left: missed, made: 0, others: 0 }, nextDocument ),
		resume: () => {
			if ( walk.status === 'failed' ) {
				start( walk.data, nextDocument );
			}
		},
	};
}

async function nextDocument( { left, made, others }: CaughtUp ) {
	const [ first, ...rest ] = left;
	if ( first === undefined ) {
		return { data: { left, made, others }, isLast: true };
	}
	const { state } = await syncOrder( first.order.id, {
		document: first.kind,
	} );
	return {
		data: {
			left: rest,
			made: made + ( state === 'done' ? 1 : 0 ),
			others: others + ( state === 'done' ? 0 : 1 ),
		},
		isLast: rest.length === 0,
	};
}
