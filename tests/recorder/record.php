<?php
/**
 * Puts the order table through a real WooCommerce and writes what it stored.
 *
 * Usage: php tests/recorder/record.php <WordPress directory> <kind of shop> <directory to write to>
 *
 * The WordPress needs WooCommerce active; its database is left as it was. One process per kind of shop (`Shop::KINDS`).
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

require __DIR__ . '/boot.php';

$target = $argv[3];
$number = 1000;
foreach ( require dirname( __DIR__ ) . '/fixtures/order-table.php' as $name => $entry ) {
	++$number;
	if ( $entry['shop'] !== $kind ) {
		continue;
	}
	$GLOBALS['wpdb']->query( 'SAVEPOINT order_table' );
	$shop->use_currency( $entry['currency'] ?? 'EUR', $entry['decimals'] ?? 2 );
	if ( $entry['fractional'] ?? false ) {
		remove_filter( 'woocommerce_stock_amount', 'intval' );
		add_filter( 'woocommerce_stock_amount', 'floatval' );
	}
	$order = $carts->place( $entry['cart'], $entry['customer'] ?? 'home' );
	foreach ( $entry['afterwards'] ?? [] as $step ) {
		( new Afterwards() )->apply( $step, wc_get_order( $order->get_id() ) );
	}
	$forget    = static function () use ( $shop ): void {
		$shop->use_currency( 'EUR', 2 );
		remove_filter( 'woocommerce_stock_amount', 'floatval' );
		add_filter( 'woocommerce_stock_amount', 'intval' );
	};
	$recording = [
		'name'     => $name,
		'about'    => $entry['about'],
		'shop'     => $kind,
		'decimals' => $entry['decimals'] ?? 2,
	] + ( new Recording() )->of( $order->get_id(), $number, $forget ) + [ 'expected' => $entry['expected'] ];
	file_put_contents( "$target/$name.json", json_encode( $recording, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR ) . "\n" );
	$GLOBALS['wpdb']->query( 'ROLLBACK TO SAVEPOINT order_table' );
	wp_cache_flush();
	\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
}
$GLOBALS['wpdb']->query( 'ROLLBACK' );
