<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** How the order was paid. */
final class OrderPayment {

	/**
	 * @param string            $gateway        WooCommerce's gateway id; empty when none was used.
	 * @param string            $title          gateway title, for texts.
	 * @param string            $transaction_id empty when the gateway has none.
	 * @param list<PartPayment> $parts          what was paid otherwise; the gateway paid the rest.
	 * @param bool              $is_paid        the order stands in a status that the shop counts as paid
	 *                                          (`WC_Order::is_paid()`).
	 * @param bool              $is_accepted    a proforma at Sellsy brought it there, which is no payment: the order
	 *                                          has no `paid_at`, although WooCommerce has dated one.
	 * @param bool              $is_disputed a dispute took its money, and it is not paid any more.
	 * @param string            $deposits_by    plugin by which only a deposit was paid; empty for most.
	 */
	public function __construct(
		public readonly string $gateway,
		public readonly string $title,
		public readonly string $transaction_id = '',
		public readonly array $parts = [],
		public readonly bool $is_paid = false,
		public readonly bool $is_accepted = false,
		public readonly string $deposits_by = '',
		public readonly bool $is_disputed = false,
	) {}
}
