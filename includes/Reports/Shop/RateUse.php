<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Taxes\ShopRate;

/** How recent orders use tax rates. */
final class RateUse {

	/**
	 * @param array<int, int>|null $orders by rate id; null where they cannot be counted.
	 * @param list<ShopRate>       $gone   rates that orders carry and WooCommerce no longer has.
	 */
	public function __construct(
		public readonly ?array $orders,
		public readonly array $gone,
	) {}
}
