<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Fingerprints;

/** By what is kept what was seen of one: no e-mail address stands there. */
final class SoldKey {

	public static function of_item( string $reference ): string {
		return "item $reference";
	}

	public static function of_buyer( string $email, Fingerprints $fingerprints ): string {
		return 'buyer ' . $fingerprints->fingerprint( mb_strtolower( $email ) );
	}
}
