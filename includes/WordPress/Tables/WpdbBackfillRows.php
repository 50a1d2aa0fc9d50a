<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\BackfillCounts;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;

/**
 * A back-fill's rows in the ledger's table. Each change is one conditional statement, as in WpdbLedger: a row that a
 * runner has claimed, or that a person or an event has taken over, is no longer touched.
 */
final class WpdbBackfillRows implements BackfillRows {

	private const NOTHING_SENT = 'backfill_id = %d AND sent_at IS NULL AND remote_id = 0 AND asked = 0';
	private const UNDONE       = self::NOTHING_SENT . " AND state IN ( 'queued', 'attention' )";
	private const OPENED       = 'effect IN ( %s )';

	public function __construct(
		private readonly Sql $sql,
		private readonly TaskTable $table,
		private readonly WpdbLedger $ledger,
	) {}

	public function open_rows( array $keys, Origin $origin, \DateTimeImmutable $now ): ?int {
		if ( $keys === [] ) {
			return null;
		}
		$this->insert( $keys, $origin, $now );
		$this->reopen_left_out( $keys, $origin, $now );
		return $this->one_due( $origin->backfill_id, $now );
	}

	public function counts( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts {
		$unfinished = $this->unfinished( $backfill_id, $now );
		$finished   = $this->by_state( $backfill_id, "state IN ( 'done', 'skipped' )" );
		return new BackfillCounts(
			done: $finished['done'] ?? 0,
			failed: $unfinished->failed,
			left_out: $finished['skipped'] ?? 0,
			waiting: $unfinished->waiting,
			busy: $unfinished->busy
		);
	}

	public function unfinished( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts {
		$counted = $this->by_state( $backfill_id, "state IN ( 'queued', 'working', 'attention' )" );
		$working = $counted['working'] ?? 0;
		$due     = (int) $this->table->value(
			"SELECT COUNT(*) FROM %i WHERE backfill_id = %d AND state = 'queued' AND due_at <= %s AND "
				. self::OPENED,
			[ $backfill_id, UtcTime::to_column( $now ), self::effects() ]
		);
		return new BackfillCounts(
			done: 0,
			failed: $counted['attention'] ?? 0,
			left_out: 0,
			waiting: ( $counted['queued'] ?? 0 ) + $working,
			busy: $due + $working
		);
	}

	/**
	 * From the index `progress`.
	 *
	 * @param literal-string $states
	 * @return array<string, int>
	 */
	private function by_state( int $backfill_id, string $states ): array {
		$rows   = $this->table->rows(
			"SELECT state, COUNT(*) AS all_rows FROM %i WHERE backfill_id = %d AND $states AND "
				. self::OPENED . ' GROUP BY state',
			[ $backfill_id, self::effects() ]
		);
		$counts = [];
		foreach ( $rows as $row ) {
			$counts[ $row['state'] ?? '' ] = (int) ( $row['all_rows'] ?? 0 );
		}
		return $counts;
	}

	/** Those that stopped too: they would be made as soon as a setting is mended. */
	public function hold( int $backfill_id ): void {
		$this->table->change(
			'UPDATE %i SET due_at = %s, updated_at = %s WHERE ' . self::UNDONE . ' AND ' . self::OPENED,
			[ TaskTable::HELD, $this->table->now(), $backfill_id, self::effects() ]
		);
	}

	public function let_go( int $backfill_id, \DateTimeImmutable $now ): ?int {
		$this->table->change(
			"UPDATE %i SET state = 'queued', attempts = 0, due_at = %s, updated_at = %s WHERE backfill_id = %d"
				. " AND state IN ( 'queued', 'attention' ) AND due_at = %s",
			[ UtcTime::to_column( $now ), $this->table->now(), $backfill_id, TaskTable::HELD ]
		);
		return $this->one_due( $backfill_id, $now );
	}

	/** Those that stopped too, for the same reason. */
	public function withdraw( int $backfill_id ): void {
		$first = (int) $this->table->value( 'SELECT MIN( id ) FROM %i WHERE backfill_id = %d', [ $backfill_id ] );
		$this->table->change(
			'DELETE FROM %i WHERE ' . self::UNDONE . ' AND ' . self::OPENED,
			[ $backfill_id, self::effects() ]
		);
		SchemaTables::count_again( $this->sql, $first );
	}

	/** @return list<string> what a back-fill opens itself; credit notes, payments and the like follow. */
	private static function effects(): array {
		return array_column( Effect::of_orders(), 'value' );
	}

	/** @param non-empty-list<TaskKey> $keys */
	private function insert( array $keys, Origin $origin, \DateTimeImmutable $now ): void {
		$values = [];
		foreach ( $keys as $key ) {
			array_push(
				$values,
				...$this->table->key( $key ),
				...[
					$origin->backfill_id,
					(int) $origin->stays_draft,
					UtcTime::to_column( $now ),
					$this->table->now(),
					$this->table->now(),
				]
			);
		}
		$rows = implode(
			', ',
			array_fill( 0, count( $keys ), "( %d, %d, %s, %s, %d, %d, %d, 'queued', 'open', %s, '', %s, %s )" )
		);
		$this->table->change(
			'INSERT IGNORE INTO %i ( order_id, refund_id, effect, part, revision, backfill_id, stays_draft, state,'
				. " outcome, due_at, error_message, created_at, updated_at ) VALUES $rows",
			$values
		);
	}

	/**
	 * What this back-fill left out itself stays so, and what was done by hand.
	 *
	 * @param non-empty-list<TaskKey> $keys
	 */
	private function reopen_left_out( array $keys, Origin $origin, \DateTimeImmutable $now ): void {
		$values = [];
		foreach ( $keys as $key ) {
			array_push( $values, ...$this->table->key( $key ) );
		}
		$any = implode( ' OR ', array_fill( 0, count( $keys ), '( ' . TaskTable::KEY . ' )' ) );
		foreach ( $this->table->current( "SELECT * FROM %i WHERE state = 'skipped' AND ( $any )", $values ) as $row ) {
			$this->ledger->save( TaskTransitions::backfilled( $row, $origin, $now ) );
		}
	}

	private function one_due( int $backfill_id, \DateTimeImmutable $now ): ?int {
		$id = (int) $this->table->value(
			"SELECT id FROM %i WHERE backfill_id = %d AND state = 'queued' AND due_at <= %s ORDER BY id LIMIT 1",
			[ $backfill_id, UtcTime::to_column( $now ) ]
		);
		return $id === 0 ? null : $id;
	}
}
