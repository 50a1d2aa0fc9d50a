<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;

/** What was read of one product, on both sides. */
final class StockReading {

	public function __construct(
		public readonly int $product_id,
		public readonly ItemRef $item,
		public readonly int $warehouse_id,
		public readonly ShopLevel $shop,
		public readonly SellsyLevel $sellsy,
		public readonly bool $is_countable = true,
	) {}

	/**
	 * What Sellsy would have to get to agree; null where it keeps none. What was sold in the shop, and is still to be
	 * taken at Sellsy by its document, is no difference.
	 */
	public function difference(): ?Decimal {
		return $this->sellsy->quantity === null
			? null
			: $this->shop->quantity->plus( $this->shop->on_the_way->quantity )->minus( $this->sellsy->quantity );
	}

	/** The difference is no quantity that the shop counts. */
	public function uncountable(): self {
		return new self(
			product_id: $this->product_id,
			item: $this->item,
			warehouse_id: $this->warehouse_id,
			shop: $this->shop,
			sellsy: $this->sellsy,
			is_countable: false
		);
	}
}
