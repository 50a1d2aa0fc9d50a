<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Turns a cart into the order that WooCommerce would store, in exact decimals (`WC_Cart_Totals`, `WC_Tax`). Amounts
 * inside are in minor units, as there.
 *
 * A cart: prices_include_tax, round_at_subtotal; lines with price (as the shop enters it), qty and rate; coupons with
 * type `percent` or `fixed_cart` and amount; shipping with cost (HT) and rates; fees with amount (HT, negative ones
 * share the taxes of the lines) and rate. Rates are rate ids of `Shop`, null where there is none.
 *
 * @phpstan-type Cart array{
 *     prices_include_tax: bool,
 *     round_at_subtotal: bool,
 *     lines: list<array{price: string, qty: int, rate: int}>,
 *     coupons: list<array{type: string, amount: string}>,
 *     shipping: list<array{cost: string, rate: int}>,
 *     fees: list<array{amount: string, rate: int}>,
 * }
 */
final class CartArithmetic {

	/** `wc_get_rounding_precision()`. */
	private const PRECISION = 6;

	/** @var list<OrderLine> */
	private array $lines = [];

	/** @var array<int, Decimal> tax items in minor units by rate id. */
	private array $items_tax = [];

	/** @var array<int, Decimal> what of each rate enters the total. */
	private array $merged_tax = [];
	private Decimal $total;

	/** @param Cart $cart */
	private function __construct( private readonly array $cart, private readonly Currency $currency ) {
		$this->total = Decimal::zero();
	}

	/** @param Cart $cart coupons in euros only. */
	public static function order( array $cart, string $currency = 'EUR' ): OrderSnapshot {
		$self      = new self( $cart, Currency::from_code( $currency ) );
		$discounts = ( new CartDiscounts() )->of( $cart );
		$costs     = [];
		foreach ( $cart['lines'] as $i => $line ) {
			$ht                     = $self->add_product( $i, $line, $discounts['lines'][ $i ] );
			$costs[ $line['rate'] ] = ( $costs[ $line['rate'] ] ?? Decimal::zero() )->plus( $ht );
		}
		foreach ( $cart['shipping'] as $shipping ) {
			$cost                       = $self->add_shipping( $shipping );
			$costs[ $shipping['rate'] ] = ( $costs[ $shipping['rate'] ] ?? Decimal::zero() )->plus( $cost );
		}
		foreach ( $cart['fees'] as $fee ) {
			$self->add_fee( $fee, $costs );
		}
		return $self->finished( $discounts['coupons'] );
	}

	/** @param array{price: string, qty: int, rate: int} $line */
	private function add_product( int $i, array $line, int $discount ): Decimal {
		$price = $this->in_cents( $line['price'] )->times( Decimal::of_int( $line['qty'] ) );
		$taxed = $price->minus( Decimal::of_int( $discount ) );
		$tax   = $this->tax( $taxed, $line['rate'], $this->cart['prices_include_tax'] );
		$ht    = $this->cart['prices_include_tax'] ? $taxed->minus( $tax ) : $taxed;
		$this->add_line( 'Product ' . $i, LineKind::Product, $ht, [ $line['rate'] => $tax ], $line['qty'] );
		$this->total = $this->total->plus( $this->rounded_line( $ht, Rounding::HalfUp ) );
		$this->add_tax(
			$line['rate'],
			$this->rounded_line( $tax, $this->tax_mode() ),
			$this->rounded_line( $tax, $this->tax_mode() )
		);
		return $ht;
	}

	/**
	 * The VAT of shipping is rounded half up in the tax item, whatever the shop, and unrounded on the line. Free
	 * shipping has no rate.
	 *
	 * @param array{cost: string, rate: int} $shipping
	 */
	private function add_shipping( array $shipping ): Decimal {
		$cost = $this->in_cents( $shipping['cost'] );
		if ( $cost->is_zero() ) {
			$this->add_line( 'Shipping', LineKind::Shipping, $cost, [], 1 );
			return $cost;
		}
		$tax     = $this->tax( $cost, $shipping['rate'], false );
		$rounded = $this->rounded_line( $tax, Rounding::HalfUp );
		$this->add_line( 'Shipping', LineKind::Shipping, $cost, [ $shipping['rate'] => $tax ], 1 );
		$this->total = $this->total->plus( $cost );
		$this->add_tax( $shipping['rate'], $rounded, $this->rounded_line( $rounded, $this->tax_mode() ) );
		return $cost;
	}

