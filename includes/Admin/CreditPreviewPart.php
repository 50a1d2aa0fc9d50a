<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;

/**
 * In the order box: what a credit note would say, drawn by src/order-meta-box.
 *
 * @phpstan-type CreditableAnswer array{
 *     order_id: int,
 *     currency: string,
 *     // Something of the order can still be refunded.
 *     refundable: bool,
 *     // Entered, without a credit note; oldest first. Amounts are TTC.
 *     refunds: list<array{
 *         id: int,
 *         amount: string,
 *     }>,
 * }
 */
final class CreditPreviewPart {

	/** The place is there before there is anything to show: work that goes on fills it. */
	public function render( \WC_Order $order, OrderRows $rows ): void {
		printf(
			'<div id="orderinvoicer-credit-preview" data-order="%s"></div>',
			esc_attr( (string) wp_json_encode( $this->shown( $order, $rows ) ) )
		);
	}

	/** @return CreditableAnswer|null as the schema `order-documents` has it; null where nothing can be credited. */
	public function shown( \WC_Order $order, OrderRows $rows ): ?array {
		$refunds = $this->without_credit_note( $order, $rows );
		$is_left = $order->get_remaining_refund_amount() > 0;
		if ( ! $rows->has_standing_invoice() || ( ! $is_left && $refunds === [] ) ) {
			return null;
		}
		return [
			'order_id'   => $order->get_id(),
			'currency'   => $order->get_currency(),
			'refundable' => $is_left,
			'refunds'    => array_map(
				static fn ( \WC_Order_Refund $refund ): array => [
					'id'     => $refund->get_id(),
					'amount' => wc_format_decimal( $refund->get_amount(), false ),
				],
				$refunds
			),
		];
	}

	/** @return list<\WC_Order_Refund> oldest first; without those that were taken off the draft invoice. */
	private function without_credit_note( \WC_Order $order, OrderRows $rows ): array {
		$settled = [];
		foreach ( $rows->rows as $row ) {
			if (
				$row->key->effect === Effect::CreateCreditNote
				&& ( $row->was_at_sellsy() || $row->is_by_hand() || $row->rests( Outcome::Absorbed ) )
			) {
				$settled[] = $row->key->refund_id;
			}
		}
		$refunds = array_filter(
			$order->get_refunds(),
			static fn ( mixed $refund ): bool => $refund instanceof \WC_Order_Refund
				&& (float) $refund->get_amount() > 0
				&& ! in_array( $refund->get_id(), $settled, true )
		);
		usort( $refunds, static fn ( \WC_Order_Refund $a, \WC_Order_Refund $b ): int => $a->get_id() <=> $b->get_id() );
		return $refunds;
	}
}
