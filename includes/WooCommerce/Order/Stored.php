<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** Amounts as WooCommerce stores them: decimal strings, or empty where there is nothing. */
final class Stored {

	/** @throws \InvalidArgumentException when it is no number. */
	public static function decimal( mixed $stored ): Decimal {
		if ( $stored === null || $stored === '' ) {
			return Decimal::zero();
		}
		if ( is_string( $stored ) && preg_match( '/^-?\d+(?:\.\d+)?$/D', $stored ) === 1 ) {
			return Decimal::from_string( $stored ); // As WooCommerce writes it; the rest is for what others write.
		}
		// Plugins write floats; WooCommerce writes out whatever it was given without an exponent.
		return Decimal::from_string(
			wc_format_decimal( is_float( $stored ) || is_int( $stored ) || is_string( $stored ) ? $stored : '' )
		);
	}
}
