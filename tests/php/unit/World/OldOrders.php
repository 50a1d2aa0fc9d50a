<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PastOrder;
use OrderInvoicer\Features\Backfill\Rules\Backfills;
use OrderInvoicer\Features\Backfill\Rules\FeedBackfill;
use OrderInvoicer\Features\Backfill\Rules\SteerBackfill;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeShop;
use OrderInvoicer\Wiring\Engine;

/** The shop's history and the back-fill's memory. */
final class OldOrders implements OrderHistory {

	public readonly FeedBackfill $feed;
	public readonly SteerBackfill $steer;
	public readonly Backfills $progress;

	public function __construct(
		private readonly Fate $fate,
		private readonly FakeShop $shop,
	) {}

	/** The back-fill that works on them. */
	public function worked_by( Engine $engine ): void {
		$this->progress = $engine->backfills();
		$this->feed     = $engine->feed_backfill();
		$this->steer    = $engine->steer_backfill();
	}

	public function count( OrderFilter $filter ): int {
		return count( $this->chosen( $filter ) );
	}

	public function after( OrderFilter $filter, Cursor $cursor, int $limit ): array {
		$rest = array_filter(
			$this->chosen( $filter ),
			static fn ( OrderSnapshot $order ): bool => $order->created_at->getTimestamp() >= $cursor->at
		);
		$past = array_map(
			static fn ( OrderSnapshot $order ): PastOrder => new PastOrder( $order->id, $order->created_at ),
			array_values( $rest )
		);
		return array_slice( $past, $cursor->passed, $limit );
	}

	public function latest( int $limit, int $offset ): array {
		return array_slice( array_reverse( array_keys( $this->shop->orders ) ), $offset, $limit );
	}

	/** @return list<OrderSnapshot> oldest first. */
	private function chosen( OrderFilter $filter ): array {
		$orders = array_filter(
			$this->shop->orders,
			static fn ( OrderSnapshot $order ): bool =>
				in_array( $order->status, $filter->statuses, true ) && $order->created_at < $filter->before
					&& $order->created_at->format( 'Y-m-d' )
						>= $filter->from && $order->created_at->format( 'Y-m-d' ) <= $filter->to
		);
		usort(
			$orders,
			static fn ( OrderSnapshot $one, OrderSnapshot $other ): int =>
				[ $one->created_at, $one->id ] <=> [ $other->created_at, $other->id ]
		);
		return $orders;
	}
}
