<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\BackfillCommand;
use OrderInvoicer\Cli\DryRunCommand;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Domain\Backfill\BackfillOrders;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Reports\BackfillView;
use OrderInvoicer\Reports\DryRunView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\Backfill\BackfillController;
use OrderInvoicer\Rest\Backfill\BackfillCountController;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Preview\DryRunController;
use OrderInvoicer\Rest\SchemaSet;

/** Where people and programs meet the dry run and the back-fill. */
final class OldOrdersScreens {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Engine $engine,
	) {}

	/** @return list<BaseController> */
	public function rest( SchemaSet $schemas ): array {
		$account  = $this->sellsy->account();
		$settings = $this->on->settings();
		$problems = $this->problems();
		$failures = new FailureProblem();
		return [
			new DryRunController(
				$schemas,
				$this->engine->dry_run(),
				new DryRunView( $problems, $this->on->rule_text() ),
				$account,
				$settings,
				$this->on->settings_array,
				$failures,
				$problems
			),
			new BackfillController(
				$schemas,
				$this->engine->start_backfill(),
				$this->engine->steer_backfill(),
				$this->chosen(),
				$this->view()
			),
			new BackfillCountController(
				$schemas,
				$this->engine->count_backfill(),
				$this->on->order_history(),
				$this->chosen(),
				$account,
				$settings,
				$failures,
				$problems
			),
		];
	}

	public function backfill_command( Output $output ): BackfillCommand {
		return new BackfillCommand(
			$this->engine->start_backfill(),
			$this->engine->steer_backfill(),
			$this->on->order_history(),
			$this->chosen(),
			$this->view(),
			$output
		);
	}

	public function dry_run_command( Output $output ): DryRunCommand {
		return new DryRunCommand(
			$this->engine->dry_run(),
			new DryRunView( $this->problems(), $this->on->rule_text() ),
			$this->on->settings(),
			$this->sellsy->account(),
			$this->on->problem_text(),
			$output
		);
	}

	private function chosen(): BackfillOrders {
		return new BackfillOrders( $this->on->clock );
	}

	private function view(): BackfillView {
		return new BackfillView( $this->on->backfills(), $this->engine->backfill_progress() );
	}

	private function problems(): ProblemView {
		return new ProblemView( $this->on->problem_text() );
	}
}
