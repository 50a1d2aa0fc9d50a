<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/** The shipping methods that an order names, those of the block checkout's pickup among them. */
final class ShippingMethods {

	/** @return list<string> each as `flat_rate` and, where it is one of a zone, as `flat_rate:3`; none: no delivery. */
	public static function of( \WC_Order $order ): array {
		$methods = [];
		foreach ( $order->get_items( 'shipping' ) as $item ) {
			if ( $item instanceof \WC_Order_Item_Shipping ) {
				// Before WooCommerce 3.4 the one of the zone stood in the method's id.
				[ $method, $instance ] = [ ...explode( ':', (string) $item->get_method_id( 'edit' ), 2 ), '' ];
				$instance              = max( (int) $item->get_instance_id( 'edit' ), (int) $instance );
				$methods[]             = $method;
				$methods[]             = $instance > 0 ? "$method:$instance" : $method;
			}
		}
		return array_values( array_unique( $methods ) );
	}
}
