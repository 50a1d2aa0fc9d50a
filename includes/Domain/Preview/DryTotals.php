<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

/** A document's totals in minor units of the order's currency. */
final class DryTotals {

	/**
	 * @param int          $excl_tax HT, the rounding row included.
	 * @param int          $incl_tax TTC.
	 * @param int          $rounding the "Arrondi" row.
	 * @param list<DryTax> $taxes
	 */
	public function __construct(
		public readonly int $excl_tax,
		public readonly int $incl_tax,
		public readonly int $rounding,
		public readonly array $taxes,
	) {}
}
