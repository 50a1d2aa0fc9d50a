<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A tax as Sellsy has it (`GET /taxes`). */
final class RemoteTax {

	/**
	 * @param Decimal $rate      20 for 20 %.
	 * @param string  $category  EN 16931: S, E, K, G, AE, O or Z; empty where Sellsy names none.
	 * @param bool    $usable    active and accepted on new documents (`is_active`, `is_einvoicing_compliant`).
	 * @param string  $vatex     code of the reason for an exemption; empty where Sellsy names none.
	 * @param TaxRefusal|null $refusal why it is not usable.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $label,
		public readonly Decimal $rate,
		public readonly string $category,
		public readonly bool $usable,
		public readonly string $vatex = '',
		public readonly ?TaxRefusal $refusal = null,
	) {}

	public function is_exempt(): bool {
		return $this->rate->is_zero();
	}

	/** Says that the seller charges no VAT at all (art. 293 B du CGI). Taxes without a reason say it in their name. */
	public function is_franchise(): bool {
		return $this->vatex === ExemptReason::Franchise->vatex()
			|| preg_match( '/293\s*-?\s*B\b/iu', $this->label ) === 1;
	}
}
