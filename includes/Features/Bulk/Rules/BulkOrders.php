<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** The orders that were ticked, read once for all that may be asked for them. */
final class BulkOrders {

	/**
	 * @param list<int>                 $ids
	 * @param array<int, list<Task>>    $rows      by order.
	 * @param array<int, OrderSnapshot> $snapshots by order; without those that are gone or cannot be read.
	 */
	public function __construct(
		public readonly array $ids,
		public readonly array $rows,
		public readonly array $snapshots,
	) {}
}
