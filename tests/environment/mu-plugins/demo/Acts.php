<?php
/**
 * What the page's buttons do: an order is placed, the language changes, another person looks, another shop opens, the
 * set-up begins again.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Acts {

	public const ACTION = 'orderinvoicer_demo';

	public function register(): void {
		add_action( 'admin_post_' . self::ACTION, $this->act( ... ) );
		add_action( 'admin_post_nopriv_' . self::ACTION, $this->act( ... ) );
		add_action( 'admin_notices', $this->tell_keys( ... ) );
	}

	private function act(): void {
		check_admin_referer( self::ACTION );
		$given = array_map( sanitize_text_field( ... ), wp_unslash( $_POST ) );
		$to    = match ( $given['act'] ?? '' ) {
			'order'    => $this->place( $given ),
			'language' => $this->speak( $given ),
			'role'     => Orderinvoicer_Demo_Roles::take( $given['role'] ?? '' ),
			'setup'    => $this->as_owner( $this->begin_again( ... ) ),
			'shop'     => $this->as_owner(
				static fn (): string => Orderinvoicer_Demo_Shops::open( $given['shop'] ?? '' )
			),
			default    => home_url( '/demo/' ),
		};
		wp_safe_redirect( $to );
		exit;
	}

	/** @param array<string, string> $given */
	private function place( array $given ): string {
		$recording = $given['cart'] ?? '';
		if ( ! class_exists( Standin_Recordings::class ) || ! isset( Orderinvoicer_Demo_Orders::ALL[ $recording ] ) ) {
			return home_url( '/demo/' );
		}
		$order = ( new Standin_Recordings() )->place(
			$recording,
			sanitize_email( $given['email'] ?? '' ),
			Orderinvoicer_Demo_Orders::names( $recording )
		);
		$this->pay( $order, $given['pay'] ?? '' );
		return add_query_arg( 'order', $order->get_id(), home_url( '/demo/' ) ) . '#step-2';
	}

	/**
	 * What WooCommerce's gateways do: a card pays, a transfer waits, delivery goes out unpaid; nothing to pay is paid.
	 */
	private function pay( WC_Order $order, string $gateway ): void {
		$order->set_payment_method( $gateway );
		match ( (float) $order->get_total() > 0 ? $gateway : '' ) {
			'cod'   => $order->update_status( 'processing' ),
			'bacs'  => $order->update_status( 'on-hold' ),
			default => $order->payment_complete(),
		};
	}

	/**
	 * The shop's, and with it that of everybody who chose none.
	 *
	 * @param array<string, string> $given
	 */
	private function speak( array $given ): string {
		update_option( 'WPLANG', ( $given['language'] ?? '' ) === 'fr' ? 'fr_FR' : '' );
		return home_url( '/demo/' );
	}

	/** @param Closure(): string $act */
	private function as_owner( Closure $act ): string {
		return current_user_can( 'manage_woocommerce' ) ? $act() : wp_login_url( home_url( '/demo/' ) );
	}

	/** As after the activation: no keys, nothing chosen. A step in the address: the browser remembers no other. */
	private function begin_again(): string {
		self::call( 'DELETE', '/connection' );
		delete_option( 'orderinvoicer_settings' );
		return admin_url( 'admin.php?page=orderinvoicer#/setup/connect' );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	public static function call( string $method, string $route, array $body = [] ): array {
		$request = new WP_REST_Request( $method, "/orderinvoicer/v1{$route}" );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( (object) $body ) );
		$answer = rest_do_request( $request );
		$data   = rest_get_server()->response_to_data( $answer, false );
		if ( $answer->is_error() || ! is_array( $data ) ) {
			wp_die( esc_html( (string) wp_json_encode( $data ) ) );
		}
		return $data;
	}

	/** Whoever sets the demo up again has to type them. */
	private function tell_keys(): void {
		if ( defined( 'ORDERINVOICER_DEMO' ) && get_current_screen()?->id === 'woocommerce_page_orderinvoicer' ) {
			printf(
				'<div class="notice notice-info inline"><p>%1$s <code>sandbox-client</code> /'
					. ' <code>sandbox-secret</code> – <a href="%2$s">%3$s</a></p></div>',
				esc_html( Orderinvoicer_Demo_Words::say( 'The keys of this demo’s Sellsy:' ) ),
				esc_url( home_url( '/demo/' ) ),
				esc_html( Orderinvoicer_Demo_Words::say( 'Back to the three steps' ) )
			);
		}
	}
}
