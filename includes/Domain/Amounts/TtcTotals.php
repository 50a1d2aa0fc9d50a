<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Money\Rounding;

/** HT per tax when prices were entered TTC: what was charged is kept, and HT is adapted to it. */
final class TtcTotals {

	public function __construct( private readonly LargestRemainder $remainder ) {}

	/**
	 * @param int                      $total  the order's, minor units.
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 */
	public function totals( int $total, array $groups ): array {
		$shares = array_map( static fn ( TaxGroup $group ): Decimal => $group->charged(), $groups );
		$shares = array_map(
			static fn ( Decimal $share ): Decimal => $share->is_negative() ? Decimal::zero() : $share,
			$shares
		);
		$kept   = $this->remainder->spread( $total, $shares );
		foreach ( $groups as $i => $group ) {
			$groups[ $i ] = $group->with_ht( $this->ht( $group, $kept[ $i ] ) );
		}
		return array_values( $groups );
	}

	/** The HT whose VAT leads to that amount; none does for one amount in six at 20 %: then the nearest below. */
	public function ht( TaxGroup $group, int $ttc ): int {
		$hundred = Decimal::of_int( 100 );
		$ht      = Decimal::of_int( $ttc )->times( $hundred )
			->divided_by( $group->rate()->plus( $hundred ), 0, Rounding::Down )->to_minor( 0 );
		while ( $group->ttc( $ht + 1 ) <= $ttc ) {
			++$ht;
		}
		while ( $group->ttc( $ht ) > $ttc ) {
			--$ht;
		}
		return $ht;
	}
}
