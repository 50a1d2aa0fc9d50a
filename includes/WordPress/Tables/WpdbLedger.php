<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Clock;

/**
 * The ledger in one table. Each decision between runners is one conditional statement whose count of changed rows
 * elects the winner, whatever was read before.
 */
final class WpdbLedger implements Ledger {

	private const LEFT_OUT = "( ( state = 'skipped' AND error_code <> 'done_by_hand' ) OR ( state = 'queued' AND backfill_id > 0 AND sent_at IS NULL ) )";

	private readonly TaskTable $table;

	public function __construct( Sql $sql, Clock $clock ) {
		$this->table = new TaskTable( $sql, $clock );
	}

	/**
	 * INSERT IGNORE, not ON DUPLICATE KEY UPDATE: on SQLite the latter counts one changed row for a duplicate too. What
	 * IGNORE hides, values cut to their column, cannot happen: effects and parts are our own short words.
	 */
	public function open( TaskKey $key, \DateTimeImmutable $due_at, int $parent_id = 0, bool $asked = false, Origin $origin = new Origin() ): ?int {
		$now    = $this->table->now();
		$opened = $this->table->change(
			"INSERT IGNORE INTO %i ( order_id, refund_id, effect, part, revision, parent_id, asked, backfill_id, stays_draft, state, due_at, error_message, created_at, updated_at )
			VALUES ( %d, %d, %s, %s, %d, %d, %d, %d, %d, 'queued', %s, '', %s, %s )",
			[ ...$this->table->key( $key ), $parent_id, (int) $asked, $origin->backfill_id, (int) $origin->stays_draft, UtcTime::to_column( $due_at ), $now, $now ]
		);
		return $opened === 1 ? $this->table->inserted_id() : null;
	}

	public function open_all( array $keys, \DateTimeImmutable $now ): ?int {
		if ( $keys === [] ) {
			return null;
		}
		$moment = $this->table->now();
		$values = [];
		foreach ( $keys as $key ) {
			array_push( $values, ...$this->table->key( $key ), ...[ UtcTime::to_column( $now ), $moment, $moment ] );
		}
		$rows   = implode( ', ', array_fill( 0, count( $keys ), "( %d, %d, %s, %s, %d, 'queued', %s, '', %s, %s )" ) );
		$opened = $this->table->change( "INSERT IGNORE INTO %i ( order_id, refund_id, effect, part, revision, state, due_at, error_message, created_at, updated_at ) VALUES $rows", $values );
		$id     = $opened > 0 ? $this->table->inserted_id() : null;
		return $opened === count( $keys ) ? $id : $this->reopen_left_out( $keys, $now ) ?? $id;
	}

