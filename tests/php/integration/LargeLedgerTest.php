<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Tests\Measure\LargeLedger;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;

require_once dirname( __DIR__ ) . '/measure/LargeLedger.php';

/**
 * A shop with 20,000 tasks: what a screen costs does not grow with them, and its numbers are right. Rows are counted,
 * never time.
 */
final class LargeLedgerTest extends CommittedTestCase {

	private const MANY = 20_000;

	/** So many that counts are kept. */
	private const TASKS = 3_000;

	/** Counted as it stands: a thousand rows, at which a count begins to be kept, and what a page shows of each. */
	private const MOST_ROWS = 1_500;

	private const MOST_OF_HISTORY = 5_000;

	private LargeLedger $large;
	private Adapters $adapters;

	protected function begin(): void {
		parent::begin();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
		$this->large = new LargeLedger( $GLOBALS['wpdb'] );
		wp_set_current_user( 1 );
	}

	public function test_no_screen_examines_more_rows_the_more_there_are(): void {
		$this->large->fill( self::MANY );
		$paths = [
			'overview',
			'status',
			'diagnostics',
			'shop',
			'backfill',
			'tasks',
			'tasks?before=26',
			'tasks?state=attention',
			'tasks?state=skipped',
			'tasks?problem=tax_unmapped',
			'tasks?state=skipped&problem=nothing_to_invoice',
			'tasks?effect=create_creditnote',
		];
		foreach ( $paths as $path ) {
			$cost = $this->large->cost_of( "/orderinvoicer/v1/$path" );
			self::assertSame( 200, $cost['status'], $path );
			self::assertLessThanOrEqual( self::MOST_ROWS, $cost['rows'], $path );
		}
	}

	/** What no index leads to is looked for among the newest documents. */
	public function test_no_history_examines_more_rows_the_more_there_are(): void {
		$this->large->fill( self::MANY );
		$queries = [
			'',
			'from=2000-01-01',
			'kind=invoice',
			'kind=creditnote',
			'state=due',
			'state=draft',
			'state=waits',
			'state=todo',
			'search=F-1000100',
			'search=F-1000',
			'search=somebody',
			'orderby=customer',
			'orderby=customer&from=2000-01-01',
			'orderby=total&order=asc',
		];
		foreach ( $queries as $query ) {
			$cost = $this->large->cost_of( "/orderinvoicer/v1/history?$query" );
			self::assertSame( 200, $cost['status'], $query );
			self::assertLessThanOrEqual( self::MOST_OF_HISTORY, $cost['rows'], $query );
		}
		foreach ( [ 'history/about', 'todo' ] as $path ) {
			self::assertLessThanOrEqual( self::MOST_ROWS, $this->large->cost_of( "/orderinvoicer/v1/$path" )['rows'] );
		}
	}

	/** The list of days shows those that changed last; to retry all of it takes every one. */
	public function test_who_goes_from_row_to_row_misses_none_of_the_days(): void {
		global $wpdb;
		$this->large->fill( self::TASKS );
		$newest = (int) $wpdb->get_var(
			"SELECT MAX( id ) FROM {$wpdb->prefix}orderinvoicer_sync WHERE effect <> 'follow_order'"
		);
		$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET updated_at = UTC_TIMESTAMP()" );
		$wpdb->update(
			"{$wpdb->prefix}orderinvoicer_sync",
			[ 'updated_at' => gmdate( 'Y-m-d H:i:s', time() - 6 * DAY_IN_SECONDS ) ],
			[ 'id' => $newest ]
		);
		$week = new TaskFilter( from: new \DateTimeImmutable( '-7 days' ) );

		self::assertNotSame( $newest, $this->adapters->ledger()->page( $week, 1, 0 )[0]->id ?? 0 );
		$page = $this->adapters->ledger()->page( $week->older_than( PHP_INT_MAX ), 1, 0 );
		self::assertSame( $newest, $page[0]->id ?? 0 );
	}

