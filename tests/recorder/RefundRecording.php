<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/** A file of tests/fixtures/refunds: what WooCommerce stores of an order's refunds, as the plugin reads it. */
final class RefundRecording {

	public function __construct( private readonly OrderTable $table ) {}

	/**
	 * Refunds the order, too.
	 *
	 * @param array<string, mixed> $entry of the refund table.
	 */
	public function write( string $file, string $name, array $entry, int $order_id, int $number ): void {
		$refused   = ( new Refunds() )->make( $order_id, $entry['refunds'], $entry['decimals'] ?? 2 );
		$recording = new Recording();
		$snapshot  = $recording->of( $order_id, $number, $this->table->forget( ... ) )['snapshot'];
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
		Recording::write(
			$file,
			[
				'name'     => $name,
				'about'    => $entry['about'],
				'shop'     => $entry['shop'],
				'snapshot' => $snapshot,
				'refunds'  => array_map( $to_array, Recording::orders()->refunds( $order_id ) ),
				'refused'  => $refused,
			]
		);
	}
}
