<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

/** What a customer paid, as far as it was read: some shops keep all their sales at one customer. */
final class CustomerMoney {

	/**
	 * @param list<StandingPayment> $payments the newest first.
	 * @param bool                  $is_all   otherwise there are older ones.
	 */
	public function __construct(
		public readonly array $payments,
		public readonly bool $is_all,
	) {}
}
