<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What the shop has of a product, and what of it is on its way to Sellsy. */
final class ShopLevel {

	public function __construct(
		public readonly Decimal $quantity,
		public readonly OnTheWay $on_the_way,
	) {}
}
