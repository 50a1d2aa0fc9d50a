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

require __DIR__ . '/includes/Requirements.php';

$orderinvoicer_requirements = new OrderInvoicer\Requirements( __FILE__ );
$orderinvoicer_requirements->when_met(
	static function ( OrderInvoicer\Requirements $requirements ): void {
		require __DIR__ . '/includes/autoload.php';
		( new OrderInvoicer\Plugin( __FILE__, $requirements ) )->register();
	}
);
unset( $orderinvoicer_requirements );
