<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/**
 * An order of the table put through WooCommerce's own cart and checkout.
 *
 * @phpstan-type Line array{price: string, qty?: string, vat?: string, name?: string, sku?: string, virtual?: bool}
 * @phpstan-type Cart array{
 *     lines?: list<Line>,
 *     coupons?: list<array{type: string, amount: string}>,
 *     delivery?: string,
 *     delivery_taxable?: bool,
 *     fees?: list<array{name: string, amount: string, vat?: string}>
 * }
 */
final class CartOrder {

	public function __construct(
		private readonly Shop $shop,
		private readonly Customers $customers,
	) {}

	/**
	 * @param Cart $cart
	 * @return \WC_Order saved, pending.
	 */
	public function place( array $cart, string $customer ): \WC_Order {
		WC()->cart->empty_cart();
		WC()->session->set( 'order_awaiting_payment', null );
		$this->customers->enter( $customer );
		$this->shop->set_delivery( $cart['delivery'] ?? '0', $cart['delivery_taxable'] ?? true );
		$this->fill( $cart );
		$fees = static function ( \WC_Cart $wc_cart ) use ( $cart ): void {
			foreach ( $cart['fees'] ?? [] as $fee ) {
				$vat = $fee['vat'] ?? '20';
				$wc_cart->add_fee( $fee['name'], (float) $fee['amount'], $vat !== 'none', Shop::CLASSES[ $vat ] );
			}
		};
		add_action( 'woocommerce_cart_calculate_fees', $fees );
		WC()->session->set( 'chosen_shipping_methods', isset( $cart['delivery'] ) ? [ $this->shop->delivery() ] : [] );
		WC()->cart->calculate_shipping();
		WC()->cart->calculate_totals();
		$order = $this->check_out( $customer );
		remove_action( 'woocommerce_cart_calculate_fees', $fees );
		return $order;
	}

	/** @param Cart $cart */
	private function fill( array $cart ): void {
		foreach ( $cart['lines'] ?? [] as $number => $line ) {
			$line    = isset( $cart['delivery'] ) ? $line : $line + [ 'virtual' => true ];
			$product = $this->shop->product( $line, $number + 1 );
			if ( WC()->cart->add_to_cart( $product->get_id(), (float) ( $line['qty'] ?? '1' ) ) === false ) {
				throw new \RuntimeException( 'WooCommerce refuses the product: ' . wp_json_encode( wc_get_notices() ) );
			}
		}
		foreach ( $cart['coupons'] ?? [] as $number => $coupon ) {
			$code = 'remise-' . ( $number + 1 );
			$this->shop->coupon( $code, $coupon );
			WC()->cart->apply_coupon( $code );
		}
	}

	private function check_out( string $customer ): \WC_Order {
		$id = WC()->checkout()->create_order( $this->customers->form( $customer ) );
		if ( ! is_int( $id ) ) {
			throw new \RuntimeException( 'WooCommerce made no order: ' . wp_json_encode( $id ) );
		}
		wc_clear_notices();
		$order = wc_get_order( $id );
		$order->set_date_created( '2026-03-02T10:00:00+00:00' );
		$order->save();
		return $order;
	}
}
