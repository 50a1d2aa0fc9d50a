<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * A snapshot as plain arrays that JSON keeps unchanged: recorded orders, and the hash of what was billed. Amounts are
 * decimal strings, moments ISO 8601.
 *
 * @phpstan-type AddressArray array{
 *     name: string,
 *     company: string,
 *     line_1: string,
 *     line_2: string,
 *     postcode: string,
 *     city: string,
 *     state: string,
 *     country: string
 * }
 * @phpstan-type BuyerArray array{
 *     user_id: int,
 *     email: string,
 *     first_name: string,
 *     last_name: string,
 *     company: string,
 *     phone: string,
 *     siren: string,
 *     siret: string,
 *     vat_number: string
 * }
 * @phpstan-type LineArray array{
 *     id: int,
 *     kind: string,
 *     name: string,
 *     quantity: string,
 *     total: string,
 *     subtotal: string,
 *     taxes: array<int, string>,
 *     taxable: bool|null,
 *     skus: list<string>,
 *     product_id: int,
 *     is_virtual: bool,
 *     details: string,
 *     part_of?: int,
 *     eco?: string
 * }
 * @phpstan-type TaxArray array{
 *     rate_id: int,
 *     label: string,
 *     percent: string,
 *     compound: bool,
 *     total: string,
 *     shipping_total: string
 * }
 * @phpstan-type CouponArray array{code: string, discount: string, discount_tax: string}
 * @phpstan-type PaymentArray array{
 *     gateway: string,
 *     title: string,
 *     transaction_id: string,
 *     is_paid: bool,
 *     parts: list<array{method: string, code: string, amount: string}>
 * }
 * @phpstan-type DeliveryArray array{
 *     method: string,
 *     shipments: list<array{carrier: string, tracking_number: string, tracking_url: string}>,
 *     is_fulfilled: bool,
 *     weight: string|null,
 *     service_start: string,
 *     service_end: string
 * }
 * @phpstan-type SnapshotShape array{
 *     id: int,
 *     number: string,
 *     status: string,
 *     currency: string,
 *     prices_include_tax: bool,
 *     total: string,
 *     lines: list<LineArray>,
 *     taxes: list<TaxArray>,
 *     coupons: list<CouponArray>,
 *     buyer: BuyerArray,
 *     billing: AddressArray,
 *     shipping: AddressArray|null,
 *     shop_country: string,
 *     tax_country: string,
 *     vat_exempt: bool,
 *     created_at: string,
 *     paid_at: string|null,
 *     payment: PaymentArray,
 *     delivery: DeliveryArray,
 *     customer_note: string
 * }
 */
final class SnapshotArray {

	/** @return SnapshotShape */
	public static function to_array( OrderSnapshot $order ): array {
		return [
			'id'                 => $order->id,
			'number'             => $order->number,
			'status'             => $order->status,
			'currency'           => $order->currency->code,
			'prices_include_tax' => $order->prices_include_tax,
			'total'              => $order->total->to_string(),
			'lines'              => array_map( self::line_to_array( ... ), $order->lines ),
			'taxes'              => array_map( self::tax_to_array( ... ), $order->taxes ),
			'coupons'            => array_map( self::coupon_to_array( ... ), $order->coupons ),
			'buyer'              => self::buyer_to_array( $order->buyer ),
			'billing'            => self::address_to_array( $order->billing ),
			'shipping'           => $order->shipping === null ? null : self::address_to_array( $order->shipping ),
			'shop_country'       => $order->shop_country,
			'tax_country'        => $order->tax_country,
			'vat_exempt'         => $order->vat_exempt,
			'created_at'         => $order->created_at->format( \DATE_ATOM ),
			'paid_at'            => $order->paid_at?->format( \DATE_ATOM ),
			'payment'            => self::payment_to_array( $order->payment ),
			'delivery'           => self::delivery_to_array( $order->delivery ),
			'customer_note'      => $order->customer_note,
		];
	}

