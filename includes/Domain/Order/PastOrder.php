<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** An order on the way through the past. */
final class PastOrder {

	public function __construct(
		public readonly int $id,
		public readonly \DateTimeImmutable $created_at,
	) {}
}
