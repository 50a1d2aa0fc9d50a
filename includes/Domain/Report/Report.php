<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
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
	 * What is known of the documents of these tasks.
	 *
	 * @param list<int> $task_ids
	 * @return array<int, ReportedDocument> by task id; none for a task that the report does not know.
	 */
	public function documents( array $task_ids ): array;

	/** That document of the task is gone from Sellsy: it is worth nothing. */
	public function forget( int $task_id, int $document_id ): void;

	// Of documents that were made before there was a report, or that it missed.


	/** The id behind the ledger's newest task. */
	public function end_of_ledger(): int;

	/**
	 * The rows of tasks in this range become the ledger's: a document without a row gets one, with what the ledger
	 * knows; one that has another number is to be read; one that the ledger does not hold goes, unless a runner is at
	 * it.
	 *
	 * @param int $from  first task id.
	 * @param int $until the one behind the last.
	 */
	public function reconcile( int $from, int $until ): void;

	/** When the oldest document of that kind whose amounts were not read yet was made; null when there is none. */
	public function unread_since( DocumentKind $kind ): ?\DateTimeImmutable;

	/**
	 * Of these, those whose amounts nobody has read.
	 *
	 * @param list<ListedDocument> $documents of one kind.
	 * @return array<int, array{task_id: int, key: string, number: string, currency: string}> by document id. The key
	 *         under which it was sent, its number (empty while it is a draft) and its order's currency (empty when not
	 *         known).
	 */
	public function unread_among( DocumentKind $kind, array $documents ): array;

	/** What Sellsy does not list any more stays unknown. */
	public function give_up( DocumentKind $kind, \DateTimeImmutable $now ): void;

	/** @return list<int> orders that nobody has read, newest first. */
	public function unread_orders( int $limit ): array;

	/**
	 * @param \DateTimeImmutable $seen_before when they were read last.
	 * @param \DateTimeImmutable $created     not before that moment.
	 * @return list<int> orders that were not paid then.
	 */
	public function unpaid_orders( \DateTimeImmutable $seen_before, \DateTimeImmutable $created, int $limit ): array;

	/** @param ReportedOrder|null $order null: it is gone from the shop, and what was known stays. */
	public function keep_order( int $order_id, ?ReportedOrder $order, \DateTimeImmutable $now ): void;
}
