<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\SnapshotArray;

/** What was billed, as a short mark: shows later that the order has changed since. */
final class SnapshotHash {

	/** The status and what people note on the order are not billed. */
	private const NOT_BILLED = [ 'status', 'paid_at', 'payment', 'delivery', 'customer_note' ];

	public static function of( OrderSnapshot $order ): string {
		$billed = array_diff_key( SnapshotArray::to_array( $order ), array_flip( self::NOT_BILLED ) );
		return hash( 'sha256', (string) json_encode( $billed, JSON_INVALID_UTF8_SUBSTITUTE ) );
	}
}
