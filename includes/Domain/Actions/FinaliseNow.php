<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/** A person makes a draft final, whatever the settings say. All checks are still made first. */
final class FinaliseNow {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * @param int $task_id the row that made the document.
	 * @return Task|null the row that makes it final, after the try; null where there is no draft.
	 */
	public function finalise( int $task_id ): ?Task {
		$row = $this->fresh_offers->row( RowAct::Finalise, $task_id );
		return $row === null ? null : $this->finalise_row( $row );
	}

	/** The order may have been edited a moment ago: its draft comes first. */
	private function finalise_row( Task $task ): ?Task {
		$kind = $task->key->effect->creates() ?? throw new \LogicException( 'The row makes no document.' );
		$key  = $task->key->beside( Effect::validate( $kind ), $task->key->part );
		$now  = $this->clock->now();
		$this->ledger->follow( $key->order_id, $now );
		$this->due->of_order( $key->order_id );
		// It still is a draft, whatever somebody said.
		$again = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $now, true, by_hand: true );
		$id    = FreshTask::ask( $this->ledger, $key, $now, $task->id, $again );
		$this->task_runner->process( $id );
		$this->due->of_order( $key->order_id );
		return $this->ledger->find( $id );
	}
}
