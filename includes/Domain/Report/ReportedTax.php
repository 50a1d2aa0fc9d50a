<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/** One tax in a reported document. */
final class ReportedTax {

	/**
	 * @param int    $tax_id  Sellsy tax.
	 * @param string $percent decimal: `5.5`.
	 * @param int    $amount  VAT, minor units of the document's currency.
	 * @param int|null $base  HT under this tax, minor units; null where nobody knows.
	 */
	public function __construct(
		public readonly int $tax_id,
		public readonly string $percent,
		public readonly int $amount,
		public readonly ?int $base = null,
	) {}

	public function on( int $base ): self {
		return new self( tax_id: $this->tax_id, percent: $this->percent, amount: $this->amount, base: $base );
	}
}
