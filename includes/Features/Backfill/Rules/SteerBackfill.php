<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** Start, pause, resume, cancel. What is begun comes to its end; the rest waits or vanishes, and documents stay. */
final class SteerBackfill {

	/** A runner moves the cursor at the same time; it does so once for several seconds of work. */
	private const TRIES = 5;

	public function __construct(
		private readonly Backfills $backfills,
		private readonly BackfillRows $rows,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly OrderHistory $orders,
		private readonly FeedBackfill $feed,
	) {}

	/**
	 * The first rows are opened at once, the rest follows in the background.
	 *
	 * @param list<DocumentKind> $kinds
	 * @throws Refused while another is going on.
	 */
	public function start( OrderFilter $filter, array $kinds, bool $drafts ): void {
		$last = $this->backfills->current();
		if ( $last !== null && $this->backfills->is_going_on( $last ) ) {
			throw new Refused( Refused::BACKFILL_RUNNING );
		}
		$this->backfills->begin(
			new Backfill(
				id: ( $last->id ?? 0 ) + 1,
				orders: $filter,
				kinds: $kinds,
				drafts: $drafts,
				total: $this->orders->count( $filter )
			)
		);
		$this->feed->feed();
	}

	public function pause(): void {
		$paused = $this->change( [ BackfillState::Running, BackfillState::Walked ], BackfillState::Paused );
		if ( $paused !== null ) {
			$this->rows->hold( $paused->id );
		}
	}

	public function resume(): void {
		$resumed = $this->change( [ BackfillState::Paused ], BackfillState::Running );
		$due     = $resumed === null ? null : $this->rows->let_go( $resumed->id, $this->clock->now() );
		if ( $due !== null ) {
			$this->queue->wake( $due );
		}
	}

	public function cancel(): void {
		$cancelled = $this->change(
			[ BackfillState::Running, BackfillState::Walked, BackfillState::Paused ],
			BackfillState::Cancelled
		);
		if ( $cancelled !== null ) {
			$this->rows->withdraw( $cancelled->id );
		}
	}

	/**
	 * @param list<BackfillState> $from
	 * @return Backfill|null null where there is nothing to change.
	 */
	private function change( array $from, BackfillState $to ): ?Backfill {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$backfill = $this->backfills->current();
			if (
				$backfill === null
				|| ! in_array( $backfill->state, $from, true )
				|| ! $this->backfills->is_going_on( $backfill )
			) {
				return null;
			}
			if ( $this->backfills->replace( $backfill, $backfill->in_state( $to ) ) ) {
				return $backfill;
			}
		}
		return null;
	}
}
