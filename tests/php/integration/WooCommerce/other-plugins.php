<?php
/**
 * The functions of Shiptastic, Advanced Shipment Tracking and WooCommerce Subscriptions that are asked, with their
 * names and parameters. They know what a test says they know, and are as good as absent otherwise.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( ! function_exists( 'wc_stc_get_shipments_by_order' ) ) {
	function wc_stc_get_shipments_by_order( mixed $order ): mixed {
		return apply_filters( 'orderinvoicer_test_shipments', [], $order );
	}
	function wc_stc_get_shipment_order( mixed $order ): mixed {
		return apply_filters( 'orderinvoicer_test_shipment_order', false, $order );
	}
	function ast_get_tracking_items( mixed $order_id ): mixed {
		return apply_filters(
			'orderinvoicer_test_tracking_items',
			wc_get_order( $order_id )->get_meta( '_wc_shipment_tracking_items' )
		);
	}
	/** @param array<string, mixed> $args */
	function wcs_get_subscriptions_for_order( mixed $order, array $args = [] ): mixed {
		return apply_filters( 'orderinvoicer_test_subscriptions', [], $order, $args );
	}
}
