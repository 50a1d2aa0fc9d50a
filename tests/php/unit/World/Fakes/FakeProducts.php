<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Items\ShopProduct;
use OrderInvoicer\Domain\Money\Decimal;

/** Every line sold the same product, until it is gone. */
final class FakeProducts implements Products {

	public ?ShopProduct $product;

	public function __construct() {
		$this->product = self::product();
	}

	public function of_line( int $line_id ): ?ShopProduct {
		return $this->product;
	}

	public static function product(
		bool $is_variation = false,
		?string $price = '12.00',
		?int $rate_id = 1,
		?string $stock = null,
	): ShopProduct {
		return new ShopProduct(
			is_variation: $is_variation,
			is_virtual: false,
			name: 'Produit',
			description: 'Description',
			price: $price === null ? null : Decimal::from_string( $price ),
			price_includes_tax: true,
			rate_id: $rate_id,
			stock: $stock === null ? null : Decimal::from_string( $stock )
		);
	}
}
