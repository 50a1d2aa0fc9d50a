<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What WordPress and WooCommerce keep of an order, of its refunds and of their items. A runner works for a while, and other
 * processes change orders meanwhile: some of it would be new and some old, such as a total and its lines. And where the
 * database refused a question, "nothing" is kept as its answer: in a cache that processes share, for all of them.
 */
final class OrderCaches {

	/** The order with its refunds and items, as objects and as rows. */
	private const GROUPS = [ 'orders', 'order-items', 'order_item_meta', 'order_objects', 'orders_data', 'orders_meta' ];

	/** Where orders are posts; products are as well, and then have to be read again. */
	private const GROUPS_OF_POSTS = [ 'posts', 'post_meta', 'post-queries' ];

	private readonly OrderPrimer $primer;

	public function __construct( private readonly Sql $sql ) {
		$this->primer = new OrderPrimer( $sql );
	}

	/**
	 * What the items of these orders or refunds are made of, in one question. What was kept of them is forgotten already.
	 *
	 * @param array<int> $order_ids
	 */
	public function fill( array $order_ids ): void {
		$this->primer->prime( array_values( $order_ids ) );
	}

	/** The next read of the order asks the database; products, shipping methods and options stay as this process read them. */
	public function forget( int $order_id ): void {
		if ( wp_using_ext_object_cache() === true || ! wp_cache_supports( 'flush_group' ) ) {
			$this->forget_everything( $order_id );
			return;
		}
		$groups = OrderUtil::custom_orders_table_usage_is_enabled() ? self::GROUPS : [ ...self::GROUPS, ...self::GROUPS_OF_POSTS ];
		array_map( 'wp_cache_flush_group', $groups );
	}

	/** Where the database refused a question, also of what an order needs beside it. */
	public function forget_everything( int $order_id ): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		if ( wp_using_ext_object_cache() === true ) {
			$this->forget_shared( $order_id );
		}
	}

	private function forget_shared( int $order_id ): void {
		$order_ids = [ $order_id, ...$this->refund_ids( $order_id ) ];
		$marks     = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$items     = $this->ids( "SELECT order_item_id AS id FROM %i WHERE order_id IN ( $marks )", [ $this->sql->table( 'woocommerce_order_items' ), ...$order_ids ] );
		$orders    = \WC_Data_Store::load( 'order' );
		if ( $orders->has_callable( 'clear_cached_data' ) ) {
			$orders->__call( 'clear_cached_data', [ $order_ids ] );
		}
		wp_cache_delete( \WC_Cache_Helper::get_cache_prefix( 'orders' ) . "refunds$order_id", 'orders' );
		foreach ( $order_ids as $id ) {
			wp_cache_delete_multiple( [ "order-items-$id", \WC_Order::generate_meta_cache_key( $id, 'orders' ) ], 'orders' );
			wp_cache_delete( $id, 'posts' );
			wp_cache_delete( $id, 'post_meta' );
		}
		foreach ( $items as $id ) {
			wp_cache_delete_multiple( [ "item-$id", \WC_Order_Item::generate_meta_cache_key( $id, 'order-items' ) ], 'order-items' );
			wp_cache_delete( $id, 'order_item_meta' );
		}
	}

	/** @return list<int> */
	private function refund_ids( int $order_id ): array {
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->ids( "SELECT id FROM %i WHERE parent_order_id = %d AND type = 'shop_order_refund'", [ $this->sql->table( 'wc_orders' ), $order_id ] )
			: $this->ids( "SELECT ID AS id FROM %i WHERE post_parent = %d AND post_type = 'shop_order_refund'", [ $this->sql->table( 'posts' ), $order_id ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @return list<int>
	 */
	private function ids( string $sql, array $arguments ): array {
		return array_map( static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ), $this->sql->rows( $sql, $arguments ) );
	}
}
