import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../api/useResource';
import { formatCount, formatTimeDay } from '../../i18n/format';
import type { OrderUsage } from '../../generated/schemas';

/** Undefined where it is not known; zero for what is not named. */
export const countedOrders = (
	{ resource }: View< OrderUsage >,
	count: ( usage: OrderUsage ) => number | undefined
): number | undefined =>
	resource.status === 'ready' && resource.data.orders !== null
		? ( count( resource.data ) ?? 0 )
		: undefined;

type OrdersCountProps = {
	usage: View< OrderUsage >;
	/** Of what was counted; what is not named there is used by none. */
	count: ( usage: OrderUsage ) => number | undefined;
};

/** Zero is only said where it was counted. */
export function OrdersCount( {
	usage: { resource },
	count,
}: OrdersCountProps ) {
	if ( resource.status === 'loading' ) {
		return (
			<span className="orderinvoicer-muted">
				{ __( 'Counting…', 'orderinvoicer' ) }
			</span>
		);
	}
	if ( resource.status === 'error' || resource.data.orders === null ) {
		return (
			<span className="orderinvoicer-muted">
				{ __( 'Not known', 'orderinvoicer' ) }
			</span>
		);
	}
	return <>{ formatCount( count( resource.data ) ?? 0 ) }</>;
}

/** What the numbers of orders count. */
export function UsageNote( { usage }: { usage: View< OrderUsage > } ) {
	const { resource, reload } = usage;
	if ( resource.status === 'loading' ) {
		return (
			<p className="orderinvoicer-muted">
				{ __( 'Counting the orders…', 'orderinvoicer' ) }
			</p>
		);
	}
	if ( resource.status === 'error' ) {
		return (
			<p className="orderinvoicer-muted">
				{ sprintf(
					/* translators: %s: why. */
					__(
						'The orders could not be counted: %s',
						'orderinvoicer'
					),
					resource.error.message
				) }{ ' ' }
				<Button variant="link" onClick={ reload }>
					{ __( 'Try again', 'orderinvoicer' ) }
				</Button>
			</p>
		);
	}
	return (
		<p className="orderinvoicer-muted">{ countedText( resource.data ) }</p>
	);
}

function countedText( { orders, is_cut: isCut, since }: OrderUsage ): string {
	if ( orders === null ) {
		return __(
			'The orders of this shop cannot be counted here.',
			'orderinvoicer'
		);
	}
	if ( isCut ) {
		return sprintf(
			/* translators: %s: number of orders. */
			__(
				'Counted: the latest %s orders sold. Those unpaid, cancelled or failed do not count.',
				'orderinvoicer'
			),
			formatCount( orders )
		);
	}
	const day = formatTimeDay( since );
	return orders === 0
		? sprintf(
				/* translators: %s: day. */
				__(
					'No order was sold since %s. Those unpaid, cancelled or failed do not count.',
					'orderinvoicer'
				),
				day
			)
		: sprintf(
				/* translators: 1: number of orders, 2: day. */
				_n(
					'Counted: %1$s order sold since %2$s. Those unpaid, cancelled or failed do not count.',
					'Counted: %1$s orders sold since %2$s. Those unpaid, cancelled or failed do not count.',
					orders,
					'orderinvoicer'
				),
				formatCount( orders ),
				day
			);
}
