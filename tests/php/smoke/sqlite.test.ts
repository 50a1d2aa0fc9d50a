import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	startPlayground,
	type Playground,
} from '../../environment/playground.ts';

let playground: Playground;

before( async () => {
	playground = await startPlayground( {
		sandboxUrl: 'http://127.0.0.1:9',
		woocommerce: null,
		workers: 1,
	} );
} );
after( () => playground.stop() );

/** The tables of an older shop, and one index less. */
const OLDER = `
	require_once WP_PLUGIN_DIR . '/orderinvoicer/includes/autoload.php';
	$schema = new OrderInvoicer\\WordPress\\Tables\\Schema( $wpdb, OrderInvoicer\\Wiring\\Features::TABLES );
	$schema->install();
	$wpdb->query( "ALTER TABLE {$wpdb->prefix}orderinvoicer_sync DROP INDEX sent" );
	update_option( 'orderinvoicer_schema_version', 12 );`;

test( 'on SQLite too, an older shop gets the index that is new', async () => {
	const answer = await playground.php( `${ OLDER }
		$before  = $schema->missing();
		$missing = $schema->install();
		echo '>', wp_json_encode( [ $before, $missing, $schema->missing(), $schema->is_current() ] );` );
	assert.deepEqual( JSON.parse( answer.split( '>' ).at( -1 ) ?? '' ), [
		[ 'orderinvoicer_sync.sent' ],
		[],
		[],
		true,
	] );
} );

/** A document is kept, becomes final, is forgotten, and is filled in again from the ledger. */
const AMOUNTS = `
	require_once WP_PLUGIN_DIR . '/orderinvoicer/includes/autoload.php';
	( new OrderInvoicer\\WordPress\\Tables\\Schema( $wpdb, OrderInvoicer\\Wiring\\Features::TABLES ) )->install();
	$sql    = new OrderInvoicer\\WordPress\\Tables\\Sql( $wpdb );
	$clock  = new OrderInvoicer\\WordPress\\System\\SystemClock();
	$ledger = new OrderInvoicer\\WordPress\\Tables\\WpdbLedger( new OrderInvoicer\\WordPress\\Tables\\TaskTable( $sql, $clock ) );
	$report = new OrderInvoicer\\WordPress\\Tables\\WpdbReport( $sql, $clock );
	$kind   = OrderInvoicer\\Domain\\Documents\\DocumentKind::Invoice;
	$now    = $clock->now();
	$id     = $ledger->open( new OrderInvoicer\\Domain\\Ledger\\TaskKey( 7, OrderInvoicer\\Domain\\Ledger\\Effect::CreateInvoice ), $now );
	$task   = $ledger->claim( $id, $now, 'token', $now->modify( '+5 minutes' ) );
	$made   = new OrderInvoicer\\Domain\\Report\\ReportedDocument( $kind, 70, '', '2026-03-02', 'EUR', 9007199254740993, 0, [] );
	$order  = new OrderInvoicer\\Domain\\Report\\ReportedOrder( $now, null, '', 'FR', 'person', 'EUR', 1200 );
	$seen   = [];
	$look   = function () use ( $wpdb, &$seen ) {
		$seen[] = $wpdb->get_results( "SELECT number, document_date, excl_tax, incl_tax, taxes, gateway, order_total, order_paid_at FROM {$wpdb->prefix}orderinvoicer_amounts", ARRAY_N );
	};
	$report->keep( $task, $made, $order );
	$amounts = $wpdb->prefix . 'orderinvoicer_amounts';
	$wpdb->query( "UPDATE $amounts SET seen_status = 'due', seen_due = 5" );
	$report->keep( $task, $made, $order );
	$as_seen = $wpdb->get_row( "SELECT seen_status, seen_due FROM $amounts", ARRAY_N );
	$look();
	$report->update( $id, new OrderInvoicer\\Domain\\Report\\ReportedDocument( $kind, 70, 'F-1', null, null, null, 1200, null ) );
	$look();
	$report->forget( $id, 70 );
	$look();
	$ledger->save( OrderInvoicer\\Domain\\Ledger\\TaskTransitions::remembered( $task, 'invoice', 70 ) );
	$report->reconcile( 0, $report->end_of_ledger() );
	$report->reconcile( 0, $report->end_of_ledger() );
	$look();
	$found = [ $report->unread_orders( 5 ), null !== $report->unread_since( $kind ), count( $report->unread_among( $kind, [ new OrderInvoicer\\Domain\\Documents\\ListedDocument( $kind, 70, '', '', null ) ] ) ) ];
	$report->keep_order( 7, $order, $now );
	$counts  = new OrderInvoicer\\WordPress\\Counts\\LedgerParts( $sql, new OrderInvoicer\\WordPress\\Options\\FreshOptions( $sql ), new OrderInvoicer\\WordPress\\Counts\\MoneyOfMonths( $sql ) );
	$found[] = [ $counts->figures( $now )['unread'], $counts->figures( $now )['unread'] ];
	$found[] = $report->unpaid_orders( $now->modify( '+1 day' ), $now->modify( '-1 day' ), 5 );`;

