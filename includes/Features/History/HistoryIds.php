<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryState;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/**
 * Which rows of the ledger a page of the history looks at: the newest that an index leads to, and no more than a
 * screen may cost in a shop of any size. Whether they fit in every way is seen afterwards (`HistoryFilter::takes()`).
 */
final class HistoryIds {

	/** Documents that are looked at for a page. */
	public const MOST = 700;

	/** Of each kind and state that is not there yet, beside the documents. */
	private const MOST_BESIDE = 50;

	/** Orders that need a person. */
	private const MOST_TO_DO = 200;

	private const ON_THE_WAY = [ TaskState::Queued, TaskState::Working ];
	private const UNFINISHED = [ ...self::ON_THE_WAY, TaskState::Attention ];

	public function __construct( private readonly Sql $sql ) {}

	/** @return array{list<int>, bool} and whether there are more than those. */
	public function newest( HistoryFilter $filter ): array {
		if ( $filter->order_ids !== null ) {
			return [ $this->of_orders( $filter->order_ids, $filter ), false ];
		}
		return match ( $filter->state ) {
			HistoryState::ToDo  => $this->to_do( $filter ),
			HistoryState::Waits => $this->unfinished( $filter, self::ON_THE_WAY, self::MOST ),
			HistoryState::Draft => $this->drafts( $filter ),
			null                => self::both(
				$this->documents( $filter ),
				$this->unfinished( $filter, self::UNFINISHED, self::MOST_BESIDE )
			),
			default             => $this->documents( $filter ),
		};
	}

	/**
	 * @param array{list<int>, bool} $one
	 * @param array{list<int>, bool} $other
	 * @return array{list<int>, bool}
	 */
	private static function both( array $one, array $other ): array {
		return [ array_values( array_unique( [ ...$one[0], ...$other[0] ] ) ), $one[1] || $other[1] ];
	}

	/**
	 * @param list<int> $order_ids
	 * @return list<int>
	 */
	private function of_orders( array $order_ids, HistoryFilter $filter ): array {
		return $order_ids === [] ? [] : $this->ids(
			'SELECT id FROM %i WHERE order_id IN ( %d ) AND effect IN ( %s )',
			[ $this->ledger(), $order_ids, $filter->effects() ]
		);
	}

	/** @return array{list<int>, bool} the documents of orders that need a person. */
	private function to_do( HistoryFilter $filter ): array {
		$orders = $this->ids(
			"SELECT DISTINCT order_id AS id FROM %i WHERE state = 'attention' AND effect <> 'follow_order'
			ORDER BY order_id DESC LIMIT %d",
			[ $this->ledger(), self::MOST_TO_DO + 1 ]
		);
		$cut    = array_slice( $orders, 0, self::MOST_TO_DO );
		return [ $this->of_orders( $cut, $filter ), $cut !== $orders ];
	}

	/** @return array{list<int>, bool} */
	private function drafts( HistoryFilter $filter ): array {
		$ids = $this->ids(
			"SELECT id FROM %i WHERE effect IN ( %s ) AND state IN ( 'done', 'queued', 'working' )
				AND remote_number = '' AND remote_id > 0 ORDER BY id DESC LIMIT %d",
			[ $this->ledger(), $filter->effects(), self::MOST + 1 ]
		);
		return [ array_slice( $ids, 0, self::MOST ), count( $ids ) > self::MOST ];
	}

	/**
	 * Each kind and state from its own index: of the many that a back-fill lets wait, the newest alone are read.
	 *
	 * @param non-empty-list<TaskState> $states
	 * @return array{list<int>, bool}
	 */
	private function unfinished( HistoryFilter $filter, array $states, int $most ): array {
		$arguments = [];
		foreach ( $filter->effects() as $effect ) {
			foreach ( $states as $state ) {
				array_push( $arguments, $this->ledger(), $effect, $state->value, $most + 1 );
			}
		}
		$part = '( SELECT id FROM %i WHERE effect = %s AND state = %s ORDER BY id DESC LIMIT %d ) part';
		$all  = implode( ' UNION ALL SELECT id FROM ', array_fill( 0, intdiv( count( $arguments ), 4 ), $part ) );
		$ids  = $this->ids( "SELECT id FROM $all", $arguments );
		rsort( $ids );
		return [ array_slice( $ids, 0, self::MOST ), count( $ids ) > $most ];
	}

	/** @return array{list<int>, bool} */
	private function documents( HistoryFilter $filter ): array {
		if ( $filter->has_days() ) {
			return $this->documents_of_days( $filter );
		}
		// Sellsy's ids grow too, and the index of a kind holds them.
		$ids = $filter->kind === null
			? $this->ids(
				'SELECT sync_id AS id FROM %i ORDER BY sync_id DESC LIMIT %d',
				[ $this->report(), self::MOST + 1 ]
			)
			: $this->ids(
				'SELECT sync_id AS id FROM %i WHERE kind = %s ORDER BY remote_id DESC LIMIT %d',
				[ $this->report(), $filter->kind->value, self::MOST + 1 ]
			);
		return [ array_slice( $ids, 0, self::MOST ), count( $ids ) > self::MOST ];
	}

	/**
	 * By the document's own day. Sellsy does not say that of all of them: those are found by the day on which they were
	 * made, as wide as the world's time zones.
	 *
	 * @return array{list<int>, bool}
	 */
	private function documents_of_days( HistoryFilter $filter ): array {
		[ $from, $until ] = self::days( $filter );
		$most             = intdiv( self::MOST, 2 );
		$dated            = $this->ids(
			'SELECT sync_id AS id FROM %i WHERE document_date >= %s AND document_date <= %s
			ORDER BY document_date DESC LIMIT %d',
			[ $this->report(), $from, $until, $most + 1 ]
		);
		$made             = $this->ids(
			'SELECT sync_id AS id FROM %i WHERE made_at >= %s AND made_at < %s ORDER BY made_at DESC LIMIT %d',
			[ $this->report(), ...self::moments( $filter ), $most + 1 ]
		);
		$is_cut           = max( count( $dated ), count( $made ) ) > $most;
		return [ array_values( array_unique( [ ...$dated, ...$made ] ) ), $is_cut ];
	}

	/** @return array{string, string} */
	private static function days( HistoryFilter $filter ): array {
		return [
			$filter->from === '' ? '1970-01-01' : $filter->from,
			$filter->until === '' ? '9999-12-30' : $filter->until,
		];
	}

	/** @return array{string, string} in UTC, a day more at both ends. */
	public static function moments( HistoryFilter $filter ): array {
		$moved = static fn ( string $day, string $by ): string =>
			( new \DateTimeImmutable( $day ) )->modify( $by )->format( 'Y-m-d 00:00:00' );
		[ $from, $until ] = self::days( $filter );
		return [
			$moved( $from, '-1 day' ),
			$filter->until === '' ? '9999-12-31 00:00:00' : $moved( $until, '+2 days' ),
		];
	}

	/**
	 * @param literal-string                     $sql of the column id.
	 * @param list<string|int|array<string|int>> $arguments
	 * @return list<int>
	 */
	private function ids( string $sql, array $arguments ): array {
		return array_map( intval( ... ), array_column( $this->sql->rows( $sql, $arguments ), 'id' ) );
	}

	private function ledger(): string {
		return $this->sql->table( 'orderinvoicer_sync' );
	}

	private function report(): string {
		return $this->sql->table( WpdbReport::TABLE );
	}
}
