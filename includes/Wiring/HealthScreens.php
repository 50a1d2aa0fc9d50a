<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\AttentionCheck;
use OrderInvoicer\Health\Checks\ClashCheck;
use OrderInvoicer\Health\Checks\ConnectionCheck;
use OrderInvoicer\Health\Checks\HooksCheck;
use OrderInvoicer\Health\Checks\LoopbackCheck;
use OrderInvoicer\Health\Checks\OtherInvoicesCheck;
use OrderInvoicer\Health\Checks\PassCheck;
use OrderInvoicer\Health\Checks\SecretsCheck;
use OrderInvoicer\Health\Checks\ServerCheck;
use OrderInvoicer\Health\Checks\TablesCheck;
use OrderInvoicer\Health\Checks\WaitingCheck;
use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Health\EnvironmentFacts;
use OrderInvoicer\Health\HealthReport;
use OrderInvoicer\Health\SiteHealth;
use OrderInvoicer\Health\StatusReport;
use OrderInvoicer\Health\WorkFacts;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\WordPress\Counts\LedgerReport;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Log\LogTail;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\ScheduleFacts;
use OrderInvoicer\WordPress\Queue\SweepHealth;
use OrderInvoicer\WordPress\Queue\SweepSchedule;
use OrderInvoicer\WordPress\Stock\OptionStockLooks;
use OrderInvoicer\WordPress\System\OwnRoute;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;

/** Whether all is well, and what to tell people who help. */
final class HealthScreens {

	private readonly TablesCheck $tables;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly ConnectionView $connection,
		private readonly StatusView $status,
		private readonly Heartbeat $heartbeat,
		private readonly OwnRoute $route,
	) {
		$this->tables = new TablesCheck( new Schema( $on->wpdb() ) );
	}

	public function site_health(): SiteHealth {
		return new SiteHealth( $this->report(), $this->loopback() );
	}

	public function status_report(): StatusReport {
		return new StatusReport( $this->report(), $this->on->settings(), $this->connection, $this->status );
	}

	public function diagnostics(): Diagnostics {
		$sql = new Sql( $this->on->wpdb() );
		return new Diagnostics(
			$this->report(),
			new EnvironmentFacts( $this->on->wpdb() ),
			new WorkFacts(
				$this->connection,
				$this->status,
				$this->on->pauses(),
				$this->on->counts(),
				new ScheduleFacts(),
				$this->tables,
				new HooksInPlace(),
				$this->sellsy->credentials(),
				$this->sellsy->quota(),
				new OptionStockLooks( $this->on->options() )
			),
			$this->on->settings(),
			$this->on->settings_array,
			new LedgerReport( $sql ),
			$this->on->ledger(),
			$this->on->attempts(),
			new LogTail( $sql ),
			$this->on->clock
		);
	}

	private function groups(): ProblemGroups {
		return new ProblemGroups( new TaskTable( new Sql( $this->on->wpdb() ), $this->on->clock ) );
	}

	public function report(): HealthReport {
		$shop = new ShopChecks( $this->on, $this->sellsy );
		return new HealthReport(
			[
				new ConnectionCheck( $this->connection ),
				new SecretsCheck( $this->sellsy->credentials() ),
				new ClashCheck( $this->status ),
				new WaitingCheck( $this->status, $this->on->clock ),
				new AttentionCheck( $this->groups() ),
				new PassCheck(
					sweep: new SweepHealth( $this->heartbeat, new SweepSchedule(), $this->on->clock ),
					schedule: new ScheduleFacts(),
					clock: $this->on->clock,
					wp_cron_is_off: defined( 'DISABLE_WP_CRON' ) && (bool) DISABLE_WP_CRON
				),
				$this->loopback(),
				new HooksCheck( new HooksInPlace() ),
				new OtherInvoicesCheck( $this->on->settings() ),
				$this->tables,
				new ServerCheck(),
				...$shop->site( $this->heartbeat, $this->route ),
				...$shop->access( $this->connection ),
				...$shop->taxes(),
				...$shop->sold(),
			]
		);
	}

	private function loopback(): LoopbackCheck {
		return new LoopbackCheck( $this->heartbeat, $this->route );
	}
}
