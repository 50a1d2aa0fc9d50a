<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/** What the menu of an order offers. */
interface OrderChoices {

	/**
	 * @param list<Task>|null $rows of the order; null where the database refused them.
	 * @return array<string, string> labels by name of the action.
	 */
	public function choices( \WC_Order $order, ?array $rows ): array;
}
