<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\MenuBubble;
use OrderInvoicer\Health\Heartbeat;
use OrderInvoicer\Health\HooksInPlace;
use OrderInvoicer\Health\SweepHealth;
use OrderInvoicer\Jobs\SweepSchedule;
use OrderInvoicer\Persistence\FailedTries;
use OrderInvoicer\Persistence\MadeDocuments;
use OrderInvoicer\Persistence\ProblemGroups;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\SyncTable;
use OrderInvoicer\Rest\ConnectionView;
use OrderInvoicer\Rest\DocumentsView;
use OrderInvoicer\Rest\NeedsYouView;
use OrderInvoicer\Rest\OverviewController;
use OrderInvoicer\Rest\OverviewView;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Rest\StatusView;
use OrderInvoicer\Rest\SyncView;
use OrderInvoicer\WooCommerce\DocumentNames;

/** What says whether all is well: the first page, and the count in the menu. */
final class OverviewParts {

	private readonly Sql $sql;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {
		$this->sql = new Sql( $on->wpdb() );
	}

	public function controller( SchemaSet $schemas, StatusView $status, ConnectionView $connection, SyncView $syncs ): OverviewController {
		$clock = $this->on->clock;
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
				new DocumentsView( new MadeDocuments( $this->sql ), $syncs, new DocumentNames(), $this->on->pages(), $clock ),
				new NeedsYouView( $this->groups(), $this->on->ledger(), $syncs ),
				$clock
			)
		);
	}

	public function menu_bubble(): MenuBubble {
		return new MenuBubble( $this->groups() );
	}

	private function groups(): ProblemGroups {
		return new ProblemGroups( new SyncTable( $this->sql, $this->on->clock ) );
	}
}
