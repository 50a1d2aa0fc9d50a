<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;
use OrderInvoicer\Features\Bulk\Rules\BulkRequest;

/**
 * The address of the page that asks before an act is carried out. It holds the orders themselves, so that it can be
 * loaded again and left with "back"; a list that was sent by WooCommerce's own form is longer than that.
 */
final class BulkAddress {

	public const PAGE   = AdminPage::BULK_SLUG;
	public const DO     = 'orderinvoicer_do';
	public const ORDERS = 'orderinvoicer_orders';
	public const BACK   = 'orderinvoicer_back';

	/** Between the ids: never encoded in an address. */
	private const SEPARATOR = '.';

	/**
	 * @param list<int> $order_ids
	 * @param string    $back      where the person came from.
	 */
	public static function of( BulkAct|BulkRequest $asked, array $order_ids, string $back ): string {
		return add_query_arg(
			[
				'page'       => self::PAGE,
				self::DO     => $asked instanceof BulkAct ? $asked->value : rawurlencode( $asked->text() ),
				self::ORDERS => self::join( $order_ids ),
				self::BACK   => rawurlencode( $back ),
			],
			admin_url( 'admin.php' )
		);
	}

	/** @param list<int> $order_ids */
	public static function join( array $order_ids ): string {
		return implode( self::SEPARATOR, $order_ids );
	}

	/** @return list<int> */
	public static function split( string $ids ): array {
		$numbers = array_map( absint( ... ), explode( self::SEPARATOR, $ids ) );
		return array_values( array_unique( array_filter( $numbers, static fn ( int $id ): bool => $id > 0 ) ) );
	}

	/** A page of this site's wp-admin, with its host or without it; the list of orders otherwise. */
	public static function back( string $url ): string {
		$list = \Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled()
			? admin_url( 'admin.php?page=wc-orders' )
			: admin_url( 'edit.php?post_type=shop_order' );
		$back = wp_validate_redirect( wp_sanitize_redirect( $url ), $list );
		$path = (string) wp_parse_url( admin_url(), PHP_URL_PATH );
		return str_starts_with( $back, admin_url() ) || str_starts_with( $back, $path ) ? $back : $list;
	}
}
