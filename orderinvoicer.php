<?php
/**
 * Plugin Name:          Order Invoicer for Sellsy
 * Plugin URI:           https://orderinvoicer.com/
 * Description:          Turns every WooCommerce order into the right Sellsy document: once, to the cent, with the right customer, product and VAT.
 * Version:              0.1.0
 * Author:               Order Invoicer
 * License:              GPL-2.0-or-later
 * License URI:          https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:          orderinvoicer
 * Domain Path:          /languages
 * Requires at least:    6.9
 * Requires PHP:         8.1
 * Requires Plugins:     woocommerce
 * WC requires at least: 10.2
 * WC tested up to:      10.5
 */

// Parseable by PHP 7.4, so that an old server gets a notice and not a fatal error.

defined( 'ABSPATH' ) || exit;

define( 'ORDERINVOICER_VERSION', '0.1.0' );
define( 'ORDERINVOICER_FILE', __FILE__ );

// An upload may be under way: what is missing or half written must not take the shop down.
$orderinvoicer_requirements = null;
try {
	if ( is_readable( __DIR__ . '/includes/Requirements.php' ) ) {
		require __DIR__ . '/includes/Requirements.php';
		$orderinvoicer_requirements = new OrderInvoicer\Requirements( __FILE__ );
		$orderinvoicer_requirements->when_met(
			static function ( OrderInvoicer\Requirements $requirements ): void {
				require __DIR__ . '/includes/autoload.php';
				( new OrderInvoicer\Plugin( __FILE__, $requirements ) )->register();
			}
		);
	}
} catch ( Throwable $orderinvoicer_error ) {
	$orderinvoicer_requirements = null;
}
if ( $orderinvoicer_requirements === null ) {
	add_action(
		'admin_notices',
		static function (): void {
			if ( current_user_can( 'activate_plugins' ) ) {
				printf(
					'<div class="notice notice-error"><p><strong>Order Invoicer</strong> – %s</p></div>',
					esc_html__( 'A file of the plugin is missing or was uploaded in part. Install the released zip again; until then no documents are made.', 'orderinvoicer' )
				);
			}
		}
	);
}
unset( $orderinvoicer_requirements, $orderinvoicer_error );
