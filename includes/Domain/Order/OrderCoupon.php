<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A coupon used on the order; `discount` is HT, `discount_tax` its VAT, both as stored. */
final class OrderCoupon {

	public function __construct(
		public readonly string $code,
		public readonly Decimal $discount,
		public readonly Decimal $discount_tax,
	) {}
}
