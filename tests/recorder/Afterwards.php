<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/** What happens to an order after it was placed: in the shop's everyday life, or to it by imports and by hand. */
final class Afterwards {

	public function apply( string $step, \WC_Order $order ): void {
		match ( $step ) {
			'delete-products'  => $this->delete_products( $order ),
			'refund-one'       => $this->refund_one( $order ),
			'refund-lump'      => wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount' => '5.00',
					'reason' => 'Geste commercial',
				]
			),
			'lose-tax-items'   => $order->remove_order_items( 'tax' ),
			'lose-line-taxes'  => $this->set_line_taxes( $order, static fn ( array $taxes ): array => [] ),
			'double-taxes'     => $this->double_taxes( $order ),
			'raise-total'      => $this->raise_total( $order ),
			'delete-rates'     => $this->delete_rates(),
			'type-negative-fee' => $this->type_negative_fee( $order ),
			'edit-and-recount' => $order->calculate_totals(),
		};
	}

	private function delete_products( \WC_Order $order ): void {
		foreach ( $order->get_items() as $item ) {
			$item->get_product()->delete( true );
		}
	}

	/** One piece of the first line, with its VAT. */
	private function refund_one( \WC_Order $order ): void {
		$item  = current( $order->get_items() );
		$share = [];
		foreach ( $item->get_taxes()['total'] as $rate_id => $tax ) {
			$share[ $rate_id ] = round( (float) $tax / $item->get_quantity(), 2 );
		}
		$total = round( (float) $item->get_total() / $item->get_quantity(), 2 );
		wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => $total + array_sum( $share ),
				'line_items' => [
					$item->get_id() => [
						'qty'          => 1,
						'refund_total' => $total,
						'refund_tax'   => $share,
					],
				],
			]
		);
	}

	/** @param callable( array<int, string> ): array<int, string> $change */
	private function set_line_taxes( \WC_Order $order, callable $change ): void {
		foreach ( $order->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $item ) {
			$taxes = $change( $item->get_taxes()['total'] );
			$item->set_taxes(
				$item instanceof \WC_Order_Item_Product ? [
					'total' => $taxes,
					'subtotal' => $taxes,
				] : [ 'total' => $taxes ]
			);
			$item->save();
		}
	}

	/** Taxes typed by hand: on the lines, the tax items and the total alike. */
	private function double_taxes( \WC_Order $order ): void {
		$this->set_line_taxes(
			$order,
			static fn ( array $taxes ): array =>
				array_map( static fn ( string $tax ): string => (string) ( 2 * (float) $tax ), $taxes )
		);
		$order->update_taxes();
		$order->calculate_totals( false );
	}

	/**
	 * All of it under 20 %, typed on the order screen; WooCommerce itself spreads negative fees over the order's rates.
	 */
	private function type_negative_fee( \WC_Order $order ): void {
		$fee = new \WC_Order_Item_Fee();
		$fee->set_name( 'Remise exceptionnelle' );
		$fee->set_total( '-5' );
		$fee->set_taxes( [ 'total' => [ 1 => '-1' ] ] );
		$order->add_item( $fee );
		$order->save();
		$order->update_taxes();
		$order->calculate_totals( false );
	}

	private function raise_total( \WC_Order $order ): void {
		$order->set_total( (string) ( (float) $order->get_total() + 1 ) );
		$order->save();
	}

	private function delete_rates(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_tax_rates" );
		\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
	}
}