	/**
	 * @param SnapshotShape $snapshot
	 * @throws \InvalidArgumentException when an amount is not a plain decimal.
	 */
	public static function from_array( array $snapshot ): OrderSnapshot {
		return new OrderSnapshot(
			id: $snapshot['id'],
			number: $snapshot['number'],
			status: $snapshot['status'],
			currency: Currency::from_code( $snapshot['currency'] ),
			prices_include_tax: $snapshot['prices_include_tax'],
			total: Decimal::from_string( $snapshot['total'] ),
			lines: array_map( self::line_from_array( ... ), $snapshot['lines'] ),
			taxes: array_map( self::tax_from_array( ... ), $snapshot['taxes'] ),
			coupons: array_map( self::coupon_from_array( ... ), $snapshot['coupons'] ),
			buyer: new Buyer( ...$snapshot['buyer'] ),
			billing: new Address( ...$snapshot['billing'] ),
			shipping: $snapshot['shipping'] === null ? null : new Address( ...$snapshot['shipping'] ),
			shop_country: $snapshot['shop_country'],
			tax_country: $snapshot['tax_country'],
			vat_exempt: $snapshot['vat_exempt'],
			created_at: new \DateTimeImmutable( $snapshot['created_at'] ),
			paid_at: $snapshot['paid_at'] === null ? null : new \DateTimeImmutable( $snapshot['paid_at'] ),
			payment: self::payment_from_array( $snapshot['payment'] ),
			delivery: self::delivery_from_array( $snapshot['delivery'] ),
			customer_note: $snapshot['customer_note'],
		);
	}

	/** @return BuyerArray */
	private static function buyer_to_array( Buyer $buyer ): array {
		return [
			'user_id'    => $buyer->user_id,
			'email'      => $buyer->email,
			'first_name' => $buyer->first_name,
			'last_name'  => $buyer->last_name,
			'company'    => $buyer->company,
			'phone'      => $buyer->phone,
			'siren'      => $buyer->siren,
			'siret'      => $buyer->siret,
			'vat_number' => $buyer->vat_number,
		];
	}

	/** @return AddressArray */
	private static function address_to_array( Address $address ): array {
		return [
			'name'     => $address->name,
			'company'  => $address->company,
			'line_1'   => $address->line_1,
			'line_2'   => $address->line_2,
			'postcode' => $address->postcode,
			'city'     => $address->city,
			'state'    => $address->state,
			'country'  => $address->country,
		];
	}

	/** @return LineArray */
	private static function line_to_array( OrderLine $line ): array {
		return [
			'id'         => $line->id,
			'kind'       => $line->kind->value,
			'name'       => $line->name,
			'quantity'   => $line->quantity->to_string(),
			'total'      => $line->total->to_string(),
			'subtotal'   => $line->subtotal->to_string(),
			'taxes'      => array_map( static fn ( Decimal $tax ): string => $tax->to_string(), $line->taxes ),
			'taxable'    => $line->taxable,
			'skus'       => $line->skus,
			'product_id' => $line->product_id,
			'is_virtual' => $line->is_virtual,
			'details'    => $line->details,
		] + ( $line->part_of === 0 ? [] : [ 'part_of' => $line->part_of ] )
			+ ( $line->eco === null ? [] : [ 'eco' => $line->eco->to_string() ] );
	}

	/** @param LineArray $line */
	private static function line_from_array( array $line ): OrderLine {
		return new OrderLine(
			id: $line['id'],
			kind: LineKind::from( $line['kind'] ),
			name: $line['name'],
			quantity: Decimal::from_string( $line['quantity'] ),
			total: Decimal::from_string( $line['total'] ),
			subtotal: Decimal::from_string( $line['subtotal'] ),
			taxes: array_map( Decimal::from_string( ... ), $line['taxes'] ),
			taxable: $line['taxable'],
			skus: $line['skus'],
			product_id: $line['product_id'],
			is_virtual: $line['is_virtual'],
			details: $line['details'],
			part_of: $line['part_of'] ?? 0,
			eco: isset( $line['eco'] ) ? Decimal::from_string( $line['eco'] ) : null,
		);
	}

