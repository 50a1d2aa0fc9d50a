<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** A dispute took the money of an invoice: a person has it credited, or the customer owes it again. */
final class AnswerDispute {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function say( Task $task, string $shown, bool $is_owed ): bool {
		$act = $is_owed ? RowAct::LeaveUnpaid : RowAct::CreditDispute;
		$now = $this->clock->now();
		$row = $this->fresh_offers->row( $act, $task->id );
		if (
			$row === null
			|| $act->shown( $row ) !== $shown
			|| ! $this->ledger->save(
				$is_owed
					? TaskTransitions::settled( $row, $now, OutcomeProblem::problem( Outcome::LeftUnpaid ) )
					: TaskTransitions::due_again( $row, $now, asked: true )?->answering( is_done: true )
			)
		) {
			return false;
		}
		// What is paid back, and later refunds that waited for it, follow.
		$id = $is_owed ? $this->ledger->follow( $task->key->order_id, $now ) : $task->id;
		if ( $id !== null ) {
			$this->queue->wake( $id );
		}
		return true;
	}
}
