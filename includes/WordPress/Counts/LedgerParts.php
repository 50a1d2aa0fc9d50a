<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\SchemaTables;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/**
 * The ledger in parts of some hundred tasks, in the sequence of their ids, each with what was counted of it and of its
 * documents. Only those in which something changed are counted again, whatever the rest holds. They are no days: a
 * back-fill opens half a million tasks in one. What is deleted, or changed by a hand that leaves no time, is found by
 * the few that are counted again each time, the oldest count first.
 */
final class LedgerParts {

	private const ROWS = 500;

	/** Counted again although nothing is known to have changed in them. */
	private const AGAIN = 3;

	/** More tasks than that: all is counted again. */
	private const MANY = 10_000;

	/** Up to when changes were looked for, in which time zone, and the newest task that was there. */
	private const MARK = 'orderinvoicer_counted_until';

	/** A slow statement is saved long after its time; clocks of several servers differ. */
	private const OVERLAP = '-10 minutes';

	/** @var array<int, array<string, string>> by their last tasks, from the first on. */
	private array $parts = [];

	/** @param int $at_once parts that one pass counts: a million tasks, which nobody has counted yet, in 20 passes. */
	public function __construct(
		private readonly Sql $sql,
		private readonly FreshOptions $options,
		private readonly MoneyOfMonths $money,
		private readonly int $at_once = 100,
	) {}

	/**
	 * @return array<string, int>|null by `task`, effect, state and problem, and as `MoneyFigures` names them; null as
	 *                                 long as something is still to be counted.
	 * @throws DatabaseRefused
	 */
	public function figures( \DateTimeImmutable $now ): ?array {
		$this->parts = [];
		foreach ( $this->sql->rows( 'SELECT * FROM %i ORDER BY last_id', [ $this->table() ] ) as $part ) {
			$this->parts[ (int) $part['last_id'] ] = $part;
		}
		$this->look_for_changes( $now );
		$left  = $this->at_once;
		$above = 0;
		$again = $this->oldest( self::AGAIN );
		foreach ( array_slice( $this->parts, 0, -1, true ) as $last => $part ) { // The newest grows: anew each time.
			if ( ( $part['counted_at'] === '' && --$left >= 0 ) || in_array( $last, $again, true ) ) {
				$this->count( $above, $last, PHP_INT_MAX, $now );
			}
			$above = $last;
		}
		return $left >= 0 && $this->go_on( $above, $left, $now ) ? $this->summed() : null;
	}

	/** @return list<int> the parts that were counted longest ago, of those in which nothing changed. */
	private function oldest( int $most ): array {
		$parts = array_filter( $this->parts, static fn ( array $part ): bool => $part['counted_at'] !== '' );
		uasort( $parts, static fn ( array $a, array $b ): int => $a['counted_at'] <=> $b['counted_at'] );
		return array_slice( array_keys( $parts ), 0, $most );
	}

	/** Where the newest task of the last time is another or none by now, the ledger went back. */
	private function look_for_changes( \DateTimeImmutable $now ): void {
		$ledger = $this->sql->table( 'orderinvoicer_sync' );

		[ $since, $zone, $id, $born ] = explode( '|', $this->options->get( self::MARK ) ) + [ '', '', '', '' ];

		$was = $this->sql->value( 'SELECT created_at FROM %i WHERE id = %d', [ $ledger, (int) $id ] );
		if ( $was === '' || $was !== $born ) {
			$this->parts = [];
			$this->sql->change( 'DELETE FROM %i', [ $this->table() ] );
		} else {
			$since = UtcTime::to_column( UtcTime::of_column( $since )->modify( self::OVERLAP ) );
			$this->outdate( $zone === wp_timezone_string() ? $this->changed( $since ) : null );
		}
		$newest = $this->sql->rows( 'SELECT id, created_at FROM %i ORDER BY id DESC LIMIT 1', [ $ledger ] )[0];
		$this->options->set(
			self::MARK,
			implode( '|', [ UtcTime::to_column( $now ), wp_timezone_string(), $newest['id'], $newest['created_at'] ] )
		);
	}

