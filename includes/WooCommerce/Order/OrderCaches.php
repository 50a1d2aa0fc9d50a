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

	private const ITEMS = 'order-items';

	/** What WooCommerce asks for beside an order, and does not load with all other options. */
	private const OPTIONS = [
		'woocommerce_feature_fulfillments_enabled',
		'woocommerce_show_marketplace_suggestions',
		'woocommerce_analytics_scheduled_import',
		'_transient_wc_term_counts',
		'_transient_timeout_wc_term_counts',
		'_transient_timeout_orders-transient-version',
		'woocommerce_orderinvoicer_invoice_settings', // What `EmailSwitch` asks for: one question less.
		'woocommerce_orderinvoicer_creditnote_settings',
	];

	private const META = [ 'meta_id', 'meta_key', 'meta_value' ];

	public readonly RelatedOrders $related;

	public function __construct( private readonly Sql $sql ) {
		$this->related = new RelatedOrders( $sql );
	}

	/**
	 * Reads for many what WooCommerce would read one by one: an order's items with their metas (it asks two questions
	 * for each item), the products and some options. It leaves them where WordPress and WooCommerce look first; what is
	 * not there, they read as ever.
	 *
	 * @param list<int> $order_ids or of refunds. What is kept of them must have been forgotten before.
	 * @throws \OrderInvoicer\WordPress\Tables\DatabaseRefused
	 */
	public function fill( array $order_ids ): void {
		// The tests' stand-in for WooCommerce has neither it nor these tables.
		// @phpstan-ignore function.alreadyNarrowedType
		if ( $order_ids === [] || ! method_exists( \WC_Data::class, 'prime_raw_meta_data_cache' ) ) {
			return;
		}
		wp_prime_option_caches( self::OPTIONS );
		$rows  = $this->item_rows( $order_ids );
		$metas = self::metas( $rows );
		self::keep_items( $order_ids, $rows );
		wp_cache_set_multiple( array_map( self::values( ... ), $metas ), 'order_item_meta' );
		\WC_Order_Item::prime_raw_meta_data_cache( array_map( self::objects( ... ), $metas ), self::ITEMS );
		$this->prime_products( $metas );
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

	/**
	 * @param list<int> $order_ids
	 * @return list<array<string, string>> items with each of their metas.
	 */
	private function item_rows( array $order_ids ): array {
		return $this->sql->rows_now(
			'SELECT item.*, meta.meta_id, meta.meta_key, meta.meta_value FROM %i AS item
			LEFT JOIN %i AS meta ON meta.order_item_id = item.order_item_id
			WHERE item.order_id IN ( %d ) ORDER BY item.order_item_id, meta.meta_id',
			[
				$this->sql->table( 'woocommerce_order_items' ),
				$this->sql->table( 'woocommerce_order_itemmeta' ),
				$order_ids,
			]
		);
	}

	/**
	 * As WooCommerce's `read_items()` keeps them, with all columns that the table has.
	 *
	 * @param list<int>                   $order_ids
	 * @param list<array<string, string>> $rows
	 */
	private static function keep_items( array $order_ids, array $rows ): void {
		$by_order = array_fill_keys( $order_ids, [] );
		foreach ( $rows as $row ) {
			$by_order[ (int) $row['order_id'] ][ (int) $row['order_item_id'] ] ??= (object) array_diff_key(
				$row,
				array_flip( self::META )
			);
		}
		foreach ( $by_order as $order_id => $items ) {
			foreach ( $items as $id => $item ) {
				wp_cache_set( "item-$id", $item, self::ITEMS );
			}
			wp_cache_set( "order-items-$order_id", array_values( $items ), 'orders' );
		}
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<int, list<array{id: string, key: string, value: string}>> by item; empty for one without.
	 */
	private static function metas( array $rows ): array {
		$metas = [];
		foreach ( $rows as $row ) {
			$item             = (int) $row['order_item_id'];
			$metas[ $item ] ??= [];
			if ( $row['meta_id'] !== '' ) {
				$metas[ $item ][] = [
					'id'    => $row['meta_id'],
					'key'   => $row['meta_key'],
					'value' => $row['meta_value'],
				];
			}
		}
		return $metas;
	}

	/**
	 * As `update_meta_cache()` keeps them.
	 *
	 * @param list<array{id: string, key: string, value: string}> $metas
	 * @return array<string, list<string>>
	 */
	private static function values( array $metas ): array {
		$values = [];
		foreach ( $metas as $meta ) {
			$values[ $meta['key'] ][] = $meta['value'];
		}
		return $values;
	}

	/**
	 * As `WC_Data_Store_WP::read_meta()` reads them.
	 *
	 * @param list<array{id: string, key: string, value: string}> $metas
	 * @return list<object>
	 */
	private static function objects( array $metas ): array {
		return array_map(
			static fn ( array $meta ): object => (object) [
				'meta_id'    => $meta['id'],
				'meta_key'   => $meta['key'], // phpcs:ignore WordPress.DB.SlowDBQuery -- A column's name, no query.
				'meta_value' => $meta['value'], // phpcs:ignore WordPress.DB.SlowDBQuery -- As above.
			],
			$metas
		);
	}

	/** @param array<int, list<array{id: string, key: string, value: string}>> $metas */
	private function prime_products( array $metas ): void {
		$ids = [];
		foreach ( array_merge( ...array_values( $metas ) ) as $meta ) {
			$id = in_array( $meta['key'], [ '_product_id', '_variation_id' ], true ) ? (int) $meta['value'] : 0;
			if ( $id > 0 ) {
				$ids[] = $id;
			}
		}
		_prime_post_caches( array_values( array_unique( $ids ) ), true, true );
	}
}
