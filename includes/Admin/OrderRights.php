<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

/** Who acts on orders in wp-admin. */
final class OrderRights {

	public const CAPABILITY = 'edit_shop_orders';

	public static function may( \WC_Order $order ): bool {
		return current_user_can( self::CAPABILITY ) && current_user_can( 'edit_shop_order', $order->get_id() );
	}
}
