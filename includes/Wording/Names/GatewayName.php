<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\PaymentSettings;

/** A way to pay as people know it. Plain text, to be escaped. */
final class GatewayName {

	/** @param string $gateway its id, which is told where nobody knows its name (any more). */
	public static function of( string $gateway ): string {
		return match ( $gateway ) {
			PaymentSettings::UNNAMED => __( 'Orders without a payment method', 'orderinvoicer' ),
			'gift_card'              => __( 'Gift card', 'orderinvoicer' ),
			'store_credit'           => __( 'Store credit', 'orderinvoicer' ),
			default                  => self::registered( $gateway ),
		};
	}

	/** The stand-in for WooCommerce has none. */
	private static function registered( string $gateway ): string {
		$known = function_exists( 'WC' ) && method_exists( WC(), 'payment_gateways' )
			? WC()->payment_gateways()->payment_gateways()[ $gateway ] ?? null
			: null;
		$title = $known instanceof \WC_Payment_Gateway ? wp_strip_all_tags( $known->get_title() ) : '';
		return $title === '' ? $gateway : $title;
	}
}
