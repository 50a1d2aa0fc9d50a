<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

use Automattic\WooCommerce\Utilities\OrderUtil;

defined( 'ABSPATH' ) || exit;

/**
 * Where WordPress and WooCommerce keep an order in memory. A runner works for a while, and other processes change orders
 * meanwhile: of what is kept some would be new and some old, such as a total and its lines.
 */
final class OrderCaches {

	/** The order with its refunds and items, as objects and as rows. */
	private const GROUPS = [ 'orders', 'order-items', 'order_item_meta', 'order_objects', 'orders_data', 'orders_meta' ];

	/** Where orders are posts; products are as well, and then have to be read again. */
	private const GROUPS_OF_POSTS = [ 'posts', 'post_meta', 'post-queries' ];

	/** A cache that processes share is left alone, but for this process's copy of it. */
	public function forget(): void {
		if ( wp_using_ext_object_cache() || ! wp_cache_supports( 'flush_group' ) ) {
			$this->forget_everything();
			return;
		}
		array_map( 'wp_cache_flush_group', self::GROUPS );
		if ( ! OrderUtil::custom_orders_table_usage_is_enabled() ) {
			array_map( 'wp_cache_flush_group', self::GROUPS_OF_POSTS );
		}
	}

	private function forget_everything(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
	}
}
