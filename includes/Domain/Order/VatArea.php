<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** Which VAT area a place belongs to, seen from the shop. Overseas territories with codes of their own are outside. */
enum VatArea: string {

	case Domestic = 'domestic';
	case Eu       = 'eu';
	case Outside  = 'outside';

	/** Source: directive 2006/112/EC, articles 5 and 7. */
	private const EU = [
		...[ 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT' ],
		...[ 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK' ],
	];

	/**
	 * Parts of a country whose postcodes tell that its VAT does not apply there (the same directive, article 6; CGI
	 * art. 294): the code that the part has or is given here. 980 is Monaco.
	 */
	private const PARTS = [
		'ES' => [
			'35|38' => 'IC',
			'51|52' => 'EA',
		],
		'FI' => [ '22' => 'AX' ],
		'IT' => [
			'23041|23030' => 'LIVIGNO',
			'22061|22060' => 'CAMPIONE',
		],
		'DE' => [
			'78266' => 'BUSINGEN',
			'27498' => 'HELIGOLAND',
		],
		'GR' => [ '6308[67]' => 'ATHOS' ],
		'FR' => [
			'971' => 'GP',
			'972' => 'MQ',
			'973' => 'GF',
			'974' => 'RE',
			'975' => 'PM',
			'976' => 'YT',
			'977' => 'BL',
			'978' => 'MF',
			'984' => 'TF',
			'986' => 'WF',
			'987' => 'PF',
			'988' => 'NC',
		],
	];

	/**
	 * By the country alone, as people choose it: what rules ask for. An order without a country was sold at the shop.
	 */
	public static function from_country( string $country, string $shop_country ): self {
		$country = self::state( $country );
		$shop    = self::state( $shop_country );
		if ( $country === '' || $country === $shop ) {
			return self::Domestic;
		}
		return in_array( $country, self::EU, true ) && in_array( $shop, self::EU, true ) ? self::Eu : self::Outside;
	}

	/** Where an order was taxed, by postcode too: the Canaries lie in Spain, and outside its VAT. */
	public static function of_order( OrderSnapshot $order ): self {
		return self::from_country(
			self::part( $order->tax_country, $order->tax_postcode ),
			self::part( $order->shop_country, $order->shop_postcode )
		);
	}

	private static function part( string $country, string $postcode ): string {
		$digits = (string) preg_replace( '/\D/', '', $postcode );
		foreach ( self::PARTS[ $country ] ?? [] as $begins => $part ) {
			if ( preg_match( "/^(?:$begins)/", $digits ) === 1 ) {
				return $part;
			}
		}
		return $country;
	}

	/** Monaco is France for VAT. */
	private static function state( string $country ): string {
		return $country === 'MC' ? 'FR' : $country;
	}
}
