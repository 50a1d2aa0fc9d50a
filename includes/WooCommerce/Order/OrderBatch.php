<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;

/** Several orders in a few questions, as WooCommerce's own lists read them, but past its cache of orders. */
final class OrderBatch {

	/**
	 * Without their items.
	 *
	 * @param non-empty-list<int> $order_ids
	 * @return array<int, \WC_Order> by id; without those that are none or are gone.
	 */
	public function read( array $order_ids ): array {
		// The tests' stand-in for WooCommerce has none.
		$store = class_exists( \WC_Data_Store::class ) ? \WC_Data_Store::load( 'order' ) : null;
		$ids   = $this->those_that_are_orders( $order_ids, $store );
		try {
			return $store === null ? $this->one_by_one( $ids ) : $this->together( $ids, $store );
		} catch ( \Exception ) {
			return $this->one_by_one( $ids ); // One of them went meanwhile: WooCommerce then reads none.
		}
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int>
	 */
	private function those_that_are_orders( array $order_ids, ?\WC_Data_Store $store ): array {
		if ( $store?->has_callable( 'get_orders_type' ) === true ) {
			$types = (array) $store->__call( 'get_orders_type', [ $order_ids ] );
			$type  = static fn ( int $id ): mixed => $types[ $id ] ?? '';
		} else {
			_prime_post_caches( $order_ids, false, true );
			$type = OrderUtil::get_order_type( ... );
		}
		return array_values( array_filter( $order_ids, static fn ( int $id ): bool => $type( $id ) === 'shop_order' ) );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, \WC_Order>
	 */
	private function together( array $ids, \WC_Data_Store $store ): array {
		$orders = [];
		foreach ( $ids as $id ) {
			$orders[ $id ] = new \WC_Order();
			$orders[ $id ]->set_id( $id );
		}
		$read = $orders;
		$store->read_multiple( $read ); // It fills the objects.
		return $orders;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, \WC_Order>
	 */
	private function one_by_one( array $ids ): array {
		$orders = [];
		foreach ( $ids as $id ) {
			try {
				$orders[ $id ] = new \WC_Order( $id );
			} catch ( \Exception ) {
				continue;
			}
		}
		return $orders;
	}
}
