<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** The checksum of ISO/IEC 7812-1, which SIREN and SIRET use. */
final class Luhn {

	/** @param string $digits digits only. */
	public static function holds( string $digits ): bool {
		$sum = 0;
		foreach ( array_map( 'intval', str_split( strrev( $digits ) ) ) as $place => $digit ) {
			$digit *= $place % 2 === 0 ? 1 : 2;
			$sum   += $digit > 9 ? $digit - 9 : $digit;
		}
		return $sum % 10 === 0;
	}
}
