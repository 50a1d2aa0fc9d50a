<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;

/**
 * One row per effect; the only judge of what was done. Every change of a claimed row names its token and answers
 * whether this runner still held it.
 */
interface Ledger {

	/**
	 * Opens a row `queued`, or answers null when the key exists already.
	 *
	 * @param bool $asked a person asked: trigger and start date no longer matter.
	 */
	public function open( TaskKey $key, \DateTimeImmutable $due_at, int $parent_id = 0, bool $asked = false, Origin $origin = new Origin() ): ?int;

	/**
	 * Opens these rows of one order at once; those that were left out before are due again, those
	 * that a back-fill has not begun are no longer the back-fill's; the others stay as they are.
	 *
	 * @param list<TaskKey> $keys
	 * @return int|null one of the rows that are due now; null when there is nothing to do.
	 */
	public function open_all( array $keys, \DateTimeImmutable $now ): ?int;

	/** The order changed: if it has documents, or refunds that were heard of, a row that looks after them is due now. Answers its id. */
	public function follow( int $order_id, \DateTimeImmutable $now ): ?int;

	/**
	 * A row that exists is due again: when it was left out, but not for what was done by hand, when it belonged to another parent, or, where `$again` says
	 * so, when it was done or when that has told a person of a change in the shop. Answers its id; null when it stays as it is.
	 */
	public function reopen( TaskKey $key, \DateTimeImmutable $due_at, int $parent_id, bool $again ): ?int;

	/** Done, without a document. */
	public function mark_effect_done( int $id, string $token, string $remote_type, int $remote_id ): bool;

	/** Made at Sellsy, but more is to be done before the row is done: the id survives a runner that dies. */
	public function remember_remote( int $id, string $token, string $remote_type, int $remote_id ): bool;

	/** @return list<int> ids of the order's due rows, oldest first. */
	public function due_of_order( int $order_id, \DateTimeImmutable $now ): array;

	/**
	 * Takes a due row, or one whose lease has lapsed; null when another runner has it or it is not due.
	 */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Task;

	/**
	 * Intent, written before the POST; the lease is renewed so that nobody takes the row while Sellsy answers. The
	 * problem of before is forgotten: what an earlier search found says nothing about this POST.
	 */
	public function mark_sent( int $id, string $token, Intent $intent, \DateTimeImmutable $sent_at, \DateTimeImmutable $locked_until ): bool;

	/** Nothing came of the POST: it never left, or Sellsy refused it. */
	public function clear_sent( int $id, string $token ): bool;

	/** @param Problem|null $problem the document stands, but a person must look at it. */
	public function mark_done( int $id, string $token, RemoteDocument $document, ?Problem $problem = null ): bool;

	public function mark_attention( int $id, string $token, Problem $problem ): bool;

	public function mark_skipped( int $id, string $token, Problem $problem ): bool;

	/**
	 * Back to the queue; `sent_at` stays.
	 *
	 * @param bool $counts false gives the attempt back.
	 */
	public function release( int $id, string $token, \DateTimeImmutable $due_at, Problem $problem, bool $counts ): bool;

	/**
	 * A person asks again: attention, skipped or queued rows become due now with fresh attempts; `sent_at` stays.
	 *
	 * @param bool   $asked   also sets that trigger and start date no longer matter.
	 * @param string $says    mark of the order that the document goes with now; empty keeps what is known.
	 * @param bool   $by_hand the person knows that somebody did it by hand; otherwise such a row stays as it is.
	 */
	public function requeue( int $id, \DateTimeImmutable $now, bool $asked = false, string $says = '', bool $by_hand = false ): bool;

	/**
	 * A person says that what the row needed them for is done. A document that is gone from Sellsy is forgotten. False when it no longer stands as it was seen.
	 *
	 * @param Problem|null $by_hand   in our place: the row is left out for it, and only a person opens it again.
	 * @param int|null     $parent_id the row that it turned out to be about; null: as before.
	 */
	public function settle( Task $seen, ?Problem $by_hand = null, ?int $parent_id = null ): bool;

	/** A done document turned out to be gone or changed at Sellsy. */
	public function reject_done( int $id, Problem $problem, \DateTimeImmutable $now ): bool;

	/** The copies (order meta, follow-up rows) are made, or the document was looked at again. */
	public function mark_checked( int $id, \DateTimeImmutable $now ): void;

	/** @return list<Task> rows that were done before that moment and whose copies were not made: the process died in between. */
	public function unchecked( \DateTimeImmutable $before, int $limit ): array;

	/** True while an earlier row of that effect is due or in work: documents become final in their own sequence, those of a back-fill aside. */
	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool;

	/** Rows waiting for the same cause become due now: a pause ended or settings were repaired. Those that a paused back-fill holds stay so. */
	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int;

	/** Number and status noticed later (finalised by hand at Sellsy). */
	public function update_remote( int $id, RemoteDocument $document ): void;

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

	/** @return list<int> ids of due rows and lapsed leases, oldest first; those of a back-fill stand behind all others. */
	public function due( \DateTimeImmutable $now, int $limit ): array;

	/** @return list<Task> drafts, done or to be deleted by a person, not looked at since that moment; oldest first of each. */
	public function open_drafts( \DateTimeImmutable $not_seen_since, int $limit ): array;

	/** @return list<Task> newest first. */
	public function page( TaskFilter $filter, int $limit, int $offset ): array;

	public function count( TaskFilter $filter ): int;

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable;
}
