<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

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
	 * @throws AmountRefused
	 */
	public function to_refund( string $typed, OrderSnapshot $order, array $refunds ): Decimal {
		$amount = $this->read( $typed, $order );
		if ( ! $amount->is_positive() ) {
			throw new AmountRefused( AmountFault::NotPositive, $order->currency );
		}
		if ( $amount->scale() > $order->currency->decimals ) {
			throw new AmountRefused( AmountFault::TooManyDecimals, $order->currency );
		}
		$left = $this->left( $order, $refunds );
		if ( $amount->compare( $left ) > 0 ) {
			throw new AmountRefused(
				AmountFault::MoreThanLeft,
				$order->currency,
				$left->to_scale( $order->currency->decimals )
			);
		}
		return $amount;
	}

	/** @throws AmountRefused */
	public function read( string $typed, OrderSnapshot $order ): Decimal {
		try {
			return Decimal::from_string( str_replace( ',', '.', trim( $typed ) ) );
		} catch ( \InvalidArgumentException ) {
			throw new AmountRefused( AmountFault::NotANumber, $order->currency );
		}
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
