<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskRow;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/**
 * Documents by the moment at which they were made: the last one is the ledger's, how many there were is the report's.
 * Each question is answered from its table's index `made`.
 */
final class MadeDocuments {

	private const ISO = 'Y-m-d';

	public function __construct( private readonly Sql $sql ) {}

	/** @return array{task: Task, made_at: \DateTimeImmutable}|null */
	public function last(): ?array {
		$row  = $this->sql->rows(
			"SELECT * FROM %i WHERE made_at IS NOT NULL AND state = 'done' ORDER BY made_at DESC LIMIT 1",
			[ $this->sql->table( 'orderinvoicer_sync' ) ]
		)[0] ?? [];
		$task = TaskRow::read( $row );
		return $task === null ? null : [
			'task'    => $task,
			'made_at' => UtcTime::of_column( $row['made_at'] ?? '' ),
		];
	}

	/** Whether the ledger holds a document of which the report knows nothing: it was lost, or could not be written. */
	public function are_unread(): bool {
		$effects = array_column( array_map( Effect::create( ... ), DocumentKind::cases() ), 'value' );
		return $this->sql->value(
			'SELECT 1 FROM %i s WHERE s.effect IN ( %s ) AND s.remote_id > 0
				AND NOT EXISTS ( SELECT 1 FROM %i r WHERE r.sync_id = s.id ) LIMIT 1',
			[ $this->sql->table( 'orderinvoicer_sync' ), $effects, $this->sql->table( WpdbReport::TABLE ) ]
		) !== '';
	}

	/**
	 * Days may have 23 or 25 hours, so the caller says where each begins. What is gone from Sellsy does not count.
	 *
	 * @param non-empty-list<\DateTimeImmutable> $starts of days, each in the zone whose day it is; the last one is the
	 *                                                   end.
	 * @return array<string, array<string, int>> by day, then by kind; what has none is left out.
	 */
	public function per_day( array $starts ): array {
		$cases = [];
		foreach ( array_slice( $starts, 1 ) as $number => $end ) {
			array_push( $cases, UtcTime::to_column( $end ), $starts[ $number ]->format( self::ISO ) );
		}
		$marks = str_repeat( ' WHEN made_at < %s THEN %s', count( $starts ) - 1 );
		$rows  = $this->sql->rows(
			"SELECT kind, CASE$marks END AS day, COUNT(*) AS documents FROM %i WHERE made_at >= %s"
				. ' AND made_at < %s GROUP BY kind, day',
			[
				...$cases,
				$this->sql->table( WpdbReport::TABLE ),
				UtcTime::to_column( $starts[0] ),
				UtcTime::to_column( $starts[ count( $starts ) - 1 ] ),
			]
		);
		return $this->by_day( $rows );
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<string, array<string, int>>
	 */
	private function by_day( array $rows ): array {
		$days = [];
		foreach ( $rows as $row ) {
			$kind = DocumentKind::tryFrom( $row['kind'] ?? '' );
			if ( $kind !== null ) {
				$days[ $row['day'] ?? '' ][ $kind->value ] = (int) ( $row['documents'] ?? 0 );
			}
		}
		return $days;
	}
}
