<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderEmailActions;
use OrderInvoicer\Admin\OrderQuestions;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Reports\CreditPreviewView;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Customers\CustomerController;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Orders\OrdersController;
use OrderInvoicer\Rest\Preview\CreditPreviewController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\Tasks\TaskActsController;
use OrderInvoicer\Rest\Tasks\TaskQuery;
use OrderInvoicer\Rest\Tasks\TasksController;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\BulkText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskPages;
use OrderInvoicer\WordPress\Tables\TaskTable;

/** Where people and programs meet an order's tasks, and what they do with them. */
final class TaskScreens {

	public function __construct(
		private readonly Foundation $on,
		private readonly Engine $engine,
		private readonly Views $views,
	) {}

	/** @return list<BaseController> */
	public function rest( SchemaSet $schemas ): array {
		$ledger   = $this->on->ledger();
		$access   = new OrderAccess( $ledger );
		$problems = $this->views->problems();
		$view     = $this->views->task_view();
		$preview  = $this->engine->preview_credit_note();
		return [
			$this->list( $schemas, $view ),
			new CustomerController(
				$schemas,
				$ledger,
				$this->on->settings(),
				$this->engine->choose_customer(),
				$view,
				$access,
				new FailureProblem(),
				$problems
			),
			$this->acts( $schemas, $view, $access ),
			new CreditPreviewController(
				$schemas,
				$preview,
				new CreditPreviewView( $problems ),
				$access,
				$problems
			),
			new OrdersController(
				$schemas,
				$this->engine->sync_order(),
				$this->engine->money_came(),
				$ledger,
				$view,
				$access,
				$this->views->timeline(),
				$problems
			),
		];
	}

	private function acts( SchemaSet $schemas, TaskView $view, OrderAccess $access ): TaskActsController {
		return new TaskActsController(
			schemas: $schemas,
			ledger: $this->on->ledger(),
			acts: $this->engine->task_acts(),
			reissue: $this->engine->reissue_invoice(),
			companies: $this->engine->decide_company(),
			view: $view,
			access: $access,
			texts: new ActText()
		);
	}

	public function order_emails(): OrderEmailActions {
		return new OrderEmailActions(
			$this->engine->email_document(),
			$this->on->ledger(),
			$this->on->problem_text(),
			$this->on->logger()
		);
	}

	public function order_actions( OrderQuestions $asks, BuiltScript $script ): OrderActions {
		return new OrderActions(
			$this->engine->sync_order(),
			$this->engine->task_acts(),
			$this->engine->choose_customer(),
			$this->engine->decide_company(),
			$asks,
			$script,
			$this->engine->task_runner(),
			$this->on->ledger(),
			$this->on->problem_text(),
			new ActText(),
			$this->on->logger()
		);
	}

	private function list( SchemaSet $schemas, TaskView $view ): TasksController {
		return new TasksController(
			$schemas,
			$this->on->ledger(),
			$this->engine->retry_task(),
			$view,
			new TaskQuery(),
			$this->on->counts(),
			new TaskPages( new TaskTable( new Sql( $this->on->wpdb() ), $this->on->clock ) ),
			$this->engine->plan_retry_all(),
			$this->engine->mended_rows(),
			new BulkText( new DocumentNames() )
		);
	}
}
