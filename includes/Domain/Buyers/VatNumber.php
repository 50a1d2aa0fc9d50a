<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** A VAT number of the European Union or Northern Ireland: form per country, and for France its key. */
final class VatNumber {

	/**
	 * After the country's prefix: a digit is 9, a letter L, either X, either but I and O Y, either or + or * S; what
	 * stands before a question mark may be missing. Source: European Commission, VIES, "What is the format of a VAT
	 * number?".
	 */
	private const FORMATS = [
		'AT' => 'U99999999',
		'BE' => '0999999999|1999999999',
		'BG' => '9999999999?',
		'CY' => '99999999L',
		'CZ' => '999999999?9?',
		'DE' => '999999999',
		'DK' => '99999999',
		'EE' => '999999999',
		'EL' => '999999999',
		'ES' => 'X9999999X',
		'FI' => '99999999',
		'FR' => 'YY999999999',
		'HR' => '99999999999',
		'HU' => '99999999',
		'IE' => '9S99999LL?',
		'IT' => '99999999999',
		'LT' => '999999999|999999999999',
		'LU' => '99999999',
		'LV' => '99999999999',
		'MT' => '99999999',
		'NL' => 'SSSSSSSSSSSS',
		'PL' => '9999999999',
		'PT' => '999999999',
		'RO' => '999?9?9?9?9?9?9?9?',
		'SE' => '999999999999',
		'SI' => '99999999',
		'SK' => '9999999999',
		'XI' => '999999999|999999999999|GD999|HA999',
	];

	private const SIGNS = [
		'9' => '\d',
		'L' => '[A-Z]',
		'X' => '[A-Z0-9]',
		'Y' => '[A-HJ-NP-Z0-9]',
		'S' => '[A-Z0-9+*]',
	];

	/**
	 * What a number of a country that we know would have, to say of one that is wrong; null where nobody knows of
	 * which.
	 *
	 * @param string $country as for read().
	 * @return array{prefix: string, given: int, fewest: int, most: int}|null characters after the prefix.
	 */
	public static function expected( string $typed, string $country ): ?array {
		$number = (string) preg_replace( '/^GR/', 'EL', self::plain( $typed ) );
		$own    = substr( $number, 0, 2 );
		$prefix = isset( self::FORMATS[ $own ] ) ? $own : ( $country === 'GR' ? 'EL' : $country );
		if ( ! isset( self::FORMATS[ $prefix ] ) ) {
			return null;
		}
		$formats = explode( '|', self::FORMATS[ $prefix ] );
		$without = (array) preg_replace( '/.\?/', '', $formats );
		return [
			'prefix' => $prefix,
			'given'  => strlen( $number ) - ( $own === $prefix ? 2 : 0 ),
			'fewest' => min( array_map( strlen( ... ), $without ) ),
			'most'   => max( array_map( strlen( ... ), str_replace( '?', '', $formats ) ) ),
		];
	}

	private static function plain( string $typed ): string {
		return strtoupper( str_replace( [ ' ', "\u{A0}", "\u{202F}", '.', '-' ], '', $typed ) );
	}

	/**
	 * Upper case without separators and with its prefix, or empty when what was typed is no VAT number.
	 *
	 * @param string $country the buyer's country, for numbers typed without their prefix; ISO 3166-1 alpha-2 or empty.
	 */
	public static function read( string $typed, string $country ): string {
		$number = self::plain( $typed );
		$prefix = $country === 'GR' ? 'EL' : $country;
		foreach ( [ preg_replace( '/^GR/', 'EL', $number ), $prefix . $number ] as $candidate ) {
			if ( is_string( $candidate ) && self::is_valid( $candidate ) ) {
				return $candidate;
			}
		}
		return '';
	}

	/** Whether it would be one of a country whose numbers we do not know, or nobody knows of which. */
	public static function is_foreign( string $typed, string $country ): bool {
		$prefix  = strtoupper( substr( trim( $typed ), 0, 2 ) );
		$country = ctype_alpha( $prefix ) ? $prefix : $country;
		return ! isset( self::FORMATS[ $country === 'GR' ? 'EL' : $country ] );
	}

	private static function is_valid( string $number ): bool {
		$format = self::FORMATS[ substr( $number, 0, 2 ) ] ?? '';
		$is_its = preg_match( '/^(' . strtr( $format, self::SIGNS ) . ')$/D', substr( $number, 2 ) ) === 1;
		return $format !== ''
			&& $is_its
			&& ( ! str_starts_with( $number, 'FR' ) || self::has_french_key( $number ) );
	}

	/** The key is computed from the SIREN; keys with letters follow a rule that the tax office does not publish. */
	private static function has_french_key( string $number ): bool {
		$key   = substr( $number, 2, 2 );
		$siren = substr( $number, 4 );
		return ! ctype_digit( $key ) || (int) $key === ( 12 + 3 * ( (int) $siren % 97 ) ) % 97;
	}
}
