<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A person did at Sellsy what this plugin could not do. The row is left out for good, and what waited for it goes on.
 */
final class MarkDoneByHand {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly RowActs $acts,
		private readonly AttemptLog $attempts,
		private readonly DetachDocument $detach,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function mark( int $task_id ): bool {
		$row = $this->asked( $task_id, RowAct::DoneByHand );
		if ( $row === null ) {
			return false;
		}
		$parent = $this->is_of_refund( $row ) ? $this->invoice( $row ) : $this->ledger->find( $row->parent_id );
		return $this->can_be_credited( $row, $parent )
			&& $this->settle( $row, OutcomeProblem::problem( Outcome::ByHand ), $parent->id ?? 0 );
	}

	/**
	 * Its document was deleted or cancelled at Sellsy on purpose: there is to be none.
	 *
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function leave_out( int $task_id ): bool {
		$row   = $this->asked( $task_id, RowAct::LeaveOut );
		$facts = $row?->has_cancelled_document() !== true
			? []
			: [ 'cancelled' => $row->problem?->fact( 'number' ) ?? '' ];
		return $row !== null
			&& ! $this->is_waited_for( $row )
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
		$row = $this->asked( $task_id, RowAct::LeaveIt );
		return $row !== null
			&& $this->settle( $row, OutcomeProblem::problem( Outcome::LeftToPerson ), $row->parent_id );
	}

	/** An invoice is issued anew once all that is left of the one before is credited. */
	private function is_waited_for( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote
			&& $task->key->refund_id === 0
			&& $this->ledger->find_by_key( $task->key->replacing_invoice() ) !== null;
	}

	private function asked( int $task_id, RowAct $act ): ?Task {
		$row = $this->ledger->find( $task_id );
		return $row !== null && in_array( $act, $this->acts->acts( $row ), true ) ? $row : null;
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

	private function is_of_refund( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id > 0;
	}

	/**
	 * The newest of the order: where the refund's own was issued anew, it was credited in full, and the person's credit
	 * note is the new one's.
	 */
	private function invoice( Task $task ): ?Task {
		$invoice = $this->ledger->find( $task->parent_id );
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $other ) {
			$invoice = $other->key->effect === Effect::CreateInvoice
				&& ( $other->has_document() || $other->is_by_hand() )
					? $other
					: $invoice;
		}
		return $invoice;
	}

	/**
	 * A draft is changed instead, and each update of it would bring the refund back; one that was credited in full has
	 * nothing left.
	 */
	private function can_be_credited( Task $task, ?Task $invoice ): bool {
		if ( $task->key->effect !== Effect::CreateCreditNote || $invoice === null ) {
			return true;
		}
		$is_draft = $invoice->has_document() && $invoice->remote_number === '';
		$is_whole = static fn ( Task $other ): bool => ! $other->is_by_hand()
			&& (
				CreditNoteTasks::takes_all( $other, $invoice->id )
				|| (
					$other->state === TaskState::Working
					&& $other->key->effect === Effect::CreateCreditNote
					&& $other->key->refund_id === 0
					&& $other->parent_id === $invoice->id
				)
			);
		return ! $is_draft
			&& ! (
				$this->is_of_refund( $task )
				&& array_filter( $this->ledger->for_order( $task->key->order_id ), $is_whole ) !== []
			);
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
