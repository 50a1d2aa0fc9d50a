<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderDelivery;

defined( 'ABSPATH' ) || exit;

/** How an order travels, and the period that it pays for. */
final class OrderShipments {

	/** WooCommerce's own summary of an order's fulfilments. */
	private const FULFILMENT_META = '_fulfillment_status';

	public function __construct( private readonly Parcels $parcels ) {}

	public function of( \WC_Order $order ): OrderDelivery {
		[ $start, $end ] = $this->period( $order );
		return new OrderDelivery(
			$order->get_shipping_method(),
			$this->parcels->of( $order ),
			$order->get_meta( self::FULFILMENT_META ) === 'fulfilled',
			$this->weight( $order ),
			$start,
			$end
		);
	}

	/** Grams. Null when a product that travels has none, or was deleted: half a weight is none. */
	private function weight( \WC_Order $order ): ?Decimal {
		$weight = Decimal::zero();
		foreach ( $order->get_items() as $item ) {
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : false;
			if ( $product instanceof \WC_Product && $product->is_virtual() ) {
				continue;
			}
			$own = $product instanceof \WC_Product ? $product->get_weight() : '';
			if ( ! is_numeric( $own ) ) {
				return null;
			}
			$weight = $weight->plus( Stored::decimal( wc_get_weight( (float) $own, 'g' ) )->times( Stored::decimal( $item->get_quantity() ) ) );
		}
		return $weight->is_positive() ? $weight : null;
	}

	/**
	 * WooCommerce Subscriptions: what is paid now lasts until the next payment. Several subscriptions in one order have
	 * several periods, which no document can say.
	 *
	 * @return array{string, string} `Y-m-d` in the shop's time zone, or empty.
	 */
	private function period( \WC_Order $order ): array {
		$subscriptions = function_exists( 'wcs_get_subscriptions_for_order' ) ? wcs_get_subscriptions_for_order( $order, [ 'order_type' => [ 'parent', 'renewal' ] ] ) : [];
		$subscription  = is_array( $subscriptions ) && count( $subscriptions ) === 1 ? reset( $subscriptions ) : null;
		$created       = $order->get_date_created( 'edit' );
		if ( ! is_object( $subscription ) || ! is_callable( [ $subscription, 'get_time' ] ) || $created === null ) {
			return [ '', '' ];
		}
		$next = $subscription->get_time( 'next_payment' );
		return is_numeric( $next ) && (int) $next > $created->getTimestamp()
			? [ (string) wp_date( 'Y-m-d', $created->getTimestamp() ), (string) wp_date( 'Y-m-d', (int) $next - DAY_IN_SECONDS ) ]
			: [ '', '' ];
	}
}
