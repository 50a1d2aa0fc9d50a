<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Taxes\ShopRate;

/** A tax that says that the seller charges no VAT was chosen in a shop that charges VAT. */
final class FranchiseBesideVat {

	/** @return list<Finding> */
	public function findings( ShopTaxes $shop ): array {
		$taxed = array_filter( $shop->charged(), static fn( ShopRate $rate ): bool => $rate->is_taxed() );
		$said  = array_filter( $this->chosen( $shop ), static fn( RemoteTax $tax ): bool => $tax->is_franchise() );
		return $taxed === [] || $said === []
			? []
			: [ new Finding( FindingCode::FranchiseCharged, taxes: array_values( $said ) ) ];
	}

	/** @return array<int, RemoteTax> each once. */
	private function chosen( ShopTaxes $shop ): array {
		$ids = [
			...array_values( $shop->choices->rates ),
			...array_values( $shop->choices->exempt ),
			$shop->choices->rounding ?? 0,
		];
		return array_intersect_key( $shop->taxes, array_flip( $ids ) );
	}
}
