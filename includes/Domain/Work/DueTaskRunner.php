<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\FeedBackfill;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\System\Clock;

/**
 * Works through everything that is due, oldest first, until nothing is left or the time is up. The next row is asked for
 * after each one, so that an order of today never waits for more than one of a back-fill.
 */
final class DueTaskRunner {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $process,
		private readonly FeedBackfill $backfill,
		private readonly WorkGate $gate,
		private readonly Clock $clock,
		private readonly RecentAnswers $answers,
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
		$this->answers->forget();
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
			if ( $next !== null ) {
				$this->process->process( $next );
				$seen[] = $next;
			}
		}
		$this->answers->forget();
		return count( $seen );
	}

	/** @param list<int> $seen rows that are due again at once, or that another runner has, do not come twice. */
	private function next( array $seen ): ?int {
		$due = array_diff( $this->ledger->due( $this->clock->now(), count( $seen ) + 1 ), $seen );
		return array_shift( $due );
	}
}
