<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * A refund of an order (`WC_Order_Refund`), amounts as positive numbers although WooCommerce stores them negative. Its
 * rates are the order's: a refund's own tax items carry today's percent.
 */
final class RefundSnapshot {

	public readonly \DateTimeImmutable $stored_at;

	/**
	 * @param Decimal          $amount       TTC: what was given back (`get_amount()`).
	 * @param list<RefundLine> $lines        empty for a lump sum.
	 * @param bool             $is_paid_back the gateway or a person gave the money back (`get_refunded_payment()` or by
	 *                                       hand).
	 * @param \DateTimeImmutable|null $stored_at when it was saved last; who makes a refund may date it back. Null: as
	 *                                           created.
	 * @param bool $is_disputed a dispute of the payment made it, and its money left by that.
	 * @param bool $is_doubtful it may be one that was entered on another order of the same sale too.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Decimal $amount,
		public readonly array $lines,
		public readonly string $reason,
		public readonly \DateTimeImmutable $created_at,
		public readonly bool $is_paid_back,
		?\DateTimeImmutable $stored_at = null,
		public readonly bool $is_doubtful = false,
		public readonly bool $is_disputed = false,
	) {
		$this->stored_at = $stored_at ?? $created_at;
	}

	public function of( Decimal $amount ): self {
		$own = [
			'amount'      => $amount,
			'is_doubtful' => false,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
