<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Amounts\LinePart;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;

/** What an order charged under one tax, written down as a row of a table. */
final class TaxGroups {

	/**
	 * @param list<array{string, string}> $parts  HT and VAT of each.
	 * @param string                      $stored VAT on the order's tax items.
	 */
	public static function of( string $percent, array $parts, string $stored, int $ht = 0 ): TaxGroup {
		$all = [];
		foreach ( $parts as $i => [ $base, $vat ] ) {
			$all[] = new LinePart(
				line: Orders::line( $i + 1, $base, [ 1 => $vat ] ),
				tax: Shop::tax( 100, $percent, 'S' ),
				base: Decimal::from_string( $base ),
				vat: Decimal::from_string( $vat ),
				ht: 0,
				whole: true
			);
		}
		return $all === []
			? throw new \LogicException( 'A tax of no line.' )
			: new TaxGroup( parts: $all, stored: Decimal::from_string( $stored ), decimals: 2, ht: $ht );
	}
}
