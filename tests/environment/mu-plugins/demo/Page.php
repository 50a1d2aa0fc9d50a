<?php
/**
 * One page of three steps: an order, its invoice, its refund.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Page {

	public function __construct( private readonly bool $is_standin ) {}

	public function register(): void {
		add_action( 'parse_request', $this->answer( ... ) );
	}

	/** At /demo/; the stand-in has no other page, so in the demo its front page leads here. */
	private function answer( WP $wp ): void {
		if ( $wp->request === 'demo' ) {
			$this->sign_in();
			status_header( 200 );
			nocache_headers();
			$this->render();
			exit;
		}
		$is_demo = $this->is_standin && defined( 'ORDERINVOICER_DEMO' );
		if ( $is_demo && $wp->request === '' && $wp->query_vars === [] ) {
			wp_safe_redirect( home_url( '/demo/' ) );
			exit;
		}
	}

	/** The key stands in the address that the terminal prints, as the password does. */
	private function sign_in(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- the key is the proof.
		if ( Orderinvoicer_Demo_Roles::may_enter( sanitize_text_field( wp_unslash( $_GET['key'] ?? '' ) ) ) ) {
			Orderinvoicer_Demo_Roles::enter();
			wp_safe_redirect( home_url( '/demo/' ) );
			exit;
		}
	}

	private function render(): void {
		$title = $this->say( 'Try Order Invoicer in three steps' );
		printf(
			'<!doctype html><html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title>'
				. '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
				. '<style>%3$s</style></head><body>',
			Orderinvoicer_Demo_Words::is_french() ? 'fr' : 'en',
			esc_html( $title ),
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- our own file.
			file_get_contents( __DIR__ . '/page.css' )
		);
		printf( '<header><p>%s</p>', esc_html( $this->say( 'A demo on this machine' ) ) );
		$this->render_language();
		printf( '</header><main><h1>%s</h1>', esc_html( $title ) );
		if ( $this->is_standin ) {
			$this->paragraph(
				'WooCommerce could not be had here, so there is no shop: you see the owner’s side, on orders that a '
					. 'real shop once recorded.'
			);
		}
		$this->paragraph( 'The Sellsy account is a sandbox: nothing leaves this machine.' );
		if ( Orderinvoicer_Demo_Roles::is_known() ) {
			$this->render_roles();
		} elseif ( ! current_user_can( 'manage_woocommerce' ) ) {
			$this->render_sign_in();
		}
		$this->step( 1, $this->is_standin ? 'Choose an order and how it is paid' : 'Buy something' );
		$this->is_standin ? $this->render_orders() : $this->render_shop();
		echo '</section>';
		$this->step( 2, 'Look at its invoice' );
		$this->render_invoice();
		echo '</section>';
		$this->step( 3, 'Refund it' );
		$this->paragraph(
			'On the order, refund the whole or a part. Its credit note is made by itself, and set against the invoice.'
		);
		echo '</section>';
		$this->render_shops();
		echo '<section class="setup">';
		printf( '<h2>%s</h2>', esc_html( $this->say( 'Or see how it is set up' ) ) );
		$this->paragraph(
			'Begins again as after the installation: nothing is connected, nothing is switched on. Orders and '
				. 'documents stay.'
		);
		$this->open_form( 'setup' );
		$this->button( 'Set it up from the start' );
		echo '</form></section></main></body></html>';
	}

	private function render_language(): void {
		$this->open_form( 'language' );
		[ $code, $name ] = Orderinvoicer_Demo_Words::is_french() ? [ 'en', 'English' ] : [ 'fr', 'Français' ];
		printf(
			'<button class="plain" name="language" value="%1$s" lang="%1$s">%2$s</button></form>',
			esc_attr( $code ),
			esc_html( $name )
		);
	}

	private function render_roles(): void {
		$this->open_form( 'role' );
		printf( '<fieldset><legend>%s</legend><p class="buttons">', esc_html( $this->say( 'See it as' ) ) );
		foreach ( Orderinvoicer_Demo_Roles::names( $this->is_standin ) as $role => $name ) {
			$this->button( $name, 'role', $role );
		}
		echo '</p></fieldset></form>';
	}

	private function render_shops(): void {
		echo '<section class="setup">';
		printf( '<h2>%s</h2>', esc_html( $this->say( 'Two shops to compare' ) ) );
		$this->paragraph(
			'A simple one, which invoices what is paid; and one with rules: a transfer gets a proforma first, a '
				. 'company its invoice as a draft once the order is completed. Orders and documents stay.'
		);
		$this->open_form( 'shop' );
		echo '<p class="buttons">';
		$this->button( 'The shop with rules', 'shop', 'rules' );
		$this->button( 'The simple shop', 'shop', 'simple' );
		echo '</p></form></section>';
	}

	private function render_sign_in(): void {
		printf(
			'<p class="note"><a href="%1$s">%2$s</a>. %3$s</p>',
			esc_url( wp_login_url( home_url( '/demo/' ) ) ),
			esc_html( $this->say( 'Sign in first' ) ),
			esc_html(
				sprintf(
					$this->say( 'Everything that the shop’s owner does asks for it. User: %1$s, password: %2$s.' ),
					'admin',
					'password'
				)
			)
		);
	}

	private function render_orders(): void {
		$this->open_form( 'order' );
		printf( '<fieldset class="cards"><legend>%s</legend>', esc_html( $this->say( 'Order' ) ) );
		foreach ( Orderinvoicer_Demo_Orders::cards() as $place => $card ) {
			printf(
				'<label class="card"><input type="radio" name="cart" value="%1$s"%2$s><strong>%3$s</strong><ul>',
				esc_attr( $card['value'] ),
				checked( $place, 0, false ),
				esc_html( $card['name'] )
			);
			foreach ( $card['lines'] as $line ) {
				printf( '<li>%s</li>', esc_html( $line ) );
			}
			printf(
				'</ul><span class="foot"><span>%1$s</span> <b>%2$s</b></span></label>',
				esc_html( $card['buyer'] ),
				esc_html( $card['total'] )
			);
		}
		printf(
			'</fieldset><p class="field"><label for="email">%1$s</label><input id="email" type="email" name="email"'
				. ' aria-describedby="email-help"><small id="email-help">%2$s</small></p><p class="buttons">',
			esc_html( $this->say( 'The customer’s e-mail address (optional)' ) ),
			esc_html( $this->say( 'Empty: that of the recorded order.' ) )
		);
		$this->button( 'Pay by card', 'pay', 'card' );
		$this->button( 'Pay by transfer', 'pay', 'bacs' );
		$this->button( 'Pay on delivery', 'pay', 'cod' );
		echo '</p>';
		$this->paragraph(
			'A card is paid at once. A transfer waits: no final invoice is made before its money is there.'
		);
		echo '</form>';
	}

	private function render_shop(): void {
		$this->paragraph(
			'Put a product into the basket and pay it by card. Then another by transfer: it waits, and gets no '
				. 'final invoice before its money is there.'
		);
		printf( '<p class="buttons">%s</p>', wp_kses_post( $this->link( home_url( '/shop/' ), 'Open the shop' ) ) );
	}

	private function render_invoice(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only shows what was bought.
		$order = wc_get_order( absint( $_GET['order'] ?? 0 ) );
		if ( $order instanceof WC_Order ) {
			printf(
				'<p class="note" role="status">%s</p>',
				esc_html( sprintf( $this->say( 'Order %s is placed.' ), $order->get_order_number() ) )
			);
		}
		$this->paragraph(
			'Within seconds its invoice stands in the order’s Sellsy box: amounts to the cent, customer, payment.'
		);
		$links = [];
		if ( $order instanceof WC_Order ) {
			$open    = sprintf( $this->say( 'Open order %s' ), $order->get_order_number() );
			$links[] = $this->link( $order->get_edit_order_url(), $open );
		}
		$list    = $this->is_standin ? 'edit.php?post_type=shop_order' : 'admin.php?page=wc-orders';
		$links[] = $this->link( admin_url( $list ), 'All orders' );
		if ( ! $this->is_standin ) {
			$this->paragraph( 'Customers download it in their account, beside the order.' );
			$links[] = $this->link( wc_get_account_endpoint_url( 'orders' ), 'My account' );
		}
		if ( defined( 'ORDERINVOICER_SELLSY_APP_URL' ) ) {
			$links[] = $this->link( dirname( ORDERINVOICER_SELLSY_APP_URL ) . '/', 'The Sellsy sandbox' );
		}
		$links[] = $this->link( admin_url( 'admin.php?page=orderinvoicer' ), 'Order Invoicer' );
		printf( '<p class="buttons">%s</p>', wp_kses_post( implode( ' ', $links ) ) );
	}

	private function step( int $number, string $title ): void {
		printf(
			'<section id="step-%1$d"><h2><span class="number">%1$d</span> %2$s</h2>',
			absint( $number ),
			esc_html( $this->say( $title ) )
		);
	}

	private function paragraph( string $text ): void {
		printf( '<p>%s</p>', esc_html( $this->say( $text ) ) );
	}

	private function link( string $address, string $text ): string {
		return sprintf(
			'<a class="button" href="%1$s">%2$s</a>',
			esc_url( $address ),
			esc_html( $this->say( $text ) )
		);
	}

	private function open_form( string $act ): void {
		printf(
			'<form method="post" action="%1$s"><input type="hidden" name="action" value="%2$s">'
				. '<input type="hidden" name="act" value="%3$s"><input type="hidden" name="_wpnonce" value="%4$s">',
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_attr( Orderinvoicer_Demo_Acts::ACTION ),
			esc_attr( $act ),
			esc_attr( wp_create_nonce( Orderinvoicer_Demo_Acts::ACTION ) )
		);
	}

	private function button( string $text, string $name = 'go', string $value = '1' ): void {
		printf(
			'<button name="%1$s" value="%2$s">%3$s</button> ',
			esc_attr( $name ),
			esc_attr( $value ),
			esc_html( $this->say( $text ) )
		);
	}

	private function say( string $english ): string {
		return Orderinvoicer_Demo_Words::say( $english );
	}
}
