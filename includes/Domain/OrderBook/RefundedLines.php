<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/** The order's own lines with the quantities and amounts that a refund gave back, at the order's rates. */
final class RefundedLines {

	public function order( OrderSnapshot $order, RefundSnapshot $refund ): OrderSnapshot {
		$lines    = array_column( $order->lines, null, 'id' );
		$refunded = [];
		foreach ( $this->worth_a_row( $refund ) as $line ) {
			if ( isset( $lines[ $line->order_line_id ] ) ) {
				$refunded[] = $this->line( $lines[ $line->order_line_id ], $line );
			}
		}
		return $order->charging( $refund->amount, $refunded, $order->prices_include_tax );
	}

	/**
	 * Lines that only put a piece back on the shelf give nothing back.
	 *
	 * @return list<RefundLine>
	 */
	public function worth_a_row( RefundSnapshot $refund ): array {
		$is_worth = static fn ( RefundLine $line ): bool => ! $line->total->is_zero()
			|| array_filter( $line->taxes, static fn ( Decimal $tax ): bool => ! $tax->is_zero() ) !== [];
		return array_values( array_filter( $refund->lines, $is_worth ) );
	}

	/**
	 * No line gives back more than it charged, all refunds together, rounding of each of its amounts aside.
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	public static function were_charged( OrderSnapshot $order, array $refunds ): bool {
		$lines = array_column( $order->lines, null, 'id' );
		$back  = [];
		foreach ( array_merge( ...array_column( $refunds, 'lines' ) ) as $line ) {
			$back[ $line->order_line_id ][] = $line->incl_tax();
		}
		foreach ( $back as $line_id => $amounts ) {
			$line    = $lines[ $line_id ] ?? null;
			$charged = $line?->incl_tax() ?? Decimal::zero();
			$over    = Decimal::sum( $amounts )->minus( $charged );
			$halves  = max( 2, 1 + count( $line->taxes ?? [] ) ) * count( $refunds );
			$over    = $charged->is_negative() ? $over->negated() : $over;
			if ( $over->compare( Decimal::of_minor( 5 * $halves, $order->currency->decimals + 1 ) ) > 0 ) {
				return false;
			}
		}
		return true;
	}

	private function line( OrderLine $line, RefundLine $refunded ): OrderLine {
		// WooCommerce leaves out rates whose refunded VAT is zero; the line still stands under the order's rates.
		$zeros = array_map( static fn (): Decimal => Decimal::zero(), $line->taxes );
		$taxes = array_replace( $zeros, $refunded->taxes );
		return $line->charging( $refunded->quantity, $refunded->total, $taxes );
	}
}
