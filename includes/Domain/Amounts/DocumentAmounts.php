<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

/** What a document holds under each tax, before it has rows. */
final class DocumentAmounts {

	/**
	 * @param int            $total  TTC, minor units.
	 * @param list<TaxGroup> $groups with their HT; none on a credit note of an "Arrondi" alone.
	 * @param int            $rest   what HT + VAT of all taxes leave of the total, minor units, zero or more.
	 */
	public function __construct(
		public readonly int $total,
		public readonly array $groups,
		public readonly int $rest,
		public readonly int $decimals,
	) {}
}
