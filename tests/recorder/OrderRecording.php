<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/** A file of tests/fixtures/orders: an entry of the order table, as WooCommerce stores it. */
final class OrderRecording {

	public function __construct( private readonly OrderTable $table ) {}

	/** @param array<string, mixed> $entry */
	public function write( string $file, string $name, array $entry, int $order_id, int $number ): void {
		$recorded = ( new Recording() )->of( $order_id, $number, $this->table->forget( ... ) );
		Recording::write(
			$file,
			[
				'name'     => $name,
				'about'    => $entry['about'],
				'shop'     => $entry['shop'],
				'decimals' => $entry['decimals'] ?? 2,
			] + $recorded + [ 'expected' => $entry['expected'] ]
		);
	}
}
