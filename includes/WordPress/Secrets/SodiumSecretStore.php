<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Secrets;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SecretStore;
use OrderInvoicer\WordPress\Options\FreshOptions;

/** One option per secret, encrypted, never autoloaded. */
final class SodiumSecretStore implements SecretStore {

	/** Uninstall deletes every option that begins with this. */
	public const OPTION_PREFIX = 'orderinvoicer_secret_';

	/** What wp-config-sample.php says, and WordPress takes for none. */
	private const WORDPRESS_SAMPLE = 'put your unique phrase here';

	/**
	 * @param FreshOptions $options past WordPress's caches: another process may have renewed the token a moment ago,
	 *                              and refresh tokens work once.
	 */
	public function __construct(
		private readonly SecretBox $box,
		private readonly FreshOptions $options,
	) {}

	/**
	 * The site's own salts are the key unless wp-config.php names one: `ORDERINVOICER_SECRET_KEY` keeps secrets
	 * readable when the salts are changed.
	 */
	public static function for_site( FreshOptions $options ): self {
		$constant = defined( 'ORDERINVOICER_SECRET_KEY' ) ? constant( 'ORDERINVOICER_SECRET_KEY' ) : '';
		return new self(
			new SecretBox( is_string( $constant ) && $constant !== '' ? $constant : wp_salt( 'secure_auth' ) ),
			$options
		);
	}

	/**
	 * Without a key of wp-config.php WordPress makes salts of its own, which lie in the database beside what they
	 * encrypt.
	 */
	public static function key_is_in_config(): bool {
		foreach ( [ 'ORDERINVOICER_SECRET_KEY', 'SECURE_AUTH_KEY' ] as $name ) {
			$value = defined( $name ) ? constant( $name ) : '';
			if ( is_string( $value ) && $value !== '' && $value !== self::WORDPRESS_SAMPLE ) {
				return true;
			}
		}
		return false;
	}

	public function get( string $name ): string {
		return $this->box->decrypt( $this->stored( $name ) ) ?? '';
	}

	public function set( string $name, string $value ): void {
		$this->options->set( self::OPTION_PREFIX . $name, $this->box->encrypt( $value ) );
	}

	public function delete( string $name ): bool {
		return $this->options->delete( self::OPTION_PREFIX . $name );
	}

	public function is_readable( string $name ): bool {
		$stored = $this->stored( $name );
		return $stored === '' || $this->box->decrypt( $stored ) !== null;
	}

	private function stored( string $name ): string {
		return $this->options->get( self::OPTION_PREFIX . $name );
	}
}
