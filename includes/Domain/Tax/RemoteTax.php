<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Tax;

use OrderInvoicer\Domain\Money\Decimal;

/** A tax as Sellsy has it (`GET /taxes`). */
final class RemoteTax {

	/**
	 * @param Decimal $rate      20 for 20 %.
	 * @param string  $category  EN 16931: S, E, K, G, AE, O or Z; empty where Sellsy names none.
	 * @param bool    $usable    active and accepted on new documents (`is_active`, `is_einvoicing_compliant`).
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $label,
		public readonly Decimal $rate,
		public readonly string $category,
		public readonly bool $usable,
	) {}

	public function is_exempt(): bool {
		return $this->rate->is_zero();
	}
}
