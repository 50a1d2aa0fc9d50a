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
	static function ( string $name, array $entry, int $order_id, int $number ) use ( $table, $kind, $target ): void {
		$recording = [
			'name'     => $name,
			'about'    => $entry['about'],
			'shop'     => $kind,
			'decimals' => $entry['decimals'] ?? 2,
		] + ( new Recording() )->of( $order_id, $number, $table->forget( ... ) ) + [ 'expected' => $entry['expected'] ];
		file_put_contents(
			"$target/$name.json",
			json_encode(
				$recording,
				JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR
			) . "\n"
		);
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
