<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** The refunded part of one line of the order, as positive numbers; HT and VAT are unrounded, as stored. */
final class RefundLine {

	/**
	 * @param int                 $order_line_id the order's line (`_refunded_item_id`).
	 * @param Decimal             $quantity      0 when only an amount was refunded.
	 * @param array<int, Decimal> $taxes         VAT by rate id.
	 */
	public function __construct(
		public readonly int $order_line_id,
		public readonly Decimal $quantity,
		public readonly Decimal $total,
		public readonly array $taxes,
	) {}

	public function incl_tax(): Decimal {
		return $this->total->plus( Decimal::sum( $this->taxes ) );
	}
}