	public function test_feeding_a_back_fill_examines_what_waits_alone(): void {
		$this->large->fill( self::MANY );
		$rows   = $this->adapters->backfill_rows();
		$before = $this->large->rows_read();
		$counts = $rows->unfinished( 1, new \DateTimeImmutable() );
		self::assertLessThanOrEqual( 200, $this->large->rows_read() - $before );
		$all = $rows->counts( 1, new \DateTimeImmutable() );
		self::assertSame(
			[ $all->failed, $all->waiting, $all->busy ],
			[ $counts->failed, $counts->waiting, $counts->busy ]
		);
		self::assertGreaterThan( 1000, $all->done );
	}

	/** All were seen in this round: nothing is left to be found. */
	public function test_a_round_over_documents_examines_its_own_alone(): void {
		$this->large->fill( self::MANY );
		$now    = new \DateTimeImmutable();
		$recent = (int) $GLOBALS['wpdb']->get_var(
			"SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_amounts"
				. ' WHERE made_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY'
		);
		$most   = [
			Round::Fresh->value  => 100,
			Round::Open->value   => intdiv( self::MANY, 3 * 50 ) + 100,
			Round::Recent->value => $recent + 100,
		];
		foreach ( $most as $round => $rows ) {
			[ $found, $read ] = $this->unseen( Round::from( $round ), $now->modify( '-2 hours' ), $now );
			self::assertSame( 0, $found, $round );
			self::assertLessThanOrEqual( $rows, $read, $round );
		}
		foreach ( [ Round::Open, Round::Recent, Round::Old ] as $round ) {
			[ $found, $read ] = $this->unseen( $round, $now, $now );
			self::assertSame( 100, $found, "$round->value, at its beginning" );
			self::assertLessThanOrEqual( 400, $read, "$round->value, at its beginning" );
		}
	}

	/** @return array{int, int} documents found, rows examined. */
	private function unseen( Round $round, \DateTimeImmutable $since, \DateTimeImmutable $now ): array {
		$seen   = new WpdbSeenDocuments( $this->adapters->sql() );
		$before = $this->large->rows_read();
		$found  = count( $seen->unseen( DocumentKind::Invoice, $round, $since, $now, 100 ) );
		return [ $found, $this->large->rows_read() - $before ];
	}

	public function test_what_is_kept_and_what_came_since_are_the_whole(): void {
		$this->large->fill( self::TASKS );
		$this->adapters->hourly_count()->handle_sweep();
		self::assertSame( $this->exact(), $this->adapters->ledger_counts()->by_state() );
		self::assertSame( array_sum( $this->exact() ), $this->adapters->ledger_counts()->count( new TaskFilter() ) );

		$key  = new TaskKey( 999, Effect::CreateInvoice );
		$id   = (int) $this->adapters->ledger()->open( $key, new \DateTimeImmutable() );
		$task = $this->adapters->ledger()->page( new TaskFilter( [ TaskState::Attention ] ), 1, 0 )[0];
		$this->adapters->ledger()->save( TaskTransitions::due_again( $task, new \DateTimeImmutable() ) );
		self::assertGreaterThan( self::TASKS, $id );
		self::assertSame(
			$this->exact(),
			$this->adapters->ledger_counts()->by_state(),
			'What waits and what needs a person is counted as it stands.'
		);
		self::assertSame(
			self::TASKS + 1,
			$this->adapters->ledger_counts()->count( new TaskFilter() ),
			'No page of the list is missing.'
		);
		self::assertSame(
			$this->exact()['attention'],
			$this->adapters->ledger_counts()->count( new TaskFilter( [ TaskState::Attention ] ) )
		);
		$left_out = new TaskFilter( [ TaskState::Skipped ], [ Effect::CreateInvoice ] );
		self::assertSame(
			$this->adapters->ledger()->count( $left_out ),
			$this->adapters->ledger_counts()->count( $left_out )
		);
	}

