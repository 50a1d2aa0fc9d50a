<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/** What was tried last, for people who help. */
final class LedgerReport {

	private const TRIES = 500;

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * Looks at the last tries only: a task that was tried hundreds of times stands for those before it.
	 *
	 * @return list<int> ids of the tasks tried last, the newest first.
	 * @throws DatabaseRefused
	 */
	public function tried_last( int $most ): array {
		$rows = $this->sql->rows(
			'SELECT sync_id FROM %i ORDER BY id DESC LIMIT %d',
			[ $this->sql->table( 'orderinvoicer_attempts' ), self::TRIES ]
		);
		$ids  = array_map( static fn ( array $row ): int => (int) ( $row['sync_id'] ?? 0 ), $rows );
		return array_slice( array_values( array_unique( $ids ) ), 0, $most );
	}
}
