<?php
/**
 * Records what WooCommerce stores of the refunds of tests/fixtures/refund-table.php, as the plugin reads it.
 *
 * Usage: php tests/recorder/record-refunds.php <WordPress directory> <kind of shop> <directory to write to>
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

require __DIR__ . '/boot.php';

$target = $argv[3];
$table  = new OrderTable( $shop, $carts, 'refund-table' );
$table->each(
	$kind,
	static function ( string $name, array $entry, int $order_id, int $number ) use ( $table, $target ): void {
		( new RefundRecording( $table ) )->write( "$target/$name.json", $name, $entry, $order_id, $number );
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
