<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * What WordPress and WooCommerce keep of an order, of its refunds and of their items. A runner works for a while, and
 * other processes change orders meanwhile: some of it would be new and some old, such as a total and its lines. And
 * where the database refused a question, "nothing" is kept as its answer: in a cache that processes share, for all of
 * them.
 */
final class OrderCaches {

	/** The order with its refunds and items, as objects and as rows. */
	private const GROUPS = [
		'orders',
		'order-items',
		'order_item_meta',
		'order_objects',
		'orders_data',
		'orders_meta',
	];

	/** Where orders are posts; products are as well, and then have to be read again. */
	private const GROUPS_OF_POSTS = [ 'posts', 'post_meta', 'post-queries' ];

	private readonly OrderPrimer $primer;
	public readonly RelatedOrders $related;

	public function __construct( private readonly Sql $sql ) {
		$this->primer  = new OrderPrimer( $sql );
		$this->related = new RelatedOrders( $sql );
	}

	/**
	 * What the items of these orders or refunds are made of, in one question. What was kept of them is forgotten
	 * already.
	 *
	 * @param array<int> $order_ids
	 */
	public function fill( array $order_ids ): void {
		$this->primer->prime( array_values( $order_ids ) );
	}

	/**
	 * The next read of these orders asks the database; products, shipping methods and options stay as they were read.
	 *
	 * @param non-empty-list<int> $order_ids
	 */
	public function forget( array $order_ids ): void {
		if ( wp_using_ext_object_cache() === true || ! wp_cache_supports( 'flush_group' ) ) {
			$this->forget_everything( $order_ids );
			return;
		}
		$groups = OrderUtil::custom_orders_table_usage_is_enabled()
			? self::GROUPS
			: [ ...self::GROUPS, ...self::GROUPS_OF_POSTS ];
		array_map( 'wp_cache_flush_group', $groups );
	}

	/**
	 * Where the database refused a question, also of what an order needs beside it.
	 *
	 * @param non-empty-list<int> $order_ids
	 */
	public function forget_everything( array $order_ids ): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		if ( wp_using_ext_object_cache() === true ) {
			$this->forget_shared( $order_ids );
		}
	}

	/** @param non-empty-list<int> $order_ids */
	private function forget_shared( array $order_ids ): void {
		$with_refunds = [ ...$order_ids, ...$this->related->refunds( $order_ids ) ];
		$items        = $this->item_ids( $with_refunds );
		$orders       = \WC_Data_Store::load( 'order' );
		if ( $orders->has_callable( 'clear_cached_data' ) ) {
			$orders->__call( 'clear_cached_data', [ $with_refunds ] );
		}
		foreach ( $order_ids as $order_id ) {
			wp_cache_delete( \WC_Cache_Helper::get_cache_prefix( 'orders' ) . "refunds$order_id", 'orders' );
		}
		foreach ( $with_refunds as $id ) {
			wp_cache_delete_multiple(
				[ "order-items-$id", \WC_Order::generate_meta_cache_key( $id, 'orders' ) ],
				'orders'
			);
			wp_cache_delete( $id, 'posts' );
			wp_cache_delete( $id, 'post_meta' );
		}
		foreach ( $items as $id ) {
			wp_cache_delete_multiple(
				[ "item-$id", \WC_Order_Item::generate_meta_cache_key( $id, 'order-items' ) ],
				'order-items'
			);
			wp_cache_delete( $id, 'order_item_meta' );
		}
	}

	/**
	 * @param non-empty-list<int> $order_ids or of refunds.
	 * @return list<int>
	 */
	private function item_ids( array $order_ids ): array {
		$rows  = $this->sql->rows(
			'SELECT order_item_id AS id FROM %i WHERE order_id IN ( %d )',
			[ $this->sql->table( 'woocommerce_order_items' ), $order_ids ]
		);
		return array_map( static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ), $rows );
	}
}
