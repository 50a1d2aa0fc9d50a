<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A tax rate as the shop has it today; orders carry their own snapshot. */
final class ShopRate {

	/**
	 * @param Decimal $percent   20 for 20 %.
	 * @param string  $country   ISO 3166-1 alpha-2, empty for all.
	 * @param string  $tax_class WooCommerce's slug, empty for the standard class.
	 * @param string  $class     What people call that class; empty for the standard one.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $label,
		public readonly Decimal $percent,
		public readonly string $country,
		public readonly string $tax_class,
		public readonly string $class = '',
	) {}

	public function is_taxed(): bool {
		return ! $this->percent->is_zero();
	}
}
