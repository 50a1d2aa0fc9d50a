<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What is to change in an item at Sellsy; null stays as it is. */
final class ItemChange {

	/**
	 * @param Decimal|null $price              the reference price; prices of rate categories are not touched.
	 * @param bool         $price_includes_tax says of `price` whether it is TTC.
	 */
	public function __construct(
		public readonly ?string $name,
		public readonly ?string $description,
		public readonly ?Decimal $price,
		public readonly bool $price_includes_tax,
		public readonly ?int $tax_id,
	) {}

	public function is_empty(): bool {
		return $this->name === null && $this->description === null && $this->price === null && $this->tax_id === null;
	}
}
