<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** An old order, as the walk through old orders meets it. */
final class PastOrder {

	public function __construct(
		public readonly int $id,
		public readonly \DateTimeImmutable $created_at,
	) {}
}
