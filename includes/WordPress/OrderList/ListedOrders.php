<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\OrderList;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;

/** The list of orders, narrowed down by what stands in its address. */
final class ListedOrders {

	public const STATE = 'orderinvoicer_state';
	public const KIND  = 'orderinvoicer_kind';

	public static function url( ListedState $state ): string {
		return add_query_arg(
			self::STATE,
			$state->value,
			admin_url(
				OrderUtil::custom_orders_table_usage_is_enabled()
					? 'admin.php?page=wc-orders'
					: 'edit.php?post_type=shop_order'
			)
		);
	}
}
