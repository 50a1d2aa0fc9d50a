<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What paid a part of the order beside its gateway: a gift card, store credit. */
final class PartPayment {

	/**
	 * @param string  $method stands for a gateway in the mapping of payment methods, such as `gift_card`.
	 * @param string  $code   tells two of the same kind apart; never a code that could be spent.
	 * @param Decimal $amount TTC in the order's currency.
	 * @param int     $fee_id of the order's line that is this payment; 0 where it was taken off the total without one.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $code,
		public readonly Decimal $amount,
		public readonly int $fee_id = 0,
	) {}
}
