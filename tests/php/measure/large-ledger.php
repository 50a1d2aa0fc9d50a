<?php
/**
 * What our screens cost in a shop with many rows: each is asked for as the settings page asks for it, and the rows that
 * the database touched are counted. Arguments: numbers of tasks. Everything that was filled in is taken out again. Run
 * by `npm run measure`.
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\Measure\LargeLedger;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\Wiring\Adapters;

require getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require dirname( __DIR__, 3 ) . '/vendor/autoload.php';
require __DIR__ . '/LargeLedger.php';

const ORDERINVOICER_ASKED = [
	'overview'       => 'overview',
	'log'            => 'tasks?page=1&per_page=20',
	'log, last page' => 'tasks?per_page=20&before=21',
	'log, filtered'  => 'tasks?per_page=20&state=attention',
	'log, by cause'  => 'tasks?per_page=20&problem=tax_unmapped',
	'log, one kind'  => 'tasks?per_page=20&effect=create_creditnote',
	'log, two parts' => 'tasks?per_page=20&effect=create_invoice&state=done',
	'log, left out'  => 'tasks?per_page=20&state=skipped&problem=nothing_to_invoice',
	'log, one day'   => 'tasks?per_page=20&from=%yesterday%&until=%yesterday%',
	'history'            => 'history',
	'history, a month'   => 'history?from=%month%-01&until=%yesterday%',
	'history, invoices'  => 'history?kind=invoice',
	'history, one state' => 'history?state=due',
	'history, drafts'    => 'history?state=draft',
	'history, waits'     => 'history?state=waits',
	'history, to do'     => 'history?state=todo',
	'history, a number'  => 'history?search=F-1000100',
	'history, begins so' => 'history?search=F-10001',
	'history, a name'    => 'history?search=martin',
	'history, about'     => 'history/about',
	'to do'              => 'todo',
	'status'         => 'status',
	'diagnostics'    => 'diagnostics',
	'shop facts'     => 'shop',
	'back-fill'      => 'backfill',
	'figures'        => 'figures?from=%month%-01&until=%month%-28',
];

global $wpdb;
$orderinvoicer_ledger = new LargeLedger( $wpdb );
$orderinvoicer_sizes  = array_map( intval( ... ), array_slice( $argv, 1 ) );
wp_set_current_user( 1 );
try {
	foreach ( $orderinvoicer_sizes as $orderinvoicer_size ) {
		$orderinvoicer_ledger->fill( $orderinvoicer_size );
		$orderinvoicer_at  = number_format( $orderinvoicer_size ) . ' tasks: ';
		$orderinvoicer_day = gmdate( 'Y-m-d', time() - DAY_IN_SECONDS );
		foreach ( ORDERINVOICER_ASKED as $orderinvoicer_name => $orderinvoicer_path ) {
			$orderinvoicer_path = strtr(
				$orderinvoicer_path,
				[
					'%yesterday%' => $orderinvoicer_day,
					'%month%'     => gmdate( 'Y-m', time() - MONTH_IN_SECONDS ),
				]
			);
			$orderinvoicer_cost = $orderinvoicer_ledger->cost_of( "/orderinvoicer/v1/$orderinvoicer_path" );
			if ( $orderinvoicer_cost['status'] !== 200 ) {
				fwrite( STDERR, "$orderinvoicer_name answered {$orderinvoicer_cost['status']}.\n" );
				exit( 1 );
			}
			Measures::note( "$orderinvoicer_at$orderinvoicer_name, rows", $orderinvoicer_cost['rows'] );
			Measures::note( "$orderinvoicer_at$orderinvoicer_name, queries", $orderinvoicer_cost['queries'] );
			Measures::note( "$orderinvoicer_at$orderinvoicer_name, ms", $orderinvoicer_cost['ms'] );
		}
		$orderinvoicer_rows   = ( new Adapters( $wpdb ) )->backfill_rows();
		$orderinvoicer_before = $orderinvoicer_ledger->rows_read();
		$orderinvoicer_began  = hrtime( true );
		$orderinvoicer_rows->unfinished( 1, new DateTimeImmutable() );
		Measures::note( "{$orderinvoicer_at}back-fill fed, ms", ( hrtime( true ) - $orderinvoicer_began ) / 1e6 );
		$orderinvoicer_read = $orderinvoicer_ledger->rows_read() - $orderinvoicer_before;
		Measures::note( "{$orderinvoicer_at}back-fill fed, rows", $orderinvoicer_read );
		[ $orderinvoicer_read, $orderinvoicer_ms ] = $orderinvoicer_ledger->cost_of_an_hour();
		Measures::note( "{$orderinvoicer_at}hourly count, rows", $orderinvoicer_read );
		Measures::note( "{$orderinvoicer_at}hourly count, ms", $orderinvoicer_ms );
	}
} finally {
	$orderinvoicer_ledger->empty();
}