	public function follow( int $order_id, \DateTimeImmutable $now ): ?int {
		$moment   = UtcTime::to_column( $now );
		$key      = new TaskKey( $order_id, Effect::FollowOrder );
		$reopened = $this->table->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, error_code = '', error_message = '', updated_at = %s WHERE state <> 'working' AND " . TaskTable::KEY,
			[ $moment, $this->table->now(), ...$this->table->key( $key ) ]
		);
		if ( $reopened === 1 ) {
			return $this->find_by_key( $key )?->id;
		}
		$opened = $this->table->change(
			"INSERT IGNORE INTO %i ( order_id, effect, state, due_at, error_message, created_at, updated_at )
			SELECT order_id, %s, 'queued', %s, '', %s, %s FROM %i WHERE order_id = %d AND ( remote_id > 0 OR refund_id > 0 ) LIMIT 1",
			[ Effect::FollowOrder->value, $moment, $this->table->now(), $this->table->now(), $this->table->name(), $order_id ]
		);
		return $opened === 1 ? $this->table->inserted_id() : null;
	}

	public function reopen( TaskKey $key, \DateTimeImmutable $due_at, int $parent_id, bool $again ): ?int {
		$due     = UtcTime::to_column( $due_at );
		$changed = $this->table->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, parent_id = %d, error_code = '', error_message = '', updated_at = %s
			WHERE ( ( state = 'skipped' AND error_code <> 'done_by_hand' ) OR ( state = 'queued' AND due_at > %s ) OR ( state IN ( 'attention', 'queued' ) AND ( parent_id <> %d OR error_code = 'document_gone' ) ) OR ( %d = 1 AND ( state = 'done' OR ( state = 'attention' AND ( remote_id = 0 OR error_code IN ( 'draft_to_delete', 'draft_not_writable', 'differs_from_order', 'refund_undone' ) ) ) ) ) ) AND " . TaskTable::KEY,
			[ $due, $parent_id, $this->table->now(), $due, $parent_id, (int) $again, ...$this->table->key( $key ) ]
		);
		return $changed === 0 ? null : $this->find_by_key( $key )?->id;
	}

	/** The fresh token matters: MySQL reports rows changed, not rows matched. */
	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Task {
		$moment  = UtcTime::to_column( $now );
		$claimed = $this->table->change(
			"UPDATE %i SET state = 'working', lock_token = %s, locked_until = %s, attempts = attempts + 1, updated_at = %s
			WHERE id = %d AND ( ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) )",
			[ $token, UtcTime::to_column( $locked_until ), $this->table->now(), $id, $moment, $moment ]
		);
		return $claimed === 1 ? $this->table->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s', [ $id, $token ] ) : null;
	}

	public function mark_sent( int $id, string $token, Intent $intent, \DateTimeImmutable $sent_at, \DateTimeImmutable $locked_until ): bool {
		$changed = $this->table->change(
			"UPDATE %i SET sent_at = %s, sent_key = %s, sent_excl_tax = %s, snapshot_hash = %s, error_code = '', error_message = '', locked_until = %s, updated_at = %s
			WHERE id = %d AND lock_token = %s",
			[ UtcTime::to_column( $sent_at ), $intent->key, $intent->excl_tax, $intent->snapshot_hash, UtcTime::to_column( $locked_until ), $this->table->now(), $id, $token ]
		);
		return $changed === 1 || $this->table->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s', [ $id, $token ] ) !== null;
	}

	public function clear_sent( int $id, string $token ): bool {
		return $this->table->change( 'UPDATE %i SET sent_at = NULL, updated_at = %s WHERE id = %d AND lock_token = %s AND sent_at IS NOT NULL', [ $this->table->now(), $id, $token ] ) === 1;
	}

	public function mark_done( int $id, string $token, RemoteDocument $document, ?Problem $problem = null ): bool {
		$state   = $problem === null ? TaskState::Done : TaskState::Attention;
		$columns = ProblemColumns::columns( $problem );
		return $this->table->change(
			"UPDATE %i SET state = %s, lock_token = '', locked_until = NULL, made_at = CASE WHEN SUBSTR( effect, 1, 7 ) <> 'create_' THEN NULL WHEN remote_id = %d AND made_at IS NOT NULL THEN made_at ELSE %s END, remote_type = %s, remote_id = %d, remote_number = %s,
			error_code = %s, error_message = %s, checked_at = NULL, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $state->value, $document->id, $this->table->now(), $document->kind->value, $document->id, $document->number, $columns['error_code'], $columns['error_message'], $this->table->now(), $id, $token ]
		) === 1;
	}

	public function mark_effect_done( int $id, string $token, string $remote_type, int $remote_id ): bool {
		return $this->table->change(
			"UPDATE %i SET state = 'done', lock_token = '', locked_until = NULL, remote_type = %s, remote_id = %d, error_code = '', error_message = '', checked_at = %s, updated_at = %s
			WHERE id = %d AND lock_token = %s",
			[ $remote_type, $remote_id, $this->table->now(), $this->table->now(), $id, $token ]
		) === 1;
	}

	public function remember_remote( int $id, string $token, string $remote_type, int $remote_id ): bool {
		$changed = $this->table->change( 'UPDATE %i SET remote_type = %s, remote_id = %d, updated_at = %s WHERE id = %d AND lock_token = %s', [ $remote_type, $remote_id, $this->table->now(), $id, $token ] );
		return $changed === 1 || $this->table->one( 'SELECT * FROM %i WHERE id = %d AND lock_token = %s', [ $id, $token ] ) !== null;
	}

	public function mark_attention( int $id, string $token, Problem $problem ): bool {
		return $this->finish( $id, $token, TaskState::Attention, $problem );
	}

	public function mark_skipped( int $id, string $token, Problem $problem ): bool {
		return $this->finish( $id, $token, TaskState::Skipped, $problem );
	}

	public function release( int $id, string $token, \DateTimeImmutable $due_at, Problem $problem, bool $counts ): bool {
		$columns = ProblemColumns::columns( $problem );
		return $this->table->change(
			"UPDATE %i SET state = 'queued', lock_token = '', locked_until = NULL, attempts = attempts - %d, due_at = %s,
			error_code = %s, error_message = %s, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $counts ? 0 : 1, UtcTime::to_column( $due_at ), $columns['error_code'], $columns['error_message'], $this->table->now(), $id, $token ]
		) === 1;
	}

	/** The problem stays until the next try: it keeps when a search was first empty. */
	public function requeue( int $id, \DateTimeImmutable $now, bool $asked = false, string $says = '', bool $by_hand = false ): bool {
		return $this->table->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, asked = CASE WHEN %d = 1 THEN 1 ELSE asked END, snapshot_hash = COALESCE( NULLIF( %s, '' ), snapshot_hash ), updated_at = %s
			WHERE id = %d AND state IN ( 'attention', 'skipped', 'queued' ) AND ( %d = 1 OR state <> 'skipped' OR error_code <> 'done_by_hand' )",
			[ UtcTime::to_column( $now ), (int) $asked, $says, $this->table->now(), $id, (int) $by_hand ]
		) === 1;
	}

	public function settle( Task $seen, ?Problem $by_hand = null, ?int $parent_id = null ): bool {
		$state   = $by_hand === null ? TaskState::Done : TaskState::Skipped;
		$columns = ProblemColumns::columns( $by_hand );
		$is_gone = $seen->problem?->code === ProblemCode::DocumentGone;
		return $this->table->change(
			"UPDATE %i SET state = %s, parent_id = %d, remote_type = %s, remote_id = %d, error_code = %s, error_message = %s, checked_at = %s, updated_at = %s WHERE id = %d AND state = 'attention' AND error_code = %s AND remote_id = %d",
			[ $state->value, $parent_id ?? $seen->parent_id, $is_gone ? '' : $seen->remote_type, $is_gone ? 0 : $seen->remote_id, $columns['error_code'], $columns['error_message'], $this->table->now(), $this->table->now(), $seen->id, $seen->problem->code->value ?? '', $seen->remote_id ]
		) === 1;
	}

	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int {
		return $this->table->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, updated_at = %s WHERE error_code = %s AND state IN ( 'attention', 'queued' ) AND due_at <> %s",
			[ UtcTime::to_column( $now ), $this->table->now(), $problem_code, WpdbBackfillRows::HELD ]
		);
	}

	public function reject_done( int $id, Problem $problem, \DateTimeImmutable $now ): bool {
		$columns = ProblemColumns::columns( $problem );
		return $this->table->change(
			"UPDATE %i SET state = 'attention', error_code = %s, error_message = %s, checked_at = %s, updated_at = %s WHERE id = %d AND state = 'done'",
			[ $columns['error_code'], $columns['error_message'], UtcTime::to_column( $now ), $this->table->now(), $id ]
		) === 1;
	}

	public function update_remote( int $id, RemoteDocument $document ): void {
		$this->table->change(
			'UPDATE %i SET remote_number = %s, updated_at = %s WHERE id = %d AND remote_id = %d',
			[ $document->number, $this->table->now(), $id, $document->id ]
		);
	}

	public function mark_checked( int $id, \DateTimeImmutable $now ): void {
		$this->table->change( "UPDATE %i SET checked_at = %s WHERE id = %d AND state IN ( 'done', 'attention' )", [ UtcTime::to_column( $now ), $id ] );
	}

	public function unchecked( \DateTimeImmutable $before, int $limit ): array {
		return $this->table->all( "SELECT * FROM %i WHERE state = 'done' AND checked_at IS NULL AND updated_at < %s ORDER BY id LIMIT %d", [ UtcTime::to_column( $before ), $limit ] );
	}

	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool {
		$moment = UtcTime::to_column( $now );
		return $this->table->rows(
			"SELECT id FROM %i WHERE effect = %s AND id < %d AND backfill_id = 0 AND ( ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until >= %s ) ) LIMIT 1",
			[ $effect->value, $id, $moment, $moment ]
		) !== [];
	}

	public function find( int $id ): ?Task {
		return $this->table->one( 'SELECT * FROM %i WHERE id = %d', [ $id ] );
	}

	public function find_by_key( TaskKey $key ): ?Task {
		return $this->table->one( 'SELECT * FROM %i WHERE ' . TaskTable::KEY, $this->table->key( $key ) );
	}

	public function order_of( DocumentKind $kind, int $remote_id ): ?int {
		return $this->table->one( 'SELECT * FROM %i WHERE remote_type = %s AND remote_id = %d ORDER BY id LIMIT 1', [ $kind->value, $remote_id ] )?->key->order_id;
	}

	public function for_order( int $order_id ): array {
		return $this->for_orders( [ $order_id ] )[ $order_id ] ?? [];
	}

	public function for_orders( array $order_ids ): array {
		if ( $order_ids === [] ) {
			return [];
		}
		$found = [];
		$marks = implode( ', ', array_fill( 0, count( $order_ids ), '%d' ) );
		foreach ( $this->table->all( "SELECT * FROM %i WHERE order_id IN ( $marks ) ORDER BY revision, id", $order_ids ) as $task ) {
			$found[ $task->key->order_id ][] = $task;
		}
		return $found;
	}

	public function due( \DateTimeImmutable $now, int $limit ): array {
		$moment = UtcTime::to_column( $now );
		return $this->table->ids( "SELECT id FROM %i WHERE ( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s ) ORDER BY backfill_id > 0, due_at, id LIMIT %d", [ $moment, $moment, $limit ] );
	}

	public function due_of_order( int $order_id, \DateTimeImmutable $now ): array {
		return $this->table->ids( "SELECT id FROM %i WHERE order_id = %d AND state = 'queued' AND due_at <= %s ORDER BY due_at, id", [ $order_id, UtcTime::to_column( $now ) ] );
	}

	/** One statement per effect, because an index gives rows in sequence for one only: a shop may leave all of 100,000 invoices drafts. They must hide no credit note. */
	public function open_drafts( \DateTimeImmutable $not_seen_since, int $limit ): array {
		$sql    = "SELECT * FROM %i WHERE effect = %s AND state = 'done' AND remote_number = '' AND checked_at < %s ORDER BY checked_at, id LIMIT %d";
		$before = UtcTime::to_column( $not_seen_since );
		$asked  = $this->table->all( "SELECT * FROM %i WHERE state = 'attention' AND error_code IN ( 'draft_to_delete', 'refund_undone' ) AND remote_number = '' AND COALESCE( checked_at, updated_at ) < %s ORDER BY checked_at, id LIMIT %d", [ $before, intdiv( $limit + 3, 4 ) ] );
		$credit = $this->table->all( $sql, [ Effect::CreateCreditNote->value, $before, intdiv( $limit - count( $asked ) + 1, 2 ) ] );
		return [ ...$asked, ...$credit, ...$this->table->all( $sql, [ Effect::CreateInvoice->value, $before, $limit - count( $asked ) - count( $credit ) ] ) ];
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
		$queued = $this->table->value( "SELECT MIN( due_at ) FROM %i WHERE state = 'queued' AND due_at <= %s", [ $moment ] );
		$lapsed = $this->table->value( "SELECT MIN( due_at ) FROM %i WHERE state = 'working' AND locked_until < %s", [ $moment ] );
		return $queued . $lapsed === '' ? null : UtcTime::of_column( min( $queued === '' ? $lapsed : $queued, $lapsed === '' ? $queued : $lapsed ) );
	}

	/**
	 * Looked for first, then changed one by one: a single statement locks every waiting row on its way, and meets a runner
	 * that claims one of them.
	 *
	 * @param non-empty-list<TaskKey> $keys of one order.
	 */
	private function reopen_left_out( array $keys, \DateTimeImmutable $now ): ?int {
		$marks    = implode( ', ', array_fill( 0, count( $keys ), '%s' ) );
		$effects  = array_map( static fn( TaskKey $key ): string => $key->effect->value, $keys );
		$reopened = null;
		foreach ( $this->table->ids( 'SELECT id FROM %i WHERE ' . self::LEFT_OUT . " AND order_id = %d AND refund_id = 0 AND revision = 0 AND effect IN ( $marks )", [ $keys[0]->order_id, ...$effects ] ) as $id ) {
			$changed  = $this->table->change( "UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, backfill_id = 0, stays_draft = 0, error_code = '', error_message = '', updated_at = %s WHERE id = %d AND " . self::LEFT_OUT, [ UtcTime::to_column( $now ), $this->table->now(), $id ] );
			$reopened = $changed === 1 ? $id : $reopened;
		}
		return $reopened;
	}

	private function finish( int $id, string $token, TaskState $state, Problem $problem ): bool {
		$columns = ProblemColumns::columns( $problem );
		return $this->table->change(
			"UPDATE %i SET state = %s, lock_token = '', locked_until = NULL, error_code = %s, error_message = %s, updated_at = %s WHERE id = %d AND lock_token = %s",
			[ $state->value, $columns['error_code'], $columns['error_message'], $this->table->now(), $id, $token ]
		) === 1;
	}
}
