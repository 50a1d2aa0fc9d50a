<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What becomes of a part of what was paid: it is recorded, or what somebody recorded is taken for it. */
final class PaymentToMake {

	/**
	 * @param Decimal            $amount  TTC, above zero.
	 * @param \DateTimeImmutable $came_at when the money came.
	 * @param list<int>          $adopted ids of the payments that people recorded; none: it is recorded.
	 */
	public function __construct(
		public readonly Decimal $amount,
		public readonly \DateTimeImmutable $came_at,
		public readonly array $adopted = [],
	) {}
}
