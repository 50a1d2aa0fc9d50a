<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\RoundedParts;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\PartPayment;

/**
 * How an order was paid. Plugins for gift cards take what a card paid off the order's total although the whole was
 * sold: the total is then the rest and the parts together. What became a discount of the lines instead was no payment.
 * The lines tell which of the two it is. Wallets write a negative fee: that fee is the payment, and no line.
 */
final class OrderPayments {

	/** Order meta that says `yes`, and the plugin's name. */
	private const OF_ORDER = [
		'_awcdp_deposits_order_has_deposit' => 'Deposits & Partial Payments (Acowebs)',
		'_wc_deposits_order_has_deposit'    => 'WooCommerce Deposits (Webtomizer)',
	];

	/** The same of an item. */
	private const OF_ITEM = [ '_is_deposit' => 'WooCommerce Deposits' ];

	/** Sold and charged once the order was paid, by metas of its items: upsells of FunnelKit and of CartFlows Pro. */
	private const SOLD_LATER = [ '_upstroke_purchase', '_cartflows_upsell', '_cartflows_downsell' ];

	public function __construct(
		private readonly PartPayments $parts,
		private readonly Disputes $disputes = new Disputes(),
	) {}

	/**
	 * @param list<OrderLine> $lines
	 * @return array{OrderPayment, Decimal, list<OrderLine>, Decimal|null} with the order's total before any part was
	 *         taken off, TTC, its lines without those that are payments, and what was taken of the total, where known.
	 */
	public function payment( \WC_Order $order, array $lines ): array {
		$charged   = Stored::decimal( $order->get_total( 'edit' ) );
		$all       = $this->parts->parts( $order );
		$fees      = array_filter( $all, static fn ( PartPayment $part ): bool => $part->fee_id > 0 );
		$fee_ids   = array_column( $fees, 'fee_id' );
		$lines     = array_values(
			array_filter( $lines, static fn ( OrderLine $line ): bool => ! in_array( $line->id, $fee_ids, true ) )
		);
		$total     = self::sum( $charged, $fees );
		$whole     = self::sum( $charged, $all );
		$sold      = $this->sold( $lines );
		$taken_off = $sold->minus( $whole )->abs()->compare( $sold->minus( $total )->abs() ) < 0;
		$whole     = $taken_off ? $whole : $total;
		$taken     = BelievedPayment::total( $order );
		$later     = $taken === null ? [] : $this->sold_later( $order, $charged->minus( $taken ), $lines );
		$payment   = new OrderPayment(
			gateway: $order->get_payment_method( 'edit' ),
			title: $order->get_payment_method_title( 'edit' ),
			transaction_id: $order->get_transaction_id( 'edit' ),
			parts: [
				...self::rounded(
					array_values( $taken_off ? $all : $fees ),
					$whole,
					$charged,
					Currency::from_code( $order->get_currency( 'edit' ) )
				),
				...$later,
			],
			is_paid: (bool) $order->is_paid(),
			is_accepted: BelievedPayment::is_doubted( $order ),
			deposits_by: $this->plugin_of_deposits( $order ),
			is_disputed: $this->disputes->took_money_of( $order )
		);
		$taken = $later === [] ? $taken : $charged;
		return [ $payment, $whole, $lines, $taken?->plus( $whole )->minus( $charged ) ];
	}

	/**
	 * Payments of their own, where they are all by which the total has grown since it was paid.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<PartPayment>
	 */
	private function sold_later( \WC_Order $order, Decimal $more, array $lines ): array {
		$sold = [];
		foreach ( $more->is_positive() ? $lines : [] as $line ) {
			$item = $order->get_item( $line->id );
			$is   = static fn ( string $meta ): bool => $item !== false && $item->get_meta( $meta ) === 'yes';
			if ( array_filter( self::SOLD_LATER, $is ) !== [] ) {
				$sold[ $line->id ] = $line->incl_tax();
			}
		}
		$decimals = Currency::from_code( $order->get_currency( 'edit' ) )->decimals;
		$all      = Decimal::sum( $sold );
		$paid     = $more->round( $decimals, Rounding::HalfUp );
		if ( ! $all->round( $decimals, Rounding::HalfUp )->equals( $paid ) ) {
			return [];
		}
		return array_map(
			static fn ( int $id, Decimal $amount ): PartPayment =>
				new PartPayment( $order->get_payment_method( 'edit' ), (string) $id, $amount ),
			array_keys( $sold ),
			RoundedParts::of( array_values( $sold ), $all, $paid, $decimals )
		);
	}

	/** @param array<PartPayment> $parts */
	private static function sum( Decimal $total, array $parts ): Decimal {
		return $total->plus( Decimal::sum( array_column( $parts, 'amount' ) ) );
	}

	/**
	 * The gateway took the order's total, rounded.
	 *
	 * @param list<PartPayment> $parts
	 * @return list<PartPayment>
	 */
	private static function rounded( array $parts, Decimal $whole, Decimal $total, Currency $currency ): array {
		$decimals = $currency->decimals;
		$paid     = $whole->round( $decimals, Rounding::HalfUp )->minus( $total->round( $decimals, Rounding::HalfUp ) );
		$amounts  = RoundedParts::of( array_column( $parts, 'amount' ), $whole->minus( $total ), $paid, $decimals );
		return array_map(
			static fn ( PartPayment $part, Decimal $amount ): PartPayment =>
				new PartPayment(
					method: $part->method,
					code: $part->code,
					amount: $amount,
					fee_id: $part->fee_id
				),
			$parts,
			$amounts
		);
	}

	/** @param list<OrderLine> $lines */
	private function sold( array $lines ): Decimal {
		$sold = Decimal::zero();
		foreach ( $lines as $line ) {
			$sold = $sold->plus( $line->total );
			foreach ( $line->taxes as $tax ) {
				$sold = $sold->plus( $tax );
			}
		}
		return $sold;
	}

	/** Of which only a deposit was paid: the plugin's name; empty for any other order. */
	private function plugin_of_deposits( \WC_Order $order ): string {
		foreach ( self::OF_ORDER as $meta => $plugin ) {
			if ( $order->get_meta( $meta ) === 'yes' ) {
				return $plugin;
			}
		}
		foreach ( $order->get_items() as $item ) {
			foreach ( self::OF_ITEM as $meta => $plugin ) {
				if ( $item->get_meta( $meta ) === 'yes' ) {
					return $plugin;
				}
			}
		}
		return '';
	}
}
