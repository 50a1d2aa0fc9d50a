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
$table  = new OrderTable( $shop, $carts );
$table->each(
	$kind,
	static function ( string $name, array $entry, int $order_id, int $number ) use ( $table, $target ): void {
		( new OrderRecording( $table ) )->write( "$target/$name.json", $name, $entry, $order_id, $number );
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
