<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Task;

/** What a person reads before they do an act of a feature. */
interface ActQuestion {

	public function act(): RowAct;

	/** @return list<string> sentences in plain text; empty where nothing is known of what would be done. */
	public function sentences( Task $task ): array;
}
