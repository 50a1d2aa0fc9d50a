<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;

/**
 * What somebody has to offer in the order box beside the acts of its rows: a dialog of src/order-meta-box by its name,
 * with a route of its own. Sellsy is asked once a person has opened it.
 *
 * @phpstan-type BoxPartAnswer array{
 *     // link, paid_back or same_client.
 *     name: string,
 *     // Of the button and the dialog. Empty: there is none.
 *     label: string,
 *     // What is said in the box itself.
 *     note: string,
 *     // What is said in the dialog.
 *     says: list<string>,
 *     choices: list<array{
 *         value: string,
 *         label: string,
 *     }>,
 *     chosen: string,
 *     // That it is about, to be said with it.
 *     amount: string,
 *     // From when until when it may be.
 *     days: array{
 *         first: string,
 *         last: string,
 *     }|null,
 * }
 */
interface BoxPart {

	/**
	 * @param list<Task> $rows of the order, newest revision last.
	 * @return BoxPartAnswer|null null where it has nothing to offer.
	 */
	public function of_order( \WC_Order $order, array $rows ): ?array;

	/** @return BoxPartAnswer|null likewise. */
	public function of_row( Task $task, \WC_Order $order, OrderSheet $sheet ): ?array;
}
