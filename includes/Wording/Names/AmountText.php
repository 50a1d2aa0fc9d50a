<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** Money as the shop writes it. Plain text, to be escaped. */
final class AmountText {

	/** @param int $minor minor units. */
	public function text( int $minor, Currency $currency ): string {
		$figure = $currency->minor_text( $minor );
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
	 * An amount as it stands in facts, such as "12.00", "12.00 USD" or "12.00 HT". What no currency can hold, and what
	 * is of no known one, stays a figure.
	 *
	 * @param string $code of its currency where it names none itself; empty where nobody knows.
	 */
	public function decimal( string $amount, string $code ): string {
		$is_amount = preg_match( '/^(-?\d+(?:\.\d+)?)( [A-Z]{3})?( HT)?$/D', $amount, $found ) === 1;
		$code      = trim( $found[2] ?? '' ) === '' ? $code : trim( $found[2] );
		if ( ! $is_amount || $code === '' ) {
			return $this->figure( $amount );
		}
		try {
			$currency = Currency::from_code( $code );
			$minor    = Decimal::from_string( $found[1] )->to_minor( $currency->decimals );
			return $this->with_code( $minor, $currency ) . ( $found[3] ?? '' );
		} catch ( \InvalidArgumentException | \RangeException ) {
			return $this->figure( $amount );
		}
	}

	/** With the decimal point of the reader. */
	public function figure( string $decimal ): string {
		return str_replace( '.', _x( '.', 'decimal point', 'orderinvoicer' ), $decimal );
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
