<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Features\History\Rules\HistoryState;
use OrderInvoicer\Features\History\Rules\Settled;
use OrderInvoicer\WordPress\Tables\ReportRow;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskRow;
use OrderInvoicer\WordPress\Tables\UtcTime;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** Documents and those to come: rows of the ledger, with what the report knows of each. */
final class WpdbHistory {

	/** Rows of the ledger that a file reads at once. */
	private const CHUNK = 1500;

	/** For many at once a database would rather read the whole table. */
	public const ORDERS = 100;

	/** A document without a row in the report is not known yet; a row that was left out without one has none. */
	private const ROWS = "SELECT s.*, a.kind, a.number, a.document_date, a.currency, a.excl_tax, a.incl_tax, a.taxes,
			a.made_at AS reported_at, a.seen_status, a.country
		FROM %i s LEFT JOIN %i a ON a.sync_id = s.id AND a.remote_id = s.remote_id
		WHERE ( s.state <> 'skipped' OR a.sync_id IS NOT NULL )";

	public function __construct(
		private readonly Sql $sql,
		private readonly HistoryIds $ids,
		private readonly Clock $clock,
	) {}

	/**
	 * @return array{list<HistoryRow>, bool} those that fit among the newest, in no order, and whether there may be
	 *         more.
	 */
	public function newest( HistoryFilter $filter ): array {
		[ $ids, $is_cut ] = $this->ids->newest( $filter );
		$rows             = $ids === [] ? [] : $this->read( self::ROWS . ' AND s.id IN ( %d )', [ $ids ] );
		$rows             = $filter->is_of_money() ? $this->settled( $rows ) : $rows;
		$rows             = $filter->state === HistoryState::ToDo ? $this->needing( $rows ) : $rows;
		return [ array_values( array_filter( $rows, $filter->takes( ... ) ) ), $is_cut ];
	}

	/**
	 * All that fit, the newest first, a few at a time.
	 *
	 * @return iterable<list<HistoryRow>> with what is paid of them.
	 */
	public function all( HistoryFilter $filter ): iterable {
		$below = PHP_INT_MAX;
		do {
			$ids    = $this->sql->rows_now(
				'SELECT id FROM %i WHERE id < %d ORDER BY id DESC LIMIT %d',
				[ $this->sql->table( 'orderinvoicer_sync' ), $below, self::CHUNK ]
			);
			$number = count( $ids );
			if ( $number > 0 ) {
				$from = (int) $ids[ $number - 1 ]['id'];
				yield $this->chunk( $filter, $from, $below );
				$below = $from;
			}
		} while ( $number === self::CHUNK );
	}

	/** @return list<HistoryRow> */
	private function chunk( HistoryFilter $filter, int $from, int $below ): array {
		$sql       = self::ROWS . ' AND s.id >= %d AND s.id < %d AND s.effect IN ( %s )';
		$arguments = [ $from, $below, $filter->effects() ];
		if ( $filter->order_ids !== null ) {
			$sql        .= ' AND s.order_id IN ( %d )';
			$arguments[] = $filter->order_ids;
		}
		if ( $filter->has_days() ) {
			$sql .= ' AND COALESCE( a.document_date, a.made_at, s.created_at ) >= %s
				AND COALESCE( a.document_date, a.made_at, s.created_at ) < %s';
			array_push( $arguments, ...HistoryIds::moments( $filter ) );
		}
		$rows = $this->settled( $this->needing( $this->read( "$sql ORDER BY s.id DESC", $arguments ) ) );
		return array_values( array_filter( $rows, $filter->takes( ... ) ) );
	}

	/**
	 * @param list<HistoryRow> $rows
	 * @return list<HistoryRow> with what is paid of them.
	 */
	public function settled( array $rows ): array {
		$by_order = [];
		foreach ( $this->of_orders( $rows ) as $report ) {
			$by_order[ $report['order_id'] ][] = $report;
		}
		$settled = [];
		foreach ( $by_order as $reports ) {
			$settled += Settled::of( $reports );
		}
		return array_map( static fn ( HistoryRow $row ) => $row->settled( $settled[ $row->task->id ] ?? null ), $rows );
	}

