<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\VatArea;

/** What the owner's rules ask of an order. What takes reading is read when a rule asks for it. */
final class OrderTraits {

	/**
	 * @param string             $gateway  WooCommerce's id of it; empty where the order names none.
	 * @param array<string, int> $named    rules that other code chose for this order, by DocumentKind value.
	 * @param string             $currency empty where nobody knows.
	 * @param (\Closure(): ?Decimal)|null            $total      TTC. Null, here and below: nobody knows.
	 * @param (\Closure(): ?list<string>)|null       $shipping   methods, each with the one of its zone.
	 * @param (\Closure(): ?list<string>)|null       $roles      of its buyer.
	 * @param (\Closure(): list<list<int>|null>)|null $categories of each product, with those above.
	 */
	public function __construct(
		public readonly string $gateway,
		public readonly bool $is_company,
		public readonly VatArea $area,
		public readonly array $named = [],
		public readonly string $currency = '',
		private readonly ?\Closure $total = null,
		private readonly ?\Closure $shipping = null,
		private readonly ?\Closure $roles = null,
		private readonly ?\Closure $categories = null,
	) {}

	public static function of( OrderSnapshot $order ): self {
		$background = $order->background;
		return new self(
			gateway: $order->payment->gateway,
			is_company: $order->buyer->is_company(),
			area: VatArea::from_country( $order->tax_country, $order->shop_country ),
			named: $order->named_rules,
			currency: $order->currency->code,
			total: static fn (): Decimal => $order->total,
			shipping: static fn (): ?array => $order->delivery->methods,
			roles: $background === null ? null : $background->roles( ... ),
			categories: $background === null ? null : $background->categories( ... )
		);
	}

	public function total(): ?Decimal {
		return $this->total === null ? null : ( $this->total )();
	}

	/** @return list<string>|null */
	public function shipping(): ?array {
		$methods = $this->shipping === null ? null : ( $this->shipping )();
		return $methods === [] ? [ PaymentSettings::UNNAMED ] : $methods;
	}

	/** @return list<string>|null */
	public function roles(): ?array {
		return $this->roles === null ? null : ( $this->roles )();
	}

	/** @return list<list<int>|null>|null */
	public function categories(): ?array {
		return $this->categories === null ? null : ( $this->categories )();
	}
}
