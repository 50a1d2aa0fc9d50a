<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A person did at Sellsy what this plugin could not do. The row is left out for good, and what waited for it goes on.
 */
final class MarkDoneByHand {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly AttemptLog $attempts,
		private readonly DetachDocument $detach,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function mark( int $task_id ): bool {
		$row = $this->fresh_offers->row( RowAct::DoneByHand, $task_id );
		if ( $row === null ) {
			return false;
		}
		$parent = $this->fresh_offers->of_order( $row->key->order_id )->parent_by_hand( $row );
		return $this->settle( $row, OutcomeProblem::problem( Outcome::ByHand ), $parent->id ?? 0 );
	}

	/**
	 * Its document was deleted or cancelled at Sellsy on purpose: there is to be none.
	 *
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function leave_out( int $task_id ): bool {
		$row   = $this->fresh_offers->row( RowAct::LeaveOut, $task_id );
		$facts = $row?->has_cancelled_document() !== true
			? []
			: [ 'cancelled' => $row->problem?->fact( 'number' ) ?? '' ];
		return $row !== null
			&& $this->settle(
				$row,
				OutcomeProblem::problem( Outcome::NotWanted, $facts ),
				$row->parent_id
			);
	}

	/**
	 * The person looks after the money. Whether it stands at Sellsy is not known here from then on.
	 *
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function leave_money( int $task_id ): bool {
		$row = $this->fresh_offers->row( RowAct::LeaveIt, $task_id );
		return $row !== null
			&& $this->settle( $row, OutcomeProblem::problem( Outcome::LeftToPerson ), $row->parent_id );
	}

	private function settle( Task $task, Problem $by_hand, int $parent_id ): bool {
		if ( ! $this->ledger->save( TaskTransitions::settled( $task, $this->clock->now(), $by_hand, $parent_id ) ) ) {
			return false;
		}
		$this->detach->detach( $task );
		$this->attempts->add( $task->id, 0, $this->clock->now(), 'skipped', $by_hand );
		$this->go_on( $task->key->order_id );
		return true;
	}

	/** One wake-up is enough: it works through everything that is due. */
	private function go_on( int $order_id ): void {
		$now = $this->clock->now();
		$due = $this->ledger->follow( $order_id, $now );
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			$goes_on = $row->problem?->traits()->goes_on === true;
			if ( $goes_on && $this->ledger->save( TaskTransitions::due_again( $row, $now ) ) ) {
				$due = $row->id;
			}
		}
		if ( $due !== null ) {
			$this->queue->wake( $due );
		}
	}
}
