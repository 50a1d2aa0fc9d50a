<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\VatArea;

/** The zone of a shop's rate, as far as its country and percentage show it. */
enum RateZone: string {
	case Domestic = 'domestic';
	/** Corsica's own rates (CGI art. 297); it shares the country FR. */
	case Corsica = 'corsica';
	/** Guadeloupe, Martinique, La Réunion (CGI art. 296). */
	case Overseas = 'overseas';
	/** French Guiana and Mayotte, where VAT is not applied (CGI art. 294). */
	case OverseasWithout = 'overseas_without';
	/** Another EU country: sold under the one-stop shop (OSS), or registered there. */
	case OtherEu = 'other_eu';
	case OutsideEu = 'outside_eu';
	/** A rate for every country. */
	case Everywhere = 'everywhere';

	private const OVERSEAS         = [ 'GP', 'MQ', 'RE' ];
	private const OVERSEAS_WITHOUT = [ 'GF', 'YT' ];
	private const CORSICAN         = [ '0.9', '13' ];
	private const OVERSEAS_RATES   = [ '8.5', '1.75', '1.05' ];
	private const FRENCH           = [ '20', '10', '5.5', '2.1', '0' ];

	public static function from_rate( ShopRate $rate, string $shop_country ): self {
		$percent = $rate->percent->to_string();
		return match ( true ) {
			$rate->country === '' => self::Everywhere,
			in_array( $rate->country, self::OVERSEAS, true ) => self::Overseas,
			in_array( $rate->country, self::OVERSEAS_WITHOUT, true ) => self::OverseasWithout,
			$rate->country === 'FR' && in_array( $percent, self::CORSICAN, true ) => self::Corsica,
			$rate->country === 'FR' && in_array( $percent, self::OVERSEAS_RATES, true ) => self::Overseas,
			default => match ( VatArea::from_country( $rate->country, $shop_country ) ) {
				VatArea::Domestic => self::Domestic,
				VatArea::Eu       => self::OtherEu,
				VatArea::Outside  => self::OutsideEu,
			},
		};
	}

	/**
	 * Whether a French rate is one that French law knows today; 19.6 is not any more. Of other countries nothing is
	 * said.
	 */
	public static function is_usual( ShopRate $rate ): bool {
		return $rate->country !== 'FR'
			|| in_array(
				$rate->percent->to_string(),
				[ ...self::FRENCH, ...self::CORSICAN, ...self::OVERSEAS_RATES ],
				true
			);
	}
}
