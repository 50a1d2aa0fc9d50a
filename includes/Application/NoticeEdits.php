<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\EditsSeen;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\OrderEvents;
use OrderInvoicer\Application\Ports\Orders;

/**
 * Orders that were saved since the last pass may have been edited in a way that no hook tells, or while no hook of ours was
 * heard: those with documents are looked at again, and what none was opened for is. Only seconds that are over are looked
 * at, so that none is left half seen.
 */
final class NoticeEdits {

	/** For clocks of several servers, and for saves that take their time. */
	private const OVER = '-30 seconds';

	/** More than a pass needs; after a long rest the window is halved until it holds no more. */
	private const BATCH = 200;

	public function __construct(
		private readonly Orders $orders,
		private readonly OrderEvents $events,
		private readonly OpenSyncs $open,
		private readonly Ledger $ledger,
		private readonly EditsSeen $seen,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		$until = $this->clock->now()->modify( self::OVER );
		$seen  = $this->seen->until() ?? $until;
		$from  = $seen->modify( '+1 second' );
		if ( $from <= $until ) {
			[ $until, $order_ids ] = $this->window( $from, $until );
			foreach ( $order_ids as $order_id ) {
				$this->ledger->follow( $order_id, $this->clock->now() );
				$this->catch_up( $order_id );
			}
		}
		$this->seen->keep( max( $seen, $until ) );
	}

	private function catch_up( int $order_id ): void {
		$event = $this->events->standing( $order_id );
		if ( $event !== null ) {
			$this->open->catch_up( $event );
		}
	}

	/** @return array{\DateTimeImmutable, list<int>} the last second of the window, and the orders saved in it. */
	private function window( \DateTimeImmutable $from, \DateTimeImmutable $until ): array {
		while ( $from < $until ) {
			$order_ids = $this->orders->changed_between( $from, $until, self::BATCH );
			if ( count( $order_ids ) < self::BATCH ) {
				return [ $until, $order_ids ];
			}
			$until = $from->modify( '+' . intdiv( $until->getTimestamp() - $from->getTimestamp(), 2 ) . ' seconds' );
		}
		return [ $until, $this->orders->changed_between( $from, $until, PHP_INT_MAX ) ];
	}
}
