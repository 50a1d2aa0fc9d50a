<?php
/** WooCommerce's own namespace: what plugins may call of it. */

namespace Automattic\WooCommerce\Utilities;

defined( 'ABSPATH' ) || exit;

class FeaturesUtil {

	/** Nothing but orders as they were recorded. */
	public static function feature_is_enabled( string $feature_id ): bool {
		return false;
	}

	public static function declare_compatibility(
		string $feature_id,
		string $plugin_file,
		bool $positive_compatibility = true,
	): bool {
		return true;
	}
}

final class OrderUtil {

	/** Orders are posts here. */
	public static function custom_orders_table_usage_is_enabled(): bool {
		return false;
	}

	public static function get_order_type( $order_id ) {
		$type = get_post_type( (int) $order_id );
		return in_array( $type, [ 'shop_order', 'shop_order_refund' ], true ) ? $type : '';
	}

	public static function remove_status_prefix( string $status ): string {
		return str_starts_with( $status, 'wc-' ) ? substr( $status, 3 ) : $status;
	}
}
