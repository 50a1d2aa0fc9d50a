<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

/** Why a connection stays as it is, the same for REST and WP-CLI. */
final class ConnectionErrors {

	public function fixed(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_connection_fixed',
			__( 'The connection is set in wp-config.php and can only be changed there.', 'orderinvoicer' ),
			[ 'status' => 409 ]
		);
	}

	/** @param bool $had_others keys that worked, or may have, stay stored. */
	public function keys_refused( bool $had_others ): \WP_Error {
		$text = $had_others
			? __( 'Sellsy does not know this client ID with this secret, so nothing was changed: the earlier keys stay in place. Copy both again from Sellsy.', 'orderinvoicer' )
			: __( 'Sellsy does not know this client ID with this secret, so nothing was stored. Copy both again from Sellsy.', 'orderinvoicer' );
		return new \WP_Error( 'orderinvoicer_keys_refused', $text, [ 'status' => 400 ] );
	}

	public function not_stored(): \WP_Error {
		return new \WP_Error(
			'orderinvoicer_not_stored',
			__(
				'The secret could not be encrypted, so nothing was stored. Ask your host for the PHP extension sodium.',
				'orderinvoicer'
			),
			[ 'status' => 500 ]
		);
	}
}
