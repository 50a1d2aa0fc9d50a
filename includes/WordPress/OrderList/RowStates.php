<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;

/** How rows of the ledger stand now. */
final class RowStates {

	/** In place of `queued`, of a row that is not due yet: nothing works on it now. */
	public const WAITS = 'waits';

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> a TaskState value or WAITS, by id; without rows that are gone.
	 * @throws DatabaseRefused
	 */
	public function of( array $ids ): array {
		if ( $ids === [] ) {
			return [];
		}
		$rows  = $this->sql->rows(
			"SELECT id, CASE WHEN state = 'queued' AND due_at > %s THEN %s ELSE state END AS stands
			FROM %i WHERE id IN ( %d )",
			[ UtcTime::to_column( $this->clock->now() ), self::WAITS, $this->sql->table( 'orderinvoicer_sync' ), $ids ]
		);
		return array_combine(
			array_map( intval( ... ), array_column( $rows, 'id' ) ),
			array_column( $rows, 'stands' )
		);
	}
}
