<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * Writes a plan into the ledger, one row for each document, and wakes a runner once. The work itself is the queue's:
 * nothing here asks Sellsy. A row that was opened meanwhile, by a second click or a hook, is that very row.
 */
final class CarryOutBulk {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return list<int> the rows that are due now. */
	public function carry_out( BulkRequest $request, BulkPlan $plan ): array {
		$ids = [];
		foreach ( $plan->steps as $step ) {
			$id = match ( true ) {
				$request->act === BulkAct::Finalise => $this->finalise( $step ),
				$request->act === BulkAct::Retry    => $this->again( $step, false ),
				$request->kind === null => $this->as_the_rules_say( $step ),
				default => $this->ledger->open( $step->key, $this->clock->now(), asked: true )
					?? $this->again( $step, true ),
			};
			if ( $id !== null ) {
				$ids[] = $id;
			}
		}
		if ( $ids !== [] ) {
			$this->queue->wake( $ids[ count( $ids ) - 1 ] );
		}
		return $ids;
	}

	/** The order may have been edited a moment ago: the row that looks after it is due first. */
	private function finalise( BulkStep $step ): ?int {
		$now = $this->clock->now();
		$this->ledger->follow( $step->key->order_id, $now );
		return $this->ledger->open( $step->key, $now, $step->draft_id, true ) ?? $this->again( $step, true );
	}

	/** Not "asked": the settings decide again when the row is worked. */
	private function as_the_rules_say( BulkStep $step ): ?int {
		$now    = $this->clock->now();
		$reopen = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::reopened( $task, $now, $task->parent_id, false );
		return $this->ledger->open( $step->key, $now ) ?? FreshTask::change( $this->ledger, $step->key, $reopen );
	}

	private function again( BulkStep $step, bool $asked ): ?int {
		$now   = $this->clock->now();
		$again = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $now, $asked );
		return FreshTask::change( $this->ledger, $step->key, $again );
	}
}
