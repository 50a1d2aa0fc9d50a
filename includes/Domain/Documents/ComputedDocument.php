<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** Sellsy's own arithmetic on a draft (`POST /invoices/compute`), or the amounts of a document that exists. */
final class ComputedDocument {

	/**
	 * @param list<Decimal|null> $row_totals HT per row, in the order of the draft's rows; null for rows without price.
	 * @param Decimal            $excl_tax   HT.
	 * @param Decimal            $incl_tax   TTC.
	 * @param list<TaxAmount>|null $taxes    VAT per tax; null where it was not said.
	 */
	public function __construct(
		public readonly array $row_totals,
		public readonly Decimal $excl_tax,
		public readonly Decimal $incl_tax,
		public readonly ?array $taxes = null,
	) {}
}
