<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** The amount of one tax of a document, as Sellsy says it. */
final class TaxAmount {

	/**
	 * @param int     $tax_id  Sellsy tax.
	 * @param Decimal $percent 20 for 20 %.
	 * @param Decimal $amount  VAT, in the document's currency.
	 * @param Decimal|null $base HT under this tax; null where the answer does not tell it.
	 */
	public function __construct(
		public readonly int $tax_id,
		public readonly Decimal $percent,
		public readonly Decimal $amount,
		public readonly ?Decimal $base = null,
	) {}
}
