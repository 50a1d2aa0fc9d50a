<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Domain\Seen\SeenDocuments;

/**
 * How each document was seen at Sellsy last: columns of the report's table. A task's next document was never seen.
 * What is due is whole minor units; NULL is unknown.
 */
final class WpdbSeenDocuments implements SeenDocuments {

	/** Stands for NULL in comparisons: no document owes so much. */
	private const UNKNOWN = -9007199254740991;

	private const COLUMNS = 'sync_id, kind, remote_id, number, made_at, seen_status, seen_due, seen_at, hinted_at';

	public function __construct( private readonly Sql $sql ) {}

	public function is_empty(): bool {
		return $this->sql->value( 'SELECT sync_id FROM %i LIMIT 1', [ $this->table() ] ) === '';
	}

	public function hint( DocumentKind $kind, array $ids, \DateTimeImmutable $at ): int {
		if ( $ids === [] ) {
			return 0;
		}
		return $this->sql->change(
			'UPDATE %i SET hinted_at = %s WHERE kind = %s AND remote_id IN ( %d )',
			[ $this->table(), UtcTime::to_column( $at ), $kind->value, $ids ]
		);
	}

	public function hinted( int $limit ): array {
		return $this->documents( 'hinted_at IS NOT NULL ORDER BY hinted_at, sync_id LIMIT %d', [ $limit ] );
	}

	public function unseen(
		DocumentKind $kind,
		Round $round,
		\DateTimeImmutable $since,
		\DateTimeImmutable $now,
		int $limit
	): array {
		$awaited = Round::awaited( $kind );
		if ( $round === Round::Open && $awaited === [] ) {
			return [];
		}
		$fresh   = UtcTime::to_column( $now->modify( Round::FRESH_FOR ) );
		$recent  = UtcTime::to_column( $now->modify( Round::RECENT_FOR ) );

		[ $of_round, $arguments ] = match ( $round ) {
			Round::Fresh  => [ "seen_status = '' AND made_at >= %s", [ $fresh ] ],
			Round::Open   => [ "( seen_status IN ( %s ) OR seen_status = 'draft' AND number <> '' )", [ $awaited ] ],
			Round::Recent => [ 'made_at >= %s', [ $recent ] ],
			Round::Old    => [ 'made_at < %s', [ $recent ] ],
		};
		// By the index that leads to those of the round: by the primary key, the whole table would be walked.
		$order = $round === Round::Open ? 'seen_at, sync_id' : 'made_at, sync_id';
		return $this->documents(
			"kind = %s AND $of_round AND ( seen_at IS NULL OR seen_at < %s ) AND hinted_at IS NULL"
				. " ORDER BY $order LIMIT %d",
			[ $kind->value, ...$arguments, UtcTime::to_column( $since ), $limit ]
		);
	}

	public function among( DocumentKind $kind, array $ids ): array {
		return $ids === [] ? [] : array_column(
			$this->documents( 'kind = %s AND remote_id IN ( %d )', [ $kind->value, $ids ] ),
			null,
			'id'
		);
	}

	public function of_tasks( array $task_ids ): array {
		return $task_ids === []
			? []
			: array_column( $this->documents( 'sync_id IN ( %d )', [ $task_ids ] ), null, 'task_id' );
	}

	public function same( array $documents, \DateTimeImmutable $at ): void {
		if ( $documents === [] ) {
			return;
		}
		$ids   = array_column( $documents, 'task_id' );
		$hint  = max( array_map( self::hint_of( ... ), $documents ) );
		$this->sql->change(
			'UPDATE %i SET seen_at = %s, hinted_at = CASE WHEN hinted_at <= %s THEN NULL ELSE hinted_at END
			WHERE sync_id IN ( %d )',
			[ $this->table(), UtcTime::to_column( $at ), $hint, $ids ]
		);
	}

