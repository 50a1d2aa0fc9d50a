<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderList\DocumentPills;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\MendedView;
use OrderInvoicer\Reports\OrderSheetView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Reports\SupportText;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Reports\TimelineView;
use OrderInvoicer\Rest\Routes;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\BulkText;
use OrderInvoicer\Wording\CompanyText;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Names\RightText;
use OrderInvoicer\Wording\OutlookText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\StepText;
use OrderInvoicer\Wording\TaskText;
use OrderInvoicer\WordPress\Options\OptionConnection;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\System\OwnRoute;

/** How connection, work, tasks and problems are told, wherever they are shown. */
final class Views {

	/** @param \Closure(): Engine $engine which most pages need nothing of. */
	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly \Closure $engine,
	) {}

	public function heartbeat(): Heartbeat {
		return new Heartbeat( $this->on->clock );
	}

	public function own_route(): OwnRoute {
		return new OwnRoute( Routes::REST_NAMESPACE, $this->on->clock );
	}

	public function connection_view(): ConnectionView {
		return new ConnectionView(
			credentials: $this->sellsy->credentials(),
			access: $this->sellsy->access(),
			last: new OptionConnection(),
			pauses: $this->on->pauses(),
			problems: $this->problems(),
			rights: $this->sellsy->rights(),
			texts: new RightText(),
			account: $this->sellsy->account(),
			failures: $this->on->failure_count(),
			calls: $this->sellsy->quota()
		);
	}

	public function status_view(): StatusView {
		return new StatusView(
			pauses: $this->on->pauses(),
			ledger: $this->on->ledger(),
			heartbeat: $this->heartbeat(),
			clock: $this->on->clock,
			problems: $this->problems(),
			clashes: $this->on->clashes(),
			pages: $this->on->pages(),
			counts: $this->on->counts(),
			drafts: $this->on->draft_looks(),
			sellsy: $this->on->looks(),
		);
	}

	public function mended_view(): MendedView {
		return new MendedView(
			$this->engine()->mended_rows(),
			$this->on->ledger(),
			$this->engine()->plan_retry_all(),
			new BulkText( new DocumentNames() )
		);
	}

	public function task_view(): TaskView {
		return new TaskView(
			$this->on->pages(),
			$this->problems(),
			$this->task_text(),
			new RowActs(),
			$this->final_text()
		);
	}

	public function task_text(): TaskText {
		$names = new DocumentNames();
		return new TaskText( $this->on->problem_text(), $this->on->pages(), new EffectText( $names ), $names );
	}

	public function document_pills(): DocumentPills {
		return new DocumentPills( $this->task_text(), $this->list_text() );
	}

	public function list_text(): ListText {
		return new ListText( $this->task_text(), new DocumentNames() );
	}

	public function sheet_text(): SheetText {
		return new SheetText( $this->task_text(), new DocumentNames() );
	}

	public function outlook_text(): OutlookText {
		return new OutlookText( $this->on->problem_text(), new DocumentNames(), $this->on->rule_text() );
	}

	public function order_sheet(): OrderSheetView {
		return new OrderSheetView(
			$this->task_text(),
			$this->sheet_text(),
			$this->outlook_text(),
			$this->on->pages(),
			$this->problems(),
			$this->on->rule_text()
		);
	}

	public function final_text(): FinalText {
		return new FinalText(
			$this->on->settings(),
			$this->engine()->sale_orders(),
			$this->engine()->billable_order(),
			$this->on->clock,
			new DocumentNames(),
			$this->on->problem_text(),
			new CompanyText( $this->engine()->weigh_company(), new AmountText() )
		);
	}

	public function timeline(): TimelineView {
		return new TimelineView(
			$this->on->attempts(),
			$this->task_view(),
			$this->problems(),
			new StepText( new DocumentNames() ),
			new SupportText()
		);
	}

	public function problems(): ProblemView {
		return new ProblemView( $this->on->problem_text() );
	}

	private function engine(): Engine {
		return ( $this->engine )();
	}
}
