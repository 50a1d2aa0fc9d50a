<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Taxes\ShopRate;

/**
 * Counting reads thousands of orders, and the tax doctor is asked with every edit of its page: what was counted is kept
 * for a while.
 */
final class KeptOrderFacts {

	/** Seconds. */
	private const KEEP = 300;

	public function __construct(
		private readonly UsedRates $used,
		private readonly RecentOrders $recent,
		private readonly SettingsStore $settings,
	) {}

	/** @param list<ShopRate> $rates those that WooCommerce has. */
	public function read( array $rates ): OrderFacts {
		$name = $this->name( $rates );
		$kept = get_transient( $name );
		if ( ! $kept instanceof OrderFacts ) {
			$kept = new OrderFacts( $this->used->read(), $this->recent->counts()['situations'] );
			set_transient( $name, $kept, self::KEEP );
		}
		return $kept;
	}

	/**
	 * Of all that the counts depend on beside the orders, so that a rate that was just deleted is not taken for one
	 * that is there.
	 *
	 * @param list<ShopRate> $rates
	 */
	private function name( array $rates ): string {
		$ids     = implode( ',', array_map( static fn ( ShopRate $rate ): int => $rate->id, $rates ) );
		$exempt  = isset( $this->settings->get()->exempt_taxes[ ExemptSituation::ShopExempt->value ] );
		$depends = [ ORDERINVOICER_VERSION, $ids, wc_tax_enabled() ? '1' : '0', $exempt ? '1' : '0' ];
		return 'orderinvoicer_order_facts_' . md5( implode( ' ', $depends ) );
	}
}
