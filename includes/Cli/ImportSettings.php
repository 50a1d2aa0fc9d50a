<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Sellsy\Auth\Credentials;

/** Settings, and with them the connection, from JSON that is checked against the same schema as the REST API's. */
final class ImportSettings {

	public function __construct(
		private readonly SchemaSet $schemas,
		private readonly ChangeSettings $change,
		private readonly Connection $connection,
		private readonly ConnectionErrors $errors,
	) {}

	/**
	 * Everything that may be refused is checked before anything is stored. The connection comes last, because it sets
	 * the start date that the file may hold.
	 *
	 * @return \WP_Error|null why it was refused; never holds a value of the file.
	 */
	public function import( string $json ): ?\WP_Error {
		$data = json_decode( $json, true );
		if ( ! is_array( $data ) ) {
			return new \WP_Error(
				'orderinvoicer_invalid',
				__( 'The file cannot be read or is not a JSON object.', 'orderinvoicer' )
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
