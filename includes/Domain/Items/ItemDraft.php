<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** An item as the shop would have it at Sellsy. */
final class ItemDraft {

	/**
	 * @param string       $type               `product` or `service`.
	 * @param Decimal|null $price              TTC or HT, as the shop enters it; null where the product has none of its
	 *                                         own.
	 * @param string       $description        plain text, lines kept.
	 */
	public function __construct(
		public readonly string $type,
		public readonly string $reference,
		public readonly string $name,
		public readonly ?Decimal $price,
		public readonly int $tax_id,
		public readonly bool $price_includes_tax = false,
		public readonly string $description = '',
	) {}
}
