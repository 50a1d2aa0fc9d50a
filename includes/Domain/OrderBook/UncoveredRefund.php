<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * An order that was set to "refunded" although its refunds are worth less than it: WooCommerce enters one of what its
 * gateway took, and nothing of what a gift card or a wallet paid.
 */
final class UncoveredRefund {

	private const REFUNDED = 'refunded';

	/**
	 * @param list<RefundSnapshot> $refunds
	 * @return Decimal|null what no refund covers; null where nothing is left, or the order is not refunded.
	 */
	public static function left( OrderSnapshot $order, array $refunds ): ?Decimal {
		$left = array_reduce(
			$refunds,
			static fn ( Decimal $left, RefundSnapshot $refund ): Decimal => $left->minus( $refund->amount ),
			$order->total
		);
		return $order->status === self::REFUNDED && $left->is_positive() ? $left : null;
	}
}
