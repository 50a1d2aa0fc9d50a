<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Catalogue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Items\ShopProduct;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\WooCommerce\Order\Stored;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * WooCommerce's catalogue. Stored values throughout: what plugins show shoppers (their currency, their price) is not
 * the product's.
 */
final class WooProducts implements Products {

	private const NAME        = 250;
	private const DESCRIPTION = 2000;

	public function of_line( int $line_id ): ?ShopProduct {
		return CheckedRead::read(
			function () use ( $line_id ): ?ShopProduct {
				$item    = \WC_Order_Factory::get_order_item( $line_id );
				$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : null;
				return $product instanceof \WC_Product ? $this->read( $this->with_reference( $product ) ) : null;
			}
		);
	}

	/** A variation without a reference of its own is sold under its parent's. */
	private function with_reference( \WC_Product $product ): \WC_Product {
		$parent = $product->get_parent_id() > 0 && trim( $product->get_sku( 'edit' ) ) === ''
			? wc_get_product( $product->get_parent_id() )
			: null;
		return $parent instanceof \WC_Product ? $parent : $product;
	}

	private function read( \WC_Product $product ): ShopProduct {
		return new ShopProduct(
			is_variation: $product->get_parent_id() > 0,
			is_virtual: $product->is_virtual(),
			name: ( new PlainText() )->line( $product->get_name(), self::NAME ),
			description: $this->description( $product ),
			price: $this->decimal( $product->get_regular_price( 'edit' ) ),
			price_includes_tax: wc_prices_include_tax(),
			rate_id: $this->rate_id( $product ),
			stock: $product->get_manage_stock() ? $this->decimal( $product->get_stock_quantity( 'edit' ) ) : null,
		);
	}

	/** Sellsy's catalogue has no field for a GTIN or a weight that its API would take. */
	private function description( \WC_Product $product ): string {
		$gtin   = $product->get_global_unique_id( 'edit' );
		$weight = $product->get_weight();
		$parts  = [
			( new PlainText() )->block( $this->short_description( $product ), self::DESCRIPTION ),
			$gtin === '' ? '' : 'GTIN ' . ( new PlainText() )->line( $gtin, self::NAME ),
			$weight === '' ? '' : ( new PlainText() )->line( wc_format_weight( (float) $weight ), self::NAME ),
		];
		return implode( "\n", array_filter( $parts, static fn ( string $part ): bool => $part !== '' ) );
	}

	/** A variation's own description, else its parent's. */
	private function short_description( \WC_Product $product ): string {
		$own    = $product->get_parent_id() > 0
			? $product->get_description( 'edit' )
			: $product->get_short_description( 'edit' );
		$parent = $own === '' && $product->get_parent_id() > 0 ? wc_get_product( $product->get_parent_id() ) : null;
		return $parent instanceof \WC_Product ? $parent->get_short_description( 'edit' ) : $own;
	}

	/** Rates for the shop's own address; where several apply, no single Sellsy tax says the same. */
	private function rate_id( \WC_Product $product ): ?int {
		$rates = $product->get_tax_status() === 'taxable'
			? array_keys( \WC_Tax::get_base_tax_rates( $product->get_tax_class() ) )
			: [];
		return count( $rates ) === 1 ? (int) $rates[0] : null;
	}

	private function decimal( mixed $stored ): ?Decimal {
		return $stored === '' || $stored === null ? null : Stored::decimal( $stored );
	}
}
