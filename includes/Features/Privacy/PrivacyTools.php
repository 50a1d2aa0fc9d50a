<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/** WordPress's own tools for personal data (Settings › Privacy, Tools › Export and Erase Personal Data). */
final class PrivacyTools {

	private const ID = 'orderinvoicer';

	public function __construct(
		private readonly DocumentExporter $exporter,
		private readonly DocumentEraser $eraser,
	) {}

	public function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', [ $this, 'handle_exporters' ] );
		add_filter( 'wp_privacy_personal_data_erasers', [ $this, 'handle_erasers' ] );
		add_filter( 'woocommerce_privacy_export_order_personal_data_meta', [ $this, 'handle_export_order_meta' ] );
		add_filter( 'woocommerce_privacy_remove_order_personal_data_meta', [ $this, 'handle_remove_order_meta' ] );
		add_action( 'woocommerce_privacy_remove_order_personal_data', [ $this, 'handle_remove_order' ] );
	}

	/**
	 * Also where WooCommerce does it by itself after a time, or a person for some orders of a list.
	 *
	 * @internal
	 */
	public function handle_remove_order( \WC_Order $order ): void {
		$this->eraser->forget( [ $order->get_id() ] );
	}

	/**
	 * @internal
	 * @param array<string, array<string, mixed>> $exporters
	 * @return array<string, array<string, mixed>>
	 */
	public function handle_exporters( array $exporters ): array {
		$exporters[ self::ID ] = [
			'exporter_friendly_name' => __( 'Invoices at Sellsy', 'orderinvoicer' ),
			'callback'               => $this->exporter->export( ... ),
		];
		return $exporters;
	}

	/**
	 * The buyer's numbers go with the rest of the order's personal data, in WooCommerce's own tools.
	 *
	 * @internal
	 * @param array<string, string> $labels by meta key.
	 * @return array<string, string>
	 */
	public function handle_export_order_meta( array $labels ): array {
		return $labels + [
			BuyerNumbers::OWN_SIRET      => __( 'SIRET', 'orderinvoicer' ),
			BuyerNumbers::OWN_VAT_NUMBER => __( 'VAT number', 'orderinvoicer' ),
			CheckoutNumbers::META . CheckoutNumbers::SIRET => __( 'SIRET', 'orderinvoicer' ),
			CheckoutNumbers::META . CheckoutNumbers::VAT_NUMBER => __( 'VAT number', 'orderinvoicer' ),
			BuyerNumbers::OWN_ORDER_NUMBER => CheckoutNumbers::order_number_label(),
			CheckoutNumbers::META . CheckoutNumbers::ORDER_NUMBER => CheckoutNumbers::order_number_label(),
			CheckoutNumbers::META . CheckoutNumbers::COMPANY => __( 'Company name', 'orderinvoicer' ),
			BuyerNumbers::COMPANY_REQUEST => __( 'Invoice in a company’s name', 'orderinvoicer' ),
		];
	}

	/**
	 * @internal
	 * @param array<string, string> $types by meta key. A number is deleted, a text would become "[deleted]".
	 * @return array<string, string>
	 */
	public function handle_remove_order_meta( array $types ): array {
		return $types + [
			BuyerNumbers::OWN_SIRET      => 'numeric_id',
			BuyerNumbers::OWN_VAT_NUMBER => 'numeric_id',
			CheckoutNumbers::META . CheckoutNumbers::SIRET => 'numeric_id',
			CheckoutNumbers::META . CheckoutNumbers::VAT_NUMBER => 'numeric_id',
			BuyerNumbers::OWN_ORDER_NUMBER => 'numeric_id',
			CheckoutNumbers::META . CheckoutNumbers::ORDER_NUMBER => 'numeric_id',
			CheckoutNumbers::META . CheckoutNumbers::COMPANY => 'numeric_id',
			BuyerNumbers::COMPANY_REQUEST => 'numeric_id',
		];
	}

	/**
	 * Ours comes first: WooCommerce's takes the e-mail address and the account off the orders, and afterwards nobody
	 * finds whose they were.
	 *
	 * @internal
	 * @param array<string, array<string, mixed>> $erasers
	 * @return array<string, array<string, mixed>>
	 */
	public function handle_erasers( array $erasers ): array {
		$ours = [
			'eraser_friendly_name' => __( 'Invoices at Sellsy', 'orderinvoicer' ),
			'callback'             => $this->eraser->erase( ... ),
		];
		return [ self::ID => $ours ] + $erasers;
	}
}