	/**
	 * @param list<HistoryRow> $rows
	 * @return list<HistoryRow> with the word whether something of their order needs a person.
	 */
	public function needing( array $rows ): array {
		$found = $rows === [] ? [] : $this->sql->rows_now(
			"SELECT DISTINCT order_id FROM %i WHERE order_id IN ( %d ) AND state = 'attention'
				AND effect <> 'follow_order'",
			[ $this->sql->table( 'orderinvoicer_sync' ), self::orders( $rows ) ]
		);
		$ids   = array_flip( array_column( $found, 'order_id' ) );
		return array_map(
			static fn ( HistoryRow $row ): HistoryRow =>
				$row->needing_you( isset( $ids[ $row->task->key->order_id ] ) ),
			$rows
		);
	}

	/**
	 * @param list<HistoryRow> $rows
	 * @return array<int, string> by task: the number of the invoice that it credits; none where nobody knows.
	 */
	public function origins( array $rows ): array {
		$credits = array_filter( $rows, static fn ( HistoryRow $row ) => $row->kind === DocumentKind::CreditNote );
		$found   = $credits === [] ? [] : $this->sql->rows_now(
			"SELECT order_id, revision, remote_number FROM %i WHERE order_id IN ( %d ) AND refund_id = 0
				AND effect = 'create_invoice' AND remote_number <> ''",
			[ $this->sql->table( 'orderinvoicer_sync' ), self::orders( $credits ) ]
		);
		$numbers = [];
		foreach ( $found as $invoice ) {
			$numbers[ (int) $invoice['order_id'] ][ (int) $invoice['revision'] ] = $invoice['remote_number'];
		}
		$origins = [];
		foreach ( $credits as $row ) {
			$key                       = $row->task->key;
			$origins[ $row->task->id ] = $numbers[ $key->order_id ][ $key->revision ] ?? '';
		}
		return array_filter( $origins, static fn ( string $number ): bool => $number !== '' );
	}

	/**
	 * @param list<HistoryRow> $rows
	 * @return list<array<string, string>> of the report, of whole orders.
	 */
	private function of_orders( array $rows ): array {
		$final = array_filter( $rows, static fn ( HistoryRow $row ): bool => $row->number !== '' );
		$found = [];
		foreach ( array_chunk( self::orders( $final ), self::ORDERS ) as $ids ) {
			$of_some = $this->sql->rows_now(
				'SELECT ' . ReportRow::PAID_AT . ', sync_id, order_id, kind, number, currency, incl_tax, seen_status,
					seen_due, seen_at, order_created_at FROM %i r WHERE order_id IN ( %d )',
				[ $this->sql->table( 'orderinvoicer_sync' ), $this->sql->table( WpdbReport::TABLE ), $ids ]
			);
			array_push( $found, ...$of_some );
		}
		return $found;
	}

	/**
	 * @param literal-string                     $sql that begins as ROWS.
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<HistoryRow>
	 */
	private function read( string $sql, array $arguments ): array {
		$tables = [ $this->sql->table( 'orderinvoicer_sync' ), $this->sql->table( WpdbReport::TABLE ) ];
		$rows   = $this->sql->rows_now( $sql, [ ...$tables, ...$arguments ] );
		return array_values( array_filter( array_map( $this->row( ... ), $rows ) ) );
	}

	/** @param array<string, string> $row */
	private function row( array $row ): ?HistoryRow {
		$task = TaskRow::read( $row );
		if ( $task === null ) {
			return null;
		}
		$made = $row['reported_at'] === '' ? $task->document_since() : UtcTime::of_column( $row['reported_at'] );
		return HistoryRow::of(
			task: $task,
			document: ReportRow::document( $row ),
			seen: $row['seen_status'],
			day: $row['document_date'] === '' ? $this->clock->day_of( $made ) : $row['document_date'],
			country: $row['country']
		);
	}

	/**
	 * @param array<HistoryRow> $rows
	 * @return list<int>
	 */
	public static function orders( array $rows ): array {
		return array_values(
			array_unique( array_map( static fn ( HistoryRow $row ): int => $row->task->key->order_id, $rows ) )
		);
	}
}
