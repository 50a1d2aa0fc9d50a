<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\LineBases;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Rates of which refunds by line took more than the order holds there, because a part of a negative fee lies on them,
 * or of which a refund gives less than nothing back, because it names the fee itself. Such a rate has given what it
 * holds, and nothing of it is left; the rest is the others' (as `Refunds/OverdrawnRates` does for a credit note).
 */
final class EmptiedRates {

	/** Of lines without any rate. */
	private const NONE = 'none';

	/** More than WooCommerce stores. */
	private const SCALE = 10;

	/** @return OrderSnapshot charging that total: the lines under the other rates, all lowered alike. */
	public static function settled( OrderSnapshot $order, Decimal $total ): OrderSnapshot {
		$held  = self::off( $order );
		$share = static fn ( Decimal $amount ): Decimal => $held->total->is_zero()
			? $amount
			: $amount->times( $total )->divided_by( $held->total, self::SCALE, Rounding::HalfUp );
		return $held->total->equals( $total ) ? $order : $held->charging(
			$total,
			array_map(
				static fn ( OrderLine $line ): OrderLine =>
					$line->charging( $line->quantity, $share( $line->total ), array_map( $share, $line->taxes ) ),
				$held->lines
			),
			$order->prices_include_tax
		);
	}

	/** @return OrderSnapshot the lines under the other rates, and what these hold as the total. */
	private static function off( OrderSnapshot $order ): OrderSnapshot {
		try {
			$parts = array_map( static fn ( OrderLine $line ): array => self::parts( $line, $order ), $order->lines );
		} catch ( NeedsAttention ) {
			return $order; // Its amounts are worked out next, and stop there.
		}
		$held = [];
		foreach ( $parts as $of_line ) {
			foreach ( $of_line as $part ) {
				$held[ $part['key'] ] = ( $held[ $part['key'] ] ?? Decimal::zero() )->plus( $part['ttc'] );
			}
		}
		$emptied = array_filter( $held, static fn ( Decimal $ttc ): bool => $ttc->is_negative() );
		$total   = $order->total->minus( Decimal::sum( $emptied ) );
		$lines   = array_map(
			static fn ( OrderLine $line, array $of_line ): ?OrderLine => self::kept( $line, $of_line, $emptied ),
			$order->lines,
			$parts
		);
		return $emptied === [] || ! $order->total->is_positive()
			? $order
			: $order->charging( $total, array_values( array_filter( $lines ) ), $order->prices_include_tax );
	}

	/**
	 * @return list<array{key: string, base: Decimal, ttc: Decimal, rate_id: int|null}>
	 * @throws NeedsAttention
	 */
	private static function parts( OrderLine $line, OrderSnapshot $order ): array {
		$all      = array_column( $order->taxes, 'percent', 'rate_id' );
		$percents = array_intersect_key( $all, $line->taxes );
		if ( $percents === [] || count( $percents ) < count( $line->taxes ) ) {
			return [
				[
					'key'     => self::NONE,
					'base'    => $line->total,
					'ttc'     => $line->incl_tax(),
					'rate_id' => null,
				],
			];
		}
		$parts = [];
		foreach ( ( new LineBases( $order->currency->decimals ) )->bases( $line, $percents ) as $rate_id => $base ) {
			$parts[] = [
				'key'     => $percents[ $rate_id ]->to_string() . '%',
				'base'    => $base,
				'ttc'     => $base->plus( $line->taxes[ $rate_id ] ),
				'rate_id' => $rate_id,
			];
		}
		return $parts;
	}

	/**
	 * @param list<array{key: string, base: Decimal, ttc: Decimal, rate_id: int|null}> $parts
	 * @param array<string, Decimal> $emptied
	 * @return OrderLine|null null where it stood under these rates alone.
	 */
	private static function kept( OrderLine $line, array $parts, array $emptied ): ?OrderLine {
		$total = Decimal::zero();
		$taxes = $line->taxes;
		$stays = $parts === [];
		foreach ( $parts as $part ) {
			if ( isset( $emptied[ $part['key'] ] ) ) {
				unset( $taxes[ (int) $part['rate_id'] ] );
			} else {
				$total = $total->plus( $part['base'] );
				$stays = true;
			}
		}
		if ( ! $stays ) {
			return null;
		}
		return count( $taxes ) === count( $line->taxes ) ? $line : $line->charging( $line->quantity, $total, $taxes );
	}
}