	public function test_the_documents_of_each_day_are_those_before_the_count_and_since(): void {
		$this->large->fill( self::TASKS );
		$this->adapters->hourly_count()->handle_sweep();
		$GLOBALS['wpdb']->query(
			"UPDATE {$GLOBALS['wpdb']->prefix}orderinvoicer_amounts SET made_at = UTC_TIMESTAMP() + INTERVAL 5 SECOND"
				. ' ORDER BY sync_id LIMIT 7'
		);
		$today = new \DateTimeImmutable( 'today', wp_timezone() );
		$exact = ( new MadeDocuments( $this->adapters->sql() ) )->per_day( [ $today, $today->modify( '+1 day' ) ] );
		$shown = rest_do_request( new \WP_REST_Request( 'GET', '/orderinvoicer/v1/overview' ) )->get_data()['days'];
		self::assertSame( $exact[ $today->format( 'Y-m-d' ) ]['invoice'], end( $shown )['counts']['invoice'] );
	}

	public function test_money_of_many_documents_is_that_of_the_last_count_and_says_so(): void {
		$this->large->fill( self::MANY );
		$money = fn (): array => rest_do_request( new \WP_REST_Request( 'GET', '/orderinvoicer/v1/overview' ) )
			->get_data()['money'];
		self::assertTrue( $money()['filling'], 'Nobody has counted yet.' );
		$this->adapters->hourly_count()->handle_sweep();
		$kept  = $money();
		self::assertNotNull( $kept['counted_at'] );
		self::assertGreaterThan( 100, $kept['months'][1]['currencies'][0]['invoices'] );
		$now   = new \DateTimeImmutable();
		$exact = MoneyOfMonths::months( ( new MoneyOfMonths( $this->adapters->sql() ) )->count( $now ), $now )[0];
		self::assertSame( $exact->invoices, self::of( $exact->month, $kept )['invoices'] );

		$GLOBALS['wpdb']->query(
			"DELETE FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_amounts"
				. ' WHERE made_at < UTC_TIMESTAMP() - INTERVAL 1 DAY'
		);
		self::assertNull( $money()['counted_at'], 'Few are counted as they stand.' );
	}

	/** Documents of an earlier release: ten thousand more were read since the count of two days ago. */
	public function test_what_is_still_to_be_read_is_said_with_its_pace(): void {
		global $wpdb;
		$this->large->fill( self::MANY );
		$this->adapters->kept_values()->set( 'orderinvoicer_report_filled', '0.invoice.' );
		$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_amounts SET read_at = NULL WHERE sync_id <= 6000" );
		$left = (int) $wpdb->get_var(
			"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_amounts WHERE read_at IS NULL"
		);
		self::assertGreaterThan( 1000, $left );
		$this->adapters->hourly_count()->handle_sweep();
		$money = static fn (): array => rest_do_request( new \WP_REST_Request( 'GET', '/orderinvoicer/v1/overview' ) )
			->get_data()['money'];
		self::assertSame( number_format_i18n( $left ) . ' documents are left.', $money()['pace'] );

		$kept = json_decode( (string) get_option( 'orderinvoicer_hourly_count' ), true );
		$ago  = [
			'at'      => $kept['at'] - 2 * DAY_IN_SECONDS,
			'filling' => [ 'since' => $kept['at'] - 2 * DAY_IN_SECONDS ] + $kept['filling'],
		];
		$ago['filling']['most'] = 2 * $left;
		update_option( 'orderinvoicer_hourly_count', wp_json_encode( $ago + $kept ), false );
		$this->adapters->hourly_count()->handle_sweep();
		self::assertSame(
			number_format_i18n( $left ) . ' documents are left: about 2 more days.',
			$money()['pace']
		);
		$this->adapters->kept_values()->set( 'orderinvoicer_report_filled', '0.done.' );
		self::assertSame( '', $money()['pace'], 'Nobody looks for them any more.' );
	}

