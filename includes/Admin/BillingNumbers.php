<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/**
 * SIRET, VAT number and the buyer's own order number among the billing fields of the order screen. What was typed is
 * kept as it was typed, valid or not, so that nothing is lost; only a valid one is used.
 */
final class BillingNumbers {

	/** Behind `WC_Meta_Box_Order_Data::save()`: the country may have changed together with the number. */
	private const AFTER_THE_ADDRESS = 45;

	/** Behind `CheckoutFieldsAdmin`, so that what the shopper typed at the block checkout is not asked for twice. */
	private const AFTER_CHECKOUT_FIELDS = 20;

	public function __construct(
		private readonly NumberCheck $check,
		private readonly CheckoutNumbers $numbers,
	) {}

	public function register(): void {
		add_filter(
			'woocommerce_admin_billing_fields',
			[ $this, 'handle_woocommerce_admin_billing_fields' ],
			self::AFTER_CHECKOUT_FIELDS,
			2
		);
		add_action(
			'woocommerce_process_shop_order_meta',
			[ $this, 'handle_woocommerce_process_shop_order_meta' ],
			self::AFTER_THE_ADDRESS
		);
	}

	/**
	 * @param mixed $fields by name, see `WC_Meta_Box_Order_Data::get_billing_fields()`.
	 * @param mixed $order  false where only the names are wanted.
	 */
	public function handle_woocommerce_admin_billing_fields( mixed $fields, mixed $order = false ): mixed {
		if ( ! is_array( $fields ) ) {
			return $fields;
		}
		foreach ( $this->numbers() as $name => [ $meta_key, $checkout_field, $label ] ) {
			$own = $order instanceof \WC_Order ? $order->get_meta( $meta_key ) : '';
			if ( $own !== '' || ( ! isset( $fields[ $checkout_field ] ) && $this->is_wanted( $meta_key ) ) ) {
				$fields[ $name ] = $this->field( $meta_key, $label, $own );
			}
		}
		// What the box said stands in the other fields; the order keeps none.
		unset( $fields[ CheckoutNumbers::IS_COMPANY ], $fields[ CheckoutNumbers::COMPANY ] );
		return $fields;
	}

	/** Fires after the nonce and the right to edit this order were checked. */
	public function handle_woocommerce_process_shop_order_meta( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		foreach ( $order instanceof \WC_Order ? $this->check->complaints( $order ) : [] as $complaint ) {
			\WC_Admin_Meta_Boxes::add_error( esc_html( $complaint ) );
		}
	}

	/**
	 * @return array<string, array{string, string, string}> meta key, field of the block checkout and label, by name.
	 */
	private function numbers(): array {
		return [
			'orderinvoicer_siret'      =>
				[ BuyerNumbers::OWN_SIRET, CheckoutNumbers::SIRET, __( 'SIREN or SIRET', 'orderinvoicer' ) ],
			'orderinvoicer_vat_number' =>
				[ BuyerNumbers::OWN_VAT_NUMBER, CheckoutNumbers::VAT_NUMBER, __( 'VAT number', 'orderinvoicer' ) ],
			'orderinvoicer_order_number' => [
				BuyerNumbers::OWN_ORDER_NUMBER,
				CheckoutNumbers::ORDER_NUMBER,
				__( "The buyer's own order number", 'orderinvoicer' ),
			],
		];
	}

	/** Shops that ask nobody for an order number need no field for it. */
	private function is_wanted( string $meta_key ): bool {
		return $meta_key !== BuyerNumbers::OWN_ORDER_NUMBER || $this->numbers->has_box();
	}

	/** @return array<string, mixed> */
	private function field( string $meta_key, string $label, mixed $value ): array {
		return [
			'id'              => $meta_key,
			'label'           => $label,
			'wrapper_class'   => 'form-field-wide',
			'value'           => $value,
			'update_callback' => $this->keep( ... ),
		];
	}

	/** Without this WooCommerce would write two empty values into every order that is saved. */
	private function keep( string $meta_key, mixed $typed, \WC_Order $order ): void {
		if ( is_string( $typed ) && trim( $typed ) !== '' ) {
			$order->update_meta_data( $meta_key, trim( $typed ) );
		} else {
			$order->delete_meta_data( $meta_key );
		}
	}
}
