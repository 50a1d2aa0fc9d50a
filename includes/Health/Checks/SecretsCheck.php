<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;

/**
 * The secrets can be read, and their key is kept apart from them: not in the database, where WordPress keeps salts that
 * wp-config.php lacks.
 */
final class SecretsCheck implements HealthCheck {

	public function __construct( private readonly CredentialStore $credentials ) {}

	public function name(): string {
		return 'secrets';
	}

	public function label(): string {
		return __( 'Encryption of the access', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		if ( ! function_exists( 'sodium_crypto_secretbox' ) ) {
			return Verdict::critical(
				__( 'The access to Sellsy cannot be encrypted', 'orderinvoicer' ),
				__( 'PHP lacks the extension sodium, and nothing secret is stored without it.', 'orderinvoicer' ),
				__( 'Ask your host for the PHP extension sodium.', 'orderinvoicer' )
			);
		}
		if ( ! $this->credentials->are_readable() ) {
			return Verdict::critical(
				__( 'The access to Sellsy can no longer be read', 'orderinvoicer' ),
				__( 'The keys of this site (wp-config.php) changed.', 'orderinvoicer' ),
				__( 'Enter the client id and the secret again.', 'orderinvoicer' ),
				AdminPage::PATH . '#/connection'
			);
		}
		return $this->credentials->are_fixed() || SodiumSecretStore::key_is_in_config()
			? Verdict::good( __( 'The access to Sellsy is kept safely', 'orderinvoicer' ) )
			: Verdict::recommended(
				__( 'The key of the access to Sellsy lies beside it', 'orderinvoicer' ),
				__( 'wp-config.php holds no keys of its own, so WordPress keeps them in the database: whoever gets a copy of the database can read the access.', 'orderinvoicer' ),
				__( 'Define ORDERINVOICER_SECRET_KEY, or the keys and salts of WordPress, in wp-config.php; then enter the client id and the secret again.', 'orderinvoicer' )
			);
	}
}
