<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\Shipment;

/** A snapshot as plain arrays that JSON keeps unchanged. Amounts are decimal strings, moments ISO 8601. */
final class SnapshotArray {

	/** @return array<string, mixed> */
	public static function to_array( OrderSnapshot $order ): array {
		return [
			'id'                 => $order->id,
			'number'             => $order->number,
			'status'             => $order->status,
			'currency'           => $order->currency->code,
			'prices_include_tax' => $order->prices_include_tax,
			'total'              => ( $order->written_total ?? $order->total )->to_string(),
			'lines'              => array_map( SnapshotLines::line_to_array( ... ), $order->lines ),
			'taxes'              => array_map( SnapshotLines::tax_to_array( ... ), $order->taxes ),
			'coupons'            => array_map( SnapshotLines::coupon_to_array( ... ), $order->coupons ),
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
		] + array_filter(
			[
				'buyer_order_number' => $order->buyer_order_number,
				'tax_postcode'       => $order->tax_postcode,
				'shop_postcode'      => $order->shop_postcode,
			],
			static fn ( string $text ): bool => $text !== ''
		);
	}

	/**
	 * @param array<string, mixed> $snapshot
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
			lines: array_map( SnapshotLines::line_from_array( ... ), $snapshot['lines'] ),
			taxes: array_map( SnapshotLines::tax_from_array( ... ), $snapshot['taxes'] ),
			coupons: array_map( SnapshotLines::coupon_from_array( ... ), $snapshot['coupons'] ),
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
			buyer_order_number: $snapshot['buyer_order_number'] ?? '',
			tax_postcode: $snapshot['tax_postcode'] ?? '',
			shop_postcode: $snapshot['shop_postcode'] ?? '',
		);
	}

	/** @return array<string, mixed> */
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

	/** @return array<string, mixed> */
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

	/** @return array<string, mixed> */
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

	/** @param array<string, mixed> $payment */
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

	/** @return array<string, mixed> */
	private static function delivery_to_array( OrderDelivery $delivery ): array {
		return [
			'method'        => $delivery->method,
			'shipments'     => array_map( self::shipment_to_array( ... ), $delivery->shipments ),
			'is_fulfilled'  => $delivery->is_fulfilled,
			'weight'        => $delivery->weight?->to_string(),
			'service_start' => $delivery->service_start,
			'service_end'   => $delivery->service_end,
		] + ( $delivery->completed_on === '' ? [] : [ 'completed_on' => $delivery->completed_on ] );
	}

	/** @return array<string, mixed> */
	private static function shipment_to_array( Shipment $shipment ): array {
		return [
			'carrier'         => $shipment->carrier,
			'tracking_number' => $shipment->tracking_number,
			'tracking_url'    => $shipment->tracking_url,
		] + ( $shipment->sent_on === '' ? [] : [ 'sent_on' => $shipment->sent_on ] );
	}

	/** @param array<string, mixed> $delivery */
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
			completed_on: $delivery['completed_on'] ?? '',
		);
	}
}
