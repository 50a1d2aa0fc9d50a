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
		$lump = Decimal::zero();
		$more = Decimal::zero();
		foreach ( $refunds as $refund ) {
			if ( ( new RefundedLines() )->worth_a_row( $refund ) === [] ) {
				$lump = $lump->plus( $refund->amount );
			} else {
				$order = $order->charging(
					$order->total->minus( $refund->amount ),
					self::without( $order, $refund ),
					$order->prices_include_tax
				);
				$more  = $more->plus( self::rounding( $order, $refund ) );
			}
		}
		$order = $more->is_zero()
			? $order
			: $order->charging( $order->total, self::settled( $order->lines, $more ), $order->prices_include_tax );
		$total = $order->total->minus( $lump );
		$held  = EmptiedRates::off( $order );
		return $held->total->equals( $total )
			? $order
			: $held->charging( $total, self::lowered( $held, $total ), $order->prices_include_tax );
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
						self::minus( $line->taxes, $back->taxes )
					);
			}
		}
		return $lines;
	}

	/**
	 * What the refund gives back more than its lines add up to, by rounding; zero where rounding does not explain it.
	 */
	private static function rounding( OrderSnapshot $order, RefundSnapshot $refund ): Decimal {
		$worth = static fn ( RefundLine $line ): Decimal => $line->incl_tax();
		$more  = $refund->amount->minus( Decimal::sum( array_map( $worth, $refund->lines ) ) );
		return $more->abs()->compare( Decimal::of_minor( count( $refund->lines ), $order->currency->decimals ) ) <= 0
			? $more
			: Decimal::zero();
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
	 * Lump sums lower all lines alike.
	 *
	 * @return list<OrderLine>
	 */
	private static function lowered( OrderSnapshot $order, Decimal $total ): array {
		$share = static fn ( Decimal $amount ): Decimal => $order->total->is_zero()
			? $amount
			: $amount->times( $total )->divided_by( $order->total, self::SCALE, Rounding::HalfUp );
		return array_map(
			static fn ( OrderLine $line ): OrderLine =>
				$line->charging( $line->quantity, $share( $line->total ), array_map( $share, $line->taxes ) ),
			$order->lines
		);
	}

	/**
	 * @param array<int, Decimal> $taxes by rate id.
	 * @param array<int, Decimal> $back
	 * @return array<int, Decimal>
	 */
	private static function minus( array $taxes, array $back ): array {
		foreach ( $taxes as $rate_id => $tax ) {
			$taxes[ $rate_id ] = $tax->minus( $back[ $rate_id ] ?? Decimal::zero() );
		}
		return $taxes;
	}
}
