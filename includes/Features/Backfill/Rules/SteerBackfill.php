<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** Pause, resume, cancel. What is begun comes to its end; the rest waits or vanishes, and documents that exist stay. */
final class SteerBackfill {

	/** A runner moves the cursor at the same time; it does so once for several seconds of work. */
	private const TRIES = 5;

	public function __construct(
		private readonly Backfills $backfills,
		private readonly BackfillRows $rows,
		private readonly BackfillProgress $progress,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

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
				|| ! $this->progress->is_going_on( $backfill )
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
