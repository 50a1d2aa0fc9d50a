<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;

/**
 * The ledger in one table. Each decision between runners is one conditional statement whose count of changed rows
 * elects the winner, whatever was read before.
 */
final class WpdbLedger implements Ledger {

	public function __construct( private readonly TaskTable $table ) {}

	public function open(
		TaskKey $key,
		\DateTimeImmutable $due_at,
		int $parent_id = 0,
		bool $asked = false,
		Origin $origin = new Origin(),
		bool $moves_payments = false,
	): ?int {
		$opened = $this->insert( [ [ $key, $due_at, $parent_id, $asked ] ], $origin, $moves_payments );
		return $opened === 1 ? $this->table->inserted_id( $key->order_id ) : null;
	}

	public function open_several( array $rows, Origin $origin ): array {
		$opened = $this->insert( $rows, $origin );
		return [ $opened === count( $rows ), $opened > 0 ? $this->table->inserted_id( $rows[0][0]->order_id ) : null ];
	}

	public function open_all( array $keys, \DateTimeImmutable $now ): ?int {
		if ( $keys === [] ) {
			return null;
		}
		$opened = $this->insert( array_map( static fn ( TaskKey $key ): array => [ $key, $now, 0, false ], $keys ) );
		$id     = $opened > 0 ? $this->table->inserted_id() : null;
		return $opened === count( $keys ) ? $id : $this->reopen_left_out( $keys, $now ) ?? $id;
	}

	/**
	 * INSERT IGNORE, not ON DUPLICATE KEY UPDATE: on SQLite the latter counts one changed row for a duplicate too. What
	 * IGNORE hides, values cut to their column, cannot happen: effects and parts are our own short words.
	 *
	 * @param non-empty-list<array{TaskKey, \DateTimeImmutable, int, bool}> $rows as `open_several()` gets them.
	 * @return int how many were opened.
	 */
	private function insert( array $rows, Origin $origin = new Origin(), bool $moves_payments = false ): int {
		$now    = $this->table->now();
		$also   = [ $origin->backfill_id, (int) $origin->stays_draft, (int) $moves_payments ];
		$values = [];
		foreach ( $rows as [ $key, $due_at, $parent_id, $asked ] ) {
			$more = [ $parent_id, (int) $asked, ...$also, UtcTime::to_column( $due_at ), $now, $now ];
			array_push( $values, ...$this->table->key( $key ), ...$more );
		}
		$row = "( %d, %d, %s, %s, %d, %d, %d, %d, %d, %d, 'queued', 'open', %s, '', %s, %s )";
		$insert = fn (): int => $this->table->change(
			'INSERT IGNORE INTO %i ( order_id, refund_id, effect, part, revision, parent_id, asked, backfill_id,'
				. ' stays_draft, moves_payments, state, outcome, due_at, error_message, created_at, updated_at )'
				. ' VALUES ' . implode( ', ', array_fill( 0, count( $rows ), $row ) ),
			$values
		);
		try {
			return $insert();
		} catch ( DatabaseRefused $refused ) {
			// Two that open the same rows at once wait for each other, and the database lets one of them give way.
			return count( $rows ) > 1 ? $insert() : throw $refused;
		}
	}

	public function follow( int $order_id, \DateTimeImmutable $now ): ?int {
		$moment           = $this->table->now();
		$key              = new TaskKey( $order_id, Effect::FollowOrder );
		[ $set, $values ] = TaskRow::set( TaskTransitions::anew( $now ) + [ 'outcome' => Outcome::Open ] );
		$from             = array_column( TaskTransitions::FROM['followed'], 'value' );
		$reopened         = $this->table->change(
			"UPDATE %i SET $set, updated_at = %s WHERE state IN ( %s ) AND " . TaskTable::KEY,
			[ ...$values, $moment, $from, ...$this->table->key( $key ) ]
		);
		if ( $reopened === 1 ) {
			return $this->find_by_key( $key )?->id;
		}
		$opened = $this->table->change(
			"INSERT IGNORE INTO %i ( order_id, effect, state, outcome, due_at, error_message, created_at, updated_at )
			SELECT order_id, %s, 'queued', 'open', %s, '', %s, %s FROM %i WHERE order_id = %d
				AND ( remote_id > 0 OR refund_id > 0 ) LIMIT 1",
			[
				Effect::FollowOrder->value,
				UtcTime::to_column( $now ),
				$moment,
				$moment,
				$this->table->name(),
				$order_id,
			]
		);
		return $opened === 1 ? $this->table->inserted_id() : null;
	}

