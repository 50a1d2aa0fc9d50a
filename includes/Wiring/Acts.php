<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\Ledger\Task;

/** What each act calls, but those with which a person says more: `choose_customer` a customer, `make_now` a kind. */
final class Acts {

	public function __construct(
		private readonly Foundation $on,
		private readonly Engine $engine,
	) {}

	public function acts(): TaskActs {
		return new TaskActs(
			$this->on->ledger(),
			[
				RowAct::MarkSent->value   => fn ( Task $task ): bool => $this->engine->mark_sent()->mark( $task->id ),
				RowAct::SendAgain->value  => $this->retry( ... ),
				RowAct::Retry->value      => $this->retry( ... ),
				RowAct::LeaveOut->value   => fn ( Task $task ): bool => $this->engine->mark_done_by_hand()->leave_out( $task->id ),
				RowAct::DoneByHand->value => fn ( Task $task ): bool => $this->engine->mark_done_by_hand()->mark( $task->id ),
				RowAct::Keep->value       => fn ( Task $task ): bool => $this->engine->keep_invoice()->keep( $task->id ),
				RowAct::Reissue->value    => fn ( Task $task ): ?Task => $this->engine->reissue_invoice()->now( $task->key->order_id, $task->id ),
				RowAct::Finalise->value   => fn ( Task $task ): ?Task => $this->engine->finalise_now()->finalise( $task->id ),
			]
		);
	}

	/** What cannot be tried again stays as it is, and is shown. */
	private function retry( Task $task, bool $by_hand ): bool {
		$this->engine->retry_sync()->retry( $task->id, $by_hand );
		return true;
	}
}
