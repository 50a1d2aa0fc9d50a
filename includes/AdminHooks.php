<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\OpenSetup;
use OrderInvoicer\Features\Privacy\PolicyText;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Screens;

/** Which hook of wp-admin needs what. */
final class AdminHooks {

	/** Lists of orders: with WooCommerce's own tables, and with orders as posts. */
	private const ORDERS = [ 'woocommerce_page_wc-orders', 'edit-shop_order' ];

	/**
	 * @param \Closure( non-empty-list<string>, \Closure(): list<object>, (\Closure( mixed ): bool)|null=): void $before
	 * @param \Closure(): Adapters                                                                             $adapters
	 * @param \Closure(): Screens                                                                              $screens
	 */
	public function __construct(
		private readonly \Closure $before,
		private readonly \Closure $adapters,
		private readonly \Closure $screens,
	) {}

	/** Most pages of wp-admin are not ours: what belongs to one of them waits for it. */
	public function register(): void {
		( $this->before )( [ 'admin_menu' ], fn(): array => [ ( $this->adapters )()->admin_page() ] );
		( $this->before )(
			[ 'admin_menu' ],
			fn(): array => [ ( $this->screens )()->bulk_page() ],
			static fn (): bool => self::asked( 'page' ) === AdminPage::BULK_SLUG
		);
		( $this->before )( [ 'admin_init' ], static fn(): array => [ new PolicyText() ] );
		( $this->before )(
			[ 'admin_init' ],
			fn(): array => ( $this->screens )()->forms(),
			self::is_form_of_ours( ... )
		);
		( $this->before )( [ 'admin_notices' ], fn(): array => [ ( $this->adapters )()->notices() ] );
		$this->register_lists();
		$this->register_order();
		( $this->before )(
			[ 'admin_post', 'admin_post_nopriv' ],
			fn(): array => [ ( $this->screens )()->connect_callback() ]
		);
		( $this->before )(
			[ 'load-plugins.php', 'load-plugin-install.php' ],
			static fn(): array => [ new OpenSetup() ],
			static fn (): bool => ( $GLOBALS['pagenow'] ?? '' ) !== 'plugins.php'
				|| self::asked( 'activate' ) . self::asked( 'activate-multi' ) !== ''
		);
		( $this->before )(
			[ 'debug_information', 'woocommerce_system_status_report' ],
			fn(): array => [ ( $this->screens )()->status_report() ]
		);
	}

	/** The lists where an owner comes by, those of orders above all. */
	private function register_lists(): void {
		( $this->before )(
			[ 'current_screen' ],
			fn(): array => [ ( $this->adapters )()->exemptions_notice() ],
			static fn ( mixed $screen ): bool =>
				self::is_screen( $screen, [ 'dashboard', 'plugins', ...self::ORDERS ] )
		);
		( $this->before )(
			[ 'current_screen' ],
			fn(): array => ( $this->screens )()->order_lists(),
			static fn ( mixed $screen ): bool =>
				self::is_screen( $screen, [ 'shop_order', 'admin_page_' . AdminPage::BULK_SLUG, ...self::ORDERS ] )
		);
	}

	/** The screen of an order, and its menu of actions. */
	private function register_order(): void {
		$of_one = [
			'woocommerce_order_actions',
			'woocommerce_order_actions_start',
			'woocommerce_process_shop_order_meta', // Before WooCommerce carries out what was chosen of the menu.
		];
		( $this->before )(
			$of_one,
			fn(): array => [ ( $this->screens )()->order_menu(), ...( $this->screens )()->order_actions_menu() ]
		);
		( $this->before )(
			[ 'woocommerce_admin_billing_fields', 'woocommerce_process_shop_order_meta' ],
			fn(): array => [ ( $this->screens )()->billing_numbers() ]
		);
		( $this->before )(
			[ 'add_meta_boxes' ],
			fn(): array => ( $this->screens )()->order_screen(),
			static fn ( mixed $type ): bool => $type === wc_get_page_screen_id( 'shop-order' )
		);
	}

	/** What was sent to admin-post.php by a form of ours. */
	private static function is_form_of_ours(): bool {
		return ( $GLOBALS['pagenow'] ?? '' ) === 'admin-post.php'
			&& str_starts_with( self::asked( 'action' ), 'orderinvoicer_' );
	}

	private static function asked( string $name ): string {
		// phpcs:ignore WordPress.Security -- only whose it is.
		$asked = $_REQUEST[ $name ] ?? '';
		return is_string( $asked ) ? $asked : '';
	}

	/** @param list<string> $ids */
	private static function is_screen( mixed $screen, array $ids ): bool {
		return $screen instanceof \WP_Screen && in_array( $screen->id, $ids, true );
	}
}
