<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * One row per effect; the only judge of what was done. What may become of a row stands in TaskTransitions: a ledger
 * opens, claims, compares and saves, and finds.
 */
interface Ledger {

	/**
	 * Opens a row `queued`, or answers null when the key exists already.
	 *
	 * @param bool $asked          a person asked: trigger and start date no longer matter.
	 * @param bool $moves_payments as `Task` has it.
	 */
	public function open(
		TaskKey $key,
		\DateTimeImmutable $due_at,
		int $parent_id = 0,
		bool $asked = false,
		Origin $origin = new Origin(),
		bool $moves_payments = false,
	): ?int;

	/**
	 * As `open()`, in one statement.
	 *
	 * @param non-empty-list<array{TaskKey, \DateTimeImmutable, int, bool}> $rows of one order, each with the moment at
	 *        which it is due, its parent's id, and whether a person asked.
	 * @return array{bool, int|null} whether all of them were opened, and the id of one that was.
	 */
	public function open_several( array $rows, Origin $origin ): array;

	/**
	 * Opens these rows of one order at once; those that were left out before are due again, those
	 * that a back-fill has not begun are no longer the back-fill's; the others stay as they are.
	 *
	 * @param list<TaskKey> $keys
	 * @return int|null one of the rows that are due now; null when there is nothing to do.
	 */
	public function open_all( array $keys, \DateTimeImmutable $now ): ?int;

	/**
	 * The order changed: if it has documents, or refunds that were heard of, a row that looks after them is due now.
	 * Answers its id.
	 */
	public function follow( int $order_id, \DateTimeImmutable $now ): ?int;

	/**
	 * Takes a due row, or one whose lease has lapsed; null when another runner has it or it is not due.
	 */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Task;

	/**
	 * The one way to change a row that stands, but for claim(): writes what the change sets, in one statement, if what
	 * the change rests on is still as it was seen.
	 *
	 * @param TaskChange|null $change of TaskTransitions; null is what those do not allow: nothing is written.
	 * @return bool whether the row is changed. False of a held row: another runner has it now.
	 */
	public function save( ?TaskChange $change ): bool;

	/**
	 * @return list<Task> rows that were done before that moment and whose copies were not made: the process died in
	 *         between.
	 */
	public function unchecked( \DateTimeImmutable $before, int $limit ): array;

	/**
	 * True while an earlier row of that effect is due or in work: documents become final in their own sequence, those
	 * of a back-fill aside.
	 */
	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool;

	/**
	 * Rows waiting for the same cause become due now: a pause ended or settings were repaired. Those that a paused
	 * back-fill holds stay so.
	 */
	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int;

	public function find( int $id ): ?Task;

	public function find_by_key( TaskKey $key ): ?Task;

	/** The order whose row holds that document; null when none does. */
	public function order_of( DocumentKind $kind, int $remote_id ): ?int;

	/** @return list<Task> newest revision last. */
	public function for_order( int $order_id ): array;

	/**
	 * @param list<int> $order_ids
	 * @return array<int, list<Task>> by order id.
	 */
	public function for_orders( array $order_ids ): array;

	/**
	 * @return list<int> ids of due rows and lapsed leases, those of the oldest order first, whenever each became due:
	 *         an order is finished before the next begins. Those of a back-fill stand behind all others.
	 */
	public function due( \DateTimeImmutable $now, int $limit ): array;

	/** @return list<Task> newest first. */
	public function page( TaskFilter $filter, int $limit, int $offset ): array;

	public function count( TaskFilter $filter ): int;

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable;


	/**
	 * @return list<Task> done rows whose document is a draft, not looked at since that moment; longest not seen first.
	 */
	public function open_drafts( DocumentKind $kind, \DateTimeImmutable $not_seen_since, int $limit ): array;

	/** @return list<Task> drafts that a person is to delete, not looked at since then; longest not seen first. */
	public function drafts_to_delete( \DateTimeImmutable $not_seen_since, int $limit ): array;

	/**
	 * Many drafts were seen at once, each as the ledger knows it. What has changed here meanwhile stays as it is.
	 *
	 * @param list<Task> $drafts done rows.
	 */
	public function seen_as_drafts( array $drafts, \DateTimeImmutable $at ): void;

	/**
	 * @param string    $remote_type a kind of document, or a payment.
	 * @param list<int> $remote_ids
	 * @return list<Task> rows that hold one of these.
	 */
	public function holding( string $remote_type, array $remote_ids ): array;
}
