<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/**
 * The fourteen digits of one establishment of a French company: its SIREN and five digits, the last a Luhn check digit.
 */
final class Siret {

	/** La Poste has more establishments than Luhn leaves numbers for. */
	private const LA_POSTE = '356000000';

	/** The digits alone, or empty when what was typed is no SIRET. */
	public static function read( string $typed ): string {
		$digits = str_replace( [ ' ', "\u{A0}", "\u{202F}", '.', '-' ], '', $typed );
		if ( preg_match( '/^\d{14}$/', $digits ) !== 1 || Siren::read( substr( $digits, 0, 9 ) ) === '' ) {
			return '';
		}
		return Siren::ends_well( $digits ) || self::is_post_office( $digits ) ? $digits : '';
	}

	/** Establishments of La Poste: the plain sum of all digits is a multiple of 5. */
	private static function is_post_office( string $digits ): bool {
		return str_starts_with( $digits, self::LA_POSTE )
			&& array_sum( array_map( 'intval', str_split( $digits ) ) ) % 5 === 0;
	}
}
