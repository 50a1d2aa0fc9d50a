<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Taxes\TaxMap;

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

	/**
	 * What the order charged, perhaps in another currency or country, is not the product's price.
	 *
	 * @return self|null null where neither the product nor the line says under which tax it is sold.
	 */
	public static function of( ShopProduct $product, OrderLine $line, string $sku, TaxMap $taxes ): ?self {
		$tax = $taxes->rates[ $product->rate_id ?? 0 ] ?? $taxes->rates[ array_key_first( $line->taxes ) ?? 0 ] ?? null;
		return $tax === null ? null : new self(
			type: $product->is_virtual ? 'service' : 'product',
			reference: $sku,
			name: $product->name,
			price: $product->price,
			tax_id: $tax->id,
			price_includes_tax: $product->price_includes_tax,
			description: $product->description,
		);
	}
}
