<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * One of the payments of an order: its gateway's, or that of a gift card or store credit.
 *
 * @assumes nothing-to-pay
 */
final class PaidPart {

	/**
	 * @param string $key    '' for the gateway's; the `part` of its row.
	 * @param bool   $is_fee the order has a negative fee for it, which earlier releases took for a discount.
	 */
	private function __construct(
		public readonly string $key,
		public readonly string $method,
		public readonly Decimal $amount,
		public readonly string $transaction_id,
		public readonly bool $is_fee = false,
	) {}

	/** @return list<self> only those that are worth something. */
	public static function all_of( OrderSnapshot $order ): array {
		$rest  = $order->total;
		$parts = [];
		foreach ( $order->payment->parts as $part ) {
			$rest    = $rest->minus( $part->amount );
			$parts[] = new self(
				key: "$part->method:$part->code",
				method: $part->method,
				amount: $part->amount,
				transaction_id: '',
				is_fee: $part->fee_id > 0
			);
		}
		$gateway = new self(
			key: '',
			method: $order->payment->gateway,
			amount: $rest,
			transaction_id: $order->payment->transaction_id
		);
		return array_values(
			array_filter( [ $gateway, ...$parts ], static fn ( self $part ): bool => $part->amount->is_positive() )
		);
	}

	public static function find( OrderSnapshot $order, string $key ): ?self {
		foreach ( self::all_of( $order ) as $part ) {
			if ( $part->key === $key ) {
				return $part;
			}
		}
		return null;
	}
}
