<?php
/** Post types, statuses, rights and what WooCommerce does by itself when an order changes. */

defined( 'ABSPATH' ) || exit;

final class Standin_Shop {

	private const CAPABILITIES = [
		'manage_woocommerce',
		'edit_shop_order',
		'read_shop_order',
		'delete_shop_order',
		'edit_shop_orders',
		'edit_others_shop_orders',
		'publish_shop_orders',
		'read_private_shop_orders',
		'delete_shop_orders',
		'delete_private_shop_orders',
		'delete_published_shop_orders',
		'delete_others_shop_orders',
		'edit_private_shop_orders',
		'edit_published_shop_orders',
	];

	public function register(): void {
		add_action( 'init', [ $this, 'handle_init' ], 5 );
		add_action( 'admin_menu', [ $this, 'handle_admin_menu' ], 5 );
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
		add_action( 'woocommerce_order_status_refunded', [ $this, 'handle_order_status_refunded' ], 10, 2 );
		add_filter( 'comments_clauses', [ $this, 'handle_comments_clauses' ] );
	}

	public static function activate(): void {
		add_role( 'customer', 'Customer', [ 'read' => true ] );
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true ] );
		foreach ( [ 'administrator', 'shop_manager' ] as $role ) {
			foreach ( self::CAPABILITIES as $capability ) {
				get_role( $role )?->add_cap( $capability );
			}
		}
		Standin_Action_Scheduler::install();
	}

	public function handle_init(): void {
		foreach ( wc_get_order_statuses() as $status => $label ) {
			register_post_status(
				$status,
				[
					'label'                     => $label,
					'public'                    => false,
					'show_in_admin_all_list'    => true,
					'show_in_admin_status_list' => true,
					/* translators: %s: number of orders */
					// phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing -- the form of _n_noop().
					'label_count'               => [
						"$label (%s)",
						"$label (%s)",
						'singular' => "$label (%s)",
						'plural' => "$label (%s)",
						'context' => null,
						'domain' => null,
					],
				]
			);
		}
		$order = [
			'label'           => apply_filters( 'standin_text', 'Orders' ),
			'labels'          => [ 'edit_item' => apply_filters( 'standin_text', 'Order' ) ],
			'public'          => false,
			'show_ui'         => true,
			'show_in_menu'    => 'woocommerce',
			'map_meta_cap'    => true,
			'capability_type' => 'shop_order',
			'supports'        => [ 'comments', 'custom-fields' ],
			'capabilities'    => [ 'create_posts' => 'do_not_allow' ],
		];
		register_post_type( 'shop_order', $order );
		register_post_type( 'shop_order_refund', [ 'public' => false ] );
		register_post_type( 'product', [ 'public' => false ] );
	}

	public function handle_admin_menu(): void {
		add_menu_page(
			'WooCommerce',
			'WooCommerce',
			'manage_woocommerce',
			'woocommerce',
			[ $this, 'render' ],
			'dashicons-cart',
			55
		);
	}

	public function render(): void {
		printf(
			'<div class="wrap"><h1>WooCommerce</h1><p><a href="%1$s">%2$s</a></p></div>',
			esc_url( admin_url( 'edit.php?post_type=shop_order' ) ),
			esc_html( apply_filters( 'standin_text', 'Orders' ) )
		);
	}

	public function handle_admin_notices(): void {
		$text = 'This is a stand-in for WooCommerce with recorded orders, for trying and testing Order Invoicer.';
		printf(
			'<div class="notice notice-info inline"><p>%s</p></div>',
			esc_html( apply_filters( 'standin_text', $text ) )
		);
	}

	/** An order set to "refunded" gets a refund of what is left, without lines. */
	public function handle_order_status_refunded( int $order_id, WC_Order $order ): void {
		$left = $order->get_remaining_refund_amount();
		if ( (float) $left > 0 ) {
			wc_create_refund(
				[
					'order_id' => $order_id,
					'amount'   => $left,
					'reason'   => 'Order fully refunded.',
				]
			);
		}
	}

	/** Order notes are no comments for WordPress's own lists. */
	public function handle_comments_clauses( array $clauses ): array {
		if ( is_admin() && function_exists( 'get_current_screen' ) && get_current_screen()?->id === 'edit-comments' ) {
			$clauses['where'] .= " AND comment_type != 'order_note' ";
		}
		return $clauses;
	}
}
