<?php
/**
 * Records what WooCommerce stores of the refunds of tests/fixtures/refund-table.php, as the plugin reads it.
 *
 * Usage: php tests/recorder/record-refunds.php <WordPress directory> <kind of shop> <directory to write to>
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

require __DIR__ . '/boot.php';
require_once __DIR__ . '/Refunds.php';

$target = $argv[3];
$table  = new OrderTable( $shop, $carts, 'refund-table' );
$table->each(
	$kind,
	static function ( string $name, array $entry, int $order_id, int $number ) use ( $table, $kind, $target ): void {
		$refused   = ( new Refunds() )->make( $order_id, $entry['refunds'], $entry['decimals'] ?? 2 );
		$recording = new Recording();
		$snapshot  = $recording->of( $order_id, $number, $table->forget( ... ) )['snapshot'];
		$ids       = $recording->item_numbers( wc_get_order( $order_id ) );
		$to_array  = static fn ( RefundSnapshot $refund ): array => [
			'amount' => $refund->amount->to_string(),
			'reason' => $refund->reason,
			'lines'  => array_map(
				static fn ( RefundLine $line ): array => [
					'line'     => $ids[ $line->order_line_id ],
					'quantity' => $line->quantity->to_string(),
					'total'    => $line->total->to_string(),
					'taxes'    => array_map( static fn ( Decimal $tax ): string => $tax->to_string(), $line->taxes ),
				],
				$refund->lines
			),
		];
		$recorded  = [
			'name'     => $name,
			'about'    => $entry['about'],
			'shop'     => $kind,
			'snapshot' => $snapshot,
			'refunds'  => array_map( $to_array, Recording::orders()->refunds( $order_id ) ),
			'refused'  => $refused,
		];
		file_put_contents(
			"$target/$name.json",
			json_encode(
				$recorded,
				JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR
			) . "\n"
		);
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
