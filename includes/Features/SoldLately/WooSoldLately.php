<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\EmailAddress;
use OrderInvoicer\Features\SoldLately\Rules\SoldLately;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\RecentProducts;
use OrderInvoicer\WooCommerce\RecentSales;

final class WooSoldLately implements SoldLately {

	public function __construct(
		private readonly RecentSales $sales,
		private readonly RecentProducts $products,
	) {}

	public function references(): array {
		if ( ! $this->products->are_known() ) {
			return [];
		}
		$named = array_filter(
			$this->products->all(),
			static fn ( array $product ): bool =>
				in_array( $product['problem'], [ '', ProductReferences::DUPLICATE ], true )
		);
		return array_values( array_unique( array_column( $named, 'reference' ) ) );
	}

	public function emails(): array {
		$typed = [];
		foreach ( $this->sales->emails() as $email ) {
			if ( EmailAddress::can_be_right( $email ) ) {
				$typed[ mb_strtolower( $email ) ][] = $email;
			}
		}
		return array_map( static fn ( array $of_one ): array => array_values( array_unique( $of_one ) ), $typed );
	}
}
