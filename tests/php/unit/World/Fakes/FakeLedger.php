<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\BackfillCounts;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\SameOrder\OrderMarks;
use OrderInvoicer\Tests\Unit\World\Fate;

/** The ledger in memory: it stores and compares; what may become of a row stands in TaskTransitions. */
final class FakeLedger implements Ledger, BackfillRows, OrderMarks {

	/** @var array<int, array<string, mixed>> */
	private array $rows   = [];
	private int $last_id = 0;

	/** @var array<int, array<string, mixed>>|null what is read instead, as of a copy that is behind. */
	public ?array $behind = null;

	public function __construct(
		private readonly Fate $fate,
		private readonly FakeClock $clock,
	) {}

	public function open(
		TaskKey $key,
		\DateTimeImmutable $due_at,
		int $parent_id = 0,
		bool $asked = false,
		Origin $origin = new Origin(),
		bool $moves_payments = false,
	): ?int {
		$row = [ $key, $due_at, $parent_id, $asked ];
		return $this->fate->call( fn (): ?int => $this->insert( $row, $origin, $moves_payments ) );
	}

	public function open_several( array $rows, Origin $origin ): array {
		return $this->fate->call(
			function () use ( $rows, $origin ): array {
				$ids = array_map( fn ( array $row ): ?int => $this->insert( $row, $origin ), $rows );
				return [ ! in_array( null, $ids, true ), array_values( array_filter( $ids ) )[0] ?? null ];
			}
		);
	}

	/** @param array{TaskKey, \DateTimeImmutable, int, bool} $row */
	private function insert( array $row, Origin $origin, bool $moves_payments = false ): ?int {
		[ $key, $due_at, $parent_id, $asked ] = $row;
		if ( $this->lookup( $key ) !== null ) {
			return null;
		}
		$id                = ++$this->last_id;
		$this->rows[ $id ] = [
			'id'             => $id,
			'key'            => $key,
			'parent_id'      => $parent_id,
			'state'          => TaskState::Queued,
			'attempts'       => 0,
			'due_at'         => $due_at,
			'lock_token'     => '',
			'locked_until'   => null,
			'sent_at'        => null,
			'intent'         => new Intent(),
			'remote_type'    => '',
			'remote_id'      => 0,
			'remote_number'  => '',
			'problem'        => null,
			'checked_at'     => null,
			'created_at'     => $this->clock->now(),
			'updated_at'     => $this->clock->now(),
			'asked'          => $asked,
			'origin'         => $origin,
			'made_at'        => null,
			'moves_payments' => $moves_payments,
		];
		return $id;
	}

	public function open_all( array $keys, \DateTimeImmutable $now ): ?int {
		$due = null;
		foreach ( $keys as $key ) {
			$row   = $this->find_by_key( $key );
			$taken = $row !== null && $this->save( TaskTransitions::taken_over( $row, $now ) ) ? $row->id : null;
			$due   = ( $row === null ? $this->open( $key, $now ) : $taken ) ?? $due;
		}
		return $due;
	}

	public function fill( int $order_id, string $mark ): void {
		foreach ( $this->for_order( $order_id ) as $row ) {
			if ( $row->remote_id > 0 && $row->order_mark === '' ) {
				$this->rows[ $row->id ]['order_mark'] = $mark;
			}
		}
	}

	public function part( int $order_id, int $former_id, string $key_hash ): void {
		foreach ( $this->for_order( $order_id ) as $row ) {
			if ( ! str_starts_with( $row->order_mark, $key_hash ) ) {
				$this->rows[ $row->id ]['key'] = new TaskKey(
					order_id: $former_id,
					effect: $row->key->effect,
					refund_id: $row->key->refund_id,
					part: $row->key->part,
					revision: $row->key->revision
				);
			}
		}
	}

	public function open_rows( array $keys, Origin $origin, \DateTimeImmutable $now ): ?int {
		foreach ( $keys as $key ) {
			$row = $this->find_by_key( $key );
			$row === null
				? $this->open( $key, $now, 0, false, $origin )
				: $this->save( TaskTransitions::backfilled( $row, $origin, $now ) );
		}
		return $this->one_due( $origin->backfill_id, $now );
	}

