<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;

/**
 * "I buy for a company" at the block checkout. What companies are asked for appears when it is ticked, by rules that
 * WooCommerce reads in the browser and again on the server; so a private person is asked for nothing.
 *
 * WooCommerce's own company field knows no such rules. Where the shop shows it, it is used; where the shop hides it,
 * there is one of ours, and what is typed there becomes the order's `billing_company`.
 */
final class CompanyBox {

	/** Whether WooCommerce saves an order once more for its metas. */
	private const SAVES_ALL = 'woocommerce_orders_table_datastore_should_save_after_meta_change';

	/** Where the checkout is to say it: at that address, or above all where it shows only one. */
	private const ADDRESS = 'wc/checkout/billing-address';

	private const TEXTS = [
		CheckoutNumbers::COMPANY,
		CheckoutNumbers::SIRET,
		CheckoutNumbers::VAT_NUMBER,
		CheckoutNumbers::ORDER_NUMBER,
	];

	public function __construct( private readonly CheckoutNumbers $numbers ) {}

	public function register(): void {
		foreach ( ( new CompanyFields( $this->numbers ) )->fields() as $field ) {
			woocommerce_register_additional_checkout_field( $field );
		}
		$default = 'woocommerce_get_default_value_for_';
		add_filter( $default . CheckoutNumbers::IS_COMPANY, [ $this, 'handle_default_of_box' ], 10, 3 );
		add_filter( $default . CheckoutNumbers::COMPANY, [ $this, 'handle_default_of_company' ], 10, 3 );
		add_action(
			'woocommerce_store_api_checkout_update_customer_from_request',
			[ $this, 'handle_customer_from_request' ],
			10,
			2
		);
		add_action(
			'woocommerce_store_api_checkout_update_order_from_request',
			[ $this, 'handle_order_from_request' ],
			10,
			2
		);
		add_action( 'woocommerce_store_api_checkout_order_processed', [ $this, 'handle_order_processed' ] );
	}

	/**
	 * Ticked for those whose company is known, so that what they typed once is proposed. Never empty: the browser hides
	 * by what it is told.
	 *
	 * @internal
	 * @param mixed $value    null until somebody knows one.
	 * @param mixed $group    not looked at.
	 * @param mixed $customer or an order, which needs no default.
	 */
	public function handle_default_of_box( mixed $value, mixed $group, mixed $customer ): mixed {
		if ( $value !== null || ! $customer instanceof \WC_Customer ) {
			return $value;
		}
		$known = [
			$customer->get_meta( CheckoutNumbers::META . CheckoutNumbers::SIRET ),
			$customer->get_meta( CheckoutNumbers::META . CheckoutNumbers::VAT_NUMBER ),
			CompanyFields::company_is_hidden() ? $customer->get_billing_company( 'edit' ) : '',
		];
		return $known === [ '', '', '' ] ? '0' : '1';
	}

	/**
	 * @internal
	 * @param mixed $value    null until somebody knows one.
	 * @param mixed $group    not looked at.
	 * @param mixed $customer or an order, which needs no default.
	 */
	public function handle_default_of_company( mixed $value, mixed $group, mixed $customer ): mixed {
		$company = $customer instanceof \WC_Customer ? $customer->get_billing_company( 'edit' ) : '';
		return $value !== null || $company === '' ? $value : $company;
	}

	/**
	 * WooCommerce's own company field cannot be made required by the box.
	 *
	 * @internal
	 * @throws RouteException WooCommerce shows its message, and nothing is ordered.
	 */
	public function handle_customer_from_request( mixed $customer, mixed $request ): void {
		if (
			! $request instanceof \WP_REST_Request
			|| $request->get_method() !== 'POST'
			|| CompanyFields::company_is_hidden()
			|| ( self::posted( $request )[ CheckoutNumbers::IS_COMPANY ] ?? null ) !== true
		) {
			return;
		}
		$address = $request['billing_address'];
		if ( trim( self::text( is_array( $address ) ? $address : [], 'company' ) ) === '' ) {
			throw new RouteException(
				'orderinvoicer_company',
				esc_html__( 'Please enter the name of your company in the billing address.', 'orderinvoicer' ),
				400,
				[ 'context' => self::ADDRESS ]
			);
		}
	}

	/**
	 * What a shopper typed before unticking the box, or for an earlier order, is not this order's.
	 *
	 * @internal
	 */
	public function handle_order_from_request( mixed $order, mixed $request ): void {
		if ( ! $order instanceof \WC_Order || ! $request instanceof \WP_REST_Request ) {
			return;
		}
		$is_company = self::is_for_company( $order, self::posted( $request ) );
		$company    = $order->get_meta( CheckoutNumbers::META . CheckoutNumbers::COMPANY );
		$company    = is_string( $company ) ? trim( $company ) : '';
		if ( CompanyFields::company_is_hidden() && ( $company !== '' || ! $is_company ) ) {
			$order->set_billing_company( $is_company ? $company : '' );
		}
		foreach ( $is_company ? [] : self::TEXTS as $id ) {
			$order->delete_meta_data( CheckoutNumbers::META . $id );
		}
	}

	/**
	 * The account has learnt from the order by now. The name stands in the billing address and needs no second place on
	 * the order; a number that the buyer gave to one order is not proposed for the next.
	 *
	 * @internal
	 */
	public function handle_order_processed( mixed $order ): void {
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		self::forget( $order, [ CheckoutNumbers::IS_COMPANY, CheckoutNumbers::COMPANY ] );
		if ( WC()->customer instanceof \WC_Customer ) {
			self::forget( WC()->customer, [ CheckoutNumbers::ORDER_NUMBER ] );
		}
		$account = $order->get_customer_id();
		$key     = CheckoutNumbers::META . CheckoutNumbers::ORDER_NUMBER;
		if ( $account > 0 && metadata_exists( 'user', $account, $key ) ) {
			delete_user_meta( $account, $key );
		}
	}

	/**
	 * The metas alone: to save all of an order once more costs a shopper ten questions to the database.
	 *
	 * @param list<string> $ids
	 */
	private static function forget( \WC_Data $of, array $ids ): void {
		$keys  = array_map( static fn ( string $id ): string => CheckoutNumbers::META . $id, $ids );
		$known = array_filter( $keys, static fn ( string $key ): bool => $of->meta_exists( $key ) );
		foreach ( $known as $key ) {
			$of->delete_meta_data( $key );
		}
		if ( $known !== [] ) {
			add_filter( self::SAVES_ALL, '__return_false' );
			$of->save_meta_data();
			remove_filter( self::SAVES_ALL, '__return_false' );
		}
	}

	/**
	 * Whoever sends no box (another client of the Store API) is believed by what is sent.
	 *
	 * @param array<mixed> $posted by field id.
	 */
	private static function is_for_company( \WC_Order $order, array $posted ): bool {
		$box = $posted[ CheckoutNumbers::IS_COMPANY ] ?? null;
		if ( is_bool( $box ) ) {
			return $box;
		}
		foreach ( self::TEXTS as $id ) {
			if ( self::text( $posted, $id ) !== '' ) {
				return true;
			}
		}
		return $order->get_meta( CheckoutNumbers::META . CheckoutNumbers::IS_COMPANY ) !== '0';
	}

	/** @return array<mixed> by field id. */
	private static function posted( \WP_REST_Request $request ): array {
		$posted = $request['additional_fields'];
		return is_array( $posted ) ? $posted : [];
	}

	/** @param array<mixed> $values */
	private static function text( array $values, string $key ): string {
		$text = $values[ $key ] ?? '';
		return is_string( $text ) ? trim( $text ) : '';
	}
}
