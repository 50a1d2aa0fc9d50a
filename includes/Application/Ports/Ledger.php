<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

/**
 * One row per effect; the only judge of what was done. Every change of a claimed row names its token and answers
 * whether this runner still held it.
 */
interface Ledger {

	/**
	 * Opens a row `queued`, or answers null when the key exists already.
	 */
	public function open( SyncKey $key, \DateTimeImmutable $due_at, int $parent_id = 0 ): ?int;

	/**
	 * Takes a due row, or one whose lease has lapsed; null when another runner has it or it is not due.
	 */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Sync;

	/** Intent, written before the POST. */
	public function mark_sent( int $id, string $token, \DateTimeImmutable $sent_at, string $snapshot_hash ): bool;

	public function mark_done( int $id, string $token, RemoteDocument $document ): bool;

	public function mark_attention( int $id, string $token, Problem $problem ): bool;

	public function mark_skipped( int $id, string $token, Problem $problem ): bool;

	/**
	 * Back to the queue.
	 *
	 * @param bool $counts    false gives the attempt back.
	 * @param bool $was_sent  false clears `sent_at`: nothing can have reached Sellsy.
	 */
	public function release( int $id, string $token, \DateTimeImmutable $due_at, Problem $problem, bool $counts, bool $was_sent ): bool;

	/** A person asks again: attention, skipped or queued rows become due now with fresh attempts; `sent_at` stays. */
	public function requeue( int $id, \DateTimeImmutable $now ): bool;

	/** Rows waiting for the same cause become due now: a pause ended or settings were repaired. */
	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int;

	/** Number and status noticed later (finalised by hand at Sellsy). */
	public function update_remote( int $id, RemoteDocument $document ): void;

	public function find( int $id ): ?Sync;

	public function find_by_key( SyncKey $key ): ?Sync;

	/** @return list<Sync> newest revision last. */
	public function for_order( int $order_id ): array;

	/** @param list<int> $order_ids @return array<int, list<Sync>> by order id. */
	public function for_orders( array $order_ids ): array;

	/** @return list<int> ids of due rows and lapsed leases, oldest first. */
	public function due( \DateTimeImmutable $now, int $limit ): array;

	/** @return list<Sync> done drafts not looked at since that moment, oldest first. */
	public function open_drafts( \DateTimeImmutable $not_seen_since, int $limit ): array;

	/** @return list<Sync> newest first. @param list<SyncState> $states empty: all. */
	public function page( array $states, int $limit, int $offset ): array;

	/** @param list<SyncState> $states empty: all. */
	public function count( array $states ): int;

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable;
}
