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

	/** Amounts by code: Smart Coupons, and those of WebToffee. */
	private const CREDIT_METAS = [ 'smart_coupons_contribution', 'wt_store_credit_used' ];

	/** One amount, by the gateway that stands for the same money: Account Funds. */
	private const AMOUNT_METAS = [ '_funds_used' => 'accountfunds' ];

	/** Negative fees without VAT, by the key that the plugin gave them: TeraWallet. */
	private const FEE_KEY  = '_legacy_fee_key';
	private const FEE_KEYS = [ '_via_wallet_partial_payment' => 'wallet' ];

	/** By name, as the plugin itself tells them where they have no key. */
	private const FEE_NAMES = [ 'via wallet' => 'wallet' ];

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
			...array_merge(
				...array_map(
					fn ( string $meta ): array => $this->by_code( $order, $meta, self::STORE_CREDIT ),
					self::CREDIT_METAS
				)
			),
			...$this->amounts( $order ),
			...$this->fees( $order ),
		];
		/**
		 * What paid a part of this order beside its gateway. Add those of plugins that are not known here, and keep
		 * `code` stable: a part whose code changes is another payment. Where the plugin wrote a negative fee for it,
		 * say so with `fee`: it is no line of a document then. Points and coupons are discounts, and no payments.
		 *
		 * @since 0.1.0
		 * @param list<array{method: string, code: string, amount: string, fee?: int}> $parts method: `gift_card`,
		 *        `store_credit` or the id of a gateway; code: tells two of one method apart, at most 40 characters,
		 *        nothing that could be spent; amount: decimal string, TTC, in the order's currency; fee: id of the
		 *        negative fee without VAT that is this payment, whose amount counts.
		 * @param \WC_Order $order
		 */
		return OtherCode::answer(
			'orderinvoicer_part_payments',
			static fn (): mixed => apply_filters( 'orderinvoicer_part_payments', $parts, $order ),
			fn ( mixed $answer ): array => $this->read( $answer, $order )
		);
	}

	/** @return list<PartPayment> */
	private function read( mixed $parts, \WC_Order $order ): array {
		$part = fn ( mixed $one ): ?PartPayment => $this->part( $one, $order );
		return is_array( $parts )
			? array_values( array_filter( array_map( $part, $parts ) ) )
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

	/** @return list<array{method: string, code: string, amount: string}> */
	private function amounts( \WC_Order $order ): array {
		$parts = [];
		foreach ( self::AMOUNT_METAS as $meta => $method ) {
			$amount = $order->get_meta( $meta );
			if ( is_numeric( $amount ) ) {
				$parts[] = [
					'method' => $method,
					'code'   => '1',
					'amount' => wc_format_decimal( (string) $amount ),
				];
			}
		}
		return $parts;
	}

	/** @return list<array{method: string, code: string, amount: string, fee: int}> */
	private function fees( \WC_Order $order ): array {
		$parts = [];
		foreach ( $order->get_items( 'fee' ) as $id => $fee ) {
			$key    = $fee->get_meta( self::FEE_KEY );
			$method = ( is_string( $key ) ? self::FEE_KEYS[ $key ] ?? null : null )
				?? self::FEE_NAMES[ strtolower( trim( $fee->get_name( 'edit' ) ) ) ] ?? null;
			if ( $method !== null && self::untaxed( $order, $id )?->is_negative() === true ) {
				$parts[] = [
					'method' => $method,
					'code'   => (string) $id,
					'amount' => '0',
					'fee'    => $id,
				];
			}
		}
		return $parts;
	}

	/** What a fee without VAT is worth; null for any other, and for what is none. */
	private static function untaxed( \WC_Order $order, int $id ): ?Decimal {
		$fee = $order->get_items( 'fee' )[ $id ] ?? null;
		return $fee instanceof \WC_Order_Item_Fee && Stored::decimal( $fee->get_total_tax( 'edit' ) )->is_zero()
			? Stored::decimal( $fee->get_total( 'edit' ) )
			: null;
	}

	/**
	 * Null when nothing was paid.
	 *
	 * @throws \InvalidArgumentException when somebody's filter gave something else.
	 */
	private function part( mixed $part, \WC_Order $order ): ?PartPayment {
		if (
			! is_array( $part )
			|| ! is_string( $part['method'] ?? null )
			|| ! is_scalar( $part['code'] ?? null )
			|| ! is_scalar( $part['amount'] ?? null )
		) {
			throw new \InvalidArgumentException( 'No part payment.' );
		}
		$fee    = is_int( $part['fee'] ?? 0 ) ? $part['fee'] ?? 0 : throw new \InvalidArgumentException( 'No fee.' );
		$amount = $fee === 0 ? Stored::decimal( (string) $part['amount'] ) : self::untaxed( $order, $fee )?->negated();
		if ( $amount === null || ( $fee !== 0 && ! $amount->is_positive() ) ) {
			throw new \InvalidArgumentException( 'No negative fee without VAT.' );
		}
		return $part['method'] === '' || ! $amount->is_positive() ? null : new PartPayment(
			method: $part['method'],
			code: substr( (string) $part['code'], 0, 40 ),
			amount: $amount,
			fee_id: $fee
		);
	}
}
