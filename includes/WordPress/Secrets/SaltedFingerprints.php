<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Secrets;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Fingerprints;

/**
 * Keyed by the site's own salt, which usually stands in wp-config.php and not in the database. Where an owner changes
 * the salts, nobody is forgotten: customers are read and compared again.
 */
final class SaltedFingerprints implements Fingerprints {

	public function fingerprint( string $text ): string {
		return substr( hash_hmac( 'sha256', $text, 'orderinvoicer_customers' . wp_salt( 'secure_auth' ) ), 0, 32 );
	}
}