	/**
	 * @param array<string, mixed> $money
	 * @return array<string, mixed>
	 */
	private static function of( string $month, array $money ): array {
		return array_column( $money['months'], 'currencies', 'month' )[ $month ][0];
	}

	public function test_the_pass_counts_once_an_hour_and_a_short_ledger_never(): void {
		$this->large->fill( self::TASKS );
		$this->adapters->hourly_count()->handle_sweep();
		$counted = $this->adapters->hourly_count()->read();
		self::assertTrue( $counted?->is_known );
		self::assertSame( self::TASKS, $counted->last_id );
		$this->adapters->hourly_count()->handle_sweep();
		self::assertEquals( $counted, $this->adapters->hourly_count()->read() );
		$this->large->empty();
		self::assertNull( $this->adapters->hourly_count()->read() );
	}

	/** The first look of a month, or after hours in which no pass came. */
	public function test_a_page_never_counts_where_a_count_is_kept(): void {
		$this->large->fill( self::MANY );
		$this->adapters->hourly_count()->handle_sweep();
		$kept = json_decode( (string) get_option( 'orderinvoicer_hourly_count' ), true );
		update_option(
			'orderinvoicer_hourly_count',
			wp_json_encode( [ 'at' => $kept['at'] - 40 * DAY_IN_SECONDS ] + $kept ),
			false
		);
		$cost = $this->large->cost_of( '/orderinvoicer/v1/overview' );
		self::assertLessThanOrEqual( 2 * self::MOST_ROWS, $cost['rows'] );
		$this->adapters->hourly_count()->handle_sweep();
		self::assertGreaterThan( $kept['at'] - 1, $this->adapters->hourly_count()->read()?->at->getTimestamp() );
	}

	/** Right after an update, say: the overview of 1.2 million tasks read 3.0 million rows. */
	public function test_the_first_look_counts_nothing_either(): void {
		$this->large->fill( self::MANY );
		foreach ( [ 'overview', 'status', 'diagnostics', 'tasks', 'tasks?effect=create_creditnote' ] as $path ) {
			self::assertLessThanOrEqual( self::MOST_ROWS, $this->rows_of_one( $path ), $path );
		}
		$finished = $this->adapters->ledger_counts()->by_state();
		self::assertSame( self::MANY, $finished['done'], 'What waits for nobody, as long as nobody has counted.' );
		$this->adapters->hourly_count()->handle_sweep();
		self::assertSame( $this->exact(), $this->adapters->ledger_counts()->by_state() );
	}

	/** 2.4 of them for each task, when all of it was counted each time. */
	public function test_an_hour_examines_what_changed_in_it(): void {
		$this->large->fill( self::MANY );
		self::assertLessThanOrEqual( 8_000, $this->large->cost_of_an_hour()[0] );
	}

