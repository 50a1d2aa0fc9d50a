<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/** What becomes of a part of what was paid: it is recorded, or what somebody recorded is taken for it. */
final class PaymentToMake {

	/**
	 * @param Decimal            $amount  TTC, above zero.
	 * @param \DateTimeImmutable $came_at when the money came.
	 * @param list<int>          $adopted ids of the payments that people recorded; none: it is recorded.
	 * @param bool               $are_carried some of them are free, and to be set against the invoice.
	 */
	public function __construct(
		public readonly Decimal $amount,
		public readonly \DateTimeImmutable $came_at,
		public readonly array $adopted = [],
		public readonly bool $are_carried = false,
	) {}

	/**
	 * @param non-empty-list<StandingPayment> $theirs
	 * @param list<string>                    $places
	 * @param list<Task>                      $rows   of the order.
	 */
	public static function adopting(
		Decimal $amount,
		\DateTimeImmutable $came_at,
		array $theirs,
		array $places,
		array $rows,
	): self {
		return new self(
			amount: $amount,
			came_at: $came_at,
			adopted: StandingPayment::making( $amount, $theirs, $places, $rows ),
			are_carried: array_filter( $theirs, static fn ( $one ): bool => $one->is_carried ) !== []
		);
	}
}
