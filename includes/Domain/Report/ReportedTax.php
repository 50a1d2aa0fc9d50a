<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/** VAT of one tax in a reported document. */
final class ReportedTax {

	/**
	 * @param int    $tax_id  Sellsy tax.
	 * @param string $percent decimal: `5.5`.
	 * @param int    $amount  VAT, minor units of the document's currency.
	 */
	public function __construct(
		public readonly int $tax_id,
		public readonly string $percent,
		public readonly int $amount,
	) {}
}
