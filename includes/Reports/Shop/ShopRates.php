<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\Taxes\ShopRate;

/** The tax rates that WooCommerce has today, of all classes. */
final class ShopRates {

	/** @return list<ShopRate> */
	public function all(): array {
		$rates = [];
		foreach ( array_filter( [ '', ...\WC_Tax::get_tax_class_slugs() ], 'is_string' ) as $tax_class ) {
			$rows = \WC_Tax::get_rates_for_tax_class( $tax_class );
			foreach ( is_array( $rows ) ? $rows : [] as $row ) {
				$rates[] = $this->rate( new Values( (array) $row ), $tax_class );
			}
		}
		return $rates;
	}

	private function rate( Values $row, string $tax_class ): ShopRate {
		return new ShopRate(
			id: (int) $row->text( 'tax_rate_id', '0' ),
			label: $row->text( 'tax_rate_name', '' ),
			percent: Decimal::from_string( $row->text( 'tax_rate', '0' ) ),
			country: $row->text( 'tax_rate_country', '' ),
			tax_class: $tax_class,
		);
	}
}
