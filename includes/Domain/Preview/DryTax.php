<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What a document would have under one of Sellsy's taxes, in minor units. */
final class DryTax {

	/** @param int $base HT. */
	public function __construct(
		public readonly string $label,
		public readonly Decimal $percent,
		public readonly int $base,
		public readonly int $vat,
	) {}
}
