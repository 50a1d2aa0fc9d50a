<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** A refund was entered on two orders of one sale, on different days: a person says whether it is one or two. */
final class SayOnceOrTwice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function say( int $task_id, bool $is_other ): bool {
		$now = $this->clock->now();
		$row = $this->fresh_offers->row( $is_other ? RowAct::TwoRefunds : RowAct::OneRefund, $task_id );
		if (
			$row === null
			|| ! $this->ledger->save(
				$is_other
					? TaskTransitions::due_again( $row, $now, asked: true )
					: TaskTransitions::settled( $row, $now, OutcomeProblem::problem( Outcome::SameRefund ) )
			)
		) {
			return false;
		}
		// Later refunds waited for it.
		$id = $is_other ? $task_id : $this->ledger->follow( $row->key->order_id, $now );
		if ( $id !== null ) {
			$this->queue->wake( $id );
		}
		return true;
	}
}
