<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\System\Clock;

/** The ledger's table: statements that begin with its own %i, and rows read into tasks. */
final class TaskTable {

	public const KEY = 'order_id = %d AND refund_id = %d AND effect = %s AND part = %s AND revision = %d';

	/** When rows that a back-fill holds are due. */
	public const HELD = '9999-12-31 00:00:00';

	/** Takes the moment twice. */
	public const IS_FREE = "( state = 'queued' AND due_at <= %s ) OR ( state = 'working' AND locked_until < %s )";

	/** @var array{list<array<string, string>>, list<Task>} rows as they were read last, and what was read of them. */
	private array $last = [ [], [] ];

	/** @var array<int, int> the order of each row that this process has seen: who needs one, needs the others next. */
	private array $orders = [];

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	public function name(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}

	public function inserted_id( int $order_id = 0 ): int {
		$id = $this->sql->inserted_id();
		$this->is_of_order( $id, $order_id );
		return $id;
	}

	public function is_of_order( int $id, int $order_id ): void {
		$this->orders[ $id ] = $order_id;
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return array<int, list<Task>> by order.
	 */
	public function of_orders( array $order_ids ): array {
		$found = [];
		$sql   = 'SELECT * FROM %i WHERE order_id IN ( %d ) ORDER BY revision, id';
		foreach ( $this->current( $sql, [ $order_ids ] ) as $task ) {
			$found[ $task->key->order_id ][] = $task;
			$this->is_of_order( $task->id, $task->key->order_id );
		}
		return $found;
	}

	/** A row with all of its order, where that is known: those of an id that came again go over to another. */
	public function among_others( int $id ): ?Task {
		$order_id = $this->orders[ $id ] ?? 0;
		$rows     = $order_id > 0 ? $this->of_orders( [ $order_id ] )[ $order_id ] ?? [] : [];
		return array_column( $rows, null, 'id' )[ $id ] ?? null;
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments after the table's own %i; likewise below.
	 */
	public function change( string $sql, array $arguments ): int {
		return $this->sql->change( $sql, [ $this->name(), ...$arguments ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 */
	public function value( string $sql, array $arguments ): string {
		return $this->sql->value( $sql, [ $this->name(), ...$arguments ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<array<string, string>>
	 */
	public function rows( string $sql, array $arguments ): array {
		return $this->sql->rows( $sql, [ $this->name(), ...$arguments ] );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<Task>
	 */
	public function all( string $sql, array $arguments ): array {
		return self::tasks( $this->rows( $sql, $arguments ) );
	}

	/**
	 * As all(), never from a copy that is behind where a runner asks.
	 *
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<Task>
	 */
	public function current( string $sql, array $arguments ): array {
		$rows       = $this->sql->rows_as_written( $sql, [ $this->name(), ...$arguments ] );
		$this->last = $rows === $this->last[0] ? $this->last : [ $rows, self::tasks( $rows ) ];
		return $this->last[1];
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return list<Task>
	 */
	private static function tasks( array $rows ): array {
		return array_values( array_filter( array_map( TaskRow::read( ... ), $rows ) ) );
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int|array<string|int>> $arguments
	 */
	public function one( string $sql, array $arguments ): ?Task {
		return $this->all( $sql, $arguments )[0] ?? null;
	}

	/**
	 * @param literal-string   $sql of the column id.
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<int>
	 */
	public function ids( string $sql, array $arguments ): array {
		return array_map( static fn( array $row ): int => (int) ( $row['id'] ?? 0 ), $this->rows( $sql, $arguments ) );
	}

	/**
	 * Of days the ids first, then the rows of one page.
	 *
	 * @return list<Task> newest first.
	 */
	public function page( TaskWhere $where, int $limit, int $offset ): array {
		$arguments = [ ...$where->arguments, $limit, $offset ];
		if ( ! $where->has_days ) {
			return $this->all( "SELECT * FROM %i WHERE {$where->sql} ORDER BY id DESC LIMIT %d OFFSET %d", $arguments );
		}
		$ids = $this->ids( "SELECT id FROM {$where->listed()} ORDER BY id DESC LIMIT %d OFFSET %d", $arguments );
		return $ids === []
			? []
			: $this->all( 'SELECT * FROM %i WHERE id IN ( %d ) ORDER BY id DESC', [ $ids ] );
	}

	/**
	 * @return list<Task> the oldest rows that are newer than this one, newest first too.
	 * @throws DatabaseRefused
	 */
	public function after( TaskFilter $filter, int $id, int $limit ): array {
		$where = new TaskWhere( $filter, begins_at_a_row: true );
		return array_reverse(
			$this->all(
				"SELECT * FROM %i WHERE {$where->sql} AND id > %d ORDER BY id LIMIT %d",
				[ ...$where->arguments, $id, $limit ]
			)
		);
	}

	/**
	 * As they stand, of rows newer than this one. Of days, those that a list of them holds.
	 *
	 * @throws DatabaseRefused
	 */
	public function count( TaskFilter $filter, int $above = 0 ): int {
		$where = new TaskWhere( $filter );
		return $where->has_days
			? (int) $this->value( "SELECT COUNT(*) FROM {$where->listed()}", $where->arguments )
			: (int) $this->value(
				"SELECT COUNT(*) FROM %i WHERE {$where->sql} AND id > %d",
				[ ...$where->arguments, $above ]
			);
	}

	public function now(): string {
		return UtcTime::to_column( $this->clock->now() );
	}

	public function by_key( TaskKey $key ): ?Task {
		return $this->current( 'SELECT * FROM %i WHERE ' . self::KEY, $this->key( $key ) )[0] ?? null;
	}

	/** @return list<string|int> in the order of KEY. */
	public function key( TaskKey $key ): array {
		return [ $key->order_id, $key->refund_id, $key->effect->value, $key->part, $key->revision ];
	}
}