	/**
	 * What the documents of an order come to hangs on all of them.
	 *
	 * @return list<int>|null tasks; null where there are too many.
	 */
	private function changed( string $since ): ?array {
		$report = $this->sql->table( WpdbReport::TABLE );
		$rows   = $this->sql->rows(
			'SELECT id, order_id FROM %i WHERE updated_at >= %s'
				. ' UNION ALL SELECT sync_id, order_id FROM %i WHERE changed_at >= %s LIMIT %d',
			[ $this->sql->table( 'orderinvoicer_sync' ), $since, $report, $since, self::MANY ]
		);
		$ids    = array_column( $rows, 'id' );
		foreach ( array_chunk( array_unique( array_column( $rows, 'order_id' ) ), self::ROWS ) as $orders ) {
			$found = $this->sql->rows( 'SELECT sync_id FROM %i WHERE order_id IN ( %d )', [ $report, $orders ] );
			array_push( $ids, ...array_column( $found, 'sync_id' ) );
		}
		return count( $rows ) === self::MANY ? null : array_map( 'intval', $ids );
	}

	/** @param list<int>|null $ids of tasks that changed; null: whichever. */
	private function outdate( ?array $ids ): void {
		$ids = $ids === null ? array_keys( $this->parts ) : $ids;
		rsort( $ids );
		foreach ( array_keys( $this->parts ) as $last ) {
			$before = count( $ids );
			while ( $ids !== [] && end( $ids ) <= $last ) {
				array_pop( $ids );
			}
			if ( count( $ids ) < $before ) {
				$this->parts[ $last ]['counted_at'] = '';
				$this->sql->change( 'UPDATE %i SET counted_at = NULL WHERE last_id = %d', [ $this->table(), $last ] );
			}
		}
	}

	/** @return bool whether the end was reached. */
	private function go_on( int $above, int $left, \DateTimeImmutable $now ): bool {
		$this->sql->change( 'DELETE FROM %i WHERE last_id > %d', [ $this->table(), $above ] );
		$is_before   = static fn ( int $last ): bool => $last <= $above;
		$this->parts = array_filter( $this->parts, $is_before, ARRAY_FILTER_USE_KEY );
		while ( $left-- > 0 ) {
			[ $above, $tasks ] = $this->count( $above, PHP_INT_MAX, self::ROWS, $now );
			if ( $tasks < self::ROWS ) {
				return true;
			}
		}
		return false;
	}

	/** @return array{int, int} the last task, and how many there were. */
	private function count( int $above, int $until, int $most, \DateTimeImmutable $now ): array {
		$tasks   = $this->sql->rows(
			'SELECT id, effect, state, error_code FROM %i WHERE id > %d AND id <= %d ORDER BY id LIMIT %d',
			[ $this->sql->table( 'orderinvoicer_sync' ), $above, $until, $most ]
		);
		$last    = $until === PHP_INT_MAX ? (int) ( end( $tasks )['id'] ?? 0 ) : $until;
		$figures = array_count_values(
			array_map(
				static fn ( array $task ): string => "task {$task['effect']} {$task['state']} {$task['error_code']}",
				$tasks
			)
		);
		if ( $last > 0 ) {
			$this->parts[ $last ] = [
				'last_id'    => (string) $last,
				'counted_at' => UtcTime::to_column( $now ),
				'figures'    => (string) wp_json_encode( $figures + $this->money->figures( $above, $last, $now ) ),
			];
			$this->sql->change(
				'REPLACE INTO %i ( last_id, counted_at, figures ) VALUES ( %d, %s, %s )',
				[ $this->table(), ...array_values( $this->parts[ $last ] ) ]
			);
		}
		return [ $last, count( $tasks ) ];
	}

	/** @return array<string, int> */
	private function summed(): array {
		$sums = [];
		foreach ( $this->parts as $part ) {
			/** @var array<string, int> $figures */
			$figures = json_decode( $part['figures'], true );
			foreach ( $figures as $name => $number ) {
				$sums[ $name ] = ( $sums[ $name ] ?? 0 ) + $number;
			}
		}
		return $sums;
	}

	private function table(): string {
		return $this->sql->table( SchemaTables::COUNTS );
	}
}
