<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/** An order and what would be made of it. */
final class DryOrder {

	/** @param list<DryDocument> $documents one for each kind that is switched on. */
	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly array $documents,
	) {}
}