test( 'on SQLite too, the table of amounts keeps what is known', async () => {
	const answer = await playground.php(
		`${ AMOUNTS } echo '>', wp_json_encode( [ $seen, $found, $as_seen ] );`
	);
	const [ seen, found, asSeen ] = JSON.parse(
		answer.split( '>' ).at( -1 ) ?? ''
	);
	const text = ( rows: unknown[][] ) =>
		rows.map( ( row ) =>
			row.map( ( value ) => ( value === null ? null : String( value ) ) )
		);
	assert.deepEqual( seen.map( text ), [
		[
			[
				'',
				'2026-03-02',
				'9007199254740993',
				'0',
				'[]',
				'',
				'1200',
				null,
			],
		],
		[
			[
				'F-1',
				'2026-03-02',
				'9007199254740993',
				'1200',
				'[]',
				'',
				'1200',
				null,
			],
		],
		[],
		[ [ '', null, null, null, null, null, null, null ] ],
	] );
	assert.deepEqual( found, [ [ 7 ], true, 1, [ 1, 1 ], [ 7 ] ] );
	assert.deepEqual( asSeen.map( String ), [ 'due', '5' ] );
} );

/** Each read of the ledger, first answered, then refused; those that took the refusal for an answer. */
const REFUSED = `
	require_once WP_PLUGIN_DIR . '/orderinvoicer/includes/autoload.php';
	( new OrderInvoicer\\WordPress\\Tables\\Schema( $wpdb, OrderInvoicer\\Wiring\\Features::TABLES ) )->install();
	$ledger = new OrderInvoicer\\WordPress\\Tables\\WpdbLedger( new OrderInvoicer\\WordPress\\Tables\\TaskTable( new OrderInvoicer\\WordPress\\Tables\\Sql( $wpdb ), new OrderInvoicer\\WordPress\\System\\SystemClock() ) );
	$now    = new DateTimeImmutable( '2026-03-02 10:00:00' );
	$key    = new OrderInvoicer\\Domain\\Ledger\\TaskKey( 1, OrderInvoicer\\Domain\\Ledger\\Effect::CreateInvoice );
	$filter = new OrderInvoicer\\Domain\\Ledger\\TaskFilter();
	$ledger->open( $key, $now );
	$row    = $ledger->find_by_key( $key );
	$kind   = OrderInvoicer\\Domain\\Documents\\DocumentKind::Invoice;
	$reads  = [
		'find'          => fn () => $ledger->find( 1 ),
		'find_by_key'   => fn () => $ledger->find_by_key( $key ),
		'order_of'      => fn () => $ledger->order_of( OrderInvoicer\\Domain\\Documents\\DocumentKind::Invoice, 1 ),
		'for_order'     => fn () => $ledger->for_order( 1 ),
		'for_orders'    => fn () => $ledger->for_orders( [ 1, 2 ] ),
		'due'           => fn () => $ledger->due( $now, 5 ),
		'has_older_due' => fn () => $ledger->has_older_due( $key->effect, 5, $now ),
		'unchecked'     => fn () => $ledger->unchecked( $now, 5 ),
		'open_drafts'   => fn () => $ledger->open_drafts( $kind, $now, 5 ),
		'drafts_to_delete' => fn () => $ledger->drafts_to_delete( $now, 5 ),
		'holding'       => fn () => $ledger->holding( 'invoice', [ 1 ] ),
		'seen_as_drafts' => fn () => $ledger->seen_as_drafts( [ $row ], $now ),
		'page'          => fn () => $ledger->page( $filter, 5, 0 ),
		'count'         => fn () => $ledger->count( $filter ),
		'oldest_due'    => fn () => $ledger->oldest_due( $now ),
		'claim'         => fn () => $ledger->claim( 1, $now, 'token', $now ),
		'save'          => fn () => $ledger->save( OrderInvoicer\\Domain\\Ledger\\TaskTransitions::due_again( $row, $now ) ),
	];
	$answers = array_map( fn ( $read ) => $read(), $reads );
	$wpdb->suppress_errors();
	add_filter( 'query', fn ( $query ) => str_contains( $query, 'orderinvoicer_sync' ) ? "$query REFUSED BY THE TEST" : $query );
	$believed = [];
	foreach ( $reads as $name => $read ) {
		try {
			$read();
			$believed[] = $name;
		} catch ( OrderInvoicer\\WordPress\\Tables\\DatabaseRefused $refused ) {
			continue;
		}
	}`;

