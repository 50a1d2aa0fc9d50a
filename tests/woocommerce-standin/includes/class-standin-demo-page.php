<?php
/** A page to try the plugin: pick one of the recorded carts, pay it. */

defined( 'ABSPATH' ) || exit;

final class Standin_Demo_Page {

	private const SHORTCODE = 'standin_shop';
	private const ACTION    = 'standin_place_order';

	public function register(): void {
		add_shortcode( self::SHORTCODE, [ $this, 'render' ] );
		add_action( 'admin_post_nopriv_' . self::ACTION, [ $this, 'handle_admin_post' ] );
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_admin_post' ] );
	}

	public static function install(): void {
		if ( get_page_by_path( 'shop' ) === null ) {
			wp_insert_post(
				[
					'post_type'    => 'page',
					'post_status'  => 'publish',
					'post_name'    => 'shop',
					'post_title'   => 'Shop',
					'post_content' => '[' . self::SHORTCODE . ']',
				]
			);
		}
	}

	public function render(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only shows what was bought.
		$bought = absint( $_GET['order'] ?? 0 );
		$html   = $bought > 0 ? sprintf( '<p class="standin-bought">Order %d is placed.</p>', $bought ) : '';
		$html  .= sprintf(
			'<form method="post" action="%1$s"><input type="hidden" name="action" value="%2$s">',
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_attr( self::ACTION )
		);
		$html  .= wp_nonce_field( self::ACTION, '_wpnonce', true, false ) . '<p><label>Cart <select name="cart">';
		foreach ( ( new Standin_Recordings() )->all() as $name => $about ) {
			$html .= sprintf( '<option value="%1$s">%1$s: %2$s</option>', esc_attr( $name ), esc_html( $about ) );
		}
		$html .= '</select></label></p><p><label>E-mail <input type="email" name="email"'
			. ' value="client@example.test"></label></p>';
		$html .= '<p><button name="pay" value="card">Pay by card</button> <button name="pay" value="cod">Pay on'
			. ' delivery</button> <button name="pay" value="bacs">Pay by transfer</button></p></form>';
		return $html;
	}

	public function handle_admin_post(): void {
		check_admin_referer( self::ACTION );
		$order = ( new Standin_Recordings() )->place(
			sanitize_file_name( wp_unslash( $_POST['cart'] ?? '' ) ),
			sanitize_email( wp_unslash( $_POST['email'] ?? '' ) )
		);
		$this->pay( $order, sanitize_key( $_POST['pay'] ?? '' ) );
		wp_safe_redirect( add_query_arg( 'order', $order->get_id(), get_permalink( get_page_by_path( 'shop' ) ) ) );
		exit;
	}

	/**
	 * What WooCommerce's gateways do: a card pays, a transfer waits, delivery goes out unpaid; nothing to pay is paid.
	 */
	public function pay( WC_Order $order, string $gateway ): void {
		$order->set_payment_method( $gateway );
		match ( (float) $order->get_total() > 0 ? $gateway : '' ) {
			'cod'   => $order->update_status( 'processing' ),
			'bacs'  => $order->update_status( 'on-hold' ),
			default => $order->payment_complete(),
		};
	}
}
