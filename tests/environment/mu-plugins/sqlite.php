<?php
/**
 * What WooCommerce asks of MySQL and the SQLite driver (3.0.2) cannot do.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( ! defined( 'DB_ENGINE' ) || 'sqlite' !== DB_ENGINE ) {
	return;
}

// WooCommerce's "no limit" is past SQLite's largest integer: order queries with it, get_refunds() among them, stay
// empty.
add_filter(
	'query',
	static function ( string $query ): string {
		return str_replace( '18446744073709551615', '9223372036854775807', $query );
	}
);

// Stock reservation is an INSERT ... SELECT with NOW() + INTERVAL: the block checkout would answer 403.
add_filter( 'woocommerce_hold_stock_for_checkout', '__return_false' );
