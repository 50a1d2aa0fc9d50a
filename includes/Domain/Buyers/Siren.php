<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** The nine digits that identify a French company (INSEE); the last one is a Luhn check digit. */
final class Siren {

	/** The digits alone, or empty when what was typed is no SIREN. */
	public static function read( string $typed ): string {
		$digits = str_replace( [ ' ', "\u{A0}", "\u{202F}", '.', '-' ], '', $typed );
		return preg_match( '/^\d{9}$/', $digits ) === 1 && self::ends_well( $digits ) ? $digits : '';
	}

	/**
	 * The checksum of ISO/IEC 7812-1 (Luhn), which SIREN and SIRET use.
	 *
	 * @param string $digits digits only.
	 */
	public static function ends_well( string $digits ): bool {
		$sum = 0;
		foreach ( array_map( 'intval', str_split( strrev( $digits ) ) ) as $place => $digit ) {
			$digit *= $place % 2 === 0 ? 1 : 2;
			$sum   += $digit > 9 ? $digit - 9 : $digit;
		}
		return $sum % 10 === 0;
	}
}
