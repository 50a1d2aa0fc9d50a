<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SecretStore;

/** The one consent that is under way; a later one takes its place. */
final class ConsentStore {

	private const NAME = 'consent';

	public function __construct( private readonly SecretStore $secrets ) {}

	/** @throws \RuntimeException when it cannot be encrypted. */
	public function write( PendingConsent $consent ): void {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		$this->secrets->set( self::NAME, json_encode( get_object_vars( $consent ), JSON_THROW_ON_ERROR ) );
	}

	public function read(): ?PendingConsent {
		$data = json_decode( $this->secrets->get( self::NAME ), true );
		if ( ! is_array( $data ) ) {
			return null;
		}
		[ 'state' => $state, 'user_id' => $user, 'client_id' =>
			$client, 'verifier' => $verifier, 'return_to' => $back, 'started_at' => $started ] = $data
				+ array_fill_keys( [ 'state', 'user_id', 'client_id', 'verifier', 'return_to', 'started_at' ], null );
		$is_whole = is_string( $state )
			&& is_int( $user )
			&& is_string( $client )
			&& is_string( $verifier )
			&& is_string( $back )
			&& is_int( $started );
		return $is_whole
			? new PendingConsent(
				state: $state,
				user_id: $user,
				client_id: $client,
				verifier: $verifier,
				return_to: $back,
				started_at: $started
			)
			: null;
	}

	/** True for the one process that may use it: a state works once. */
	public function forget(): bool {
		return $this->secrets->delete( self::NAME );
	}
}
