<?php
/**
 * One order of each rate, confirmed and invoiced at once; prints its number and the invoice's address.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/rest.php';

$orderinvoicer_order = wc_create_order();
$orderinvoicer_basket = [
	'TASSE-01' => 3,
	'LIVRE-01' => 1,
	'REPAS-01' => 2,
];
foreach ( $orderinvoicer_basket as $orderinvoicer_sku => $orderinvoicer_quantity ) {
	$orderinvoicer_order->add_product( wc_get_product( wc_get_product_id_by_sku( $orderinvoicer_sku ) ), $orderinvoicer_quantity );
}
$orderinvoicer_address = [
	'first_name' => 'Client',
	'last_name'  => 'Test',
	'email'      => 'premiere-commande@example.test',
	'phone'      => '0102030405',
	'address_1'  => '12 avenue de la République',
	'postcode'   => '69001',
	'city'       => 'Lyon',
	'country'    => 'FR',
];
$orderinvoicer_order->set_address( $orderinvoicer_address, 'billing' );
$orderinvoicer_order->set_address( $orderinvoicer_address, 'shipping' );
$orderinvoicer_order->set_payment_method( 'cod' );
$orderinvoicer_order->calculate_totals();
$orderinvoicer_order->save();
$orderinvoicer_order->update_status( 'processing' );

$orderinvoicer_answer = orderinvoicer_demo_call( 'POST', '/orders/' . $orderinvoicer_order->get_id() . '/sync' );
$orderinvoicer_fresh  = wc_get_order( $orderinvoicer_order->get_id() );
$orderinvoicer_link   = $orderinvoicer_fresh->get_meta( 'orderinvoicer.invoice_url' );

echo "\n" . wp_json_encode(
	[
		'order'   => $orderinvoicer_order->get_order_number(),
		'invoice' => $orderinvoicer_link,
		'problem' => $orderinvoicer_link === '' ? $orderinvoicer_answer : null,
	],
	JSON_UNESCAPED_SLASHES
);
