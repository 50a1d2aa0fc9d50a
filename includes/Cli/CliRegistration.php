<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

/** Registers `wp orderinvoicer` when WP-CLI runs. */
final class CliRegistration {

	public function __construct(
		private readonly Commands $commands,
		private readonly SettingsCommands $settings,
		private readonly DryRunCommand $dry_run,
		private readonly BackfillCommand $backfill,
		private readonly ReissueCommand $reissue,
		private readonly DiagnosticsCommand $diagnostics,
		private readonly StockCommand $stock,
	) {}

	public function register(): void {
		if ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) {
			\WP_CLI::add_command( 'orderinvoicer', $this->commands );
			\WP_CLI::add_command( 'orderinvoicer settings', $this->settings );
			\WP_CLI::add_command( 'orderinvoicer dry-run', $this->dry_run );
			\WP_CLI::add_command( 'orderinvoicer backfill', $this->backfill );
			\WP_CLI::add_command( 'orderinvoicer reissue', $this->reissue );
			\WP_CLI::add_command( 'orderinvoicer diagnostics', $this->diagnostics );
			\WP_CLI::add_command( 'orderinvoicer stock', $this->stock );
		}
	}
}
