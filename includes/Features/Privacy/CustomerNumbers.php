<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;

/**
 * What a customer's account keeps of their company, in WooCommerce's own tools for personal data, which leave out what
 * came from additional checkout fields.
 */
final class CustomerNumbers {

	public function register(): void {
		add_filter( 'woocommerce_privacy_export_customer_personal_data_props', [ $this, 'handle_props' ] );
		add_filter(
			'woocommerce_privacy_export_customer_personal_data_prop_value',
			[ $this, 'handle_prop_value' ],
			10,
			3
		);
		add_filter( 'woocommerce_privacy_erase_customer_personal_data_props', [ $this, 'handle_erased_props' ] );
		add_filter( 'woocommerce_privacy_erase_customer_personal_data_prop', [ $this, 'handle_erase_prop' ], 10, 3 );
	}

	/**
	 * @internal
	 * @param array<string, string> $labels by name.
	 * @return array<string, string>
	 */
	public function handle_props( array $labels ): array {
		foreach ( self::labels() as $id => $label ) {
			$labels[ CheckoutNumbers::META . $id ] = $label;
		}
		return $labels;
	}

	/**
	 * The box that was ticked says nothing of a person, but goes with the rest.
	 *
	 * @internal
	 * @param array<string, string> $labels by name.
	 * @return array<string, string>
	 */
	public function handle_erased_props( array $labels ): array {
		return $this->handle_props( $labels ) + [
			CheckoutNumbers::META . CheckoutNumbers::IS_COMPANY => __( 'I buy for a company', 'orderinvoicer' ),
		];
	}

	/** @internal */
	public function handle_prop_value( mixed $value, mixed $name, mixed $customer ): mixed {
		return $customer instanceof \WC_Customer && is_string( $name ) && $this->is_ours( $name )
			? $customer->get_meta( $name )
			: $value;
	}

	/** @internal */
	public function handle_erase_prop( mixed $erased, mixed $name, mixed $customer ): mixed {
		if (
			! $customer instanceof \WC_Customer
			|| ! is_string( $name )
			|| ! $this->is_ours( $name )
			|| ! $customer->meta_exists( $name )
		) {
			return $erased;
		}
		$customer->delete_meta_data( $name );
		return true;
	}

	private function is_ours( string $name ): bool {
		$ids = [ CheckoutNumbers::IS_COMPANY, ...array_keys( self::labels() ) ];
		return in_array(
			$name,
			array_map( static fn ( string $id ): string => CheckoutNumbers::META . $id, $ids ),
			true
		);
	}

	/** @return array<string, string> whatever the shop asks for now, by field id. */
	private static function labels(): array {
		return [
			CheckoutNumbers::COMPANY      => __( 'Company name', 'orderinvoicer' ),
			CheckoutNumbers::SIRET        => __( 'SIREN or SIRET', 'orderinvoicer' ),
			CheckoutNumbers::VAT_NUMBER   => __( 'VAT number', 'orderinvoicer' ),
			CheckoutNumbers::ORDER_NUMBER => CheckoutNumbers::order_number_label(),
		];
	}
}
