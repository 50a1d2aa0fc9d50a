<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\SnapshotArray;

/**
 * What was billed, as a short mark: shows later that the order has changed since. Only what the order itself holds: a
 * product that is renamed, a customer's new profile or the shop's move change no order.
 */
final class SnapshotHash {

	private const BILLED      = [ 'currency', 'prices_include_tax', 'total', 'taxes', 'coupons', 'billing', 'shipping', 'vat_exempt' ];
	private const LINE_BILLED = [ 'id', 'kind', 'name', 'quantity', 'total', 'subtotal', 'taxes' ];

	public static function of( OrderSnapshot $order ): string {
		$snapshot        = SnapshotArray::to_array( $order );
		$billed          = array_intersect_key( $snapshot, array_flip( self::BILLED ) );
		$billed['lines'] = array_map( static fn ( array $line ): array => array_intersect_key( $line, array_flip( self::LINE_BILLED ) ), $snapshot['lines'] );
		return hash( 'sha256', (string) json_encode( $billed, JSON_INVALID_UTF8_SUBSTITUTE ) );
	}
}
