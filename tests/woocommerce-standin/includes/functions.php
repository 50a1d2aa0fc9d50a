<?php
/** Formats, statuses and settings. */

defined( 'ABSPATH' ) || exit;

function WC() { // phpcs:ignore WordPress.NamingConventions.ValidFunctionName.FunctionNameInvalid -- WooCommerce's name.
	static $woocommerce = null;
	return $woocommerce ??= new WooCommerce();
}

function get_woocommerce_currency() {
	return (string) get_option( 'woocommerce_currency', 'EUR' );
}

function get_woocommerce_currency_symbol( $currency = '' ) {
	$currency = $currency === '' ? get_woocommerce_currency() : $currency;
	return $currency === 'EUR' ? '&euro;' : $currency;
}

function get_woocommerce_price_format() {
	return '%2$s&nbsp;%1$s';
}

function wc_get_price_decimals() {
	return absint( apply_filters( 'wc_get_price_decimals', get_option( 'woocommerce_price_num_decimals', 2 ) ) );
}

function wc_get_price_decimal_separator() {
	return (string) get_option( 'woocommerce_price_decimal_sep', ',' );
}

function wc_format_decimal( $number, $dp = false, $trim_zeros = false ) {
	$number = is_float( $number ) ? sprintf( '%.6F', $number ) : trim( (string) $number );
	if ( $number === '' ) {
		return '';
	}
	if ( $dp !== false ) {
		return number_format( (float) $number, (int) $dp, '.', '' );
	}
	return $trim_zeros && str_contains( $number, '.' ) ? rtrim( rtrim( $number, '0' ), '.' ) : $number;
}

function wc_sanitize_tooltip( $var ) {
	return htmlspecialchars( wp_strip_all_tags( html_entity_decode( $var ) ) );
}

function wc_date_format() {
	return (string) get_option( 'date_format' );
}

/** It has no zones: taxes go by where the shop sells to. */
function wc_shipping_enabled() {
	return false;
}

function wc_tax_enabled() {
	return get_option( 'woocommerce_calc_taxes', 'yes' ) === 'yes';
}

function wc_prices_include_tax() {
	return wc_tax_enabled() && get_option( 'woocommerce_prices_include_tax', 'yes' ) === 'yes';
}

function wc_get_order_statuses() {
	return apply_filters(
		'wc_order_statuses',
		array_map(
			static fn ( $label ) => apply_filters( 'standin_text', $label ),
			[
				'wc-pending'    => 'Pending payment',
				'wc-processing' => 'Processing',
				'wc-on-hold'    => 'On hold',
				'wc-completed'  => 'Completed',
				'wc-cancelled'  => 'Cancelled',
				'wc-refunded'   => 'Refunded',
				'wc-failed'     => 'Failed',
			]
		)
	);
}

function wc_get_order_status_name( $status ) {
	$slug = (string) preg_replace( '/^wc-/', '', (string) $status );
	return wc_get_order_statuses()[ "wc-$slug" ] ?? $slug;
}

function wc_get_is_paid_statuses() {
	return apply_filters( 'woocommerce_order_is_paid_statuses', [ 'processing', 'completed' ] );
}

function wc_set_time_limit( $limit = 0 ) {
	set_time_limit( $limit );
}

function wc_get_page_screen_id( $for ) {
	return str_replace( '-', '_', $for );
}

function wc_get_logger() {
	return new WC_Logger();
}

function wc_get_product( $the_product = false, $deprecated = [] ) {
	return get_post_type( (int) $the_product ) === 'product' ? new WC_Product( (int) $the_product ) : false;
}
