<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * Amounts that somebody pays or gets back of a whole, where they were written with more decimals than money has: each
 * is rounded once, as gateways do, and the last takes what is left.
 */
final class RoundedParts {

	/**
	 * @param list<Decimal> $amounts one after the other, each zero or more.
	 * @param Decimal       $written what they are parts of.
	 * @param Decimal       $payable the same, as it was paid.
	 * @return list<Decimal>
	 */
	public static function of( array $amounts, Decimal $written, Decimal $payable, int $decimals ): array {
		$parts = [];
		foreach ( $amounts as $amount ) {
			$written = $written->minus( $amount );
			$part    = $amount->round( $decimals, Rounding::HalfUp );
			$is_last = $written->is_zero() || ( $written->is_positive() && $part->compare( $payable ) > 0 );
			$part    = $is_last ? $payable : $part;
			$payable = $payable->minus( $part );
			$parts[] = $part;
		}
		return $parts;
	}
}