	/** Those that were hinted at are read by themselves: their hint stays. */
	public function keep_all( array $seen, \DateTimeImmutable $at ): void {
		if ( $seen === [] ) {
			return;
		}
		$status = [];
		$due    = [];
		$as_was = [];
		foreach ( $seen as [ $was, $now_status, $now_due ] ) {
			array_push( $status, $was->task_id, mb_substr( $now_status, 0, 32 ) );
			array_push( $due, $was->task_id, $now_due === null ? '' : (string) $now_due );
			array_push( $as_was, $was->task_id, $was->id, $was->status, self::UNKNOWN, $was->due ?? self::UNKNOWN );
		}
		$states = implode( ' ', array_fill( 0, count( $seen ), 'WHEN %d THEN %s' ) );
		$is     = '( sync_id = %d AND remote_id = %d AND seen_status = %s AND COALESCE( seen_due, %d ) = %d )';
		$are    = implode( ' OR ', array_fill( 0, count( $seen ), $is ) );
		$this->sql->change(
			"UPDATE %i SET changed_at = %s, seen_at = %s, seen_status = CASE sync_id $states ELSE seen_status END,
				seen_due = NULLIF( CASE sync_id $states ELSE '' END, '' ) WHERE $are",
			[ $this->table(), UtcTime::to_column( $at ), UtcTime::to_column( $at ), ...$status, ...$due, ...$as_was ]
		);
	}

	public function keep( SeenDocument $was, string $status, ?int $due, \DateTimeImmutable $at ): bool {
		return $this->sql->change(
			"UPDATE %i SET seen_status = %s, seen_due = NULLIF( %s, '' ), seen_at = %s, changed_at = %s,
				hinted_at = CASE WHEN hinted_at <= %s THEN NULL ELSE hinted_at END
			WHERE sync_id = %d AND remote_id = %d AND seen_status = %s AND COALESCE( seen_due, %d ) = %d",
			[
				$this->table(),
				mb_substr( $status, 0, 32 ),
				$due === null ? '' : (string) $due,
				UtcTime::to_column( $at ),
				UtcTime::to_column( $at ),
				self::hint_of( $was ),
				$was->task_id,
				$was->id,
				$was->status,
				self::UNKNOWN,
				$was->due ?? self::UNKNOWN,
			]
		) > 0;
	}

	/** Of one that nobody hinted at: a moment before all hints. */
	private static function hint_of( SeenDocument $document ): string {
		return $document->hinted_at === null ? '1970-01-01 00:00:00' : UtcTime::to_column( $document->hinted_at );
	}

	/**
	 * @param literal-string                     $condition
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<SeenDocument>
	 */
	private function documents( string $condition, array $arguments ): array {
		$columns   = self::COLUMNS;
		$documents = [];
		$sql       = "SELECT $columns FROM %i WHERE $condition";
		foreach ( $this->sql->rows( $sql, [ $this->table(), ...$arguments ] ) as $row ) {
			$kind = DocumentKind::tryFrom( $row['kind'] ?? '' );
			if ( $kind !== null ) {
				$documents[] = new SeenDocument(
					task_id: (int) ( $row['sync_id'] ?? 0 ),
					kind: $kind,
					id: (int) ( $row['remote_id'] ?? 0 ),
					made_at: self::moment( $row['made_at'] ?? '' ),
					status: $row['seen_status'] ?? '',
					due: ( $row['seen_due'] ?? '' ) === '' ? null : (int) $row['seen_due'],
					hinted_at: self::moment( $row['hinted_at'] ?? '' ),
					seen_at: self::moment( $row['seen_at'] ?? '' ),
					number: $row['number'] ?? '',
				);
			}
		}
		return $documents;
	}

	private static function moment( string $column ): ?\DateTimeImmutable {
		return $column === '' ? null : UtcTime::of_column( $column );
	}

	private function table(): string {
		return $this->sql->table( WpdbReport::TABLE );
	}
}
