<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Wording\Names\DayText;

/** Days and prices of documents as the shop writes them. */
final class AsTheShop {

	/**
	 * @param string $day `Y-m-d`.
	 * @return string empty where that is no day.
	 */
	public static function day( string $day ): string {
		$utc  = new \DateTimeZone( 'UTC' );
		$noon = date_create_immutable( "$day 12:00", $utc );
		return $day === '' || $noon === false
			? ''
			: self::day_of( $noon, $utc );
	}

	/** @param ?\DateTimeZone $zone that of the shop where there is none. */
	public static function day_of( \DateTimeInterface $at, ?\DateTimeZone $zone = null ): string {
		return DayText::with_first( (string) wp_date( wc_date_format(), $at->getTimestamp(), $zone ) );
	}

	/**
	 * With the decimals of its own currency, whatever the shop's are.
	 *
	 * @param string $amount   decimal.
	 * @param string $currency ISO 4217 code.
	 * @return string HTML.
	 */
	public static function price( string $amount, string $currency ): string {
		return wc_price(
			// @phpstan-ignore argument.type (a decimal number as a text is taken too, and never rounded)
			$amount,
			[
				'currency' => $currency,
				'decimals' => Currency::from_code( $currency )->decimals,
			]
		);
	}
}
