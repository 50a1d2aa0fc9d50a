<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * An amount as people type it: digits, with a point or a comma before the decimals. Thousands are not separated:
 * "1.234" could be either.
 */
final class TypedAmount {

	/**
	 * What may be refunded of an order, as WooCommerce itself would let it.
	 *
	 * @param list<RefundSnapshot> $refunds already entered.
	 * @throws Refused
	 */
	public function to_refund( string $typed, OrderSnapshot $order, array $refunds ): Decimal {
		$amount = $this->read( $typed, $order );
		if ( ! $amount->is_positive() ) {
			throw self::refused( Refused::NOT_POSITIVE, $order );
		}
		if ( $amount->scale() > $order->currency->decimals ) {
			throw self::refused( Refused::TOO_MANY_DECIMALS, $order );
		}
		$left = $this->left( $order, $refunds );
		if ( $amount->compare( $left ) > 0 ) {
			$facts = [ 'left' => $left->to_scale( $order->currency->decimals ) ];
			throw self::refused( Refused::MORE_THAN_LEFT, $order, $facts );
		}
		return $amount;
	}

	/** @throws Refused */
	public function read( string $typed, OrderSnapshot $order ): Decimal {
		try {
			return Decimal::from_string( str_replace( ',', '.', trim( $typed ) ) );
		} catch ( \InvalidArgumentException ) {
			throw self::refused( Refused::NOT_A_NUMBER, $order );
		}
	}

	/**
	 * @param Refused::*            $why
	 * @param array<string, string> $facts
	 */
	private static function refused( string $why, OrderSnapshot $order, array $facts = [] ): Refused {
		$currency = $order->currency;
		return new Refused(
			$why,
			[
				'currency' => $currency->code,
				'decimals' => $currency->decimals,
			] + $facts
		);
	}

	/** @param list<RefundSnapshot> $refunds */
	private function left( OrderSnapshot $order, array $refunds ): Decimal {
		$left = $order->total;
		foreach ( $refunds as $refund ) {
			$left = $left->minus( $refund->amount );
		}
		return $left->is_negative() ? Decimal::zero() : $left;
	}
}
