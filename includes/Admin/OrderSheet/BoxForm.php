<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

/**
 * A form of the order box. The box stands inside WooCommerce's own form, so fields and buttons name this one, which is
 * printed behind it; it works without JavaScript.
 */
final class BoxForm {

	/** @param string $action what is posted to admin-post.php. */
	public function __construct( private readonly string $action ) {}

	/** @param callable(): void $handler */
	public function register( callable $handler ): void {
		add_action( 'admin_post_' . $this->action, $handler );
	}

	/** For the attribute `form`. */
	public function id(): string {
		return str_replace( '_', '-', $this->action ) . '-form';
	}

	public function print_later( int $order_id ): void {
		add_action(
			'admin_footer',
			function () use ( $order_id ): void {
				printf(
					'<form id="%1$s" method="post" action="%2$s"><input type="hidden" name="action" value="%3$s">'
						. '<input type="hidden" name="order_id" value="%4$d">',
					esc_attr( $this->id() ),
					esc_url( admin_url( 'admin-post.php' ) ),
					esc_attr( $this->action ),
					absint( $order_id )
				);
				wp_nonce_field( $this->action . '_' . $order_id, '_wpnonce', false );
				echo '</form>';
			}
		);
	}

	/** The order that was posted; whoever may not edit it gets no further. */
	public function order(): \WC_Order {
		$order_id = absint( self::posted( 'order_id' ) );
		check_admin_referer( $this->action . '_' . $order_id );
		$order = wc_get_order( $order_id );
		if (
			! $order instanceof \WC_Order
			|| ! current_user_can( 'edit_shop_orders' )
			|| ! current_user_can( 'edit_shop_order', $order_id )
		) {
			wp_die( esc_html__( 'You may not edit this order.', 'orderinvoicer' ), 403 );
		}
		return $order;
	}

	/** @param string $why the next screen says so; empty for nothing. */
	public function go( string $url, string $why = '' ): void {
		if ( $why !== '' ) {
			\WC_Admin_Meta_Boxes::add_error( esc_html( $why ) );
		}
		if ( wp_safe_redirect( $url ) ) {
			exit;
		}
	}

	public static function failed(): string {
		return __( 'Order Invoicer: this failed unexpectedly. Try again; if it fails once more, look at WooCommerce › Status › Logs, orderinvoicer, and send that log to support.', 'orderinvoicer' );
	}

	public static function posted( string $name ): string {
		// order() checks it; the nonce is bound to the order id, which must be read first.
		// phpcs:disable WordPress.Security.NonceVerification.Missing
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] )
			? sanitize_text_field( wp_unslash( $_POST[ $name ] ) )
			: '';
		// phpcs:enable
	}
}
