<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\LinePart;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;

/**
 * Spreads the HT of a tax over its lines. A negative fee has no row of its own: it lowers the rows of its tax.
 *
 * @assumes rows-below-zero
 */
final class GroupRows {

	public function __construct( private readonly LargestRemainder $remainder ) {}

	/**
	 * Each line keeps its own rounded HT where these add up; otherwise the largest give way first.
	 *
	 * @return list<array{LinePart, int}> each part with its HT in minor units; negative parts left out.
	 */
	public function rows( TaxGroup $group ): array {
		$parts = array_values(
			array_filter( $group->parts, static fn ( LinePart $part ): bool => ! $part->is_negative() )
		);
		if ( $parts === [] ) {
			return [];
		}
		$shares  = array_map( static fn ( LinePart $part ): Decimal => Decimal::of_int( $part->ht ), $parts );
		$amounts = $this->remainder->spread( $group->ht, $shares );
		$rows    = [];
		foreach ( $parts as $i => $part ) {
			$rows[] = [ $part, $amounts[ $i ] ];
		}
		return $rows;
	}
}