	/** The fresh token counts: MySQL reports rows changed. FOR UPDATE is not put to a copy that is behind. */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Task {
		$moment  = UtcTime::to_column( $now );
		$claimed = $this->table->change(
			"UPDATE %i SET state = 'working', lock_token = %s, locked_until = %s, attempts = attempts + 1,
				updated_at = %s WHERE " . TaskRow::one_row( TaskTable::IS_FREE ),
			[ $token, UtcTime::to_column( $locked_until ), $this->table->now(), $id, $moment, $moment ]
		);
		$task    = $claimed === 1 ? $this->table->among_others( $id ) : null;
		return $claimed !== 1 || $task?->lock_token === $token
			? $task
			: $this->table->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s FOR UPDATE', [ $id, $token ] );
	}

	public function save( ?TaskChange $change ): bool {
		if ( $change === null ) {
			return false;
		}
		[ $set, $values ]    = TaskRow::set( $change->written() );
		[ $where, $as_seen ] = TaskRow::as_seen( $change );
		$set                .= $change->is_news ? ', updated_at = %s' : '';
		$values              = $change->is_news ? [ ...$values, $this->table->now() ] : $values;
		$changed             = $this->table->change( "UPDATE %i SET $set WHERE $where", [ ...$values, ...$as_seen ] );
		return $changed === 1 || $this->says_so_already( $change );
	}

	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int {
		[ $set, $values ] = TaskRow::set( TaskTransitions::again( $now ) );
		$from             = array_column( TaskTransitions::FROM['resumed'], 'value' );
		return $this->table->change(
			"UPDATE %i SET $set, updated_at = %s WHERE error_code = %s AND state IN ( %s ) AND due_at <> %s",
			[ ...$values, $this->table->now(), $problem_code, $from, TaskTable::HELD ]
		);
	}

	public function unchecked( \DateTimeImmutable $before, int $limit ): array {
		return $this->table->all(
			"SELECT * FROM %i WHERE state = 'done' AND checked_at IS NULL AND updated_at < %s ORDER BY id LIMIT %d",
			[ UtcTime::to_column( $before ), $limit ]
		);
	}

	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool {
		$moment = UtcTime::to_column( $now );
		return $this->table->rows(
			"SELECT id FROM %i WHERE effect = %s AND id < %d AND backfill_id = 0 AND ( ( state = 'queued'"
				. " AND due_at <= %s ) OR ( state = 'working' AND locked_until >= %s ) ) LIMIT 1",
			[ $effect->value, $id, $moment, $moment ]
		) !== [];
	}

	public function find( int $id ): ?Task {
		return $this->table->among_others( $id )
			?? $this->table->current( 'SELECT * FROM %i WHERE id = %d', [ $id ] )[0]
			?? null;
	}

	public function find_by_key( TaskKey $key ): ?Task {
		return $this->table->by_key( $key );
	}

	public function order_of( DocumentKind $kind, int $remote_id ): ?int {
		return $this->table->one(
			'SELECT * FROM %i WHERE remote_type = %s AND remote_id = %d ORDER BY id LIMIT 1',
			[ $kind->value, $remote_id ]
		)?->key->order_id;
	}

	public function for_order( int $order_id ): array {
		return $this->for_orders( [ $order_id ] )[ $order_id ] ?? [];
	}

	public function for_orders( array $order_ids ): array {
		return $order_ids === [] ? [] : $this->table->of_orders( $order_ids );
	}

	public function due( \DateTimeImmutable $now, int $limit ): array {
		$moment = UtcTime::to_column( $now );
		return $this->table->ids(
			"SELECT id FROM %i WHERE ( state = 'queued' AND due_at <= %s ) OR ( state = 'working'"
				. ' AND locked_until < %s ) ORDER BY backfill_id > 0, order_id, due_at, id LIMIT %d',
			[ $moment, $moment, $limit ]
		);
	}

