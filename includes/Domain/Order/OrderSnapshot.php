<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * What an order charged, as it was when it was read: the only thing a document is built from.
 *
 * Amounts are exact, in the order's currency, and unrounded where WooCommerce keeps them unrounded. Lines are the
 * original ones, never net of later refunds.
 */
final class OrderSnapshot {

	/** TTC, as it was charged: nobody can pay more decimals than the currency has, and gateways round half up. */
	public readonly Decimal $total;

	/** The total as it is written on the order, where that has more decimals; null: as it was paid. */
	public readonly ?Decimal $written_total;

	/** The total as it was when the order was paid, as it was charged; null where nobody kept it. */
	public readonly ?Decimal $taken;

	/**
	 * @param string            $number             the number people see (`get_order_number()`).
	 * @param string            $status             without the `wc-` prefix.
	 * @param bool              $prices_include_tax how the shop entered its prices when the order was made.
	 * @param Decimal           $total              as it is written on the order, TTC.
	 * @param list<OrderLine>   $lines              products, shipping and fees, in the order's own sequence.
	 * @param list<OrderTax>    $taxes              the order's tax items, one per WooCommerce rate id.
	 * @param list<OrderCoupon> $coupons
	 * @param string            $shop_country       ISO 3166-1 alpha-2 of the shop's base address.
	 * @param \DateTimeImmutable|null $paid_at      since when its money is there; null while none is known of.
	 * @param string            $tax_country        country of the address the order was taxed by.
	 * @param bool              $vat_exempt         the customer was exempt at checkout (order meta `is_vat_exempt`).
	 * @param string            $customer_note      what the shopper wrote.
	 * @param string            $buyer_order_number the buyer's own number of this purchase; empty where they gave none.
	 * @param array<string, int> $named_rules       rules that other code chose, by DocumentKind value.
	 * @param Decimal|null      $written_total      of an order that this one is made from.
	 * @param string            $tax_postcode       of the address the order was taxed by.
	 * @param string            $shop_postcode      of the shop's base address.
	 * @param Decimal|null      $taken              the total when it was paid, parts that paid for it included.
	 * @param bool|null         $services           of a part of an order: whether the whole of it had no goods.
	 * @param string            $key_hash           of its order key (`SameOrder\OrderMark`); empty where it has none.
	 * @param OrderBackground|null $background      null: nobody knows.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly string $status,
		public readonly Currency $currency,
		public readonly bool $prices_include_tax,
		Decimal $total,
		public readonly array $lines,
		public readonly array $taxes,
		public readonly array $coupons,
		public readonly Buyer $buyer,
		public readonly Address $billing,
		public readonly ?Address $shipping,
		public readonly string $shop_country,
		public readonly string $tax_country,
		public readonly bool $vat_exempt,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $paid_at,
		public readonly OrderPayment $payment,
		public readonly OrderDelivery $delivery,
		public readonly string $customer_note,
		public readonly string $buyer_order_number = '',
		public readonly array $named_rules = [],
		public readonly Kinship $kin = new Kinship(),
		?Decimal $written_total = null,
		public readonly string $tax_postcode = '',
		public readonly string $shop_postcode = '',
		private readonly ?bool $services = null,
		?Decimal $taken = null,
		public readonly string $key_hash = '',
		public readonly ?OrderBackground $background = null,
	) {
		$this->total         = $total->round( $currency->decimals, Rounding::HalfUp );
		$this->taken         = $taken?->round( $currency->decimals, Rounding::HalfUp );
		$this->written_total = $total->scale() > $currency->decimals ? $total : $written_total;
	}

	/** Whether it was sold without goods: what a part of it charges does not change that. */
	public function is_of_services(): bool {
		$products = array_filter(
			$this->lines,
			static fn ( OrderLine $line ): bool => $line->kind === LineKind::Product && ! $line->is_worth_nothing()
		);
		$goods    = array_filter( $products, static fn ( OrderLine $line ): bool => ! $line->is_virtual );
		return $this->services ?? ( $products !== [] && $goods === [] );
	}

	/** WooCommerce has dated its payment, which starts documents; whether its money came is `paid_at`. */
	public function has_date_paid(): bool {
		return $this->paid_at !== null || $this->payment->is_accepted;
	}

	public function is_cancelled(): bool {
		return $this->status === 'cancelled';
	}

	/** The same where others of its sale were paid, or have ended. */
	public function as_of_sale( string $status, ?\DateTimeImmutable $paid_at ): self {
		$own = [
			'status'  => $status,
			'paid_at' => $paid_at,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** @param list<OrderLine> $lines */
	public function with_lines( array $lines ): self {
		return $this->copy(
			$this->written_total ?? $this->total,
			$lines,
			$this->taxes,
			$this->coupons,
			$this->prices_include_tax
		);
	}

	/**
	 * The same order charging something else: another total and other lines, with tax items that hold the VAT of these
	 * lines at the order's own percents. Coupons stay with what they were given for.
	 *
	 * @param list<OrderLine> $lines
	 */
	public function charging( Decimal $total, array $lines, bool $prices_include_tax ): self {
		$taxes = [];
		foreach ( $this->taxes as $tax ) {
			$taxes[] = new OrderTax(
				rate_id: $tax->rate_id,
				label: $tax->label,
				percent: $tax->percent,
				compound: $tax->compound,
				total: Decimal::sum( array_column( array_column( $lines, 'taxes' ), $tax->rate_id ) ),
				shipping_total: Decimal::zero()
			);
		}
		return $this->copy( $total, $lines, $taxes, [], $prices_include_tax );
	}

	/**
	 * @param list<OrderLine>   $lines
	 * @param list<OrderTax>    $taxes
	 * @param list<OrderCoupon> $coupons
	 */
	private function copy(
		Decimal $total,
		array $lines,
		array $taxes,
		array $coupons,
		bool $prices_include_tax,
	): self {
		$own = [
			'prices_include_tax' => $prices_include_tax,
			'total'              => $total,
			'lines'              => $lines,
			'taxes'              => $taxes,
			'coupons'            => $coupons,
			'services'           => $this->is_of_services(),
			'written_total'      => null,
			'key_hash'           => '',
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
