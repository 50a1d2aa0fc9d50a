<?php

declare( strict_types=1 );

// Sentences in their source language, where WordPress is not there to translate them.
if ( ! function_exists( '__' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function __( string $text, string $domain ): string {
		return $text;
	}
}
if ( ! function_exists( '_x' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function _x( string $text, string $context, string $domain ): string {
		return $text;
	}
}
if ( ! function_exists( '_n' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function _n( string $one, string $more, int $number, string $domain ): string {
		return $number === 1 ? $one : $more;
	}
}
if ( ! function_exists( 'number_format_i18n' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function number_format_i18n( int $number ): string {
		return (string) $number;
	}
}
if ( ! function_exists( 'get_option' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function get_option( string $name ): string {
		return $name === 'woocommerce_currency' ? 'EUR' : '';
	}
}
if ( ! function_exists( 'wp_date' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function wp_date( string $format, int $at, ?DateTimeZone $zone = null ): string {
		return gmdate( 'Y-m-d', $at );
	}
}
if ( ! function_exists( 'determine_locale' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WordPress
	function determine_locale(): string {
		return 'en_US';
	}
}
if ( ! function_exists( 'wc_get_order_status_name' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WooCommerce
	function wc_get_order_status_name( string $status ): string {
		return ucfirst( $status );
	}
}
if ( ! function_exists( 'wc_get_price_decimal_separator' ) ) {
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- stands in for the function of WooCommerce
	function wc_get_price_decimal_separator(): string {
		return '.';
	}
}
