<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** Orders that stopped for one cause, with the newest of them as an example. */
final class StoppedGroup {

	public function __construct(
		public readonly int $orders,
		public readonly int $order_id,
		public readonly Problem $problem,
	) {}
}