	/**
	 * @param array{amount: string, rate: int} $fee
	 * @param array<int, Decimal>              $costs HT of products and shipping by rate id.
	 */
	private function add_fee( array $fee, array $costs ): void {
		$amount = $this->allowed( $this->in_cents( $fee['amount'] ) );
		$taxes  = $amount->is_negative()
			? $this->shared_taxes( $amount, $costs )
			: [ $fee['rate'] => $this->tax( $amount, $fee['rate'], false ) ];
		$this->add_line( 'Fee', LineKind::Fee, $amount, $taxes, 1 );
		$this->total = $this->total->plus( $amount );
		foreach ( $taxes as $rate => $tax ) {
			$this->add_tax( $rate, $tax, $this->rounded_line( $tax, $this->tax_mode() ) );
		}
	}

	/** A negative fee takes no more than there is. */
	private function allowed( Decimal $fee ): Decimal {
		$most = $this->total->round( 0, Rounding::HalfUp )->negated();
		return $fee->is_negative() && $fee->compare( $most ) < 0 ? $most : $fee;
	}

	/**
	 * @param array<int, Decimal> $costs
	 * @return array<int, Decimal>
	 */
	private function shared_taxes( Decimal $amount, array $costs ): array {
		$sum   = array_reduce(
			$costs,
			static fn ( Decimal $a, Decimal $b ): Decimal => $a->plus( $b ),
			Decimal::zero()
		);
		$taxes = [];
		foreach ( $costs as $rate => $cost ) {
			if ( ! $cost->is_zero() ) {
				$taxes[ $rate ] = $this->tax(
					$amount->times( $cost )->divided_by( $sum, 14, Rounding::HalfUp ),
					$rate,
					false
				);
			}
		}
		return $taxes;
	}

	private function tax( Decimal $amount, int $rate, bool $included ): Decimal {
		$percent = Decimal::from_string( Shop::RATES[ $rate ] );
		$whole   = $included ? $percent->plus( Decimal::of_int( 100 ) ) : Decimal::of_int( 100 );
		return $amount->times( $percent )->divided_by( $whole, self::PRECISION, Rounding::HalfUp );
	}

	private function tax_mode(): Rounding {
		return $this->cart['prices_include_tax'] ? Rounding::HalfDown : Rounding::HalfUp;
	}

	private function rounded_line( Decimal $amount, Rounding $mode ): Decimal {
		return $this->cart['round_at_subtotal'] ? $amount : $amount->round( 0, $mode );
	}

	private function in_cents( string $amount ): Decimal {
		return Decimal::from_string( $amount )->times( Decimal::of_int( 10 ** $this->currency->decimals ) );
	}

	private function add_tax( int $rate, Decimal $stored, Decimal $merged ): void {
		$this->items_tax[ $rate ]  = ( $this->items_tax[ $rate ] ?? Decimal::zero() )->plus( $stored );
		$this->merged_tax[ $rate ] = ( $this->merged_tax[ $rate ] ?? Decimal::zero() )->plus( $merged );
	}

	/** @param array<int, Decimal> $taxes */
	private function add_line( string $name, LineKind $kind, Decimal $total, array $taxes, int $quantity ): void {
		$this->lines[] = Orders::line(
			count( $this->lines ) + 1,
			$this->stored( $total ),
			array_map( $this->stored( ... ), $taxes ),
			(string) $quantity,
			[
				'name' => $name,
				'kind' => $kind,
			]
		);
	}

	/** `wc_format_decimal()` keeps as many decimals. */
	private function stored( Decimal $cents ): string {
		return $cents->times( Decimal::of_minor( 1, $this->currency->decimals ) )
			->round( self::PRECISION, Rounding::HalfUp )
			->to_string();
	}

	/** @param list<string> $coupons amounts off the prices. */
	private function finished( array $coupons ): OrderSnapshot {
		$total = array_reduce(
			$this->merged_tax,
			static fn ( Decimal $a, Decimal $b ): Decimal => $a->plus( $b ),
			$this->total
		)->round( 0, Rounding::HalfUp );
		$total = $total->is_negative() ? Decimal::zero() : $total;
		return Orders::of(
			Decimal::of_minor( $total->to_minor( 0 ), $this->currency->decimals )->to_string(),
			$this->lines,
			array_map( $this->stored( ... ), $this->items_tax ),
			$this->cart['prices_include_tax'],
			[
				'currency' => $this->currency,
				'coupons'  => array_map(
					static fn ( string $amount ) => Orders::coupon( 'TEST', $amount, '0' ),
					$coupons
				),
			]
		);
	}
}
