<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/** How rows of the ledger stand now. */
final class RowStates {

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> a TaskState value by id; without rows that are gone.
	 * @throws DatabaseRefused
	 */
	public function of( array $ids ): array {
		if ( $ids === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		$rows  = $this->sql->rows(
			"SELECT id, state FROM %i WHERE id IN ( $marks )",
			[ $this->sql->table( 'orderinvoicer_sync' ), ...$ids ]
		);
		return array_combine(
			array_map( intval( ... ), array_column( $rows, 'id' ) ),
			array_column( $rows, 'state' )
		);
	}
}
