<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/**
 * Refunds as the order screen makes them: a quantity of a line takes its share of HT and VAT, unrounded, and the amount
 * is their rounded sum unless another one is typed.
 *
 * @phpstan-type Refund array{
 *     lines?: array<int, int>,
 *     typed?: array<int, array{int, string, string}>,
 *     delivery?: bool,
 *     fee?: bool,
 *     amount?: string,
 *     reason?: string,
 *     status?: string
 * }
 */
final class Refunds {

	/**
	 * @param list<Refund> $refunds
	 * @return list<string> what WooCommerce said to those that it refused.
	 */
	public function make( int $order_id, array $refunds, int $decimals ): array {
		$refused = [];
		foreach ( $refunds as $refund ) {
			$order = wc_get_order( $order_id );
			if ( isset( $refund['status'] ) ) {
				$order->update_status( $refund['status'] );
				continue;
			}
			$lines = $this->lines( $order, $refund );
			$sum   = 0.0;
			foreach ( $lines as $line ) {
				$sum += (float) $line['refund_total'] + array_sum( array_map( 'floatval', $line['refund_tax'] ) );
			}
			$made = wc_create_refund(
				[
					'order_id'   => $order_id,
					'amount'     => $refund['amount'] ?? wc_format_decimal( $sum, $decimals ),
					'reason'     => $refund['reason'] ?? '',
					'line_items' => $lines,
				]
			);
			if ( $made instanceof \WP_Error ) {
				$refused[] = $made->get_error_message();
			}
		}
		return $refused;
	}

	/**
	 * @param Refund $refund
	 * @return array<int, array{qty: int, refund_total: string, refund_tax: array<int, string>}>
	 */
	private function lines( \WC_Order $order, array $refund ): array {
		$lines    = [];
		$products = array_values( $order->get_items() );
		foreach ( $refund['lines'] ?? [] as $number => $quantity ) {
			$lines[ $products[ $number ]->get_id() ] = $this->share(
				$products[ $number ],
				$quantity,
				(float) $quantity / $products[ $number ]->get_quantity()
			);
		}
		foreach ( $refund['typed'] ?? [] as $number => [ $quantity, $total, $tax ] ) {
			$rate_id                                 = (int) array_key_first(
				$products[ $number ]->get_taxes()['total']
			);
			$lines[ $products[ $number ]->get_id() ] = [
				'qty'          => $quantity,
				'refund_total' => $total,
				'refund_tax'   => $tax === '' ? [] : [ $rate_id => $tax ],
			];
		}
		foreach ( array_filter(
			[
				'shipping' => $refund['delivery'] ?? false,
				'fee' => $refund['fee'] ?? false,
			]
		) as $type => $whole ) {
			foreach ( $order->get_items( $type ) as $item ) {
				$lines[ $item->get_id() ] = $this->share( $item, 1, 1.0 );
			}
		}
		return $lines;
	}

	/** @return array{qty: int, refund_total: string, refund_tax: array<int, string>} */
	private function share( \WC_Order_Item $item, int $quantity, float $share ): array {
		$part = static fn ( mixed $amount ): string =>
			wc_format_decimal( (float) $amount * $share, wc_get_rounding_precision() );
		return [
			'qty'          => $quantity,
			'refund_total' => $part( $item->get_total( 'edit' ) ),
			'refund_tax'   => array_map(
				$part,
				array_filter( $item->get_taxes()['total'], static fn ( mixed $tax ): bool => $tax !== '' )
			),
		];
	}
}
