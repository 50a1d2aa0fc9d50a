<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainName;

/**
 * Whether an address at Sellsy is the one that would be written for an order. Case, accents, punctuation and spaces do
 * not count, but "1 2 rue" is not "12 rue". The name above the address is compared elsewhere.
 */
final class AddressComparison {

	/** Lines, postcode, city and country. */
	public static function is_same_place( RemoteAddress $one, RemoteAddress $other ): bool {
		return self::place( $one ) === self::place( $other );
	}

	/** As names are equal: of companies with their legal form, of persons in either order of the parts. */
	public static function is_same_name( string $one, string $other, bool $of_company ): bool {
		return PlainName::says_something( $one )
			&& self::name( $one, $of_company ) === self::name( $other, $of_company );
	}

	/** A short key of name and place, to remember the id by. */
	public static function key( RemoteAddress $address, bool $of_company ): string {
		return hash( 'sha256', self::name( $address->name, $of_company ) . "\n" . self::place( $address ) );
	}

	private static function place( RemoteAddress $address ): string {
		return implode(
			"\n",
			[
				PlainName::key( "$address->line_1 $address->line_2" ),
				mb_strtolower( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '', $address->postcode ) ),
				PlainName::key( $address->city ),
				strtoupper( $address->country ),
			]
		);
	}

	private static function name( string $name, bool $of_company ): string {
		if ( $of_company ) {
			return CompanyName::from_name( $name )->normalised();
		}
		$words = PersonName::from_names( $name, '' )->words();
		sort( $words, SORT_STRING );
		return PlainName::join( $words );
	}
}
