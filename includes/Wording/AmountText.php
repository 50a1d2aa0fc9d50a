<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** Money as the shop writes it. Plain text, to be escaped. */
final class AmountText {

	/** @param int $minor minor units. */
	public function text( int $minor, Currency $currency ): string {
		$figure = Decimal::of_minor( $minor, $currency->decimals )->to_scale( $currency->decimals );
		[ $whole, $rest ] = explode( '.', "$figure." );
		$written          = (string) preg_replace( '/\B(?=(\d{3})+$)/', "\u{202F}", $whole )
			. ( $rest === '' ? '' : wc_get_price_decimal_separator() . $rest );
		// The stand-in for WooCommerce prints no prices.
		$format = function_exists( 'get_woocommerce_price_format' ) ? get_woocommerce_price_format() : '%2$s %1$s';
		$symbol = function_exists( 'get_woocommerce_currency_symbol' )
			? get_woocommerce_currency_symbol( $currency->code )
			: $currency->code;
		return html_entity_decode( sprintf( $format, $symbol, $written ), ENT_QUOTES, 'UTF-8' );
	}

	/**
	 * Several currencies share a symbol: any but the shop's own is named by its code too.
	 *
	 * @param int $minor minor units.
	 */
	public function with_code( int $minor, Currency $currency ): string {
		$text = $this->text( $minor, $currency );
		return $currency->code === get_option( 'woocommerce_currency' ) ? $text : "$text ({$currency->code})";
	}
}
