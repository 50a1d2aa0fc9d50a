<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\SameOrder\OrderMarks;

/** Marks in the ledger's table. Rows of one order are few, and found by its id. */
final class WpdbOrderMarks implements OrderMarks {

	public function __construct( private readonly Sql $sql ) {}

	public function fill( int $order_id, string $mark ): void {
		$this->sql->change(
			'UPDATE %i SET order_mark = %s WHERE order_id = %d AND remote_id > 0 AND order_mark IS NULL',
			[ $this->sql->table( 'orderinvoicer_sync' ), $mark, $order_id ]
		);
	}

	/** What the report knows follows the rows: where a process died in between, the next one ends it. */
	public function part( int $order_id, int $former_id, string $key_hash ): void {
		$tasks  = $this->sql->table( 'orderinvoicer_sync' );
		$report = $this->sql->table( WpdbReport::TABLE );
		$this->sql->change(
			'UPDATE %i SET order_id = %d WHERE order_id = %d'
				. ' AND ( order_mark IS NULL OR SUBSTR( order_mark, 1, 64 ) <> %s )',
			[ $tasks, $former_id, $order_id, $key_hash ]
		);
		$this->sql->change(
			'UPDATE %i SET changed_at = %s, order_id = CASE WHEN sync_id IN (
				SELECT id FROM %i WHERE order_id = %d ) THEN %d ELSE order_id END WHERE order_id = %d',
			[ $report, gmdate( 'Y-m-d H:i:s' ), $tasks, $former_id, $former_id, $order_id ]
		);
	}
}
