<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * A tax item of the order: the snapshot of one WooCommerce rate. The rate may since have been edited or deleted; the
 * percent that counts is this one.
 */
final class OrderTax {

	/**
	 * @param Decimal $percent        20 for 20 %.
	 * @param Decimal $total          VAT of products and fees (`tax_total`); unrounded in some shops.
	 * @param Decimal $shipping_total VAT of shipping (`shipping_tax_total`).
	 */
	public function __construct(
		public readonly int $rate_id,
		public readonly string $label,
		public readonly Decimal $percent,
		public readonly bool $compound,
		public readonly Decimal $total,
		public readonly Decimal $shipping_total,
	) {}
}
