<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** A dispute took the money of an invoice: a person has it credited, or the customer owes it again. */
final class AnswerDispute {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function say( Task $task, string $shown, bool $is_owed ): bool {
		$now    = $this->clock->now();
		$change = static fn ( Task $task ): ?TaskChange => match ( true ) {
			$shown === '' || $task->asked_amount( ProblemCode::Disputed ) !== $shown => null,
			$is_owed => TaskTransitions::settled( $task, $now, OutcomeProblem::problem( Outcome::LeftUnpaid ) ),
			default  => TaskTransitions::due_again( $task, $now, asked: true )?->answering( is_done: true ),
		};
		if ( FreshTask::change( $this->ledger, $task->id, $change ) === null ) {
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