test( 'on SQLite too, the ledger takes no refusal for an answer', async () => {
	const answer = await playground.php(
		`${ REFUSED } echo '>', wp_json_encode( [ count( $answers ), $believed ] );`
	);
	assert.deepEqual( JSON.parse( answer.split( '>' ).at( -1 ) ?? '' ), [
		17,
		[],
	] );
} );

/** Rows as a release without outcomes wrote them; each says afterwards what came of it. */
const OUTCOMES = `
	require_once WP_PLUGIN_DIR . '/orderinvoicer/includes/autoload.php';
	( new OrderInvoicer\\WordPress\\Tables\\Schema( $wpdb, OrderInvoicer\\Wiring\\Features::TABLES ) )->install();
	$sql   = new OrderInvoicer\\WordPress\\Tables\\Sql( $wpdb );
	$clock = new OrderInvoicer\\WordPress\\System\\SystemClock();
	$tasks = $wpdb->prefix . 'orderinvoicer_sync';
	$wpdb->query( "DELETE FROM $tasks" );
	delete_option( OrderInvoicer\\WordPress\\Queue\\FillOutcomes::OPTION );
	foreach ( [ [ 'skipped', 'done_by_hand', '{"none":1}', 0 ], [ 'attention', 'document_cancelled', '{}', 77 ], [ 'done', '', '', 78 ], [ 'skipped', 'already_credited', '{"id":9}', 0 ] ] as $number => $row ) {
		$wpdb->insert( $tasks, array_combine( [ 'state', 'error_code', 'error_message', 'remote_id' ], $row ) + [ 'order_id' => 100 + $number, 'effect' => 'create_invoice', 'due_at' => '2026-03-02 10:00:00', 'created_at' => '2026-03-02 10:00:00', 'updated_at' => '2026-03-02 10:00:00' ] );
	}
	$before = $wpdb->get_col( "SELECT outcome FROM $tasks ORDER BY id" );
	( new OrderInvoicer\\WordPress\\Queue\\FillOutcomes( $sql, 3 ) )->run();
	$after  = $wpdb->get_col( "SELECT outcome FROM $tasks ORDER BY id" );
	$ledger = new OrderInvoicer\\WordPress\\Tables\\WpdbLedger( new OrderInvoicer\\WordPress\\Tables\\TaskTable( $sql, $clock ) );
	$row    = $ledger->for_order( 100 )[0];
	$ledger->save( OrderInvoicer\\Domain\\Ledger\\TaskTransitions::due_again( $row, $clock->now(), by_hand: true ) );
	$ledger->open( new OrderInvoicer\\Domain\\Ledger\\TaskKey( 200, OrderInvoicer\\Domain\\Ledger\\Effect::CreateInvoice ), $clock->now() );
	$new    = $wpdb->get_col( "SELECT outcome FROM $tasks WHERE order_id IN ( 100, 200 ) ORDER BY id" );`;

test( 'on SQLite too, rows of before say what came of them', async () => {
	const answer = await playground.php(
		`${ OUTCOMES } echo '>', wp_json_encode( [ $before, $after, $new ] );`
	);
	assert.deepEqual( JSON.parse( answer.split( '>' ).at( -1 ) ?? '' ), [
		[ null, null, null, null ], // As wpdb answers an empty text.
		[ 'not_wanted', 'cancelled', 'made', 'covered' ],
		[ 'not_wanted', 'open' ],
	] );
} );
