<?php
/**
 * The newest order is refunded whole, by hand, and the credit note made at once; prints the states of the order's rows
 * by effect.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/rest.php';

$orderinvoicer_order = wc_get_orders(
	[
		'limit'   => 1,
		'orderby' => 'id',
		'type'    => 'shop_order',
	]
)[0];

$orderinvoicer_lines = [];
foreach (
	$orderinvoicer_order->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $orderinvoicer_id => $orderinvoicer_item
) {
	$orderinvoicer_lines[ $orderinvoicer_id ] = [
		'qty'          => $orderinvoicer_item->get_quantity(),
		'refund_total' => $orderinvoicer_item->get_total(),
		'refund_tax'   => $orderinvoicer_item->get_taxes()['total'],
	];
}
$orderinvoicer_refund = wc_create_refund(
	[
		'order_id'   => $orderinvoicer_order->get_id(),
		'amount'     => $orderinvoicer_order->get_total(),
		'line_items' => $orderinvoicer_lines,
	]
);
if ( is_wp_error( $orderinvoicer_refund ) ) {
	// phpcs:ignore WordPress.Security.EscapeOutput.ExceptionNotEscaped -- Read in a terminal.
	throw new RuntimeException( $orderinvoicer_refund->get_error_message() );
}

// As Action Scheduler does it a second later.
do_action( 'orderinvoicer_process_sync' );

echo "\n"
	. wp_json_encode(
		array_column( orderinvoicer_demo_call( 'GET', '/orders/' . $orderinvoicer_order->get_id() ), 'state', 'effect' )
	);
