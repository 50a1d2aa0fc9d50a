<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** A VAT number of the European Union or Northern Ireland: form per country, and for France its key. */
final class VatNumber {

	/** After the country's prefix. Source: European Commission, VIES, "What is the format of a VAT number?". */
	private const FORMATS = [
		'AT' => 'U\d{8}',
		'BE' => '[01]\d{9}',
		'BG' => '\d{9,10}',
		'CY' => '\d{8}[A-Z]',
		'CZ' => '\d{8,10}',
		'DE' => '\d{9}',
		'DK' => '\d{8}',
		'EE' => '\d{9}',
		'EL' => '\d{9}',
		'ES' => '[A-Z0-9]\d{7}[A-Z0-9]',
		'FI' => '\d{8}',
		'FR' => '[A-HJ-NP-Z0-9]{2}\d{9}',
		'HR' => '\d{11}',
		'HU' => '\d{8}',
		'IE' => '\d[A-Z0-9+*]\d{5}[A-Z]{1,2}',
		'IT' => '\d{11}',
		'LT' => '(\d{9}|\d{12})',
		'LU' => '\d{8}',
		'LV' => '\d{11}',
		'MT' => '\d{8}',
		'NL' => '[A-Z0-9+*]{12}',
		'PL' => '\d{10}',
		'PT' => '\d{9}',
		'RO' => '\d{2,10}',
		'SE' => '\d{12}',
		'SI' => '\d{8}',
		'SK' => '\d{10}',
		'XI' => '(\d{9}|\d{12}|(GD|HA)\d{3})',
	];

	/** Characters after the prefix, the fewest and the most that the format allows. */
	private const LENGTHS = [
		'AT' => [ 9, 9 ],
		'BE' => [ 10, 10 ],
		'BG' => [ 9, 10 ],
		'CY' => [ 9, 9 ],
		'CZ' => [ 8, 10 ],
		'DE' => [ 9, 9 ],
		'DK' => [ 8, 8 ],
		'EE' => [ 9, 9 ],
		'EL' => [ 9, 9 ],
		'ES' => [ 9, 9 ],
		'FI' => [ 8, 8 ],
		'FR' => [ 11, 11 ],
		'HR' => [ 11, 11 ],
		'HU' => [ 8, 8 ],
		'IE' => [ 8, 9 ],
		'IT' => [ 11, 11 ],
		'LT' => [ 9, 12 ],
		'LU' => [ 8, 8 ],
		'LV' => [ 11, 11 ],
		'MT' => [ 8, 8 ],
		'NL' => [ 12, 12 ],
		'PL' => [ 10, 10 ],
		'PT' => [ 9, 9 ],
		'RO' => [ 2, 10 ],
		'SE' => [ 12, 12 ],
		'SI' => [ 8, 8 ],
		'SK' => [ 10, 10 ],
		'XI' => [ 5, 12 ],
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
		$length = self::LENGTHS[ $prefix ] ?? null;
		return $length === null ? null : [
			'prefix' => $prefix,
			'given'  => strlen( $number ) - ( $own === $prefix ? 2 : 0 ),
			'fewest' => $length[0],
			'most'   => $length[1],
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
		$format = self::FORMATS[ substr( $number, 0, 2 ) ] ?? null;
		if ( $format === null || preg_match( '/^' . $format . '$/', substr( $number, 2 ) ) !== 1 ) {
			return false;
		}
		return ! str_starts_with( $number, 'FR' ) || self::has_french_key( $number );
	}

	/** The key is computed from the SIREN; keys with letters follow a rule that the tax office does not publish. */
	private static function has_french_key( string $number ): bool {
		$key   = substr( $number, 2, 2 );
		$siren = substr( $number, 4 );
		return ! ctype_digit( $key ) || (int) $key === ( 12 + 3 * ( (int) $siren % 97 ) ) % 97;
	}
}
