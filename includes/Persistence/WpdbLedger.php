<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Intent;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

defined( 'ABSPATH' ) || exit;

/**
 * The ledger in one table. Each decision between runners is one conditional statement whose count of changed rows
 * elects the winner; there is no read-then-write.
 */
final class WpdbLedger implements Ledger {

	private const KEY = 'order_id = %d AND refund_id = %d AND effect = %s AND part = %s AND revision = %d';

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	/**
	 * INSERT IGNORE, not ON DUPLICATE KEY UPDATE: on SQLite the latter counts one changed row for a duplicate too. What
	 * IGNORE hides, values cut to their column, cannot happen: effects and parts are our own short words.
	 */
	public function open( SyncKey $key, \DateTimeImmutable $due_at, int $parent_id = 0, bool $asked = false ): ?int {
		$now    = $this->now();
		$opened = $this->change(
			"INSERT IGNORE INTO %i ( order_id, refund_id, effect, part, revision, parent_id, asked, state, due_at, error_message, created_at, updated_at )
			VALUES ( %d, %d, %s, %s, %d, %d, %d, 'queued', %s, '', %s, %s )",
			[ ...$this->key( $key ), $parent_id, (int) $asked, UtcTime::to_column( $due_at ), $now, $now ]
		);
		return $opened === 1 ? $this->sql->inserted_id() : null;
	}

