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
		$own = [ 'is_countable' => false ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
