<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Item;

use OrderInvoicer\Domain\Money\Decimal;

/** An item to create at Sellsy (`POST /items`); `price` is HT, `type` `product` or `service`. */
final class ItemDraft {

	public function __construct(
		public readonly string $type,
		public readonly string $reference,
		public readonly string $name,
		public readonly Decimal $price,
		public readonly int $tax_id,
	) {}
}
