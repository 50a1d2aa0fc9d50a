<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\VatArea;

/** What the owner's rules ask of an order. */
final class OrderTraits {

	/**
	 * @param string             $gateway WooCommerce's id of it; empty where the order names none.
	 * @param array<string, int> $named   rules that other code chose for this order, by DocumentKind value.
	 */
	public function __construct(
		public readonly string $gateway,
		public readonly bool $is_company,
		public readonly VatArea $area,
		public readonly array $named = [],
	) {}

	public static function of( OrderSnapshot $order ): self {
		return new self(
			gateway: $order->payment->gateway,
			is_company: $order->buyer->is_company(),
			area: VatArea::from_country( $order->tax_country, $order->shop_country ),
			named: $order->named_rules
		);
	}
}
