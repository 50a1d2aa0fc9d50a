<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Preview\DryOutcome;
use OrderInvoicer\Domain\Preview\DryRunOrder;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;

/**
 * Counts what a back-fill would meet, a few orders at a time. Nothing is opened or created, and Sellsy is asked only
 * for its lists.
 */
final class CountBackfill {

	private const BATCH   = 50;
	private const SECONDS = 3;

	public function __construct(
		private readonly OrderHistory $history,
		private readonly Orders $orders,
		private readonly DryRunOrder $run,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<DocumentKind> $kinds
	 * @throws RemoteFailure
	 */
	public function look( OrderFilter $filter, array $kinds, Cursor $cursor, Settings $settings ): CountedOrders {
		$until   = $this->clock->now()->modify( '+' . self::SECONDS . ' seconds' );
		$found   = $this->history->after( $filter, $cursor, self::BATCH );
		$counted = new CountedOrders();
		foreach ( $found as $i => $order ) {
			if ( $i > 0 && $this->clock->now() >= $until ) {
				return $counted->up_to( $cursor );
			}
			$counted = $this->count( $counted, $order->id, $kinds, $settings );
			$cursor  = $cursor->beyond( [ $order ] );
		}
		return count( $found ) < self::BATCH ? $counted : $counted->up_to( $cursor );
	}

	/** @param list<DocumentKind> $kinds */
	private function count( CountedOrders $counted, int $order_id, array $kinds, Settings $settings ): CountedOrders {
		try {
			$order = $this->orders->snapshot( $order_id );
		} catch ( \InvalidArgumentException ) {
			$order = null; // Damaged amounts stop by themselves.
		}
		if ( $order === null ) {
			return $counted->with( false, null );
		}
		$exists  = false;
		$problem = null;
		foreach ( $kinds as $kind ) {
			$document = $this->run->document( $kind, $order, $settings, false );
			$exists   = $exists || $document->outcome === DryOutcome::Exists;
			$problem  = $problem ?? $document->problem;
		}
		return $counted->with( $exists, $problem );
	}
}
