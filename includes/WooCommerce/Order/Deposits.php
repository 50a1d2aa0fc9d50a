<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/**
 * Orders of which only a deposit was paid, by the plugins that make them: what their totals, lines and dates of payment
 * mean is each plugin's own.
 */
final class Deposits {

	/** Order meta that says `yes`, and the plugin's name. */
	private const OF_ORDER = [
		'_awcdp_deposits_order_has_deposit' => 'Deposits & Partial Payments (Acowebs)',
		'_wc_deposits_order_has_deposit'    => 'WooCommerce Deposits (Webtomizer)',
	];

	/** The same of an item. */
	private const OF_ITEM = [ '_is_deposit' => 'WooCommerce Deposits' ];

	/** The plugin's name; empty for any other order. */
	public function plugin( \WC_Order $order ): string {
		foreach ( self::OF_ORDER as $meta => $plugin ) {
			if ( $order->get_meta( $meta ) === 'yes' ) {
				return $plugin;
			}
		}
		foreach ( $order->get_items() as $item ) {
			foreach ( self::OF_ITEM as $meta => $plugin ) {
				if ( $item->get_meta( $meta ) === 'yes' ) {
					return $plugin;
				}
			}
		}
		return '';
	}
}
