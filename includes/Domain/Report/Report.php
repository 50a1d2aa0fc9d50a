<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/**
 * What the documents of the ledger are worth: one row for each task that made one. Each write is complete and may be
 * repeated. So it comes before the ledger's own: if a runner dies in between, both are done again.
 */
interface Report {

	/**
	 * The task's document, new or as it stands now. Nothing is written unless this runner still holds the task.
	 *
	 * @param ReportedOrder|null $order null: read later.
	 */
	public function keep( Task $task, ReportedDocument $document, ?ReportedOrder $order ): void;

	/**
	 * A document that is known has become final, or was seen to be. What is known of its order stays.
	 *
	 * @param int $task_id of the task that made it.
	 */
	public function update( int $task_id, ReportedDocument $document ): void;

	/**
	 * What is known of the documents of these tasks: kind, id, number, date, currency and amounts.
	 *
	 * @param list<int> $task_ids
	 * @return array<int, ReportedDocument> by task id; none for a task that the report does not know.
	 */
	public function documents( array $task_ids ): array;

	/** That document of the task is gone from Sellsy: it is worth nothing. */
	public function forget( int $task_id, int $document_id ): void;
}
