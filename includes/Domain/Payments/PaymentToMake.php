<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;

/** What becomes of a part of what was paid: it is recorded, or what somebody recorded is taken for it. */
final class PaymentToMake {

	/**
	 * @param Decimal               $amount  TTC, above zero.
	 * @param \DateTimeImmutable    $came_at when the money came.
	 * @param list<StandingPayment> $theirs  what people recorded.
	 * @param list<int>             $adopted ids of those of them that are taken for it; none: it is recorded.
	 */
	public function __construct(
		public readonly Decimal $amount,
		public readonly \DateTimeImmutable $came_at,
		private readonly array $theirs = [],
		public readonly array $adopted = [],
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
		$adopted = StandingPayment::making( $amount, $theirs, $places, $rows );
		return new self( amount: $amount, came_at: $came_at, theirs: $theirs, adopted: $adopted );
	}

	/** @return list<int> ids of those that stood on a document which stands no more: they go on the invoice first. */
	public function carried(): array {
		return array_column( array_filter( $this->theirs, static fn ( $one ): bool => $one->is_carried ), 'id' );
	}
}
