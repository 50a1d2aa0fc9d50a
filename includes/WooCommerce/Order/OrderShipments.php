<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderDelivery;

/** How an order is shipped, and the period that it pays for. */
final class OrderShipments {

	/** WooCommerce's own summary of an order's fulfilments. */
	private const FULFILMENT_META = '_fulfillment_status';

	public function __construct(
		private readonly Parcels $parcels,
		private readonly SubscriptionPeriod $period,
		private readonly SoldProducts $products = new SoldProducts(),
	) {}

	public function delivery( \WC_Order $order ): OrderDelivery {
		[ $start, $end ] = $this->period->period( $order );
		$completed       = $order->get_date_completed( 'edit' );
		return new OrderDelivery(
			method: $order->get_shipping_method(),
			shipments: $this->parcels->parcels( $order ),
			is_fulfilled: $this->is_all_sent( $order ),
			weight: $this->weight( $order ),
			service_start: $start,
			service_end: $end,
			completed_on: $completed === null ? '' : (string) wp_date( 'Y-m-d', $completed->getTimestamp() ),
			methods: ShippingMethods::of( $order )
		);
	}

	/** Whether the order is on its way, and nothing else: asked while an order is saved. */
	public function signs( \WC_Order $order ): OrderDelivery {
		return new OrderDelivery(
			shipments: $this->parcels->parcels( $order ),
			is_fulfilled: $this->is_all_sent( $order )
		);
	}

	/** Shiptastic writes words of its own into WooCommerce's summary. */
	private function is_all_sent( \WC_Order $order ): bool {
		$shiptastic = function_exists( 'wc_stc_get_shipment_order' ) ? wc_stc_get_shipment_order( $order ) : null;
		return $order->get_meta( self::FULFILMENT_META ) === 'fulfilled'
			|| (
				is_object( $shiptastic )
				&& is_callable( [ $shiptastic, 'is_shipped' ] )
				&& $shiptastic->is_shipped() === true
			);
	}

	/** Grams. Null when a product that travels has none, or was deleted: half a weight is none. */
	private function weight( \WC_Order $order ): ?Decimal {
		$weight = Decimal::zero();
		foreach ( $order->get_items() as $item ) {
			$product = $item instanceof \WC_Order_Item_Product ? $this->products->product( $item ) : null;
			if ( $product !== null && $product->is_virtual() ) {
				continue;
			}
			$own = $product === null ? '' : $product->get_weight();
			if ( ! is_numeric( $own ) ) {
				return null;
			}
			$weight = $weight->plus(
				Stored::decimal( wc_get_weight( (float) $own, 'g' ) )->times( Stored::decimal( $item->get_quantity() ) )
			);
		}
		return $weight->is_positive() ? $weight : null;
	}
}
