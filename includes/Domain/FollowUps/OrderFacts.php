<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\OrderBook\Shipped;
use OrderInvoicer\Domain\Settings\Settings;

/** What decides whether an order is invoiced. */
final class OrderFacts {

	/**
	 * @param string       $status           without the `wc-` prefix.
	 * @param list<string> $paid_statuses    `wc_get_is_paid_statuses()`.
	 * @param bool         $payment_complete the event is `woocommerce_payment_complete`.
	 * @param bool         $has_date_paid    the order knows when it was paid.
	 * @param string       $created_day      `Y-m-d` in the shop's time zone.
	 * @param string       $foreign_url      a document's address that somebody else left on the order; empty when none.
	 * @param bool         $is_shipped       by the owner's own signs of it.
	 * @param int          $rule             the rule that takes it (`Settings::rule_for()`).
	 * @param OrderMoments|null $moments null where nobody asks whether the kind was switched on since.
	 */
	public function __construct(
		public readonly string $status,
		public readonly array $paid_statuses,
		public readonly bool $payment_complete,
		public readonly bool $has_date_paid,
		public readonly string $created_day,
		public readonly string $foreign_url,
		public readonly bool $is_shipped = false,
		public readonly int $rule = 0,
		public readonly ?OrderMoments $moments = null,
	) {}

	/** As the work reads it: nothing happens to the order now, and whose document it has was asked before. */
	public static function of_order(
		OrderSnapshot $order,
		Settings $settings,
		string $created_day = '',
		int $rule = 0,
	): self {
		return new self(
			status: $order->status,
			paid_statuses: [],
			payment_complete: false,
			has_date_paid: $order->has_date_paid(),
			created_day: $created_day,
			foreign_url: '',
			is_shipped: Shipped::is( $order->status, $order->delivery, $settings ),
			rule: $rule
		);
	}
}
