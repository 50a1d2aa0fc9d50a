<?php
/**
 * What our screens cost in a shop with many rows: each is asked for at 10,000, 100,000 and 1,000,000 tasks, as the settings
 * page asks for it, and the rows that the database touched are counted. Arguments: sizes, if others are wanted. Prints a
 * table; everything that was filled in is taken out again. Run by `npm run measure`.
 */
declare( strict_types=1 );

require getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require __DIR__ . '/LargeLedger.php';

use OrderInvoicer\Tests\Measure\LargeLedger;

/** Rows that a screen may examine. A time would depend on the machine. */
const MOST_ROWS = 5000; // Twice as many for one day of the log: its rows are looked at three times.

const ASKED = [
	'overview'      => '/orderinvoicer/v1/overview',
	'log'           => '/orderinvoicer/v1/tasks?page=1&per_page=25',
	'log, last page' => '/orderinvoicer/v1/tasks?per_page=25&before=26',
	'log, filtered' => '/orderinvoicer/v1/tasks?per_page=25&state=attention',
	'log, by cause' => '/orderinvoicer/v1/tasks?per_page=25&problem=tax_unmapped',
	'log, one kind' => '/orderinvoicer/v1/tasks?per_page=25&effect=create_creditnote',
	'log, two parts' => '/orderinvoicer/v1/tasks?per_page=25&effect=create_invoice&state=done',
	'log, left out' => '/orderinvoicer/v1/tasks?per_page=25&state=skipped&problem=nothing_to_invoice',
	'log, one day'  => '/orderinvoicer/v1/tasks?per_page=25&from=%yesterday%&until=%yesterday%',
	'status'        => '/orderinvoicer/v1/status',
	'diagnostics'   => '/orderinvoicer/v1/diagnostics',
	'shop facts'    => '/orderinvoicer/v1/shop',
	'back-fill'     => '/orderinvoicer/v1/backfill',
];

global $wpdb;
$ledger = new LargeLedger( $wpdb );
$sizes  = array_map( intval( ... ), array_slice( $argv, 1 ) );
$is_ok  = true;
wp_set_current_user( 1 );
try {
	foreach ( $sizes === [] ? [ 10_000, 100_000, 1_000_000 ] : $sizes as $size ) {
		$ledger->fill( $size );
		printf( "%s tasks\n", number_format( $size ) );
		foreach ( ASKED as $name => $asked ) {
			$cost   = $ledger->cost_of( str_replace( '%yesterday%', gmdate( 'Y-m-d', time() - DAY_IN_SECONDS ), $asked ) );
			$most   = $name === 'log, one day' ? 2 * MOST_ROWS : MOST_ROWS;
			$most   = $size <= 2 * MOST_ROWS ? $size : $most; // So short a ledger is sorted whole where the database likes.
			$is_bad = $cost['rows'] > $most || $cost['status'] !== 200;
			$is_ok  = $is_ok && ! $is_bad;
			printf( "  %-14s %8.1f ms %6d queries %10d rows%s%s\n", $name, $cost['ms'], $cost['queries'], $cost['rows'], $cost['status'] === 200 ? '' : " answered {$cost['status']}", $is_bad ? '  too many' : '' );
		}
	}
} finally {
	$ledger->empty();
}
exit( $is_ok ? 0 : 1 );
