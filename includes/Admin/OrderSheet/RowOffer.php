<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/** What a feature offers for a row that a person has done by hand. */
interface RowOffer {

	/**
	 * Prints nothing where it has nothing to offer.
	 *
	 * @param list<Task> $rows of the order, newest revision last.
	 */
	public function print_offer( Task $task, \WC_Order $order, array $rows, string $label ): void;
}
