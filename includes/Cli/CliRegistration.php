<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

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
		private readonly EarlierPaymentsCommand $earlier,
	) {}

	public function register(): void {
		if ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) {
			$options = [ 'before_invoke' => self::explain_the_database( ... ) ];
			\WP_CLI::add_command( 'orderinvoicer', $this->commands, $options );
			\WP_CLI::add_command( 'orderinvoicer settings', $this->settings, $options );
			\WP_CLI::add_command( 'orderinvoicer dry-run', $this->dry_run, $options );
			\WP_CLI::add_command( 'orderinvoicer backfill', $this->backfill, $options );
			\WP_CLI::add_command( 'orderinvoicer reissue', $this->reissue, $options );
			\WP_CLI::add_command( 'orderinvoicer diagnostics', $this->diagnostics, $options );
			\WP_CLI::add_command( 'orderinvoicer stock', $this->stock, $options );
			\WP_CLI::add_command( 'orderinvoicer earlier-payments', $this->earlier, $options );
		}
	}

	/** What the database refused would end in WordPress's "critical error" and say nothing. */
	public static function explain_the_database(): void {
		set_exception_handler(
			static function ( \Throwable $error ): never {
				if ( $error instanceof DatabaseRefused ) {
					\WP_CLI::error(
						Refusal::database()->get_error_message() . ' '
							. __( 'Tools, Site Health says which table is missing.', 'orderinvoicer' )
					);
				}
				throw $error;
			}
		);
	}
}
