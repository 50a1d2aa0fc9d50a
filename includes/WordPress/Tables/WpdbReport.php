<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\System\Clock;

/**
 * The report in one table, a row for each task that made a document. Amounts are whole minor units, so that sums are
 * exact on every database. NULL is unknown; `NULLIF` makes it of the empty text that a placeholder can hold.
 *
 * No document waits for its report: where the table refuses, the whole ledger is compared with it again by the pass.
 */
final class WpdbReport implements Report {

	/** Problems of a row whose document is not there any more. One that was cancelled is: it may be reopened. */
	private const GONE = "( 'document_gone', 'being_linked', 'link_broken' )";

	public const TABLE = 'orderinvoicer_amounts';

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	/** How the same document was seen at Sellsy stays. */
	public function keep( Task $task, ReportedDocument $document, ?ReportedOrder $order ): void {
		$now = UtcTime::to_column( $this->clock->now() );
		$this->write(
			"REPLACE INTO %i ( sync_id, order_id, refund_id, kind, remote_id, made_at, read_at, number, document_date,
				currency, excl_tax, incl_tax, taxes, order_read_at, order_created_at, order_paid_at, gateway, country,
				buyer, order_currency, order_total, seen_status, seen_due, seen_at, hinted_at, changed_at )
			SELECT s.id, s.order_id, s.refund_id, %s, %d, CASE WHEN s.remote_id = %d AND s.made_at IS NOT NULL
				THEN s.made_at ELSE %s END, %s, %s, NULLIF( %s, '' ), NULLIF( %s, '' ), NULLIF( %s, '' ),
				NULLIF( %s, '' ), NULLIF( %s, '' ),
			NULLIF( %s, '' ), NULLIF( %s, '' ), NULLIF( %s, '' ), NULLIF( %s, '-' ), NULLIF( %s, '' ), NULLIF( %s, '' ),
				NULLIF( %s, '' ), NULLIF( %s, '' ),
			COALESCE( was.seen_status, '' ), was.seen_due, was.seen_at, was.hinted_at, %s
			FROM %i s LEFT JOIN %i was ON was.sync_id = s.id AND was.remote_id = %d
			WHERE s.id = %d AND s.lock_token = %s AND s.lock_token <> ''",
			[
				$this->table(),
				$document->kind->value,
				$document->id,
				$document->id,
				$now,
				$now,
				...self::document( $document ),
				$order === null ? '' : $now,
				...self::order( $order ),
				$now,
				$this->ledger(),
				$this->table(),
				$document->id,
				$task->id,
				$task->lock_token,
			]
		);
	}

	/**
	 * What this answer does not say stays as it was known: lists come without the HT of each tax, which stays with the
	 * same taxes and amounts. The answer of a draft is too old for what has a number.
	 */
	public function update( int $task_id, ReportedDocument $document ): void {
		$now   = UtcTime::to_column( $this->clock->now() );
		$known = self::document( $document );
		// `taxes` first: MySQL reads what stands further to the left as set already.
		$this->write(
			"UPDATE %i SET taxes = CASE WHEN taxes LIKE %s AND excl_tax = %d AND incl_tax = %d THEN taxes ELSE
					COALESCE( NULLIF( %s, '' ), taxes ) END,
				changed_at = %s, read_at = %s, number = %s,
				document_date = COALESCE( NULLIF( %s, '' ), document_date ),
				currency = COALESCE( NULLIF( %s, '' ), currency ),
			excl_tax = COALESCE( NULLIF( %s, '' ), excl_tax ), incl_tax = COALESCE( NULLIF( %s, '' ), incl_tax )
			WHERE sync_id = %d AND remote_id = %d AND ( number = '' OR %s <> '' )",
			[
				$this->table(),
				TaxesColumn::same_with_bases( $document->taxes ),
				$document->excl_tax ?? -1,
				$document->incl_tax ?? -1,
				$known[5],
				$now,
				$now,
				...array_slice( $known, 0, 5 ),
				$task_id,
				$document->id,
				$document->number,
			]
		);
	}

	public function documents( array $task_ids ): array {
		if ( $task_ids === [] ) {
			return [];
		}
		$columns = ReportRow::COLUMNS;
		$sql     = "SELECT $columns FROM %i WHERE sync_id IN ( %d )";
		$found   = [];
		foreach ( $this->sql->rows( $sql, [ $this->table(), $task_ids ] ) as $row ) {
			$found[ (int) ( $row['sync_id'] ?? 0 ) ] = ReportRow::document( $row );
		}
		return array_filter( $found );
	}

	public function forget( int $task_id, int $document_id ): void {
		$this->write(
			'DELETE FROM %i WHERE sync_id = %d AND remote_id = %d',
			[ $this->table(), $task_id, $document_id ]
		);
	}

	public function end_of_ledger(): int {
		return 1 + (int) $this->sql->value( 'SELECT MAX( id ) FROM %i', [ $this->ledger() ] );
	}

	public function reconcile( int $from, int $until ): void {
		$now = UtcTime::to_column( $this->clock->now() );
		$this->sql->change(
			"INSERT IGNORE INTO %i ( sync_id, order_id, refund_id, kind, remote_id, number, made_at, changed_at )
			SELECT id, order_id, refund_id, remote_type, remote_id, remote_number, COALESCE( made_at, created_at ), %s
				FROM %i
			WHERE id >= %d AND id < %d AND remote_id > 0 AND SUBSTR( effect, 1, 7 ) = 'create_'
				AND error_code NOT IN " . self::GONE,
			[ $this->table(), $now, $this->ledger(), $from, $until ]
		);
		$this->sql->change(
			"UPDATE %i SET read_at = NULL, changed_at = %s WHERE sync_id >= %d AND sync_id < %d
			AND EXISTS ( SELECT 1 FROM %i s WHERE s.id = sync_id AND s.remote_number <> ''
				AND HEX( s.remote_number ) <> HEX( number ) )", // Tables of two releases may differ in their collation.
			[ $this->table(), $now, $from, $until, $this->ledger() ]
		);
		$deleted = $this->sql->change(
			"DELETE FROM %i WHERE sync_id >= %d AND sync_id < %d
			AND NOT EXISTS ( SELECT 1 FROM %i s WHERE s.id = sync_id AND ( s.state = 'working'
				OR ( s.remote_id = %i.remote_id AND s.error_code NOT IN " . self::GONE . ' ) ) )',
			[ $this->table(), $from, $until, $this->ledger(), $this->table() ]
		);
		if ( $deleted > 0 ) {
			SchemaTables::count_again( $this->sql, $from );
		}
	}

	public function unread_since( DocumentKind $kind ): ?\DateTimeImmutable {
		$since = $this->sql->value(
			'SELECT MIN( made_at ) FROM %i WHERE read_at IS NULL AND kind = %s',
			[ $this->table(), $kind->value ]
		);
		return $since === '' ? null : UtcTime::of_column( $since );
	}

	public function unread_among( DocumentKind $kind, array $documents ): array {
		$rows  = $this->sql->rows(
			'SELECT r.remote_id, r.sync_id, r.number, r.order_currency, s.sent_key FROM %i r'
				. ' INNER JOIN %i s ON s.id = r.sync_id WHERE r.read_at IS NULL AND r.kind = %s'
				. ' AND r.remote_id IN ( %d )',
			[ $this->table(), $this->ledger(), $kind->value, array_column( $documents, 'id' ) ]
		);
		$found = [];
		foreach ( $rows as $row ) {
			$found[ (int) ( $row['remote_id'] ?? 0 ) ] = [
				'task_id'  => (int) ( $row['sync_id'] ?? 0 ),
				'key'      => $row['sent_key'] ?? '',
				'number'   => $row['number'] ?? '',
				'currency' => $row['order_currency'] ?? '',
			];
		}
		return $found;
	}

	public function give_up( DocumentKind $kind, \DateTimeImmutable $now ): void {
		$this->sql->change(
			'UPDATE %i SET read_at = %s, changed_at = %s WHERE read_at IS NULL AND kind = %s',
			[ $this->table(), UtcTime::to_column( $now ), UtcTime::to_column( $now ), $kind->value ]
		);
	}

	public function unread_orders( int $limit ): array {
		return $this->orders(
			'SELECT DISTINCT order_id FROM %i WHERE order_paid_at IS NULL AND order_created_at IS NULL'
				. ' AND order_read_at IS NULL ORDER BY order_id DESC LIMIT %d',
			[ $limit ]
		);
	}

	public function unpaid_orders( \DateTimeImmutable $seen_before, \DateTimeImmutable $created, int $limit ): array {
		return $this->orders(
			'SELECT DISTINCT order_id FROM %i WHERE order_paid_at IS NULL AND order_created_at >= %s'
				. ' AND order_read_at < %s LIMIT %d',
			[ UtcTime::to_column( $created ), UtcTime::to_column( $seen_before ), $limit ]
		);
	}

	/** An order that is still the same changed nothing: those that await their payment are read each day. */
	public function keep_order( int $order_id, ?ReportedOrder $order, \DateTimeImmutable $now ): void {
		$moment                     = UtcTime::to_column( $now );
		[ $same, $is, $set, $said ] = [ '', [], '', [] ];
		if ( $order !== null ) {
			$same = " AND COALESCE( order_created_at, '' ) = %s AND COALESCE( order_paid_at, '' ) = %s
				AND COALESCE( order_currency, '' ) = %s AND COALESCE( order_total, -1 ) = %d";
			$said = self::order( $order );
			$is   = [ $said[0], $said[1], $said[5], (int) $said[6] ];
			$set  = ", order_created_at = NULLIF( %s, '' ), order_paid_at = NULLIF( %s, '' ),
				gateway = NULLIF( %s, '-' ), country = NULLIF( %s, '' ), buyer = NULLIF( %s, '' ),
				order_currency = NULLIF( %s, '' ), order_total = NULLIF( %s, '' )";
		}
		// Compared before the rest is set: MySQL reads what stands further to the left as set already.
		$this->sql->change(
			"UPDATE %i SET changed_at = CASE WHEN order_read_at IS NOT NULL$same THEN changed_at ELSE %s END,
				order_read_at = %s$set WHERE order_id = %d",
			[ $this->table(), ...$is, $moment, $moment, ...$said, $order_id ]
		);
	}

	/**
	 * @return array{string, string, string, string, string, string} number, date, currency, HT, TTC, taxes; empty for
	 *         unknown.
	 */
	private static function document( ReportedDocument $document ): array {
		return [
			$document->number,
			(string) $document->date,
			(string) $document->currency,
			(string) $document->excl_tax,
			(string) $document->incl_tax,
			TaxesColumn::to_column( $document->taxes ),
		];
	}

	/**
	 * @return array{string, string, string, string, string, string, string} `-` is a gateway that is not known: orders
	 *         may have none.
	 */
	private static function order( ?ReportedOrder $order ): array {
		return $order === null ? [ '', '', '-', '', '', '', '' ] : [
			UtcTime::to_column( $order->created_at ),
			$order->paid_at === null ? '' : UtcTime::to_column( $order->paid_at ),
			$order->gateway,
			(string) $order->country,
			(string) $order->buyer,
			$order->currency,
			(string) $order->total,
		];
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @return list<int>
	 */
	private function orders( string $sql, array $arguments ): array {
		return array_map(
			static fn ( array $row ): int => (int) ( $row['order_id'] ?? 0 ),
			$this->sql->rows( $sql, [ $this->table(), ...$arguments ] )
		);
	}

	/**
	 * @param literal-string   $sql
	 * @param list<string|int> $arguments
	 * @throws DatabaseRefused where not even that the report is behind can be noted.
	 */
	private function write( string $sql, array $arguments ): void {
		try {
			$this->sql->change( $sql, $arguments );
		} catch ( DatabaseRefused ) {
			$this->sql->change(
				'DELETE FROM %i WHERE option_name = %s',
				[ $this->sql->options_table(), Filled::OPTION ]
			);
			wp_cache_delete( Filled::OPTION, 'options' );
		}
	}

	private function table(): string {
		return $this->sql->table( self::TABLE );
	}

	private function ledger(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}
}
