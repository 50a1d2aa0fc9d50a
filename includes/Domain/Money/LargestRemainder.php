<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * Spreads a whole amount over shares so that nothing is lost: each gets its quota rounded down, the largest remainders
 * one more.
 */
final class LargestRemainder {

	/**
	 * Nothing to go by (all shares zero): the first takes all.
	 *
	 * @param int                     $total  minor units, zero or more.
	 * @param non-empty-list<Decimal> $shares each zero or more.
	 * @return non-empty-list<int> in the shares' order.
	 */
	public function spread( int $total, array $shares ): array {
		$sum = Decimal::sum( $shares );
		if ( $sum->is_zero() ) {
			return [ $total, ...array_fill( 0, count( $shares ) - 1, 0 ) ];
		}
		$parts      = [];
		$remainders = [];
		foreach ( $shares as $share ) {
			$quota        = $share->times( Decimal::of_int( $total ) );
			$part         = $quota->divided_by( $sum, 0, Rounding::Down );
			$parts[]      = $part->to_minor( 0 );
			$remainders[] = $quota->minus( $part->times( $sum ) );
		}
		uasort( $remainders, static fn ( Decimal $a, Decimal $b ): int => $b->compare( $a ) );
		foreach ( array_slice( array_keys( $remainders ), 0, $total - array_sum( $parts ) ) as $winner ) {
			++$parts[ $winner ];
		}
		return array_values( $parts );
	}
}