	public function open_drafts( DocumentKind $kind, \DateTimeImmutable $not_seen_since, int $limit ): array {
		return $this->table->all(
			"SELECT * FROM %i WHERE effect = %s AND state = 'done' AND remote_number = '' AND checked_at < %s
			ORDER BY checked_at, id LIMIT %d",
			[ Effect::create( $kind )->value, UtcTime::to_column( $not_seen_since ), $limit ]
		);
	}

	public function drafts_to_delete( \DateTimeImmutable $not_seen_since, int $limit ): array {
		return $this->table->all(
			"SELECT * FROM %i WHERE state = 'attention'
			AND error_code IN ( 'draft_to_delete', 'refund_undone', 'reinstated' )
			AND remote_number = '' AND COALESCE( checked_at, updated_at ) < %s ORDER BY checked_at, id LIMIT %d",
			[ UtcTime::to_column( $not_seen_since ), $limit ]
		);
	}

	/** Where `checked_at` is null, the copies are still to be made; where it is later, a runner was there since. */
	public function seen_as_drafts( array $drafts, \DateTimeImmutable $at ): void {
		if ( $drafts === [] ) {
			return;
		}
		$ids   = array_column( $drafts, 'id' );
		sort( $ids );
		$this->table->change(
			"UPDATE %i SET checked_at = %s
			WHERE id IN ( %d ) AND remote_id IN ( %d )
			AND state = 'done' AND remote_number = '' AND checked_at < %s",
			[ UtcTime::to_column( $at ), $ids, array_column( $drafts, 'remote_id' ), UtcTime::to_column( $at ) ]
		);
	}

	public function holding( string $remote_type, array $remote_ids ): array {
		if ( $remote_ids === [] ) {
			return [];
		}
		$sql   = 'SELECT * FROM %i WHERE remote_type = %s AND remote_id IN ( %d ) ORDER BY id';
		return $this->table->all( $sql, [ $remote_type, $remote_ids ] );
	}

	public function page( TaskFilter $filter, int $limit, int $offset ): array {
		return $this->table->page( new TaskWhere( $filter ), $limit, $offset );
	}

	public function count( TaskFilter $filter ): int {
		$where = new TaskWhere( $filter );
		return (int) $this->table->value( "SELECT COUNT(*) FROM %i WHERE {$where->sql}", $where->arguments );
	}

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable {
		$moment = UtcTime::to_column( $now );
		$min    = 'SELECT MIN( due_at ) FROM %i WHERE';
		$queued = $this->table->value( "$min state = 'queued' AND due_at <= %s", [ $moment ] );
		$lapsed = $this->table->value( "$min state = 'working' AND locked_until < %s", [ $moment ] );
		return $queued . $lapsed === ''
			? null
			: UtcTime::of_column( min( $queued === '' ? $lapsed : $queued, $lapsed === '' ? $queued : $lapsed ) );
	}

	/**
	 * Looked for first, then changed one by one: a single statement locks every waiting row on its way, and meets a
	 * runner that claims one of them.
	 *
	 * @param non-empty-list<TaskKey> $keys of one order.
	 */
	private function reopen_left_out( array $keys, \DateTimeImmutable $now ): ?int {
		$reopened = null;
		foreach ( $this->for_order( $keys[0]->order_id ) as $row ) {
			$is_asked = array_filter( $keys, $row->key->is( ... ) ) !== [];
			$reopened = $is_asked && $this->save( TaskTransitions::taken_over( $row, $now ) ) ? $row->id : $reopened;
		}
		return $reopened;
	}

	/** MySQL counts rows that differ afterwards: the same change twice within a second counts none. */
	private function says_so_already( TaskChange $change ): bool {
		if ( $change->after()->state !== $change->seen->state ) {
			return false;
		}
		[ $where, $as_seen ] = TaskRow::as_seen( $change );
		return $this->table->ids( "SELECT id FROM %i WHERE $where", $as_seen ) !== [];
	}
}
