<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Work\WorkSource;

/**
 * Opens the next few rows of a back-fill while hardly any of them wait: the ledger stays short, and pausing or
 * cancelling has little to take back. Rows first, then the cursor: a runner that dies in between opens the same rows
 * again, which the ledger holds once.
 */
final class FeedBackfill implements WorkSource {

	private const BATCH = 20;

	/** Rows that may wait for a later try (a Sellsy that is slow, a right that is missing) before feeding stops. */
	private const WAITING = 200;

	public function __construct(
		private readonly Backfills $backfills,
		private readonly BackfillRows $rows,
		private readonly OrderHistory $orders,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** Whether there is one to look after. */
	public function may_feed(): bool {
		return $this->backfills->current()?->state === BackfillState::Running;
	}

	/** True when it moved on: rows may be due now, or there is more to pass. */
	public function feed(): bool {
		$backfill = $this->backfills->current();
		if ( $backfill === null || $backfill->state !== BackfillState::Running || $this->has_enough( $backfill ) ) {
			return false;
		}
		$orders = $this->orders->after( $backfill->orders, $backfill->cursor, self::BATCH );
		$due    = $this->rows->open_rows( $backfill->keys( $orders ), $backfill->origin(), $this->clock->now() );
		$next   = $orders === [] ? $backfill->in_state( BackfillState::Walked ) : $backfill->beyond( $orders );
		if ( ! $this->backfills->replace( $backfill, $next ) ) {
			$this->obey( $backfill->id );
			return false;
		}
		if ( $due !== null ) {
			$this->queue->wake( $due );
		}
		return $orders !== [];
	}

	private function has_enough( Backfill $backfill ): bool {
		$counts = $this->rows->unfinished( $backfill->id, $this->clock->now() );
		return $counts->busy >= self::BATCH || $counts->waiting >= self::WAITING;
	}

	/** A person paused or cancelled while these rows were being opened. */
	private function obey( int $backfill_id ): void {
		match ( $this->backfills->current()?->state ) {
			BackfillState::Paused    => $this->rows->hold( $backfill_id ),
			BackfillState::Cancelled => $this->rows->withdraw( $backfill_id ),
			default                  => null, // Another runner fed the same rows.
		};
	}
}
