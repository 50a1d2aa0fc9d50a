<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * Makes an item for Sellsy's catalogue from the shop's product. What the order charged, perhaps in another currency or
 * country, is not its price.
 */
final class ItemDrafter {

	/** Null where neither the product nor the line says under which tax it is sold. */
	public function draft( ShopProduct $product, OrderLine $line, string $sku, TaxMap $taxes ): ?ItemDraft {
		$tax = $taxes->rates[ $product->rate_id ?? 0 ] ?? $taxes->rates[ array_key_first( $line->taxes ) ?? 0 ] ?? null;
		return $tax === null ? null : new ItemDraft(
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
