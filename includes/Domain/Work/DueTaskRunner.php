<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\FeedBackfill;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Sleep;

/**
 * Works through everything that is due, oldest first, until nothing is left or the time is up. The next row is asked for
 * after each one, so that an order of today never waits for more than one of a back-fill. Those of a back-fill keep the
 * pace of Sellsy's allowance (MinuteQuota).
 */
final class DueTaskRunner {

	/** Milliseconds after which a runner that waits for Sellsy's allowance looks for orders of today. */
	private const LOOK = 1000;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $process,
		private readonly FeedBackfill $backfill,
		private readonly WorkGate $gate,
		private readonly Clock $clock,
		private readonly CallsLeft $calls,
		private readonly Sleep $sleep,
		private readonly JobQueue $queue,
	) {}

	/** What one order needs now, follow-ups included. */
	public function of_order( int $order_id ): void {
		$seen = [];
		do {
			$due = array_diff( $this->ledger->due_of_order( $order_id, $this->clock->now() ), $seen );
			foreach ( $due as $id ) {
				$this->process->process( $id );
				$seen[] = $id;
			}
		} while ( $due !== [] );
	}

	/** @return int rows worked. */
	public function run( int $seconds ): int {
		$until = $this->clock->now()->modify( "+$seconds seconds" );
		$seen  = [];
		while ( $this->clock->now() < $until && $this->gate->is_open() ) {
			$next = $this->next( $seen );
			if ( $next === null && ! $this->backfill->feed() ) {
				break;
			}
			if ( $next !== null && ! $this->waits( $next ) ) {
				$this->process->process( $next );
				$seen[] = $next;
			}
		}
		if ( $this->clock->now() >= $until ) {
			$this->hand_over( $seen );
		}
		return count( $seen );
	}

	/** Slept a little, because this row is a back-fill's and Sellsy's allowance is to last. */
	private function waits( int $task_id ): bool {
		$wait = $this->calls->this_minute()?->wait( $this->clock->now() ) ?? 0;
		if ( $wait === 0 || $this->ledger->find( $task_id )?->origin->is_backfill() !== true ) {
			return false;
		}
		$this->sleep->milliseconds( min( $wait, self::LOOK ) );
		return true;
	}

	/** @param list<int> $seen what is left when the time is up goes to the next runner at once. */
	private function hand_over( array $seen ): void {
		$next = $this->next( $seen );
		if ( $next !== null ) {
			$this->queue->wake( $next );
		}
	}

	/** @param list<int> $seen rows that are due again at once, or that another runner has, do not come twice. */
	private function next( array $seen ): ?int {
		$due = array_diff( $this->ledger->due( $this->clock->now(), count( $seen ) + 1 ), $seen );
		return array_shift( $due );
	}
}
