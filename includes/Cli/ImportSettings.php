<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

use OrderInvoicer\Application\ChangeSettings;
use OrderInvoicer\Application\ShopCodeFixed;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Rest\Connection;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Sellsy\Auth\CredentialsType;

defined( 'ABSPATH' ) || exit;

/** Settings, and with them the connection, from JSON that is checked against the same schema as the REST API's. */
final class ImportSettings {

	public function __construct(
		private readonly SchemaSet $schemas,
		private readonly ChangeSettings $change,
		private readonly Connection $connection,
	) {}

	/**
	 * What can be refused is asked before anything is stored; the connection comes last, because it sets the start date
	 * that the file may have.
	 *
	 * @return \WP_Error|null why it was refused; never holds a value of the file.
	 */
	public function import( string $json ): ?\WP_Error {
		$data = json_decode( $json, true );
		if ( ! is_array( $data ) ) {
			return new \WP_Error( 'orderinvoicer_invalid', __( 'The file cannot be read or is not a JSON object.', 'orderinvoicer' ) );
		}
		$schema  = $this->schemas->get( 'settings-import' );
		$checked = rest_validate_value_from_schema( $data, $schema, 'settings' );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$clean = rest_sanitize_value_from_schema( $data, $schema );
		return is_array( $clean ) ? $this->refused( $clean ) ?? $this->changed( $clean ) ?? $this->connected( $clean ) : null;
	}

	/** @param array<mixed> $data */
	private function refused( array $data ): ?\WP_Error {
		return isset( $data['connection'] ) && $this->connection->is_fixed()
			? new \WP_Error( 'orderinvoicer_connection_fixed', __( 'The connection is set in wp-config.php and can only be changed there.', 'orderinvoicer' ) )
			: null;
	}

	/** @param array<mixed> $data */
	private function connected( array $data ): ?\WP_Error {
		if ( ! is_array( $data['connection'] ?? null ) ) {
			return null;
		}
		$credentials = new Values( $data['connection'] );
		try {
			$this->connection->save( $credentials->text( 'client_id', '' ), $credentials->text( 'client_secret', '' ), $credentials->text( 'type', CredentialsType::Personal->value ) );
		} catch ( \RuntimeException ) {
			return new \WP_Error( 'orderinvoicer_not_stored', __( 'The secret could not be encrypted, so nothing was stored. Ask your host for the PHP extension sodium.', 'orderinvoicer' ) );
		}
		return null;
	}

	/** @param array<mixed> $data */
	private function changed( array $data ): ?\WP_Error {
		try {
			$this->change->change( $data );
		} catch ( ShopCodeFixed ) {
			return new \WP_Error( 'orderinvoicer_shop_code_fixed', __( 'The shop code is in use at Sellsy and cannot change any more.', 'orderinvoicer' ) );
		}
		return null;
	}
}
