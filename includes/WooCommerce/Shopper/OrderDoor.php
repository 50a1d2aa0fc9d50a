<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Shopper;

defined( 'ABSPATH' ) || exit;


/**
 * Who may have the documents of an order: as WooCommerce decides who sees the order itself. A customer by
 * `view_order`, a guest as on the order-received page: by the order's key and, after the grace period, by the e-mail.
 * WooCommerce keeps that last check to itself, so its rules and filters stand here once more.
 */
final class OrderDoor {

	/** WooCommerce's own name for the order's key in an address. */
	public const KEY = 'key';

	private const CONTEXT = 'order-received';

	/** Of WooCommerce's own forms: `checkout/form-verify-email.php`, and the confirmation page of blocks. */
	private const NONCE_FIELDS = [ 'check_submission', '_wpnonce' ];
	private const NONCE_ACTION = 'wc_verify_email';

	/**
	 * Without a key the answer is the same for every order that is not the visitor's.
	 *
	 * @param \WC_Order|null $order null: there is none of that id.
	 * @param string         $key   as it was sent; empty where none was.
	 */
	public function entry( ?\WC_Order $order, string $key ): Entry {
		if ( $order !== null && $this->is_customer( $order ) ) {
			return Entry::Open;
		}
		$stranger = is_user_logged_in() ? Entry::Closed : Entry::LogIn;
		if ( $key === '' ) {
			return $stranger;
		}
		if ( $order === null || ! $order->key_is_valid( $key ) ) {
			return Entry::Closed;
		}
		if ( $order->get_customer_id() > 0 && $this->verifies_known_shoppers() ) {
			return $stranger;
		}
		return $this->email_is_wanted( $order ) ? Entry::ConfirmEmail : Entry::Open;
	}

	/** WooCommerce's capability alone would take a guest for the customer of every guest's order. */
	public function is_customer( \WC_Order $order ): bool {
		return is_user_logged_in() && current_user_can( 'view_order', $order->get_id() );
	}

	/** The order-received page draws an order only for those who may see it. */
	public function is_shown_to_guest( \WC_Order $order, string $key ): bool {
		return is_wc_endpoint_url( 'order-received' )
			&& $key !== ''
			&& $order->key_is_valid( $key )
			&& ( $order->get_customer_id() === 0 || ! $this->verifies_known_shoppers() );
	}

	/** A page of WooCommerce's own that shows this order to its buyer. Order tracking, for one, asks for no key. */
	public function is_own_page( \WC_Order $order ): bool {
		return $this->is_customer( $order ) || $this->is_shown_to_guest( $order, self::key_sent() );
	}

	/** A form of this page proves by the e-mail what the page was shown for: WooCommerce remembers it nowhere. */
	public function print_proof(): void {
		$email = $this->email_sent();
		if ( $email !== '' ) {
			printf( '<input type="hidden" name="email" value="%s">', esc_attr( $email ) );
			foreach ( self::NONCE_FIELDS as $field ) {
				wp_nonce_field( self::NONCE_ACTION, $field, false );
			}
		}
	}

	// phpcs:disable WordPress.Security.NonceVerification.Recommended -- a link; the key is compared.
	public static function key_sent(): string {
		return isset( $_GET[ self::KEY ] ) && is_string( $_GET[ self::KEY ] )
			? sanitize_text_field( wp_unslash( $_GET[ self::KEY ] ) )
			: '';
	}
	// phpcs:enable WordPress.Security.NonceVerification.Recommended

	// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own filters.

	private function verifies_known_shoppers(): bool {
		return apply_filters( 'woocommerce_order_received_verify_known_shoppers', true ) !== false;
	}

	private function email_is_wanted( \WC_Order $order ): bool {
		$email = $order->get_billing_email();
		if ( $email === '' || $this->is_young( $order ) ) {
			return false;
		}
		$is_wanted = $email !== $this->email_of_session()
			&& $email !== $this->email_sent()
			&& ! current_user_can( 'read_private_shop_orders' );
		return (bool) apply_filters(
			'woocommerce_order_email_verification_required',
			$is_wanted,
			$order,
			self::CONTEXT
		);
	}

	private function is_young( \WC_Order $order ): bool {
		$grace   = apply_filters(
			'woocommerce_order_email_verification_grace_period',
			10 * MINUTE_IN_SECONDS,
			$order,
			self::CONTEXT
		);
		$created = $order->get_date_created();
		return $created !== null
			&& time() - $created->getTimestamp() <= ( is_numeric( $grace ) ? (int) $grace : 0 );
	}

	// phpcs:enable WordPress.NamingConventions.PrefixAllGlobals

	private function email_of_session(): string {
		$session  = WC()->session;
		$customer = $session instanceof \WC_Session ? $session->get( 'customer' ) : null;
		$email    = is_array( $customer ) ? $customer['email'] ?? '' : '';
		return is_string( $email ) ? $email : '';
	}

	/** With WooCommerce's own form; empty where none was. */
	public function email_sent(): string {
		$email = isset( $_POST['email'] ) && is_string( $_POST['email'] )
			? sanitize_email( wp_unslash( $_POST['email'] ) )
			: '';
		foreach ( self::NONCE_FIELDS as $field ) {
			// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- a nonce is compared.
			$nonce = $_POST[ $field ] ?? '';
			// phpcs:enable
			if ( is_string( $nonce ) && wp_verify_nonce( $nonce, self::NONCE_ACTION ) !== false ) {
				return $email;
			}
		}
		return '';
	}
}
