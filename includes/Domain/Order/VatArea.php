<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/**
 * Which VAT area a country belongs to, seen from the shop. Overseas territories with codes of their own are outside.
 */
enum VatArea: string {
	case Domestic = 'domestic';
	case Eu       = 'eu';
	case Outside  = 'outside';

	/** Source: directive 2006/112/EC, articles 5 and 7. */
	private const EU = [
		'AT',
		'BE',
		'BG',
		'CY',
		'CZ',
		'DE',
		'DK',
		'EE',
		'ES',
		'FI',
		'FR',
		'GR',
		'HR',
		'HU',
		'IE',
		'IT',
		'LT',
		'LU',
		'LV',
		'MT',
		'NL',
		'PL',
		'PT',
		'RO',
		'SE',
		'SI',
		'SK',
	];

	/** An order without a country was sold at the shop. */
	public static function from_country( string $country, string $shop_country ): self {
		$country = self::state( $country );
		$shop    = self::state( $shop_country );
		if ( $country === '' || $country === $shop ) {
			return self::Domestic;
		}
		return in_array( $country, self::EU, true ) && in_array( $shop, self::EU, true ) ? self::Eu : self::Outside;
	}

	/** Monaco is France for VAT. */
	private static function state( string $country ): string {
		return $country === 'MC' ? 'FR' : $country;
	}
}
