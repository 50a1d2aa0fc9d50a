<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SecretStore;

/** The token that all processes of this site share. */
final class TokenStore {

	private const NAME = 'token';

	public function __construct( private readonly SecretStore $secrets ) {}

	public function read(): ?Token {
		$data = json_decode( $this->secrets->get( self::NAME ), true );
		if ( ! is_array( $data ) ) {
			return null;
		}
		$client  = $data['client_id'] ?? null;
		$access  = $data['access_token'] ?? null;
		$refresh = $data['refresh_token'] ?? null;
		$expires = $data['expires_at'] ?? null;
		$given   = $data['given_at'] ?? 0; // Earlier releases did not note it.
		$taken   = $data['taken'] ?? [];
		$since   = $data['noted_since'] ?? 0;
		return is_string( $client ) && is_string( $access ) && is_string( $refresh ) && is_int( $expires )
			? new Token(
				client_id: $client,
				access_token: $access,
				refresh_token: $refresh,
				expires_at: $expires,
				given_at: is_int( $given ) ? $given : 0,
				taken: array_values( array_filter( is_array( $taken ) ? $taken : [], is_int( ... ) ) ),
				noted_since: is_int( $since ) ? $since : 0
			)
			: null;
	}

	/** @throws \RuntimeException when it cannot be encrypted. */
	public function write( Token $token ): void {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		$this->secrets->set( self::NAME, json_encode( get_object_vars( $token ), JSON_THROW_ON_ERROR ) );
	}

	public function forget(): void {
		$this->secrets->delete( self::NAME );
	}
}
