<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\WooCommerce\Order\Stored;
use OrderInvoicer\WooCommerce\OrderUsage;

/** Tax rates as recent orders carry them, including those that WooCommerce no longer has. */
final class UsedRates {

	public function __construct(
		private readonly OrderUsage $usage,
		private readonly ShopRates $rates,
	) {}

	public function read(): RateUse {
		if ( ! $this->usage->is_countable() ) {
			return new RateUse( null, [] );
		}
		$used  = $this->usage->rates();
		$known = array_map( static fn ( ShopRate $rate ): int => $rate->id, $this->rates->all() );
		$gone  = array_diff_key( $used, array_flip( $known ) );
		return new RateUse(
			array_map( static fn ( array $use ): int => $use['orders'], $used ),
			array_values(
				array_filter(
					array_map( $this->of_order( ... ), array_keys( $gone ), array_column( $gone, 'latest' ) )
				)
			)
		);
	}

	/** As the latest order that carries it says. */
	private function of_order( int $rate_id, int $order_id ): ?ShopRate {
		$order = wc_get_order( $order_id );
		foreach ( $order instanceof \WC_Order ? $order->get_items( 'tax' ) : [] as $tax ) {
			if ( $tax instanceof \WC_Order_Item_Tax && $tax->get_rate_id() === $rate_id ) {
				return new ShopRate(
					id: $rate_id,
					label: $tax->get_label(),
					percent: $this->percent( $tax ),
					country: '',
					tax_class: ''
				);
			}
		}
		return null;
	}

	private function percent( \WC_Order_Item_Tax $tax ): Decimal {
		$percent = $tax->get_rate_percent();
		return $percent === null ? Decimal::zero() : Stored::decimal( $percent );
	}
}