	/** A log of seven days in which all 20,000 tasks were worked. */
	public function test_a_log_of_some_days_examines_few_rows(): void {
		global $wpdb;
		$this->large->fill( self::MANY );
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET updated_at = UTC_TIMESTAMP() - INTERVAL id * 25 SECOND"
		);
		$wpdb->query( "ANALYZE TABLE {$wpdb->prefix}orderinvoicer_sync" );
		$days = array_map(
			static fn ( int $ago ): string => gmdate( 'Y-m-d', time() - $ago * DAY_IN_SECONDS ),
			[ 7, 1 ]
		);
		foreach ( [ "from=$days[0]", "from=$days[0]&until=$days[1]", "from=$days[0]&state=done" ] as $filter ) {
			self::assertLessThanOrEqual( 5_000, $this->rows_of_one( "tasks?$filter" ), $filter );
		}
	}

	private function rows_of_one( string $path ): int {
		wp_cache_flush();
		wp_load_alloptions();
		$before = $this->large->rows_read();
		$answer = rest_do_request( \WP_REST_Request::from_url( rest_url( "/orderinvoicer/v1/$path" ) ) );
		self::assertSame( 200, $answer->get_status(), $path );
		return $this->large->rows_read() - $before;
	}

	public function test_pages_that_begin_at_a_row_are_the_same_pages(): void {
		$this->large->fill( self::TASKS );
		$first  = $this->ids( [ 'page' => 1 ] );
		$second = $this->ids( [ 'page' => 2 ] );
		self::assertSame( $second, $this->ids( [ 'before' => end( $first ) ] ) );
		self::assertSame( $first, $this->ids( [ 'after' => $second[0] ] ) );
		$left_out = [ 'state' => 'skipped' ];
		self::assertSame(
			$this->ids( $left_out + [ 'page' => 2 ] ),
			$this->ids( $left_out + [ 'before' => $this->ids( $left_out )[24] ] )
		);
	}

	/** All rows before it would be read. */
	public function test_a_leap_far_back_is_refused_and_one_goes_on_from_row_to_row(): void {
		$this->large->fill( self::MANY );
		$ask = static fn ( string $query ): \WP_REST_Response => rest_do_request(
			\WP_REST_Request::from_url( rest_url( "/orderinvoicer/v1/tasks?$query" ) )
		);
		self::assertSame( 200, $ask( 'per_page=100&page=101' )->get_status() );
		$before  = $this->large->rows_read();
		$refused = $ask( 'per_page=100&page=102' );
		self::assertSame( 400, $refused->get_status() );
		self::assertSame( 'orderinvoicer_page_too_far', $refused->get_data()['code'] );
		self::assertSame( [], $ask( 'per_page=100&page=100000' )->get_data(), 'Behind the last one is nothing.' );
		self::assertLessThanOrEqual( 3 * self::MOST_ROWS, $this->large->rows_read() - $before );
		self::assertCount( 100, $ask( 'per_page=100&before=5000' )->get_data() );
	}

	/** A program that reads all: the last page costs what the first costs, and no row is read twice. */
	public function test_each_page_says_where_the_next_one_begins(): void {
		$this->large->fill( self::TASKS );
		wp_load_alloptions();
		$path = 'tasks?per_page=90&effect=create_invoice';
		$seen = [];
		while ( $path !== null ) {
			$before = $this->large->rows_read();
			$answer = rest_do_request( \WP_REST_Request::from_url( rest_url( "/orderinvoicer/v1/$path" ) ) );
			$cost[] = $this->large->rows_read() - $before;
			array_push( $seen, ...array_column( $answer->get_data(), 'id' ) );
			$links = (string) ( $answer->get_headers()['Link'] ?? '' );
			$path  = preg_match( '~/(tasks[^>]*)>; rel="next"~', $links, $found ) === 1 ? $found[1] : null;
		}
		self::assertCount( 1000, array_unique( $seen ) );
		self::assertCount( 1000, $seen );
		self::assertLessThanOrEqual( self::MOST_ROWS, max( $cost ) );
		self::assertLessThanOrEqual( $cost[1] + 100, $cost[10], 'Rows of the pages before are not read again.' );
		self::assertStringContainsString( 'rel="prev"', $links );
	}

	/**
	 * @param array<string, int|string> $query
	 * @return list<int>
	 */
	private function ids( array $query ): array {
		$request = new \WP_REST_Request( 'GET', '/orderinvoicer/v1/tasks' );
		$request->set_query_params( $query );
		return array_column( rest_do_request( $request )->get_data(), 'id' );
	}

	/** @return array<string, int> by state. */
	private function exact(): array {
		$counts = [];
		foreach ( TaskState::cases() as $state ) {
			$counts[ $state->value ] = $this->adapters->ledger()->count( new TaskFilter( [ $state ] ) );
		}
		return $counts;
	}
}
