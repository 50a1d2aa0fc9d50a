<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

/** A document's totals in minor units of its currency, with the HT and VAT of each Sellsy tax. */
final class Totals {

	/**
	 * @param int                                  $excl_tax HT.
	 * @param int                                  $incl_tax TTC.
	 * @param array<int, array{ht: int, vat: int}> $by_tax   by Sellsy tax id.
	 */
	public function __construct(
		public readonly int $excl_tax,
		public readonly int $incl_tax,
		public readonly array $by_tax,
	) {}
}
