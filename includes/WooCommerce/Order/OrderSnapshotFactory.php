<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\OrderCoupon;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\SameOrder\OrderMark;

/**
 * WooCommerce's order to our snapshot; the only place that knows both shapes. Give it an order read by `WooOrders`:
 * WooCommerce rounds totals to the shop's decimals while it reads an order.
 */
final class OrderSnapshotFactory {

	private readonly OrderTraitsReader $traits;

	public function __construct(
		private readonly OrderLines $lines,
		private readonly BuyerNumbers $numbers,
		private readonly OrderPayments $payments,
		private readonly OrderShipments $shipments,
	) {
		$this->traits = new OrderTraitsReader( $numbers, static fn () => $lines, static fn () => $payments );
	}

	/** @throws \InvalidArgumentException when a stored amount is no number. */
	public function snapshot( \WC_Order $order ): OrderSnapshot {
		[ $payment, $total, $lines, $taken ] = $this->payments->payment( $order, $this->lines->lines( $order ) );

		$buyer    = $this->traits->buyer( $order );
		$taxed_at = $this->traits->taxed_at( $order );
		$products = BackgroundReader::products( $order );
		return new OrderSnapshot(
			id: $order->get_id(),
			number: (string) $order->get_order_number(),
			status: $order->get_status( 'edit' ),
			currency: Currency::from_code( $order->get_currency( 'edit' ) ),
			prices_include_tax: $order->get_prices_include_tax( 'edit' ),
			total: $total,
			lines: $lines,
			taxes: $this->taxes( $order ),
			coupons: $this->coupons( $order ),
			buyer: $buyer,
			billing: $this->billing_address( $order ),
			shipping: $order->has_shipping_address() ? $this->shipping_address( $order ) : null,
			shop_country: WC()->countries->get_base_country(),
			tax_country: $taxed_at[0],
			vat_exempt: $order->get_meta( 'is_vat_exempt' ) === 'yes',
			created_at: $this->moment( $order->get_date_created( 'edit' ) ),
			paid_at: BelievedPayment::paid_at( $order ),
			payment: $payment,
			delivery: $this->shipments->delivery( $order ),
			customer_note: $order->get_customer_note( 'edit' ),
			buyer_order_number: $buyer->is_erased ? '' : $this->numbers->order_number( $order ),
			named_rules: $this->traits->named( $order ),
			kin: ( new OrderKin() )->of( $order ),
			tax_postcode: $taxed_at[1],
			shop_postcode: WC()->countries->get_base_postcode(),
			taken: $taken,
			key_hash: OrderMark::key_hash( $order->get_order_key( 'edit' ) ),
			background: BackgroundReader::background(
				static fn (): array => $products,
				$this->traits->user_id( $order )
			),
		);
	}

	/**
	 * The percent is the tax item's own: the rate may have changed since. Orders made before WooCommerce 3.7 have none
	 * and read 0, which fits no mapped tax, so that they stop.
	 *
	 * @return list<OrderTax>
	 */
	private function taxes( \WC_Order $order ): array {
		$taxes = [];
		foreach ( $order->get_items( 'tax' ) as $item ) {
			if ( $item instanceof \WC_Order_Item_Tax ) {
				$taxes[] = new OrderTax(
					rate_id: $item->get_rate_id( 'edit' ),
					label: $item->get_label( 'edit' ),
					percent: Stored::decimal( $item->get_rate_percent( 'edit' ) ),
					compound: $item->get_compound( 'edit' ),
					total: Stored::decimal( $item->get_tax_total( 'edit' ) ),
					shipping_total: Stored::decimal( $item->get_shipping_tax_total( 'edit' ) ),
				);
			}
		}
		return $taxes;
	}

	/** @return list<OrderCoupon> */
	private function coupons( \WC_Order $order ): array {
		$coupons = [];
		foreach ( $order->get_items( 'coupon' ) as $item ) {
			if ( $item instanceof \WC_Order_Item_Coupon ) {
				$coupons[] = new OrderCoupon(
					$item->get_code( 'edit' ),
					Stored::decimal( $item->get_discount( 'edit' ) ),
					Stored::decimal( $item->get_discount_tax( 'edit' ) ),
				);
			}
		}
		return $coupons;
	}

	private function billing_address( \WC_Order $order ): Address {
		return new Address(
			name: trim( $order->get_formatted_billing_full_name() ),
			company: trim( $order->get_billing_company( 'edit' ) ),
			line_1: $order->get_billing_address_1( 'edit' ),
			line_2: $order->get_billing_address_2( 'edit' ),
			postcode: $order->get_billing_postcode( 'edit' ),
			city: $order->get_billing_city( 'edit' ),
			state: $order->get_billing_state( 'edit' ),
			country: $order->get_billing_country( 'edit' ),
		);
	}

	private function shipping_address( \WC_Order $order ): Address {
		return new Address(
			name: trim( $order->get_formatted_shipping_full_name() ),
			company: trim( $order->get_shipping_company( 'edit' ) ),
			line_1: $order->get_shipping_address_1( 'edit' ),
			line_2: $order->get_shipping_address_2( 'edit' ),
			postcode: $order->get_shipping_postcode( 'edit' ),
			city: $order->get_shipping_city( 'edit' ),
			state: $order->get_shipping_state( 'edit' ),
			country: $order->get_shipping_country( 'edit' ),
		);
	}

	private function moment( ?\WC_DateTime $date ): \DateTimeImmutable {
		return new \DateTimeImmutable( '@' . ( $date === null ? 0 : $date->getTimestamp() ) );
	}
}
