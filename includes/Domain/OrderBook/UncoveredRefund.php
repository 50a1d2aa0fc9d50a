<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * An order whose refunds are worth less than what went back of it. It was set to "refunded": WooCommerce enters a
 * refund of what its gateway took, and nothing of what a gift card or a wallet paid. Or a dispute took the money, of
 * which most gateways make no refund.
 */
final class UncoveredRefund {

	private const REFUNDED = 'refunded';

	/**
	 * @param list<RefundSnapshot> $refunds
	 * @return Decimal|null what no refund covers; null where nothing is left, or nothing else went back.
	 */
	public static function left( OrderSnapshot $order, array $refunds ): ?Decimal {
		$left = $order->total->minus( Decimal::sum( array_column( $refunds, 'amount' ) ) );
		$went_back = $order->status === self::REFUNDED || $order->payment->is_disputed;
		return $went_back && $left->is_positive() ? $left : null;
	}

	/**
	 * Nothing of the order is to be billed by that invoice any more, while it is a draft: it was cancelled, or set to
	 * "refunded" in words. What a person asked for of a refunded order is billed all the same.
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	public static function ends( Task $invoice, OrderSnapshot $order, array $refunds ): bool {
		return $order->is_cancelled() || (
			$order->status === self::REFUNDED
			&& ! $invoice->asked
			&& ! $invoice->origin->is_backfill()
			&& self::left( $order, $refunds ) !== null
		);
	}

	/**
	 * With what a dispute took and no refund tells of, as a refund without an id.
	 *
	 * @param list<RefundSnapshot> $refunds
	 * @return list<RefundSnapshot>
	 */
	public static function with_disputed( OrderSnapshot $order, array $refunds, \DateTimeImmutable $now ): array {
		$left = $order->payment->is_disputed ? self::left( $order, $refunds ) : null;
		return $left === null ? $refunds : [
			...$refunds,
			new RefundSnapshot(
				id: 0,
				amount: $left,
				lines: [],
				reason: '',
				created_at: $now,
				is_paid_back: true,
				is_disputed: true
			),
		];
	}
}
