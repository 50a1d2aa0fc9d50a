<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Failures\RetryPolicy;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\FailureHandler;
use OrderInvoicer\Domain\Work\FinaliseTurn;
use OrderInvoicer\Domain\Work\HeldEmailRunner;
use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\WorkGate;

/** The runner: what is due, one task after the other. */
final class WorkModule {

	public readonly WorkGate $work_gate;
	public readonly TaskRunner $task_runner;
	public readonly DueTaskRunner $due_task_runner;
	public readonly OneRunner $one_runner;
	public readonly HeldEmailRunner $held_email_runner;

	public function __construct(
		private readonly Ports $ports,
		private readonly AccountModule $account,
		private readonly PausesModule $pauses,
		private readonly RemoteIdsModule $remote_ids,
		private readonly DocumentsModule $documents,
		private readonly HandlersModule $handlers,
		BackfillModule $backfill,
	) {
		$this->work_gate       = $this->work_gate();
		$this->task_runner     = $this->task_runner();
		$this->held_email_runner = new HeldEmailRunner( $ports->ledger(), $this->task_runner, $ports->clock() );
		$this->due_task_runner = new DueTaskRunner(
			$ports->ledger(),
			$ports->due_tasks(),
			new FinaliseTurn( $ports->remote_id_store(), $ports->clock(), $ports->randomness() ),
			$this->task_runner,
			$backfill->feed_backfill,
			$this->work_gate,
			$ports->clock(),
			$ports->calls_left(),
			$ports->sleep(),
			$ports->queue(),
			$documents->recent_answers,
			$this->held_email_runner
		);
		$this->one_runner      = new OneRunner(
			$this->due_task_runner,
			$ports->ledger(),
			$ports->remote_id_store(),
			$ports->clock(),
			$ports->randomness()
		);
	}

	private function work_gate(): WorkGate {
		return new WorkGate(
			$this->account->site_guard,
			$this->ports->account(),
			$this->ports->pauses(),
			$this->ports->failure_count(),
			$this->pauses->failure_pause,
			$this->ports->clock(),
			$this->ports->logger(),
			$this->remote_ids->opened_elsewhere
		);
	}

	private function task_runner(): TaskRunner {
		return new TaskRunner(
			gate: $this->work_gate,
			ledger: $this->ports->ledger(),
			effects: $this->handlers->handlers,
			failed: $this->failure_handler(),
			retries: new RetryPolicy(),
			clock: $this->ports->clock(),
			randomness: $this->ports->randomness(),
			logger: $this->ports->logger(),
			trail: $this->ports->trail(),
			memory: $this->ports->runtime_cache(),
			look_around: $this->remote_ids->look_around,
			answers: $this->documents->recent_answers,
			tell_apart: $this->remote_ids->tell_apart
		);
	}

	private function failure_handler(): FailureHandler {
		return new FailureHandler(
			$this->ports->ledger(),
			$this->ports->attempts(),
			$this->ports->pauses(),
			$this->ports->failure_count(),
			new RetryPolicy(),
			new FailureProblem(),
			$this->pauses->failure_pause,
			$this->ports->order_links(),
			$this->ports->queue(),
			$this->ports->clock(),
			$this->ports->randomness()
		);
	}
}
