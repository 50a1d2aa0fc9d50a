<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Secrets;

defined( 'ABSPATH' ) || exit;

/**
 * Authenticated encryption of one string (libsodium secretbox). The prefix names the format, so that a later one can
 * still read what this one wrote. WordPress carries a PHP version of the same functions for servers without the
 * extension.
 */
final class SecretBox {

	private const PREFIX = 'orderinvoicer:v1:';

	/** @param string $key_material any length; empty means that nothing can be encrypted. */
	public function __construct( private readonly string $key_material ) {}

	/** @throws \RuntimeException without a key or libsodium, or when the text is already encrypted. */
	public function encrypt( string $text ): string {
		if ( str_starts_with( $text, self::PREFIX ) ) {
			throw new \RuntimeException( 'The secret is already encrypted.' );
		}
		$key   = $this->key();
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		// Base64 because the options table stores text. Not obfuscation.
		return self::PREFIX
			. sodium_bin2base64(
				$nonce . sodium_crypto_secretbox( $text, $nonce, $key ),
				SODIUM_BASE64_VARIANT_ORIGINAL
			);
	}

	/** Null when it was written with another key, was changed, or is no secret of ours. */
	public function decrypt( string $stored ): ?string {
		if ( ! str_starts_with( $stored, self::PREFIX ) ) {
			return null;
		}
		try {
			$bytes = sodium_base642bin( substr( $stored, strlen( self::PREFIX ) ), SODIUM_BASE64_VARIANT_ORIGINAL );
			$text  = sodium_crypto_secretbox_open(
				substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
				substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
				$this->key()
			);
		} catch ( \SodiumException | \RuntimeException $error ) {
			return null;
		}
		return $text === false ? null : $text;
	}

	private function key(): string {
		if ( $this->key_material === '' || ! function_exists( 'sodium_crypto_secretbox' ) ) {
			throw new \RuntimeException( 'Secrets cannot be encrypted on this server.' );
		}
		return sodium_crypto_generichash( $this->key_material, '', SODIUM_CRYPTO_SECRETBOX_KEYBYTES );
	}
}
