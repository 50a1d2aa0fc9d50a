<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** What an order charged when it was paid, kept as soon as that is seen: it may be edited before it is invoiced. */
final class PaidTotals {

	private const KIND = 'taken';

	public function __construct( private readonly RemoteIds $once ) {}

	/** The first total that was seen stays. */
	public function keep( OrderSnapshot $order ): void {
		if ( $order->paid_at !== null && $this->once->known( self::KIND, (string) $order->id ) === null ) {
			$this->once->remember( self::KIND, (string) $order->id, $order->total->to_string(), 0, '', $order->id );
		}
	}

	/** @return Decimal|null null where nobody has seen it. */
	public function of( int $order_id ): ?Decimal {
		$kept = $this->once->known( self::KIND, (string) $order_id );
		return $kept === null ? null : Decimal::from_string( $kept['type'] );
	}
}
