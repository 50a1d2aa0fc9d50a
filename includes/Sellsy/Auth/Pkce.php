<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** Proof key for the authorization code (RFC 7636, S256), which Sellsy demands. */
final class Pkce {

	private function __construct(
		public readonly string $verifier,
		public readonly string $challenge,
	) {}

	public static function create(): self {
		return self::from_verifier( self::base64url( random_bytes( 32 ) ) );
	}

	/** @param string $verifier 43 to 128 unreserved characters, as kept since the authorization began. */
	public static function from_verifier( string $verifier ): self {
		return new self( $verifier, self::base64url( hash( 'sha256', $verifier, true ) ) );
	}

	private static function base64url( string $bytes ): string {
		return sodium_bin2base64( $bytes, SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
	}
}
