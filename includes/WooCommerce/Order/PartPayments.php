<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\PartPayment;

/** How much of an order gift cards and store credit paid, as the plugins that sell them store it. */
final class PartPayments {

	/** In place of a gateway in the settings. */
	public const GIFT_CARD    = 'gift_card';
	public const STORE_CREDIT = 'store_credit';

	/** Order items of PW Gift Cards, WooCommerce Gift Cards and YITH Gift Cards (4.11 and later). */
	private const ITEM_TYPES = [ 'pw_gift_card', 'gift_card', 'yith_gift_card' ];

	/** YITH Gift Cards before 4.11, amounts by code; it may have turned them into a fee, which is billed already. */
	private const YITH_META   = '_ywgc_applied_gift_cards';
	private const YITH_AS_FEE = 'ywgc_gift_card_updated_as_fee';

	/** Smart Coupons, amounts by code. */
	private const CREDIT_META = 'smart_coupons_contribution';

	/**
	 * @return list<PartPayment>
	 * @throws BrokenFilter
	 */
	public function parts( \WC_Order $order ): array {
		$parts = [
			...$this->items( $order ),
			...(
				in_array( $order->get_meta( self::YITH_AS_FEE ), [ '', false ], true )
					? $this->by_code( $order, self::YITH_META, self::GIFT_CARD )
					: []
			),
			...$this->by_code( $order, self::CREDIT_META, self::STORE_CREDIT ),
		];
		/**
		 * What paid a part of this order beside its gateway. Add those of plugins that are not known here, and keep
		 * `code` stable: a part whose code changes is another payment.
		 *
		 * @since 0.1.0
		 * @param list<array{method: string, code: string, amount: string}> $parts method: `gift_card`, `store_credit`
		 *        or the id of a gateway; code: tells two of one method apart, at most 40 characters, nothing that could
		 *        be spent; amount: decimal string, TTC, in the order's currency.
		 * @param \WC_Order $order
		 */
		return OtherCode::answer(
			'orderinvoicer_part_payments',
			static fn (): mixed => apply_filters( 'orderinvoicer_part_payments', $parts, $order ),
			$this->read( ... )
		);
	}

	/** @return list<PartPayment> */
	private function read( mixed $parts ): array {
		return is_array( $parts )
			? array_values( array_filter( array_map( $this->part( ... ), $parts ) ) )
			: throw new \InvalidArgumentException( 'No list.' );
	}

	/** @return list<array{method: string, code: string, amount: string}> */
	private function items( \WC_Order $order ): array {
		$parts = [];
		foreach ( $order->get_items( self::ITEM_TYPES ) as $item ) {
			$amount = is_callable( [ $item, 'get_amount' ] ) ? $item->get_amount() : null;
			if ( is_scalar( $amount ) ) {
				$parts[] = [
					'method' => self::GIFT_CARD,
					'code'   => (string) $item->get_id(),
					'amount' => wc_format_decimal( (string) $amount ),
				];
			}
		}
		return $parts;
	}

	/** @return list<array{method: string, code: string, amount: string}> */
	private function by_code( \WC_Order $order, string $meta, string $method ): array {
		$amounts = $order->get_meta( $meta );
		$parts   = [];
		foreach ( is_array( $amounts ) ? $amounts : [] as $code => $amount ) {
			if ( is_scalar( $amount ) ) {
				$parts[] = [
					'method' => $method,
					'code'   => substr( hash( 'sha256', $order->get_id() . $code ), 0, 8 ),
					'amount' => wc_format_decimal( (string) $amount ),
				];
			}
		}
		return $parts;
	}

	/**
	 * Null when nothing was paid.
	 *
	 * @throws \InvalidArgumentException when somebody's filter gave something else.
	 */
	private function part( mixed $part ): ?PartPayment {
		if (
			! is_array( $part )
			|| ! is_string( $part['method'] ?? null )
			|| ! is_scalar( $part['code'] ?? null )
			|| ! is_scalar( $part['amount'] ?? null )
		) {
			throw new \InvalidArgumentException( 'No part payment.' );
		}
		$amount = Stored::decimal( (string) $part['amount'] );
		return $part['method'] === '' || $amount->is_zero() || $amount->is_negative()
			? null
			: new PartPayment( $part['method'], substr( (string) $part['code'], 0, 40 ), $amount );
	}
}
