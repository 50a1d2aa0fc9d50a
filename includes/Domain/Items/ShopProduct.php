<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A product as the shop's catalogue has it today, whatever an order charged for it. */
final class ShopProduct {

	/**
	 * @param bool         $is_variation       with a reference of its own.
	 * @param string       $description        plain text, lines kept; GTIN and weight stand in it, Sellsy takes neither
	 *                                         otherwise.
	 * @param Decimal|null $price              regular price in the shop's currency, TTC where `price_includes_tax`.
	 * @param int|null     $rate_id            WooCommerce rate at the shop's own address; null where there is none or
	 *                                         more than one.
	 * @param Decimal|null $stock              what the shop has now; null where it does not count.
	 */
	public function __construct(
		public readonly bool $is_variation,
		public readonly bool $is_virtual,
		public readonly string $name,
		public readonly string $description,
		public readonly ?Decimal $price,
		public readonly bool $price_includes_tax,
		public readonly ?int $rate_id,
		public readonly ?Decimal $stock,
	) {}
}
