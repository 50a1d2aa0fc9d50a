<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Reads for many what WooCommerce would read one by one: the metas of an order's items (it asks two questions for each
 * item) and the products. It leaves them where WordPress and WooCommerce look first; what they do not find there, they read
 * as ever.
 */
final class OrderPrimer {

	private const ITEMS = 'order-items';

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * @param list<int> $order_ids or of refunds. What is kept of them must have been forgotten before.
	 * @throws \OrderInvoicer\WordPress\Tables\DatabaseRefused
	 */
	public function prime( array $order_ids ): void {
		// The stand-in for WooCommerce has neither.
		if ( $order_ids === [] || ! method_exists( \WC_Data::class, 'prime_raw_meta_data_cache' ) ) {
			return;
		}
		$metas = $this->metas( $order_ids );
		wp_cache_set_multiple( array_map( self::values( ... ), $metas ), 'order_item_meta' );
		\WC_Order_Item::prime_raw_meta_data_cache( $metas, self::ITEMS );
		$this->prime_products( $metas );
	}

	/**
	 * @param list<int> $order_ids
	 * @return array<int, list<object{meta_id: string, meta_key: string, meta_value: string}>> by item; empty for one without.
	 */
	private function metas( array $order_ids ): array {
		$marks = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$rows  = $this->sql->rows_now(
			"SELECT item.order_item_id AS item_id, meta_id, meta_key, meta_value FROM %i AS item
			LEFT JOIN %i AS meta ON meta.order_item_id = item.order_item_id
			WHERE item.order_id IN ( $marks ) ORDER BY meta_id",
			[ $this->sql->table( 'woocommerce_order_items' ), $this->sql->table( 'woocommerce_order_itemmeta' ), ...$order_ids ]
		);
		$metas = [];
		foreach ( $rows as $row ) {
			$item           = (int) $row['item_id'];
			$metas[ $item ] ??= [];
			if ( $row['meta_id'] !== '' ) {
				$metas[ $item ][] = (object) array_diff_key( $row, [ 'item_id' => '' ] );
			}
		}
		return $metas;
	}

	/**
	 * As `update_meta_cache()` keeps them.
	 *
	 * @param list<object{meta_id: string, meta_key: string, meta_value: string}> $metas
	 * @return array<string, list<string>>
	 */
	private static function values( array $metas ): array {
		$values = [];
		foreach ( $metas as $meta ) {
			$values[ $meta->meta_key ][] = $meta->meta_value;
		}
		return $values;
	}

	/** @param array<int, list<object{meta_id: string, meta_key: string, meta_value: string}>> $metas */
	private function prime_products( array $metas ): void {
		$ids = [];
		foreach ( array_merge( ...array_values( $metas ) ) as $meta ) {
			if ( in_array( $meta->meta_key, [ '_product_id', '_variation_id' ], true ) ) {
				$ids[] = (int) $meta->meta_value;
			}
		}
		_prime_post_caches( array_values( array_unique( array_filter( $ids ) ) ), true, true );
	}
}
