<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wording\HelpTopic;

/**
 * WordPress's own help at the top of the page, a tab for each topic, and the link inside the page that opens it there:
 * src/help does that.
 */
final class Help {

	/** With WooCommerce's own tables, and with orders as posts. */
	private const ORDER_SCREENS = [ 'woocommerce_page_wc-orders', 'edit-shop_order', 'shop_order' ];

	private readonly BuiltScript $script;

	/** @param string $file the plugin's main file. */
	public function __construct( string $file ) {
		$this->script = new BuiltScript( $file, 'help', 'orderinvoicer-help' );
	}

	public function register(): void {
		add_action( 'current_screen', [ $this, 'handle_current_screen' ], 60 ); // Behind WooCommerce's own help.
		add_action( 'woocommerce_order_list_table_extra_tablenav', [ $this, 'handle_list_of_orders' ], 10, 2 );
		add_action( 'manage_posts_extra_tablenav', [ $this, 'handle_list_of_posts' ] );
	}

	/** @param mixed $screen */
	public function handle_current_screen( $screen ): void {
		if (
			$screen instanceof \WP_Screen
			&& in_array( $screen->id, self::ORDER_SCREENS, true )
			&& current_user_can( OrderRights::CAPABILITY )
		) {
			$this->show( HelpTopic::OrderList, HelpTopic::OrderBox );
		}
	}

	/** Below the list: above it there is no room, and on a phone WordPress hides what stands there. */
	public function handle_list_of_orders( mixed $order_type, mixed $which ): void {
		if ( $order_type === 'shop_order' && $which === 'bottom' && current_user_can( OrderRights::CAPABILITY ) ) {
			self::print_link( HelpTopic::OrderList, __( 'Help with Sellsy', 'orderinvoicer' ) );
		}
	}

	public function handle_list_of_posts( mixed $which ): void {
		$this->handle_list_of_orders( get_current_screen()->post_type ?? '', $which );
	}

	/** Before the page is printed: WordPress prints help above it. */
	public function show( HelpTopic ...$topics ): void {
		$screen = get_current_screen();
		if ( $screen === null ) {
			return;
		}
		foreach ( $topics as $topic ) {
			$screen->add_help_tab(
				[
					'id'      => self::id( $topic ),
					'title'   => $topic->title(),
					'content' => self::content( $topic ),
				]
			);
		}
		$this->script->enqueue_alone();
	}

	/** @param string $text of the link; "Help on this page" where the page is ours. */
	public static function print_link( HelpTopic $topic, string $text = '' ): void {
		$text = $text === '' ? __( 'Help on this page', 'orderinvoicer' ) : $text;
		printf(
			'<p><button type="button" class="button-link" data-orderinvoicer-help="%1$s">%2$s</button></p>',
			esc_attr( self::id( $topic ) ),
			esc_html( $text )
		);
	}

	private static function id( HelpTopic $topic ): string {
		return "orderinvoicer-{$topic->value}";
	}

	private static function content( HelpTopic $topic ): string {
		$paragraphs = array_map( esc_html( ... ), $topic->paragraphs() );
		if ( ! $topic->is_elsewhere() ) {
			$paragraphs[] = sprintf(
				'<a href="%1$s">%2$s</a>',
				esc_url( "#/{$topic->value}" ),
				esc_html__( 'Open this screen', 'orderinvoicer' )
			);
		}
		return '<p>' . implode( '</p><p>', $paragraphs ) . '</p>';
	}
}
