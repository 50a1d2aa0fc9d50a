<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderRights;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;

/** Our entries among the bulk actions of the list of orders, HPOS and legacy. They lead to the page that asks. */
final class BulkActions {

	private const PREFIX = 'orderinvoicer_';

	/** With WooCommerce's own tables, and with orders as posts. */
	private const SCREENS = [ 'woocommerce_page_wc-orders', 'edit-shop_order' ];

	public function __construct( private readonly BulkText $texts ) {}

	public function register(): void {
		foreach ( self::SCREENS as $screen ) {
			add_filter( "bulk_actions-$screen", [ $this, 'handle_bulk_actions' ], 20 );
			add_filter( "handle_bulk_actions-$screen", [ $this, 'handle_chosen' ], 10, 3 );
		}
	}

	public function handle_bulk_actions( mixed $actions ): mixed {
		$is_bin = is_array( $actions ) && isset( $actions['untrash'] );
		if ( ! is_array( $actions ) || $is_bin || ! current_user_can( OrderRights::CAPABILITY ) ) {
			return $actions;
		}
		foreach ( BulkAct::cases() as $act ) {
			$actions[ self::PREFIX . $act->value ] = $this->texts->menu( $act );
		}
		return $actions;
	}

	/** @param mixed $ids of the ticked orders, as WooCommerce's form or WordPress's has sent them. */
	public function handle_chosen( mixed $redirect_to, mixed $action, mixed $ids ): mixed {
		$act = is_string( $action ) && str_starts_with( $action, self::PREFIX )
			? BulkAct::tryFrom( substr( $action, strlen( self::PREFIX ) ) )
			: null;
		$ids = array_map(
			static fn ( mixed $id ): int => is_numeric( $id ) ? absint( $id ) : 0,
			is_array( $ids ) ? $ids : []
		);
		$ids = array_values( array_filter( $ids, static fn ( int $id ): bool => $id > 0 ) );
		return $act === null || $ids === []
			? $redirect_to
			: BulkAddress::of( $act, $ids, is_string( $redirect_to ) ? $redirect_to : '' );
	}
}
