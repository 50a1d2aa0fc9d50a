<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/**
 * All rows that fit, the newest first, from row to row: whatever becomes of those that were read, none is missed or
 * read twice, and a list of days does not end after those that changed last.
 */
final class NewestFirst {

	private const AT_ONCE = 100;

	/** @return iterable<non-empty-list<Task>> */
	public static function pages( Ledger $ledger, TaskFilter $filter ): iterable {
		$last = PHP_INT_MAX;
		do {
			$page = $ledger->page( $filter->older_than( $last ), self::AT_ONCE, 0 );
			if ( $page === [] ) {
				return;
			}
			$last = $page[ count( $page ) - 1 ]->id;
			yield $page;
		} while ( isset( $page[ self::AT_ONCE - 1 ] ) );
	}
}