	public function reopen_skipped( SyncKey $key, \DateTimeImmutable $now ): ?int {
		$changed = $this->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, error_code = '', error_message = '', updated_at = %s WHERE state = 'skipped' AND " . self::KEY,
			[ UtcTime::to_column( $now ), $this->now(), ...$this->key( $key ) ]
		);
		return $changed === 0 ? null : $this->find_by_key( $key )?->id;
	}

	/** The fresh token matters: MySQL reports rows changed, not rows matched. */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Sync {
		$moment  = UtcTime::to_column( $now );
		$claimed = $this->change(
			"UPDATE %i SET state = 'working', lock_token = %s, locked_until = %s, attempts = attempts + 1, updated_at = %s
			WHERE id = %d AND ( ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) )",
			[ $token, UtcTime::to_column( $locked_until ), $this->now(), $id, $moment, $moment ]
		);
		return $claimed === 1 ? $this->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s', [ $id, $token ] ) : null;
	}

	public function mark_sent( int $id, string $token, Intent $intent, \DateTimeImmutable $sent_at, \DateTimeImmutable $locked_until ): bool {
		$changed = $this->change(
			"UPDATE %i SET sent_at = %s, sent_key = %s, sent_excl_tax = %s, snapshot_hash = %s, error_code = '', error_message = '', locked_until = %s, updated_at = %s
			WHERE id = %d AND lock_token = %s",
			[ UtcTime::to_column( $sent_at ), $intent->key, $intent->excl_tax, $intent->snapshot_hash, UtcTime::to_column( $locked_until ), $this->now(), $id, $token ]
		);
		return $changed === 1 || $this->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s', [ $id, $token ] ) !== null;
	}

	public function clear_sent( int $id, string $token ): bool {
		return $this->change(
			'UPDATE %i SET sent_at = NULL, updated_at = %s WHERE id = %d AND lock_token = %s AND sent_at IS NOT NULL',
			[ $this->now(), $id, $token ]
		) === 1;
	}

	public function mark_done( int $id, string $token, RemoteDocument $document, ?Problem $problem = null ): bool {
		$state   = $problem === null ? SyncState::Done : SyncState::Attention;
		$columns = ProblemColumns::of( $problem );
		return $this->change(
			"UPDATE %i SET state = %s, lock_token = '', locked_until = NULL, remote_type = %s, remote_id = %d, remote_number = %s,
			error_code = %s, error_message = %s, checked_at = NULL, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $state->value, $document->kind->value, $document->id, $document->number, $columns['error_code'], $columns['error_message'], $this->now(), $id, $token ]
		) === 1;
	}

	public function mark_attention( int $id, string $token, Problem $problem ): bool {
		return $this->finish( $id, $token, SyncState::Attention, $problem );
	}

	public function mark_skipped( int $id, string $token, Problem $problem ): bool {
		return $this->finish( $id, $token, SyncState::Skipped, $problem );
	}

	public function release( int $id, string $token, \DateTimeImmutable $due_at, Problem $problem, bool $counts ): bool {
		$columns = ProblemColumns::of( $problem );
		return $this->change(
			"UPDATE %i SET state = 'queued', lock_token = '', locked_until = NULL, attempts = attempts - %d, due_at = %s,
			error_code = %s, error_message = %s, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $counts ? 0 : 1, UtcTime::to_column( $due_at ), $columns['error_code'], $columns['error_message'], $this->now(), $id, $token ]
		) === 1;
	}

	/** The problem stays until the next try: it keeps when a search was first empty. */
	public function requeue( int $id, \DateTimeImmutable $now, bool $asked = false ): bool {
		return $this->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, asked = CASE WHEN %d = 1 THEN 1 ELSE asked END, updated_at = %s
			WHERE id = %d AND state IN ( 'attention', 'skipped', 'queued' )",
			[ UtcTime::to_column( $now ), (int) $asked, $this->now(), $id ]
		) === 1;
	}

	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int {
		return $this->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, updated_at = %s WHERE error_code = %s AND state IN ( 'attention', 'queued' )",
			[ UtcTime::to_column( $now ), $this->now(), $problem_code ]
		);
	}

	public function reject_done( int $id, Problem $problem, \DateTimeImmutable $now ): bool {
		$columns = ProblemColumns::of( $problem );
		return $this->change(
			"UPDATE %i SET state = 'attention', error_code = %s, error_message = %s, checked_at = %s, updated_at = %s WHERE id = %d AND state = 'done'",
			[ $columns['error_code'], $columns['error_message'], UtcTime::to_column( $now ), $this->now(), $id ]
		) === 1;
	}

	public function update_remote( int $id, RemoteDocument $document ): void {
		$this->change(
			'UPDATE %i SET remote_number = %s, updated_at = %s WHERE id = %d AND remote_id = %d',
			[ $document->number, $this->now(), $id, $document->id ]
		);
	}

	public function mark_checked( int $id, \DateTimeImmutable $now ): void {
		$this->change( "UPDATE %i SET checked_at = %s WHERE id = %d AND state = 'done'", [ UtcTime::to_column( $now ), $id ] );
	}

	public function unchecked( int $limit ): array {
		return $this->all( "SELECT * FROM %i WHERE state = 'done' AND checked_at IS NULL ORDER BY id LIMIT %d", [ $limit ] );
	}

	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool {
		$moment = UtcTime::to_column( $now );
		return $this->rows(
			"SELECT id FROM %i WHERE effect = %s AND id < %d AND ( ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until >= %s ) ) LIMIT 1",
			[ $effect->value, $id, $moment, $moment ]
		) !== [];
	}

	public function find( int $id ): ?Sync {
		return $this->one( 'SELECT * FROM %i WHERE id = %d', [ $id ] );
	}

	public function find_by_key( SyncKey $key ): ?Sync {
		return $this->one( 'SELECT * FROM %i WHERE ' . self::KEY, $this->key( $key ) );
	}

	public function order_of( DocumentKind $kind, int $remote_id ): ?int {
		return $this->one( 'SELECT * FROM %i WHERE remote_type = %s AND remote_id = %d ORDER BY id LIMIT 1', [ $kind->value, $remote_id ] )?->key->order_id;
	}

	public function for_order( int $order_id ): array {
		return $this->for_orders( [ $order_id ] )[ $order_id ] ?? [];
	}

	public function for_orders( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		$found = [];
		foreach ( $this->all( "SELECT * FROM %i WHERE order_id IN ( $marks ) ORDER BY revision, id", $order_ids ) as $sync ) {
			$found[ $sync->key->order_id ][] = $sync;
		}
		return $found;
	}

	public function due( \DateTimeImmutable $now, int $limit ): array {
		$moment = UtcTime::to_column( $now );
		$rows   = $this->rows(
			"SELECT id FROM %i WHERE ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) ORDER BY due_at, id LIMIT %d",
			[ $moment, $moment, $limit ]
		);
		return array_map( static fn( array $row ): int => (int) ( $row['id'] ?? 0 ), $rows );
	}

	public function open_drafts( \DateTimeImmutable $not_seen_since, int $limit ): array {
		return $this->all(
			"SELECT * FROM %i WHERE state = 'done' AND effect = %s AND remote_number = '' AND checked_at < %s ORDER BY checked_at, id LIMIT %d",
			[ Effect::CreateInvoice->value, UtcTime::to_column( $not_seen_since ), $limit ]
		);
	}

	public function page( array $states, int $limit, int $offset ): array {
		return $this->all(
			'SELECT * FROM %i WHERE state IN ( ' . $this->marks( $states ) . ' ) ORDER BY id DESC LIMIT %d OFFSET %d',
			[ ...$this->values( $states ), $limit, $offset ]
		);
	}

	public function count( array $states ): int {
		return (int) $this->sql->value( 'SELECT COUNT(*) FROM %i WHERE state IN ( ' . $this->marks( $states ) . ' )', [ $this->table(), ...$this->values( $states ) ] );
	}

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable {
		$moment = UtcTime::to_column( $now );
		$oldest = $this->sql->value(
			"SELECT MIN( due_at ) FROM %i WHERE ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s )",
			[ $this->table(), $moment, $moment ]
		);
		return $oldest === '' ? null : UtcTime::of_column( $oldest );
	}

	private function finish( int $id, string $token, SyncState $state, Problem $problem ): bool {
		$columns = ProblemColumns::of( $problem );
		return $this->change(
			"UPDATE %i SET state = %s, lock_token = '', locked_until = NULL, error_code = %s, error_message = %s, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $state->value, $columns['error_code'], $columns['error_message'], $this->now(), $id, $token ]
		) === 1;
	}

	/** @return list<string|int> in the order of KEY. */
	private function key( SyncKey $key ): array {
		return [ $key->order_id, $key->refund_id, $key->effect->value, $key->part, $key->revision ];
	}

	/**
	 * @param list<SyncState> $states
	 * @return literal-string
	 */
	private function marks( array $states ): string {
		return implode( ', ', array_fill( 0, count( $this->values( $states ) ), '%s' ) );
	}

	/**
	 * @param list<SyncState> $states empty: all.
	 * @return list<string>
	 */
	private function values( array $states ): array {
		return array_map( static fn( SyncState $state ): string => $state->value, $states === [] ? SyncState::cases() : $states );
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments after the table's own %i; likewise below.
	 */
	private function change( string $sql, array $arguments ): int {
		return $this->sql->change( $sql, [ $this->table(), ...$arguments ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @return list<array<string, string>>
	 */
	private function rows( string $sql, array $arguments ): array {
		return $this->sql->rows( $sql, [ $this->table(), ...$arguments ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @return list<Sync>
	 */
	private function all( string $sql, array $arguments ): array {
		return array_values( array_filter( array_map( SyncRow::read( ... ), $this->rows( $sql, $arguments ) ) ) );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 */
	private function one( string $sql, array $arguments ): ?Sync {
		return $this->all( $sql, $arguments )[0] ?? null;
	}

	private function now(): string {
		return UtcTime::to_column( $this->clock->now() );
	}
}
