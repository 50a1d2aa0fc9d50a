<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Which refunds an order has, and which orders were made of it: one question for both. For the many that have none,
 * WooCommerce's own search costs ten times as much.
 */
final class RelatedOrders {

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int> also of refunds in the bin.
	 * @throws DatabaseRefused
	 */
	public function refunds( array $order_ids ): array {
		return $this->of_type( 'shop_order_refund', $order_ids );
	}

	/**
	 * @return list<int> of orders that have it as their parent, also in the bin.
	 * @throws DatabaseRefused
	 */
	public function children( int $order_id ): array {
		return $this->of_type( 'shop_order', [ $order_id ] );
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int>
	 */
	private function of_type( string $type, array $order_ids ): array {
		$is_it = static fn ( array $row ): bool => ( $row['type'] ?? '' ) === $type;
		return array_map(
			static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ),
			array_values( array_filter( $this->rows( $order_ids ), $is_it ) )
		);
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<array<string, string>>
	 */
	private function rows( array $order_ids ): array {
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows(
				'SELECT id, type FROM %i WHERE parent_order_id IN ( %d ) ORDER BY id',
				[ $this->sql->table( 'wc_orders' ), $order_ids ]
			)
			: $this->sql->rows(
				'SELECT ID AS id, post_type AS type FROM %i WHERE post_parent IN ( %d ) ORDER BY ID',
				[ $this->sql->table( 'posts' ), $order_ids ]
			);
	}
}
