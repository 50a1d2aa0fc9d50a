<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/**
 * The same fields at the classic checkout, which knows no additional fields: among those of the billing address. A
 * customer's numbers are kept where the block checkout keeps them, so that either checkout proposes them again; an
 * order's where the order screen shows them, because WooCommerce shows additional fields of block orders only.
 */
final class ClassicCheckoutNumbers {

	public const SIRET        = 'orderinvoicer_siret';
	public const VAT_NUMBER   = 'orderinvoicer_vat_number';
	public const ORDER_NUMBER = 'orderinvoicer_order_number';

	private const FIELDS = [
		self::SIRET      => CheckoutNumbers::SIRET,
		self::VAT_NUMBER => CheckoutNumbers::VAT_NUMBER,
	];

	private const ORDER_META = [
		self::SIRET        => BuyerNumbers::OWN_SIRET,
		self::VAT_NUMBER   => BuyerNumbers::OWN_VAT_NUMBER,
		self::ORDER_NUMBER => BuyerNumbers::OWN_ORDER_NUMBER,
	];

	/** Behind the company's name, which has 30. */
	private const PRIORITY = 35;

	private ?ClassicCompanyBox $box = null;

	public function __construct( private readonly CheckoutNumbers $numbers ) {}

	public function register(): void {
		add_filter( 'woocommerce_checkout_fields', [ $this, 'handle_woocommerce_checkout_fields' ] );
		add_filter( 'woocommerce_checkout_get_value', [ $this, 'handle_woocommerce_checkout_get_value' ], 10, 2 );
		add_action( 'woocommerce_after_checkout_billing_form', [ $this, 'handle_after_checkout_billing_form' ] );
		add_action(
			'woocommerce_after_checkout_validation',
			[ $this, 'handle_woocommerce_after_checkout_validation' ],
			10,
			2
		);
		add_action( 'woocommerce_checkout_create_order', [ $this, 'handle_woocommerce_checkout_create_order' ], 10, 2 );
		add_action(
			'woocommerce_checkout_update_customer',
			[ $this, 'handle_woocommerce_checkout_update_customer' ],
			10,
			2
		);
		add_filter(
			'woocommerce_email_order_meta_fields',
			[ $this, 'handle_woocommerce_email_order_meta_fields' ],
			10,
			3
		);
	}

	/**
	 * @internal
	 * @param mixed $fields by fieldset and name.
	 */
	public function handle_woocommerce_checkout_fields( mixed $fields ): mixed {
		if ( ! is_array( $fields ) || ! is_array( $fields['billing'] ?? null ) || ! $this->numbers->are_asked_for() ) {
			return $fields;
		}
		foreach ( self::FIELDS as $name => $id ) {
			$fields['billing'][ $name ] = [
				'label'    => $this->numbers->labels()[ $id ],
				'type'     => 'text',
				'required' => false,
				'class'    => [ 'form-row-wide' ],
				'priority' => self::PRIORITY,
			];
		}
		$fields['billing'] = $this->box()?->fields( $fields['billing'] ) ?? $fields['billing'];
		// Added anew each time, it comes behind those who chose the last place, too.
		remove_filter( 'woocommerce_checkout_fields', [ $this, 'handle_fields_of_all' ], PHP_INT_MAX );
		add_filter( 'woocommerce_checkout_fields', [ $this, 'handle_fields_of_all' ], PHP_INT_MAX );
		return $fields;
	}

	/**
	 * What another plugin asks for is asked for once.
	 *
	 * @internal
	 * @param mixed $fields by fieldset and name.
	 */
	public function handle_fields_of_all( mixed $fields ): mixed {
		if ( ! is_array( $fields ) || ! is_array( $fields['billing'] ?? null ) ) {
			return $fields;
		}
		$others = new OtherFields();
		foreach ( self::FIELDS as $name => $id ) {
			if ( $others->ask_classically( $id, $fields ) ) {
				unset( $fields['billing'][ $name ] );
			}
		}
		return $fields;
	}

	/** @internal */
	public function handle_after_checkout_billing_form(): void {
		if ( $this->numbers->are_asked_for() ) {
			FaultAtField::mark_classic();
		}
		$this->box()?->print_script();
	}

