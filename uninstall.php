<?php
/**
 * Removes secrets, schedules and names of people always; tables, settings and our private meta of orders only where the
 * owner asked for it (a setting, or WooCommerce's own WC_REMOVE_ALL_DATA). The addresses of documents on orders stay:
 * they belong to the shop.
 *
 * Parseable by PHP 7.4, as the main file is.
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( version_compare( PHP_VERSION, '8.1', '>=' ) ) {
	require __DIR__ . '/includes/autoload.php';
	( new OrderInvoicer\Uninstall() )->run();
}
