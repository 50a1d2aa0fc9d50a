<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\Values;

/** What stands in the list of documents, for whoever takes it as a whole. */
interface ChosenDocuments {

	/**
	 * @param Values $filter as the list takes it.
	 * @return list<Task> no more than one beyond $most.
	 * @throws Refused where a day is none.
	 */
	public function of( Values $filter, int $most ): array;
}
