<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskRow;

/**
 * Writes into rows of earlier releases what came of them, some thousand in each pass, the oldest first. A row that was
 * changed meanwhile says it already; one that is not reached yet is read like any other (`OutcomeProblem`).
 */
final class FillOutcomes {

	/** The last row that was reached; read with all options. */
	public const OPTION = 'orderinvoicer_outcomes_filled';

	private const TURNS = 10;

	/** @param int $at_once rows that are read at once, in each turn of a pass. */
	public function __construct( private readonly Sql $sql, private readonly int $at_once = 500 ) {}

	public function run(): void {
		try {
			$turns = self::TURNS;
			do {
				$is_more = $this->fill();
			} while ( $is_more && --$turns > 0 );
		} catch ( DatabaseRefused ) {
			return; // The next pass goes on.
		}
	}

	/**
	 * @return bool whether there may be more.
	 * @throws DatabaseRefused
	 */
	private function fill(): bool {
		$table = $this->sql->table( 'orderinvoicer_sync' );
		$from  = get_option( self::OPTION, 0 );
		$rows  = $from === 'done' ? [] : $this->sql->rows(
			'SELECT * FROM %i WHERE id > %d ORDER BY id LIMIT %d',
			[ $table, is_numeric( $from ) ? (int) $from : 0, $this->at_once ]
		);
		foreach ( $this->by_outcome( $rows ) as $outcome => $ids ) {
			$this->sql->change(
				"UPDATE %i SET outcome = %s WHERE id IN ( %d ) AND outcome = ''",
				[ $table, $outcome, $ids ]
			);
		}
		return $from !== 'done' && update_option( self::OPTION, end( $rows )['id'] ?? 'done', true ) && $rows !== [];
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return array<value-of<Outcome>, non-empty-list<int>>
	 */
	private function by_outcome( array $rows ): array {
		$ids = [];
		foreach ( $rows as $row ) {
			$task = ( $row['outcome'] ?? '' ) === '' ? TaskRow::read( $row ) : null;
			if ( $task !== null ) {
				$ids[ $task->outcome->value ][] = $task->id;
			}
		}
		return $ids;
	}
}
