<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * An order less the refunds that have no credit note for this invoice, because its draft was lowered or the invoice
 * before it was credited.
 */
final class OrderLessRefunds {

	/** More than WooCommerce stores. */
	private const SCALE = 10;

	/**
	 * Refunds by line come first, then all lump sums at once, and what a rate did not hold with them. So the same is
	 * billed in whichever sequence they were entered.
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	public static function order( OrderSnapshot $order, array $refunds ): OrderSnapshot {
		$by_line = array_filter(
			$refunds,
			static fn ( RefundSnapshot $refund ): bool => ( new RefundedLines() )->worth_a_row( $refund ) !== []
		);
		$lump    = Decimal::sum( array_column( array_diff_key( $refunds, $by_line ), 'amount' ) );
		$rounded = count( $order->lines );
		$is_sure = $by_line !== [];
		foreach ( $by_line as $refund ) {
			$is_sure  = $is_sure && self::is_of_its_lines( $order, $refund );
			$rounded += count( $refund->lines );
			$order    = $order->charging(
				$order->total->minus( $refund->amount ),
				self::without( $order, $refund ),
				$order->prices_include_tax
			);
		}
		$worth = static fn ( OrderLine $line ): Decimal => $line->incl_tax();
		$more  = Decimal::sum( array_map( $worth, $order->lines ) )->minus( $order->total );
		$order = $is_sure && self::is_rounding( $order, $more, $rounded )
			? $order->charging( $order->total, self::settled( $order->lines, $more ), $order->prices_include_tax )
			: $order;
		return EmptiedRates::settled( $order, $order->total->minus( $lump ) );
	}

	/** @return list<OrderLine> less what was given back; a line that was given back whole is gone. */
	private static function without( OrderSnapshot $order, RefundSnapshot $refund ): array {
		$refunded = array_column( $refund->lines, null, 'order_line_id' );
		$lines    = [];
		foreach ( $order->lines as $line ) {
			$back    = $refunded[ $line->id ] ?? null;
			$is_gone = $back !== null
				&& $back->total->equals( $line->total )
				&& $back->quantity->compare( $line->quantity ) >= 0;
			if ( ! $is_gone ) {
				$lines[] = $back === null
					? $line
					: $line->charging(
						$line->quantity->minus( $back->quantity ),
						$line->total->minus( $back->total ),
						self::taxes( $line, $back, $order->currency->decimals )
					);
			}
		}
		return $lines;
	}

	private static function is_of_its_lines( OrderSnapshot $order, RefundSnapshot $refund ): bool {
		$worth = static fn ( RefundLine $line ): Decimal => $line->incl_tax();
		$more  = $refund->amount->minus( Decimal::sum( array_map( $worth, $refund->lines ) ) );
		return self::is_rounding( $order, $more, count( $refund->lines ) );
	}

	/** @param int $most minor units. */
	private static function is_rounding( OrderSnapshot $order, Decimal $difference, int $most ): bool {
		return $difference->abs()->compare( Decimal::of_minor( $most, $order->currency->decimals ) ) <= 0;
	}

	/**
	 * Roundings of several refunds may add up to more than those of one order can explain: the largest line that is
	 * left takes them.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private static function settled( array $lines, Decimal $more ): array {
		$largest = Decimal::zero();
		foreach ( $lines as $line ) {
			$largest = $line->incl_tax()->compare( $largest ) > 0 ? $line->incl_tax() : $largest;
		}
		foreach ( $lines as $at => $line ) {
			if ( $largest->compare( $more ) > 0 && $largest->is_positive() && $line->incl_tax()->equals( $largest ) ) {
				$share = static fn ( Decimal $amount ): Decimal =>
					$amount->times( $largest->minus( $more ) )->divided_by( $largest, self::SCALE, Rounding::HalfUp );
				return array_values(
					array_replace(
						$lines,
						[
							$at => $line->charging(
								$line->quantity,
								$share( $line->total ),
								array_map( $share, $line->taxes )
							),
						]
					)
				);
			}
		}
		return $lines;
	}

	/**
	 * Of what is left of a line: its share of the VAT where no more than rounding lies between, so that roundings of
	 * several refunds do not add up.
	 *
	 * @return array<int, Decimal> by rate id.
	 */
	private static function taxes( OrderLine $line, RefundLine $back, int $decimals ): array {
		$left  = $line->total->minus( $back->total );
		$taxes = [];
		foreach ( $line->taxes as $rate_id => $tax ) {
			$rest              = $tax->minus( $back->taxes[ $rate_id ] ?? Decimal::zero() );
			$share             = $line->total->is_zero()
				? $rest
				: $tax->times( $left )->divided_by( $line->total, self::SCALE, Rounding::HalfUp );
			$taxes[ $rate_id ] = $share->minus( $rest )->abs()->compare( Decimal::of_minor( 1, $decimals ) ) <= 0
				? $share
				: $rest;
		}
		return $taxes;
	}
}