	/**
	 * @internal
	 * @param mixed $value null until somebody knows one.
	 */
	public function handle_woocommerce_checkout_get_value( mixed $value, mixed $name ): mixed {
		if ( $value !== null || ! is_string( $name ) || ! is_user_logged_in() ) {
			return $value;
		}
		$id = self::FIELDS[ $name ] ?? null;
		if ( $id === null ) {
			return $this->box()?->proposed( $name );
		}
		$known = ( new \WC_Customer( get_current_user_id() ) )->get_meta( CheckoutNumbers::META . $id );
		return is_string( $known ) && $known !== '' ? $known : null;
	}

	/**
	 * @internal
	 * @param mixed $data what was posted, by field name.
	 */
	public function handle_woocommerce_after_checkout_validation( mixed $data, mixed $errors ): void {
		if ( ! $errors instanceof \WP_Error ) {
			return;
		}
		foreach ( self::FIELDS as $name => $id ) {
			$complaint = $this->numbers->complaint(
				$id,
				$this->typed( $data, $name ),
				$this->typed( $data, 'billing_country' )
			);
			if ( $complaint !== '' ) {
				$errors->add( "{$name}_validation", $complaint, [ 'id' => $name ] );
			}
		}
		if ( is_array( $data ) ) {
			$this->box()?->validate( $data, $errors );
		}
	}

	/**
	 * WooCommerce takes the same order again after a payment that failed: what was typed the first time is not to stay.
	 *
	 * @internal
	 */
	public function handle_woocommerce_checkout_create_order( mixed $order, mixed $data ): void {
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		foreach ( self::ORDER_META as $name => $meta_key ) {
			$typed = $this->typed( $data, $name );
			if ( $typed !== '' ) {
				$order->update_meta_data( $meta_key, $typed );
			} elseif ( is_array( $data ) && array_key_exists( $name, $data ) ) {
				$order->delete_meta_data( $meta_key );
			}
		}
	}

	/** @internal */
	public function handle_woocommerce_checkout_update_customer( mixed $customer, mixed $data ): void {
		if ( ! $customer instanceof \WC_Customer || ! is_array( $data ) ) {
			return;
		}
		if ( $this->box()?->leaves_company( $customer, $data ) === true ) {
			return; // Bought for themselves this time.
		}
		foreach ( self::FIELDS as $name => $id ) {
			if ( isset( $data[ $name ] ) ) {
				$customer->update_meta_data( CheckoutNumbers::META . $id, $this->typed( $data, $name ) );
			}
		}
	}

	/**
	 * @internal
	 * @param mixed $fields        label and value, by any key.
	 * @param mixed $sent_to_admin not looked at.
	 */
	public function handle_woocommerce_email_order_meta_fields(
		mixed $fields,
		mixed $sent_to_admin,
		mixed $order,
	): mixed {
		if ( ! is_array( $fields ) || ! $order instanceof \WC_Order || ! $this->numbers->are_asked_for() ) {
			return $fields;
		}
		foreach ( self::ORDER_META as $name => $meta_key ) {
			$typed  = $order->get_meta( $meta_key );
			$number = is_string( $typed ) ? ( new PlainText() )->line( $typed, CheckoutNumbers::LONGEST ) : '';
			if ( $number !== '' ) {
				$fields[ $name ] = [
					'label' => isset( self::FIELDS[ $name ] )
						? $this->numbers->labels()[ self::FIELDS[ $name ] ]
						: CheckoutNumbers::order_number_label(),
					'value' => $number,
				];
			}
		}
		return $fields;
	}

	/** Null where the owner wants none. */
	private function box(): ?ClassicCompanyBox {
		return $this->numbers->has_box()
			? $this->box ??= new ClassicCompanyBox( array_keys( self::ORDER_META ), self::ORDER_NUMBER )
			: null;
	}

	private function typed( mixed $data, string $name ): string {
		$typed = is_array( $data ) ? $data[ $name ] ?? '' : '';
		return is_string( $typed ) ? trim( $typed ) : '';
	}
}
