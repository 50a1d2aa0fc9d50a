<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** Which old orders are meant. Those made since the back-fill began are orders of today. */
final class OrderFilter {

	/**
	 * @param string       $from     first day, `Y-m-d` in the shop's time zone.
	 * @param string       $to       last day, likewise.
	 * @param list<string> $statuses without the `wc-` prefix.
	 */
	public function __construct(
		public readonly string $from,
		public readonly string $to,
		public readonly array $statuses,
		public readonly \DateTimeImmutable $before,
	) {}
}
