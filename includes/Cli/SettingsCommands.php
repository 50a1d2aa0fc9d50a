<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\MendedView;

/**
 * Reads and imports settings, in the form of the REST API.
 */
final class SettingsCommands {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly ImportSettings $import,
		private readonly ConnectionView $connection,
		private readonly MendedView $mended,
		private readonly Output $output,
		private readonly StrangeSettings $strange = new StrangeSettings(),
	) {}

	/**
	 * Shows the settings, without secrets.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to show them.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer settings get --format=json > settings.json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function get( array $args, array $options ): void {
		$this->output->show( $this->arrays->to_array( $this->settings->get() ), $options );
	}

	/**
	 * Imports settings from a JSON file; what it leaves out stays as it is.
	 *
	 * The file may hold the credentials too: `"connection": { "client_id": "…", "client_secret": "…" }`. They are
	 * encrypted and never shown. Where Sellsy refuses them, nothing of the file is imported.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : The file, or - for standard input.
	 *
	 * [--format=<format>]
	 * : How to show the settings afterwards.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer settings import settings.json
	 *     cat settings.json | wp orderinvoicer settings import -
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function import( array $args, array $options ): void {
		$file = $args[0] ?? '';
		// a file of the person at the terminal, or standard input.
		// phpcs:disable WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
		$json   = $file === '-' || is_readable( $file )
			? (string) file_get_contents( $file === '-' ? 'php://stdin' : $file )
			: '';
		$failed = $this->import->import( $json );
		// phpcs:enable WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
		if ( $failed !== null ) {
			\WP_CLI::error( $failed->get_error_message() );
		}
		$this->get( [], $options );
		$mended = $this->mended->current();
		if ( $mended !== null ) {
			$how = __( 'Nothing goes on by itself: say so on the overview.', 'orderinvoicer' );
			\WP_CLI::warning( "{$mended['says']} $how" );
		}
		foreach ( $this->strange->in( $this->settings->get() ) as $sentence ) {
			\WP_CLI::warning( $sentence );
		}
		$problem = new Values( (array) ( $this->connection->connection()['problem'] ?? [] ) );
		if ( $problem->text( 'code', '' ) !== '' ) {
			\WP_CLI::warning( "{$problem->text( 'text', '' )} {$problem->text( 'next_step', '' )}" );
		}
	}
}
