<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\MenuBubble;
use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\DocumentsView;
use OrderInvoicer\Reports\MendedView;
use OrderInvoicer\Reports\MoneyView;
use OrderInvoicer\Reports\NeedsYouView;
use OrderInvoicer\Reports\OverviewView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\Overview\OverviewController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Wording\FillText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\WordPress\Counts\FailedTries;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Options\OptionReportFilled;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\SweepHealth;
use OrderInvoicer\WordPress\Queue\SweepSchedule;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;

/** What says whether all is well: the first page, and the count in the menu. */
final class OverviewParts {

	private readonly Sql $sql;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {
		$this->sql = new Sql( $on->wpdb() );
	}

	public function controller(
		SchemaSet $schemas,
		StatusView $status,
		ConnectionView $connection,
		TaskView $tasks,
		MendedView $mended,
		Diagnostics $diagnostics,
	): OverviewController {
		$clock = $this->on->clock;
		$made  = new MadeDocuments( $this->sql );
		return new OverviewController(
			$schemas,
			new OverviewView(
				$status,
				$connection,
				$this->on->settings(),
				new SweepHealth( new Heartbeat( $clock ), new SweepSchedule(), $clock ),
				new HooksInPlace(),
				new FailedTries( $this->sql ),
				$this->sellsy->quota(),
				$this->money_view( $made ),
				new DocumentsView(
					$made,
					$this->on->hourly_count(),
					$tasks,
					new DocumentNames(),
					$this->on->pages(),
					$clock
				),
				new NeedsYouView( $this->groups(), $this->on->ledger(), $tasks, $mended ),
				$clock
			),
			$diagnostics
		);
	}

	private function money_view( MadeDocuments $made ): MoneyView {
		return new MoneyView(
			money: new MoneyOfMonths( $this->sql ),
			made: $made,
			hourly: $this->on->hourly_count(),
			filled: new OptionReportFilled( $this->on->options() ),
			texts: new FillText(),
			clock: $this->on->clock
		);
	}

	public function menu_bubble(): MenuBubble {
		return new MenuBubble( $this->groups() );
	}

	private function groups(): ProblemGroups {
		return new ProblemGroups( new TaskTable( $this->sql, $this->on->clock ) );
	}
}
