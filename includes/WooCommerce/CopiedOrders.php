<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

/** Keeps renewals and subscriptions made from an order from inheriting what belongs to that order's documents. */
final class CopiedOrders {

	public function register(): void {
		add_filter( 'wc_subscriptions_object_data', [ $this, 'handle_wc_subscriptions_object_data' ] );
	}

	/**
	 * WooCommerce Subscriptions copies an order's meta to its subscription and from there to every renewal.
	 *
	 * @param mixed $data values by meta key.
	 */
	public function handle_wc_subscriptions_object_data( mixed $data ): mixed {
		return is_array( $data )
			? array_filter(
				$data,
				static fn ( int|string $key ): bool => ! DocumentMeta::belongs_to_one_order( (string) $key ),
				ARRAY_FILTER_USE_KEY
			)
			: $data;
	}
}
