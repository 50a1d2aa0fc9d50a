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
		foreach ( [ '' => '' ] + $this->classes() as $slug => $name ) {
			$rows = \WC_Tax::get_rates_for_tax_class( (string) $slug );
			foreach ( is_array( $rows ) ? $rows : [] as $row ) {
				$rates[] = $this->rate( new Values( (array) $row ), (string) $slug, $name );
			}
		}
		return $rates;
	}

	/** @return array<array-key, string> Names of the classes beside the standard one, by slug. */
	private function classes(): array {
		$classes = [];
		foreach ( \WC_Tax::get_tax_rate_classes() as $row ) {
			$row                                = new Values( (array) $row );
			$classes[ $row->text( 'slug', '' ) ] = $row->text( 'name', '' );
		}
		return $classes;
	}

	private function rate( Values $row, string $tax_class, string $name ): ShopRate {
		return new ShopRate(
			id: (int) $row->text( 'tax_rate_id', '0' ),
			label: $row->text( 'tax_rate_name', '' ),
			percent: Decimal::from_string( $row->text( 'tax_rate', '0' ) ),
			country: $row->text( 'tax_rate_country', '' ),
			tax_class: $tax_class,
			class: $name,
		);
	}
}
