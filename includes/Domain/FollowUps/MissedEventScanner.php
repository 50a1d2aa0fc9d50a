<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\System\Clock;

/**
 * A walk through orders and refunds in the sequence of their last save: some were edited in a way that no hook tells,
 * or while no hook of ours was heard. Those in the ledger are compared with what their documents say, and rows are
 * opened only where something is missing; what no document was opened for is caught up with. The position is kept, so
 * that a pass that has no more time leaves the rest to the next one. Only seconds that are over are looked at, so no
 * second is seen only in part.
 */
final class MissedEventScanner {

	/** For clocks of several servers, and for saves that take their time. */
	private const OVER = '-30 seconds';

	private const PAGE    = 200;
	private const SECONDS = 10;

	public function __construct(
		private readonly SavedOrders $saved,
		private readonly CatchUp $catch_up,
		private readonly FollowUpPlanner $follow_ups,
		private readonly Ledger $ledger,
		private readonly EditsSeen $seen,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		$now   = $this->clock->now();
		$until = $now->modify( self::OVER );
		$since = min( $this->seen->listening_since() ?? $until, $until );
		$last  = $this->start( $until );
		do {
			$page = $this->saved->after( $last, $until, self::PAGE );
			$last = $this->look_at( $page, $since, $now->modify( '+' . self::SECONDS . ' seconds' ) ) ?? $last;
			$this->seen->keep( $last, $since );
		} while ( isset( $page[ self::PAGE - 1 ] ) && $last === $page[ self::PAGE - 1 ] );
	}

	/**
	 * Where nobody knows how far it came, or a clock was wrong, at the first row of the ledger: no document is older.
	 * Where that row was written by the wrong clock too, at the beginning.
	 */
	private function start( \DateTimeImmutable $until ): SavedOrder {
		$last = $this->seen->last();
		if ( $last !== null && $last->at <= $until ) {
			return $last;
		}
		$all    = new TaskFilter();
		$oldest = $this->ledger->page( $all, 1, max( 0, $this->ledger->count( $all ) - 1 ) )[0] ?? null;
		$first  = $oldest->created_at ?? $until;
		$start  = $first > $this->clock->now() ? new \DateTimeImmutable( '@0' ) : min( $first, $until );
		return new SavedOrder( $start, 0 );
	}

	/**
	 * @param list<SavedOrder> $page
	 * @return SavedOrder|null the last one that there was time for.
	 */
	private function look_at( array $page, \DateTimeImmutable $since, \DateTimeImmutable $deadline ): ?SavedOrder {
		$rows = $this->ledger->for_orders( self::order_ids( $page ) );
		$last = null;
		foreach ( $page as $order ) {
			if ( $this->clock->now() >= $deadline ) {
				break;
			}
			// What has no row may be a part of a sale that its parent bills.
			$told = isset( $rows[ $order->order_id ] ) ? $order->order_id : $order->parent_id;
			if ( isset( $rows[ $told ] ) ) {
				$this->compare( $told );
			}
			if ( $order->at >= $since ) {
				$this->catch_up->now_or_later( $order->order_id );
			}
			$last = $order;
		}
		return $last;
	}

	/**
	 * @param list<SavedOrder> $page
	 * @return list<int>
	 */
	private static function order_ids( array $page ): array {
		$ids = [ ...array_column( $page, 'order_id' ), ...array_column( $page, 'parent_id' ) ];
		return array_values( array_unique( $ids ) );
	}

	/**
	 * One that cannot be read gets a row of its own, which tries again and tells a person: it must hold up no other.
	 */
	private function compare( int $order_id ): void {
		try {
			$this->follow_ups->open( $order_id );
		} catch ( \Throwable ) {
			$this->ledger->follow( $order_id, $this->clock->now() );
		}
	}
}
