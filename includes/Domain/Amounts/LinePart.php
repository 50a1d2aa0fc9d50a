<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;

/** What a line holds under one Sellsy tax; most lines are one part. Negative on negative fees. */
final class LinePart {

	/**
	 * @param Decimal $base  HT, unrounded.
	 * @param Decimal $vat   VAT as stored, unrounded.
	 * @param int     $ht    HT in minor units: the line rounded, spread over its parts.
	 * @param bool    $whole the line is this part alone.
	 * @param int|null $rate_id WooCommerce's; null on a line without any rate.
	 */
	public function __construct(
		public readonly OrderLine $line,
		public readonly RemoteTax $tax,
		public readonly Decimal $base,
		public readonly Decimal $vat,
		public readonly int $ht,
		public readonly bool $whole,
		public readonly ?int $rate_id = null,
	) {}

	public function is_negative(): bool {
		return $this->base->is_negative();
	}
}
