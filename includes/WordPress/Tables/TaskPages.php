<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;

/**
 * What a screen asks of the ledger beside its pages (`Ledger::page()`): the one just newer than a row, and how many
 * there are.
 */
final class TaskPages {

	public function __construct( private readonly TaskTable $table ) {}

	/**
	 * @return list<Task> the oldest rows that are newer than this one, newest first too.
	 * @throws DatabaseRefused
	 */
	public function after( TaskFilter $filter, int $id, int $limit ): array {
		$where = new TaskWhere( $filter, begins_at_a_row: true );
		return array_reverse(
			$this->table->all(
				"SELECT * FROM %i WHERE {$where->sql} AND id > %d ORDER BY id LIMIT %d",
				[ ...$where->arguments, $id, $limit ]
			)
		);
	}

	/**
	 * As they stand, of rows newer than this one. Of days, those that a list of them holds.
	 *
	 * @throws DatabaseRefused
	 */
	public function count( TaskFilter $filter, int $above = 0 ): int {
		$where = new TaskWhere( $filter );
		return $where->has_days
			? (int) $this->table->value( "SELECT COUNT(*) FROM {$where->listed()}", $where->arguments )
			: (int) $this->table->value(
				"SELECT COUNT(*) FROM %i WHERE {$where->sql} AND id > %d",
				[ ...$where->arguments, $above ]
			);
	}
}
