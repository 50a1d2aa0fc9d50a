<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * One item of an order. `total` is HT after discounts, as stored (unrounded); `taxes` is the VAT per WooCommerce rate
 * id as stored on the item (`get_taxes()['total']`), because `get_total_tax()` rounds again under today's settings.
 */
final class OrderLine {

	/**
	 * @param Decimal            $quantity can be fractional or 0 (never divide by it without looking).
	 * @param Decimal            $total    HT after discounts, unrounded; negative for a negative fee.
	 * @param Decimal            $subtotal HT before discounts, unrounded (products; equals total elsewhere).
	 * @param array<int, Decimal> $taxes   VAT by rate id, unrounded.
	 * @param bool|null          $taxable  what the item says of itself (tax status); null where nobody knows any more.
	 * @param list<string>       $skus     references to look for, variation before parent; empty for shipping and fees.
	 * @param string             $details  what distinguishes the item (variation attributes), one line each.
	 */
	public function __construct(
		public readonly int $id,
		public readonly LineKind $kind,
		public readonly string $name,
		public readonly Decimal $quantity,
		public readonly Decimal $total,
		public readonly Decimal $subtotal,
		public readonly array $taxes,
		public readonly ?bool $taxable,
		public readonly array $skus,
		public readonly int $product_id,
		public readonly bool $is_virtual,
		public readonly string $details,
	) {}
}