	/** @return TaxArray */
	private static function tax_to_array( OrderTax $tax ): array {
		return [
			'rate_id'        => $tax->rate_id,
			'label'          => $tax->label,
			'percent'        => $tax->percent->to_string(),
			'compound'       => $tax->compound,
			'total'          => $tax->total->to_string(),
			'shipping_total' => $tax->shipping_total->to_string(),
		];
	}

	/** @param TaxArray $tax */
	private static function tax_from_array( array $tax ): OrderTax {
		return new OrderTax(
			rate_id: $tax['rate_id'],
			label: $tax['label'],
			percent: Decimal::from_string( $tax['percent'] ),
			compound: $tax['compound'],
			total: Decimal::from_string( $tax['total'] ),
			shipping_total: Decimal::from_string( $tax['shipping_total'] ),
		);
	}

	/** @return CouponArray */
	private static function coupon_to_array( OrderCoupon $coupon ): array {
		return [
			'code'         => $coupon->code,
			'discount'     => $coupon->discount->to_string(),
			'discount_tax' => $coupon->discount_tax->to_string(),
		];
	}

	/** @param CouponArray $coupon */
	private static function coupon_from_array( array $coupon ): OrderCoupon {
		return new OrderCoupon(
			$coupon['code'],
			Decimal::from_string( $coupon['discount'] ),
			Decimal::from_string( $coupon['discount_tax'] )
		);
	}

	/** @return PaymentArray */
	private static function payment_to_array( OrderPayment $payment ): array {
		$part = static fn ( PartPayment $part ): array => [
			'method' => $part->method,
			'code'   => $part->code,
			'amount' => $part->amount->to_string(),
		];
		return [
			'gateway'        => $payment->gateway,
			'title'          => $payment->title,
			'transaction_id' => $payment->transaction_id,
			'is_paid'        => $payment->is_paid,
			'parts'          => array_map( $part, $payment->parts ),
		];
	}

	/** @param PaymentArray $payment */
	private static function payment_from_array( array $payment ): OrderPayment {
		$parts = [];
		foreach ( $payment['parts'] as $part ) {
			$parts[] = new PartPayment( $part['method'], $part['code'], Decimal::from_string( $part['amount'] ) );
		}
		return new OrderPayment(
			gateway: $payment['gateway'],
			title: $payment['title'],
			transaction_id: $payment['transaction_id'],
			parts: $parts,
			is_paid: $payment['is_paid']
		);
	}

	/** @return DeliveryArray */
	private static function delivery_to_array( OrderDelivery $delivery ): array {
		return [
			'method'        => $delivery->method,
			'shipments'     => array_map( self::shipment_to_array( ... ), $delivery->shipments ),
			'is_fulfilled'  => $delivery->is_fulfilled,
			'weight'        => $delivery->weight?->to_string(),
			'service_start' => $delivery->service_start,
			'service_end'   => $delivery->service_end,
		];
	}

	/** @return array{carrier: string, tracking_number: string, tracking_url: string} */
	private static function shipment_to_array( Shipment $shipment ): array {
		return [
			'carrier'         => $shipment->carrier,
			'tracking_number' => $shipment->tracking_number,
			'tracking_url'    => $shipment->tracking_url,
		];
	}

	/** @param DeliveryArray $delivery */
	private static function delivery_from_array( array $delivery ): OrderDelivery {
		return new OrderDelivery(
			method: $delivery['method'],
			shipments: array_map(
				static fn ( array $one ): Shipment => new Shipment( ...$one ),
				$delivery['shipments']
			),
			is_fulfilled: $delivery['is_fulfilled'],
			weight: $delivery['weight'] === null ? null : Decimal::from_string( $delivery['weight'] ),
			service_start: $delivery['service_start'],
			service_end: $delivery['service_end'],
		);
	}
}