	public function counts( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts {
		$count = fn ( callable $which ): int => count( array_filter( $this->of_backfill( $backfill_id ), $which ) );
		$is    = static fn ( TaskState $state ): callable => static fn ( Task $task ): bool => $task->state === $state;
		$due   = $count(
			static fn ( Task $task ): bool => $task->state === TaskState::Queued && $task->due_at <= $now
		);
		return new BackfillCounts(
			done: $count( $is( TaskState::Done ) ),
			failed: $count( $is( TaskState::Attention ) ),
			left_out: $count( $is( TaskState::Skipped ) ),
			waiting: $count( $is( TaskState::Queued ) ) + $count( $is( TaskState::Working ) ),
			busy: $due + $count( $is( TaskState::Working ) )
		);
	}

	public function unfinished( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts {
		$all = $this->counts( $backfill_id, $now );
		return new BackfillCounts(
			done: 0,
			failed: $all->failed,
			left_out: 0,
			waiting: $all->waiting,
			busy: $all->busy
		);
	}

	public function hold( int $backfill_id ): void {
		foreach ( $this->undone( $backfill_id ) as $row ) {
			$this->set( $row->id, [ 'due_at' => new \DateTimeImmutable( '9999-12-31' ) ] );
		}
	}

	public function let_go( int $backfill_id, \DateTimeImmutable $now ): ?int {
		foreach ( $this->undone( $backfill_id ) as $row ) {
			$this->set(
				$row->id,
				[
					'state'    => TaskState::Queued,
					'attempts' => 0,
					'due_at'   => $now,
				]
			);
		}
		return $this->one_due( $backfill_id, $now );
	}

	public function withdraw( int $backfill_id ): void {
		foreach ( $this->undone( $backfill_id ) as $row ) {
			unset( $this->rows[ $row->id ] );
		}
	}

	private function one_due( int $backfill_id, \DateTimeImmutable $now ): ?int {
		$due = array_filter(
			$this->of_backfill( $backfill_id ),
			static fn ( Task $task ): bool => $task->state === TaskState::Queued && $task->due_at <= $now
		);
		return array_shift( $due )?->id;
	}

	/** @return list<Task> */
	private function of_backfill( int $backfill_id ): array {
		$is_opened = static fn ( array $row ): bool => in_array( $row['key']->effect, Effect::of_orders(), true );
		return $this->some(
			static fn ( array $row ): bool => $row['origin']->backfill_id === $backfill_id && $is_opened( $row ),
			1000
		);
	}

	/** @return list<Task> */
	private function undone( int $backfill_id ): array {
		return array_values(
			array_filter(
				$this->of_backfill( $backfill_id ),
				static fn ( Task $task ): bool =>
					in_array( $task->state, [ TaskState::Queued, TaskState::Attention ], true )
						&& $task->sent_at === null
						&& $task->remote_id === 0
						&& ! $task->asked
			)
		);
	}

	public function follow( int $order_id, \DateTimeImmutable $now ): ?int {
		$row = $this->find_by_key( new TaskKey( $order_id, Effect::FollowOrder ) );
		if ( $row !== null ) {
			return $this->save( TaskTransitions::followed( $row, $now ) ) ? $row->id : null;
		}
		$is_news = static fn ( Task $task ): bool => $task->remote_id > 0 || $task->key->refund_id > 0;
		return array_filter( $this->for_order( $order_id ), $is_news ) === []
			? null
			: $this->open( new TaskKey( $order_id, Effect::FollowOrder ), $now );
	}

	public function claim( int $id, \DateTimeImmutable $now, string $token, \DateTimeImmutable $locked_until ): ?Task {
		return $this->fate->call(
			function () use ( $id, $now, $token, $locked_until ): ?Task {
				if ( ! $this->is_due( $id, $now ) ) {
					return null;
				}
				$this->set(
					$id,
					[
						'state' => TaskState::Working,
						'lock_token' => $token,
						'locked_until' => $locked_until,
						'attempts' => $this->rows[ $id ]['attempts'] + 1,
					]
				);
				return $this->row( $id );
			}
		);
	}

	public function save( ?TaskChange $change ): bool {
		return $change !== null && $this->fate->call(
			function () use ( $change ): bool {
				$row     = $this->rows[ $change->seen->id ] ?? null;
				$differs = static fn ( string $field ): bool
					// phpcs:ignore -- values.
					=> self::compared( $row[ $field ] ) != self::compared( $change->seen->$field );
				if ( $row === null || array_filter( $change->as_seen, $differs ) !== [] ) {
					return false;
				}
				$this->rows[ $row['id'] ] = [
					...$row,
					...$change->set,
					...( $change->is_news ? [ 'updated_at' => $this->clock->now() ] : [] ),
				];
				return true;
			}
		);
	}

	public function requeue_problem( string $problem_code, \DateTimeImmutable $now ): int {
		$waits   = static fn ( array $row ): bool => in_array( $row['state'], TaskTransitions::FROM['resumed'], true )
			&& $row['problem']?->code->value === $problem_code
			&& $row['due_at']->format( 'Y' ) !== '9999';
		$resumed = fn ( Task $task ): bool => $this->save( TaskTransitions::due_again( $task, $now ) );
		return count( array_filter( $this->some( $waits, 1000 ), $resumed ) );
	}

	public function unchecked( \DateTimeImmutable $before, int $limit ): array {
		return $this->some(
			static fn( array $row ): bool =>
				$row['state'] === TaskState::Done && $row['checked_at'] === null && $row['updated_at'] < $before,
			$limit
		);
	}

	public function has_older_due( Effect $effect, int $id, \DateTimeImmutable $now ): bool {
		foreach ( $this->rows as $other => $row ) {
			$busy = $row['state'] === TaskState::Working && $row['locked_until'] >= $now;
			if (
				$other < $id
				&& ! $row['origin']->is_backfill()
				&& $row['key']->effect === $effect
				&& ( $busy || ( $row['state'] === TaskState::Queued && $row['due_at'] <= $now ) )
			) {
				return true;
			}
		}
		return false;
	}

	public function find( int $id ): ?Task {
		$read = $this->behind ?? $this->rows;
		return isset( $read[ $id ] ) ? self::task( $read[ $id ] ) : null;
	}

	public function find_by_key( TaskKey $key ): ?Task {
		return $this->some( static fn ( array $row ): bool => $key->is( $row['key'] ), 1 )[0] ?? null;
	}

	public function order_of( DocumentKind $kind, int $remote_id ): ?int {
		return $this->some(
			static fn( array $row ): bool => $row['remote_type'] === $kind->value && $row['remote_id'] === $remote_id,
			1
		)[0]->key->order_id
			?? null;
	}

	public function for_order( int $order_id ): array {
		$rows = $this->some( static fn( array $row ): bool => $row['key']->order_id === $order_id, 1000 );
		usort(
			$rows,
			static fn( Task $one, Task $other ): int =>
				[ $one->key->revision, $one->id ] <=> [ $other->key->revision, $other->id ]
		);
		return $rows;
	}

	public function for_orders( array $order_ids ): array {
		return array_filter( array_combine( $order_ids, array_map( $this->for_order( ... ), $order_ids ) ) );
	}

	public function due( \DateTimeImmutable $now, int $limit ): array {
		$due = $this->some( fn( array $row ): bool => $this->is_due( $row['id'], $now ), 1000 );
		usort(
			$due,
			static fn( Task $one, Task $other ): int => self::place( $one ) <=> self::place( $other )
		);
		return array_slice( array_map( static fn( Task $task ): int => $task->id, $due ), 0, $limit );
	}

	/** @return list<mixed> */
	private static function place( Task $task ): array {
		return [ $task->origin->is_backfill(), $task->key->order_id, $task->due_at, $task->id ];
	}

	public function open_drafts( DocumentKind $kind, \DateTimeImmutable $not_seen_since, int $limit ): array {
		$effect = Effect::create( $kind );
		return $this->longest_not_seen(
			static fn( array $row ): bool => $row['state'] === TaskState::Done && $row['key']->effect === $effect
				&& $row['remote_number'] === '' && $row['checked_at'] !== null && $row['checked_at'] < $not_seen_since,
			$limit
		);
	}

	public function drafts_to_delete( \DateTimeImmutable $not_seen_since, int $limit ): array {
		$asked = [ ProblemCode::DraftToDelete, ...ProblemCode::UNDONE ];
		return $this->longest_not_seen(
			static fn( array $row ): bool => $row['state'] === TaskState::Attention
				&& in_array( $row['problem']?->code, $asked, true )
				&& $row['remote_number'] === '' && ( $row['checked_at'] ?? $row['updated_at'] ) < $not_seen_since,
			$limit
		);
	}

	public function seen_as_drafts( array $drafts, \DateTimeImmutable $at ): void {
		$this->fate->call(
			function () use ( $drafts, $at ): void {
				foreach ( $drafts as $seen ) {
					$row      = $this->rows[ $seen->id ];
					$is_draft = $row['state'] === TaskState::Done && $row['remote_number'] === '';
					$is_same  = $is_draft && $row['remote_id'] === $seen->remote_id;
					if ( $is_same && $row['checked_at'] !== null && $row['checked_at'] < $at ) {
						$this->rows[ $seen->id ]['checked_at'] = $at;
					}
				}
			}
		);
	}

	public function holding( string $remote_type, array $remote_ids ): array {
		$wanted = array_flip( $remote_ids );
		$is_one = static fn( array $row ): bool =>
			$row['remote_type'] === $remote_type && isset( $wanted[ $row['remote_id'] ] );
		return $this->some( $is_one, 1000 );
	}

	/** @return list<Task> */
	private function longest_not_seen( callable $which, int $limit ): array {
		$rows = array_filter( $this->rows, $which );
		$place = static fn( array $row ): array => [ $row['checked_at'], $row['id'] ];
		uasort( $rows, static fn( array $one, array $other ): int => $place( $one ) <=> $place( $other ) );
		return array_map( $this->row( ... ), array_slice( array_keys( $rows ), 0, $limit ) );
	}

	/** @return array<int, array<string, mixed>> to be read later, `$behind` the times. */
	public function as_it_is(): array {
		return $this->rows;
	}

	/**
	 * As if they stood so: whatever states they are in.
	 *
	 * @param list<Task> $tasks
	 */
	public function put( array $tasks ): void {
		$this->rows = [];
		foreach ( $tasks as $task ) {
			$this->rows[ $task->id ] = array_diff_key( get_object_vars( $task ), [ 'outcome' => true ] )
				+ [ 'checked_at' => null ];
			$this->last_id           = max( $this->last_id, $task->id );
		}
	}

	/** @return list<Task> */
	public function all(): array {
		return array_map( $this->row( ... ), array_keys( $this->rows ) );
	}

	/**
	 * @param array{int, int} $behind second of the last change, and id.
	 * @return list<Task>
	 */
	public function changed( array $behind, \DateTimeImmutable $until ): array {
		$is_behind = static fn ( array $row ): bool => $row['updated_at'] <= $until
			&& [ $row['updated_at']->getTimestamp(), $row['id'] ] > $behind;
		return array_map( self::task( ... ), array_values( array_filter( $this->rows, $is_behind ) ) );
	}

	public function page( TaskFilter $filter, int $limit, int $offset ): array {
		return array_slice(
			array_reverse( $this->some( fn( array $row ): bool => $this->is_listed( $row, $filter ), PHP_INT_MAX ) ),
			$offset,
			$limit
		);
	}

	/** @param array<string, mixed> $row */
	private function is_listed( array $row, TaskFilter $filter ): bool {
		return $row['key']->effect !== Effect::FollowOrder
			&& ( $filter->states === [] || in_array( $row['state'], $filter->states, true ) )
			&& ( $filter->effects === [] || in_array( $row['key']->effect, $filter->effects, true ) )
			&& ( $filter->order_ids === [] || in_array( $row['key']->order_id, $filter->order_ids, true ) )
			&& ( $filter->ids === [] || in_array( $row['id'], $filter->ids, true ) )
			&& ( $filter->problem === '' || $row['problem']?->code->value === $filter->problem )
			&& ( $filter->problems === [] || in_array( $row['problem']?->code, $filter->problems, true ) )
			&& ( $filter->from === null || $row['updated_at'] >= $filter->from )
			&& ( $filter->until === null || $row['updated_at'] < $filter->until )
			&& ( $filter->below === 0 || $row['id'] < $filter->below );
	}

	public function count( TaskFilter $filter ): int {
		return count( $this->page( $filter, 1000, 0 ) );
	}

	public function oldest_due( \DateTimeImmutable $now ): ?\DateTimeImmutable {
		$due = array_map( fn ( int $id ): \DateTimeImmutable => $this->row( $id )->due_at, $this->due( $now, 1000 ) );
		return $due === [] ? null : min( $due );
	}

	/** Of a problem its code counts, and of an origin the back-fill, as in the columns of the table. */
	private static function compared( mixed $value ): mixed {
		return match ( true ) {
			$value instanceof Problem => $value->code,
			$value instanceof Origin => $value->backfill_id,
			default => $value,
		};
	}

	/** @param array<string, mixed> $changes */
	private function set( int $id, array $changes ): void {
		$this->rows[ $id ] = [
			...$this->rows[ $id ],
			...$changes,
			'updated_at' => $this->clock->now(),
		];
	}

	private function lookup( TaskKey $key ): ?int {
		foreach ( $this->rows as $id => $row ) {
			if ( $key->is( $row['key'] ) ) {
				return $id;
			}
		}
		return null;
	}

	private function is_due( int $id, \DateTimeImmutable $now ): bool {
		$row = $this->rows[ $id ] ?? null;
		return $row !== null
			&& (
				( $row['state'] === TaskState::Queued && $row['due_at'] <= $now )
				|| ( $row['state'] === TaskState::Working && $row['locked_until'] < $now )
			);
	}

	private function row( int $id ): Task {
		return self::task( $this->rows[ $id ] );
	}

	/** @param array<string, mixed> $row */
	private static function task( array $row ): Task {
		return new Task( ...array_diff_key( $row, [ 'checked_at' => true ] ) );
	}

	/** @return list<Task> */
	private function some( callable $which, int $limit ): array {
		$found = [];
		foreach ( $this->behind ?? $this->rows as $row ) {
			if ( $which( $row ) && array_push( $found, self::task( $row ) ) === $limit ) {
				break;
			}
		}
		return $found;
	}
}
