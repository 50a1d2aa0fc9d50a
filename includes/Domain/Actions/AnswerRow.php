<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\Balance;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/**
 * A person answers what a row asks: whether an e-mail left, two sums are right, a refund was entered once or twice, and
 * what becomes of a payment. What follows goes on by itself.
 */
final class AnswerRow {

	public const ACTS = [
		RowAct::MarkSent,
		RowAct::AllRight,
		RowAct::OneRefund,
		RowAct::TwoRefunds,
		RowAct::CreditDispute,
		RowAct::LeaveUnpaid,
		RowAct::RecordPayment,
		RowAct::MovePayment,
	];

	/** Of this question alone: another is asked anew. */
	private const ONCE = [ RowAct::CreditDispute, RowAct::RecordPayment ];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly AttemptLog $attempts,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $shown the amount that the person saw, where there is one: another is asked anew.
	 * @return Task|null the row after the try; null where it does not ask this (any more): nothing is changed.
	 */
	public function say( RowAct $act, Task $task, string $shown = '' ): ?Task {
		$row = $this->fresh_offers->row( $act, $task->id );
		if ( $row === null || $act->shown( $row ) !== $shown || ! $this->ledger->save( $this->change( $act, $row ) ) ) {
			return null;
		}
		$this->go_on( $act, $row );
		return $this->ledger->find( $row->id );
	}

	private function change( RowAct $act, Task $row ): ?TaskChange {
		$now   = $this->clock->now();
		$again = match ( $act ) {
			RowAct::MarkSent    => TaskTransitions::settled( $row, $now ),
			RowAct::OneRefund   =>
				TaskTransitions::settled( $row, $now, OutcomeProblem::problem( Outcome::SameRefund ) ),
			RowAct::LeaveUnpaid => $this->is_credited( $row )
				? TaskTransitions::due_again( $row, $now, asked: true )
				: TaskTransitions::settled( $row, $now, OutcomeProblem::problem( Outcome::LeftUnpaid ) ),
			RowAct::AllRight    => TaskTransitions::due_again( $row, $now, says: Balance::seen( $row ) ),
			default             => TaskTransitions::due_again( $row, $now, asked: true ),
		};
		return in_array( $act, self::ONCE, true ) ? $again?->answering( is_done: true ) : $again;
	}

	/** All of the invoice was, since the order is cancelled: nobody owes it, and what went back stands on that note. */
	private function is_credited( Task $row ): bool {
		$rows = $this->ledger->for_order( $row->key->order_id );
		return $row->key->refund_id > 0 && CreditNoteTasks::is_all_credited( $row->parent_id, $rows );
	}

	private function go_on( RowAct $act, Task $row ): void {
		$order_id = $row->key->order_id;
		switch ( $act ) {
			case RowAct::MarkSent:
				$this->attempts->add( $row->id, 0, $this->clock->now(), 'done', null );
				break;
			case RowAct::OneRefund:
			case RowAct::LeaveUnpaid: // Later refunds that waited for it follow.
				$id = $this->ledger->follow( $order_id, $this->clock->now() );
				$id === null ? null : $this->queue->wake( $id );
				break;
			case RowAct::TwoRefunds:
			case RowAct::CreditDispute:
				$this->queue->wake( $row->id );
				break;
			case RowAct::MovePayment: // Who asked for the invoice in its place has read so before.
				$this->task_runner->process( $row->id );
				$this->due->of_order( $order_id );
				break;
			default:
				$this->task_runner->process( $row->id );
		}
	}
}
