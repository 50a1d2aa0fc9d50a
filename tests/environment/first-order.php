<?php
/**
 * Credit notes are on as well, then one order of each rate, confirmed and invoiced at once; prints its number and the
 * invoice's address.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/rest.php';

$orderinvoicer_settings = orderinvoicer_demo_call( 'GET', '/settings' );
orderinvoicer_demo_call(
	'POST',
	'/settings',
	[
		'creditnote' => array_merge(
			$orderinvoicer_settings['creditnote'],
			[
				'enabled'          => true,
				'finalise'         => 'at_once',
				'rate_category_id' => $orderinvoicer_settings['invoice']['rate_category_id'],
			]
		),
	]
);

/** Three rates, delivered to Lyon. */
function orderinvoicer_demo_order(): WC_Order {
	$order = wc_create_order();
	foreach ( [
		'TASSE-01' => 3,
		'LIVRE-01' => 1,
		'REPAS-01' => 2,
	] as $sku => $quantity ) {
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( $sku ) ), $quantity );
	}
	$address = [
		'first_name' => 'Client',
		'last_name'  => 'Test',
		'email'      => 'premiere-commande@example.test',
		'phone'      => '0102030405',
		'address_1'  => '12 avenue de la République',
		'postcode'   => '69001',
		'city'       => 'Lyon',
		'country'    => 'FR',
	];
	$order->set_address( $address, 'billing' );
	$order->set_address( $address, 'shipping' );
	$order->set_payment_method( 'cod' );
	if ( defined( 'ORDERINVOICER_DEMO' ) ) {
		// The demo's shopper finds it in the account.
		$order->set_customer_id( (int) username_exists( 'client' ) );
	}
	$order->calculate_totals();
	$order->save();
	return $order;
}

// The stand-in has no catalogue; its orders are recorded ones.
$orderinvoicer_order = class_exists( Standin_Recordings::class )
	? ( new Standin_Recordings() )->place( 'ttc-four-rates', 'premiere-commande@example.test' )
	: orderinvoicer_demo_order();
if ( defined( 'ORDERINVOICER_DEMO' ) ) {
	$orderinvoicer_order->set_payment_method( 'card' );
	$orderinvoicer_order->payment_complete( 'demo-1' );
} else {
	$orderinvoicer_order->update_status( 'processing' );
}

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
