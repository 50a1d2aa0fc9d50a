<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

use OrderInvoicer\WooCommerce\BuyerNumbers;

defined( 'ABSPATH' ) || exit;

/**
 * SIRET and VAT number among the billing fields of the order screen. What was typed is kept as it was typed, right or
 * wrong, so that nothing is lost; only a right one is used.
 */
final class BillingNumbers {

	/** Behind `WC_Meta_Box_Order_Data::save()`: the country may have changed together with the number. */
	private const AFTER_THE_ADDRESS = 45;

	public function __construct( private readonly NumberCheck $check ) {}

	public function register(): void {
		add_filter( 'woocommerce_admin_billing_fields', [ $this, 'handle_woocommerce_admin_billing_fields' ], 10, 2 );
		add_action( 'woocommerce_process_shop_order_meta', [ $this, 'handle_woocommerce_process_shop_order_meta' ], self::AFTER_THE_ADDRESS );
	}

	/**
	 * @param mixed $fields by name, see `WC_Meta_Box_Order_Data::get_billing_fields()`.
	 * @param mixed $order  false where only the names are wanted.
	 */
	public function handle_woocommerce_admin_billing_fields( mixed $fields, mixed $order = false ): mixed {
		return is_array( $fields ) ? $fields + [
			'orderinvoicer_siret'      => $this->field( BuyerNumbers::OWN_SIRET, __( 'SIRET', 'orderinvoicer' ), $order ),
			'orderinvoicer_vat_number' => $this->field( BuyerNumbers::OWN_VAT_NUMBER, __( 'VAT number', 'orderinvoicer' ), $order ),
		] : $fields;
	}

	/** Fires after the nonce and the right to edit this order were checked. */
	public function handle_woocommerce_process_shop_order_meta( mixed $order_id ): void {
		$order = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		foreach ( $order instanceof \WC_Order ? $this->check->complaints( $order ) : [] as $complaint ) {
			\WC_Admin_Meta_Boxes::add_error( esc_html( $complaint ) );
		}
	}

	/** @return array<string, mixed> */
	private function field( string $meta_key, string $label, mixed $order ): array {
		return [
			'id'              => $meta_key,
			'label'           => $label,
			'wrapper_class'   => 'form-field-wide',
			'value'           => $order instanceof \WC_Order ? $order->get_meta( $meta_key ) : '',
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
