<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderActions;

/** The page that asks about some orders, in no menu; it is made when somebody opens it. */
final class BulkEntry {

	public const PAGE = 'orderinvoicer-bulk';

	/** `OrderActions::CAPABILITY`, without reading its file on every page of wp-admin. */
	private const CAPABILITY = 'edit_shop_orders';

	/** @param \Closure(): BulkPage $bulk_page */
	public function __construct( private readonly \Closure $bulk_page ) {}

	public function register(): void {
		add_action( 'admin_menu', [ $this, 'handle_admin_menu' ], 70 );
	}

	public static function title(): string {
		return __( 'Documents in Sellsy', 'orderinvoicer' );
	}

	/** @internal */
	public function handle_admin_menu(): void {
		$hook = add_submenu_page(
			'',
			self::title(),
			self::title(),
			self::CAPABILITY,
			self::PAGE,
			fn () => ( $this->bulk_page )()->render()
		);
		add_action( "load-$hook", fn () => ( $this->bulk_page )()->handle_load() );
	}
}
