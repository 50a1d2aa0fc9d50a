<?php
/**
 * How the demo's shop is set up beyond connect.php: invoices are made once the order is paid, payments are recorded,
 * shoppers see their documents; everything speaks French.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/rest.php';

update_option( 'WPLANG', 'fr_FR' );

// The owner buys here too, and need not type an address.
foreach (
	[
		'first_name' => 'Client',
		'last_name'  => 'Test',
		'address_1'  => '12 avenue de la République',
		'postcode'   => '69001',
		'city'       => 'Lyon',
		'country'    => 'FR',
		'phone'      => '0102030405',
		'email'      => 'proprietaire@example.test',
	] as $orderinvoicer_field => $orderinvoicer_value
) {
	update_user_meta( 1, "billing_{$orderinvoicer_field}", $orderinvoicer_value );
	update_user_meta( 1, "shipping_{$orderinvoicer_field}", $orderinvoicer_value );
}

// Who looks at the shop's figures, and at nothing else of WordPress.
wp_insert_user(
	[
		'user_login'   => 'comptable',
		'user_pass'    => 'password',
		'user_email'   => 'comptable@example.test',
		'display_name' => 'Comptable',
		'role'         => 'shop_manager',
	]
);

$orderinvoicer_methods  = array_map(
	static fn ( array $one ): array => [
		'gateway'   => $one['gateway'],
		'method_id' => $one['method_id'],
	],
	orderinvoicer_demo_call( 'GET', '/payment-methods' )['proposals']
);
$orderinvoicer_settings = orderinvoicer_demo_call( 'GET', '/settings' );
orderinvoicer_demo_call(
	'POST',
	'/settings',
	[
		'invoice'  => [
			...$orderinvoicer_settings['invoice'],
			'trigger' => 'paid',
			// connect.php stored it while the shop spoke English.
			'subject' => 'Commande {order_number}',
		],
		'payments' => [
			...$orderinvoicer_settings['payments'],
			'enabled' => true,
			'methods' => $orderinvoicer_methods,
		],
		'shopper'  => [ 'kinds' => [ 'invoice', 'creditnote' ] ],
	]
);
