<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\CliRegistration;
use OrderInvoicer\Cli\Commands;
use OrderInvoicer\Cli\DiagnosticsCommand;
use OrderInvoicer\Cli\EarlierPaymentsCommand;
use OrderInvoicer\Cli\ImportSettings;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Cli\ReissueCommand;
use OrderInvoicer\Cli\SettingsCommands;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Wording\EarlierPaymentsText;

/** The commands of WP-CLI. */
final class CommandParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Engine $engine,
		private readonly Views $views,
	) {}

	public function registration( Connection $connection, HealthScreens $health ): CliRegistration {
		$this->on->sql()->read_what_was_written();
		$output   = new Output();
		$settings = $this->on->settings();
		$old      = new OldOrdersScreens( $this->on, $this->sellsy, $this->engine );
		$import   = new ImportSettings(
			new SchemaSet(),
			$this->engine->change_settings(),
			$connection,
			new ConnectionErrors()
		);
		return new CliRegistration(
			new Commands(
				$this->views->status_view(),
				$this->views->connection_view(),
				$settings,
				$this->engine->sync_order(),
				$this->engine->due_task_runner(),
				$this->views->task_view(),
				$this->on->problem_text(),
				$output
			),
			new SettingsCommands(
				$settings,
				$this->on->settings_array,
				$import,
				$this->views->connection_view(),
				$this->views->mended_view(),
				$output
			),
			$old->dry_run_command( $output ),
			$old->backfill_command( $output ),
			new ReissueCommand( $this->engine->reissue_invoice(), $this->views->task_view(), $output ),
			new DiagnosticsCommand( $health->diagnostics() ),
			( new StockScreens( $this->on, $this->sellsy, $this->engine ) )->command( $output ),
			new EarlierPaymentsCommand( $this->engine->record_earlier(), new EarlierPaymentsText() )
		);
	}
}
