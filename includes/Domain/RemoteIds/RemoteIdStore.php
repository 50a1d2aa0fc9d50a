<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\RemoteIds;

defined( 'ABSPATH' ) || exit;

/**
 * What we know of Sellsy's records: local key to remote id, per account. A row is also the lock under which a missing
 * record is created: one claims it, the others wait.
 */
interface RemoteIdStore {

	/**
	 * These will be asked for next: the first question may be about all that is expected.
	 *
	 * @param list<string> $local_keys
	 */
	public function expect( string $account, string $kind, array $local_keys ): void;

	/** @return array{type: string, id: int, origin: string}|null as it was remembered. */
	public function find( string $account, string $kind, string $local_key ): ?array;

	/**
	 * @param list<string> $local_keys
	 * @return array<string, array{type: string, id: int, origin: string}> by key; what is not remembered is left out.
	 */
	public function find_all( string $account, string $kind, array $local_keys ): array;

	/** True when this token now holds the right to look up or create this record. */
	public function claim(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
		\DateTimeImmutable $locked_until,
	): bool;

	/**
	 * Remembers the id, releases the claim and closes an open creation.
	 *
	 * @param string $origin   how it came about: a StepCode of customers, or `chosen` by a person.
	 * @param int    $order_id the order that it came about with; 0 where none is known.
	 */
	public function remember(
		string $account,
		string $kind,
		string $local_key,
		string $remote_type,
		int $remote_id,
		string $origin = '',
		int $order_id = 0,
	): void;

	/** Releases the claim without an id. */
	public function release( string $account, string $kind, string $local_key, string $token ): void;

	/**
	 * A creation of this record was sent and has no clear answer yet.
	 *
	 * @return array{empty_search_at: \DateTimeImmutable|null}|null the first search since then that found nothing; null
	 *                                                              where no creation is open.
	 */
	public function sent( string $account, string $kind, string $local_key ): ?array;

	/**
	 * A creation is about to be sent. It stays open until `remember()` or `clear_sent()`.
	 *
	 * @return bool false when this token no longer holds the claim.
	 */
	public function mark_sent(
		string $account,
		string $kind,
		string $local_key,
		string $token,
		\DateTimeImmutable $now,
	): bool;

	/** The first search after an open creation found nothing. */
	public function found_nothing( string $account, string $kind, string $local_key, \DateTimeImmutable $now ): void;

	/** The answer was a clear no, or there is nothing to remember. */
	public function clear_sent( string $account, string $kind, string $local_key ): void;

	/** The remote record is gone, or a person chose another. */
	public function forget( string $account, string $kind, string $local_key ): void;
}
