<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\StateRule;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\Mended;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Sellsy\Auth\Credentials;

/**
 * Reads and imports settings, in the form of the REST API.
 */
final class SettingsCommands implements Command {

	public const NAME = 'orderinvoicer settings';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly ConnectionView $connection_view,
		private readonly Mended $mended,
		private readonly Output $output,
		private readonly SchemaSet $schemas,
		private readonly ChangeSettings $change,
		private readonly Connection $connection,
		private readonly ConnectionErrors $errors,
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
		$failed = $this->imported( $json );
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
		foreach ( $this->strange_in( $this->settings->get() ) as $sentence ) {
			\WP_CLI::warning( $sentence );
		}
		$problem = new Values( (array) ( $this->connection_view->connection()['problem'] ?? [] ) );
		if ( $problem->text( 'code', '' ) !== '' ) {
			\WP_CLI::warning( "{$problem->text( 'text', '' )} {$problem->text( 'next_step', '' )}" );
		}
	}

	/** @return list<string> what the settings name and this shop does not have: mostly they come from another. */
	private function strange_in( Settings $settings ): array {
		$known    = array_keys( wc_get_order_statuses() );
		$statuses = array_filter(
			array_unique( $this->statuses( $settings ) ),
			static fn ( string $status ): bool => ! in_array( "wc-$status", $known, true )
		);
		$rates    = array_filter(
			array_keys( $settings->tax_rates ),
			static fn ( int $id ): bool => \WC_Tax::_get_tax_rate( $id ) === null
		);
		return [
			...array_map( $this->no_status( ... ), array_values( $statuses ) ),
			...array_map( $this->no_rate( ... ), array_values( $rates ) ),
		];
	}

	/** @return list<string> all that are named. */
	private function statuses( Settings $settings ): array {
		$statuses = [ $settings->talk_back->proforma_accepted, $settings->talk_back->proforma_invoiced ];
		foreach ( $settings->states as $rule ) {
			$statuses[] = $rule->status === StateRule::SHIPPED ? '' : $rule->status;
		}
		foreach ( $settings->workflows as $workflow ) {
			foreach ( [ $workflow, ...$workflow->rules ] as $one ) {
				$is_status  = str_starts_with( $one->trigger->value, Trigger::STATUS );
				$statuses[] = $is_status ? substr( $one->trigger->value, strlen( Trigger::STATUS ) ) : '';
			}
		}
		return array_values( array_diff( $statuses, [ '' ] ) );
	}

	private function no_status( string $status ): string {
		return sprintf(
			/* translators: %s: an order status, such as at-the-warehouse. */
			__( 'This shop has no order status "%s": nothing happens by it.', 'orderinvoicer' ),
			$status
		);
	}

	private function no_rate( int $rate_id ): string {
		return sprintf(
			/* translators: %d: id of a tax rate. */
			__(
				'This shop has no tax rate with the id %d: the tax of Sellsy beside it is used for no order.',
				'orderinvoicer'
			),
			$rate_id
		);
	}

	/**
	 * Settings, and with them the connection, from JSON that is checked against the same schema as the REST API's.
	 * Everything that may be refused is checked before anything is stored. The connection comes last, because it sets
	 * the start date that the file may hold.
	 *
	 * @return \WP_Error|null why it was refused; never holds a value of the file.
	 */
	private function imported( string $json ): ?\WP_Error {
		$data = json_decode( $json, true );
		if ( ! is_array( $data ) ) {
			return new \WP_Error(
				'orderinvoicer_invalid',
				__( 'Nothing was imported: the file cannot be read or is no JSON object. "wp orderinvoicer settings get --format=json" shows one.', 'orderinvoicer' )
			);
		}
		$schema  = $this->schemas->get( 'settings-import' );
		$checked = rest_validate_value_from_schema( $data, $schema, 'settings' );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$clean = rest_sanitize_value_from_schema( $data, $schema );
		return is_array( $clean )
			? $this->refused( $clean ) ?? $this->changed( $clean ) ?? $this->connected( $clean )
			: null;
	}

	/** @param array<mixed> $data */
	private function refused( array $data ): ?\WP_Error {
		$entered = $this->entered( $data );
		return match ( true ) {
			$entered === null                      => null,
			$this->connection->is_fixed()          => $this->errors->fixed(),
			$this->connection->refuses( $entered ) => $this->errors->keys_refused( $this->connection->has_keys() ),
			default                                => null,
		};
	}

	/** @param array<mixed> $data */
	private function connected( array $data ): ?\WP_Error {
		$entered = $this->entered( $data );
		if ( $entered === null ) {
			return null;
		}
		try {
			$this->connection->save( $entered );
		} catch ( \RuntimeException ) {
			return $this->errors->not_stored();
		}
		return null;
	}

	/** @param array<mixed> $data */
	private function entered( array $data ): ?Credentials {
		return is_array( $data['connection'] ?? null )
			? $this->connection->entered( new Values( $data['connection'] ) )
			: null;
	}

	/** @param array<mixed> $data */
	private function changed( array $data ): ?\WP_Error {
		try {
			$this->change->change( $data );
		} catch ( Refused $refused ) {
			return Refusal::of( $refused );
		}
		return null;
	}
}
