import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getHistoryOrder } from '../../../../api/historyEndpoints';
import { useResource } from '../../../../api/useResource';
import { ResourceView } from '../../../../components/ResourceView';
import type { HistoryOrder } from '../../../../generated/schemas';
import { isFiltered, orderNumberOf, type Place } from '../place';

/** An order without a document has no row: who looks for one by its number is told so. */
export function Nothing( { place }: { place: Place } ) {
	const number = orderNumberOf( place );
	return (
		<div className="orderinvoicer-tasks__empty">
			{ number === null ? (
				<p>{ nothingText( place ) }</p>
			) : (
				<Looked key={ number } number={ number } place={ place } />
			) }
		</div>
	);
}

function Looked( { number, place }: { number: string; place: Place } ) {
	const load = useCallback(
		( signal: AbortSignal ) => getHistoryOrder( number, signal ),
		[ number ]
	);
	return (
		<ResourceView
			view={ useResource( load ) }
			loadingLabel={ __( 'Looking for the order…', 'orderinvoicer' ) }
		>
			{ ( { order, waits } ) =>
				order ? (
					<Without order={ order } waits={ waits } />
				) : (
					<p>{ nothingText( place ) }</p>
				)
			}
		</ResourceView>
	);
}

type WithoutProps = {
	order: NonNullable< HistoryOrder[ 'order' ] >;
	waits: string;
};

const Without = ( {
	order: { number, edit_url: href },
	waits,
}: WithoutProps ) => (
	<p>
		{ sprintf(
			/* translators: %s: number of an order. */
			__( 'Order %s exists, but has no document.', 'orderinvoicer' ),
			number
		) }{ ' ' }
		{ waits && `${ waits }. ` }
		<a href={ href }>
			{ sprintf(
				/* translators: %s: number of an order. */
				__( 'Open order %s', 'orderinvoicer' ),
				number
			) }
		</a>
	</p>
);

const nothingText = ( place: Place ): string =>
	isFiltered( place )
		? __( 'No order fits. Clear the filters to see all.', 'orderinvoicer' )
		: __(
				'Your invoices will appear here with the first order.',
				'orderinvoicer'
			);
