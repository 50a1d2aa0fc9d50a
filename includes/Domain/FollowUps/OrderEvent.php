<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\Settings\OrderTraits;

/** Something happened to an order: what the hook knew, without reading anything more. */
final class OrderEvent {

	public const STATUS  = 'status';
	public const CREATED = 'created';
	/** Tracking or a fulfilment was added. */
	public const SHIPPED = 'shipped';
	/** A refund was made or deleted: it starts no document, but those there are may need more. */
	public const REFUNDED = 'refunded';
	/** `woocommerce_payment_complete`, which comes after the save of its own status change. */
	public const PAYMENT = 'payment';

	/**
	 * @param string $kind          one of the constants.
	 * @param string $to            the status now, without the `wc-` prefix.
	 * @param bool   $is_paid       whether WooCommerce counts that status as paid (`wc_get_is_paid_statuses()`).
	 * @param array<string, string> $urls what the order's meta `orderinvoicer.<kind>_url` hold, by DocumentKind value.
	 * @param bool   $has_date_paid the order knows when it was paid (cash on delivery does not before it is completed).
	 * @param int    $refund_id     the refund that WooCommerce says is made; 0 where it says so of none.
	 * @param int    $parent_id     of the order that it was made of, whose documents may tell of it too.
	 * @param OrderTraits|null $traits null where no rule asks for them.
	 * @param OrderMoments|null $moments null where no kind has a moment at which it was switched on.
	 */
	public function __construct(
		public readonly int $order_id,
		public readonly string $kind,
		public readonly string $to,
		public readonly bool $is_paid,
		public readonly \DateTimeImmutable $created_at,
		public readonly array $urls,
		public readonly bool $has_date_paid,
		public readonly bool $is_shipped = false,
		public readonly int $refund_id = 0,
		public readonly ?OrderTraits $traits = null,
		public readonly int $parent_id = 0,
		public readonly ?OrderMoments $moments = null,
	) {}
}
