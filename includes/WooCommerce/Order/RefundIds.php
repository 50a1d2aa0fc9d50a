<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/** Which refunds an order has. For the many that have none, WooCommerce's own search costs ten times as much. */
final class RefundIds {

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int> also of refunds in the bin.
	 * @throws DatabaseRefused
	 */
	public function of_orders( array $order_ids ): array {
		$marks = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$rows  = OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows(
				"SELECT id FROM %i WHERE parent_order_id IN ( $marks ) AND type = 'shop_order_refund'",
				[ $this->sql->table( 'wc_orders' ), ...$order_ids ]
			)
			: $this->sql->rows(
				"SELECT ID AS id FROM %i WHERE post_parent IN ( $marks ) AND post_type = 'shop_order_refund'",
				[ $this->sql->table( 'posts' ), ...$order_ids ]
			);
		return array_map( static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ), $rows );
	}
}
