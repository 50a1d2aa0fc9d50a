<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backfill\FeedBackfill;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
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
	) {}

	/** What one order needs now, follow-ups included. */
	public function of_order( int $order_id ): void {
		$seen = [];
		do {
			$due = array_diff( $this->due_of_order( $order_id ), $seen );
			foreach ( $due as $id ) {
				$this->process->process( $id );
				$seen[] = $id;
			}
		} while ( $due !== [] );
	}

	/** @return list<int> ids, oldest first. */
	private function due_of_order( int $order_id ): array {
		$now   = $this->clock->now();
		$due   = array_filter( $this->ledger->for_order( $order_id ), static fn ( Task $row ): bool => $row->is_due( $now ) );
		$first = static fn ( Task $one, Task $other ): int => [ $one->due_at, $one->id ] <=> [ $other->due_at, $other->id ];
		usort( $due, $first );
		return array_column( $due, 'id' );
	}

	/** @return int rows worked. */
	public function run( int $seconds ): int {
		$until = $this->clock->now()->modify( "+$seconds seconds" );
		$seen  = [];
		while ( $this->clock->now() < $until ) {
			$next    = $this->next( $seen );
			$goes_on = $next === null ? $this->feeds() : $this->process->process( $next );
			if ( ! $goes_on ) {
				break;
			}
			if ( $next !== null ) {
				$seen[] = $next;
			}
		}
		return count( $seen );
	}

	private function feeds(): bool {
		return $this->backfill->may_feed() && $this->gate->is_open() && $this->backfill->feed();
	}

	/** @param list<int> $seen rows that are due again at once, or that another runner has, do not come twice. */
	private function next( array $seen ): ?int {
		$due = array_diff( $this->ledger->due( $this->clock->now(), count( $seen ) + 1 ), $seen );
		return array_shift( $due );
	}
}
