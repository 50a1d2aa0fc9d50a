<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

use OrderInvoicer\WooCommerce\OrderListener;

defined( 'ABSPATH' ) || exit;

/** Whether WooCommerce's events still reach the order listener: other code may have removed what listens. */
final class ListenedHooks {

	/** Without one of them some orders are never noticed. That of Shiptastic is not among them: few shops have it. */
	private const NEEDED = [ 'woocommerce_order_status_changed', 'woocommerce_payment_complete', 'woocommerce_new_order', 'woocommerce_order_refunded', 'woocommerce_refund_deleted', 'woocommerce_update_order' ];

	/** @return list<string> */
	public function missing(): array {
		return array_values( array_filter( self::NEEDED, fn ( string $hook ): bool => ! $this->is_listened_to( $hook ) ) );
	}

	private function is_listened_to( string $hook ): bool {
		global $wp_filter;
		$listening = is_array( $wp_filter ) ? ( $wp_filter[ $hook ] ?? null ) : null;
		$callbacks = $listening instanceof \WP_Hook ? array_merge( ...array_values( $listening->callbacks ) ) : [];
		foreach ( array_column( $callbacks, 'function' ) as $callback ) {
			if ( is_array( $callback ) && $callback[0] instanceof OrderListener ) {
				return true;
			}
		}
		return false;
	}
}
