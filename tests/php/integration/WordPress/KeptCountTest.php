<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Features\MovingClock;
use OrderInvoicer\Tests\Measure\LargeLedger;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\WordPress\Counts\CountedRows;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Counts\LedgerParts;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\WpdbOrderMarks;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;

require_once dirname( __DIR__, 2 ) . '/measure/LargeLedger.php';

/** What is kept of a ledger of 3,000 tasks is, each hour, what a fresh count of all of it gives. */
final class KeptCountTest extends CommittedTestCase {

	private const TASKS = 3_000;

	/** As `LargeLedger` numbers orders. */
	private const FIRST_ORDER = 1_000_000;

	private MovingClock $clock;
	private Sql $sql;
	private TaskTable $tasks;
	private WpdbLedger $ledger;
	private WpdbReport $report;
	private WpdbSeenDocuments $seen;
	private LargeLedger $large;
	private int $next_document = 5_000_000;

	protected function setUp(): void {
		parent::setUp();
		update_option( 'timezone_string', 'Europe/Paris' );
		$this->clock  = new MovingClock();
		$this->sql    = new Sql( $GLOBALS['wpdb'] );
		$this->tasks  = new TaskTable( $this->sql, $this->clock );
		$this->ledger = new WpdbLedger( $this->tasks );
		$this->report = new WpdbReport( $this->sql, $this->clock );
		$this->seen   = new WpdbSeenDocuments( $this->sql );
		$this->large  = new LargeLedger( $GLOBALS['wpdb'] );
		$this->large->fill( self::TASKS );
	}

	public function test_after_each_hour_of_a_history_the_kept_count_is_a_fresh_one(): void {
		$told = getenv( 'ORDERINVOICER_HISTORY' );
		$seed = (int) ( $told === false ? gmdate( 'Ymd' ) : $told );
		$this->count_all();
		$draw = self::draw( $seed );
		foreach ( range( 1, Size::of( 20, 200 ) ) as $hour ) {
			foreach ( range( 1, $draw( 0, 25 ) + 1 ) as $ignored ) {
				$this->happen( $draw );
			}
			$this->wait( $draw( 0, 9 ) === 0 ? 20 * DAY_IN_SECONDS : HOUR_IN_SECONDS + 1 );
			$this->count_all();
			$this->assert_counted( "hour $hour of seed $seed" );
		}
	}

	/** @return \Closure(int, int): int */
	private static function draw( int $seed ): \Closure {
		mt_srand( $seed );
		return static fn ( int $from, int $to ): int => mt_rand( $from, $to );
	}

	/** @param \Closure(int, int): int $draw */
	private function happen( \Closure $draw ): void {
		$order_id = self::FIRST_ORDER + $draw( 1, intdiv( self::TASKS, 3 ) + 20 );
		$tasks    = $this->ledger->for_order( $order_id );
		$task     = $tasks === [] ? null : $tasks[ $draw( 0, count( $tasks ) - 1 ) ];
		$now      = $this->clock->now();
		if ( $task === null || $draw( 0, 6 ) === 0 ) {
			$effects = [ Effect::CreateInvoice, Effect::RecordPayment, Effect::CreateCreditNote ];
			$key     = new TaskKey( $order_id, $effects[ $draw( 0, 2 ) ], $draw( 0, 3 ) );
			$this->ledger->open( $key, $now, origin: new Origin( $draw( 0, 1 ) * 7 ) );
			return;
		}
		match ( $draw( 0, 9 ) ) {
			0, 1, 2, 3 => $this->work( $task, $draw ),
			4          => $this->ledger->save( TaskTransitions::due_again( $task, $now, by_hand: true ) ),
			5          => $this->lose( $task ),
			6          => $this->look_at_order( $order_id, $draw ),
			7          => $this->see( $task, $draw ),
			8          => $this->ledger->save( LossTransitions::withdrawn( $task, self::gone(), $now ) )
				&& $this->report->forget( $task->id, $task->remote_id ),
			9          => $draw( 0, 4 ) === 0
				? $this->in_bulk( $task, $draw )
				: $this->ledger->requeue_problem( 'tax_unmapped', $now ),
		};
	}

	/** @param \Closure(int, int): int $draw */
	private function work( Task $task, \Closure $draw ): void {
		$now  = $this->clock->now();
		$this->ledger->save( TaskTransitions::due_again( $task, $now, by_hand: true ) );
		$held = $this->ledger->claim( $task->id, $now, 'token', $now->modify( '+5 minutes' ) );
		$kind = $task->key->effect->creates();
		if ( $held === null || $draw( 0, 9 ) === 0 ) {
			return; // The runner died.
		}
		if ( $draw( 0, 3 ) === 0 ) {
			$problem = new Problem( $draw( 0, 1 ) === 0 ? ProblemCode::TaxUnmapped : ProblemCode::NothingToInvoice );
			$this->ledger->save(
				$draw( 0, 1 ) === 0
					? TaskTransitions::stopped( $held, $problem )
					: TaskTransitions::left_out( $held, $problem )
			);
			return;
		}
		if ( $kind === null ) {
			$this->ledger->save( TaskTransitions::done( $held, 'payment', ++$this->next_document, $now ) );
			return;
		}
		$number   = $draw( 0, 2 ) === 0 ? '' : "F-$this->next_document";
		$document = new RemoteDocument(
			kind: $kind,
			id: $held->remote_id > 0 ? $held->remote_id : ++$this->next_document,
			number: $number,
			status: '',
			key: '',
			amounts: new ComputedDocument(
				row_totals: [],
				excl_tax: Decimal::from_string( '1' ),
				incl_tax: Decimal::from_string( '1' ),
				taxes: null
			),
			created: '',
			date: '',
			parties: null
		);
		$reported = $this->reported( $kind, $document->id, $number, $draw );
		if ( $draw( 0, 1 ) === 0 ) {
			$order = $draw( 0, 2 ) === 0 ? null : $this->order( $held->key->order_id, $draw );
			$this->report->keep( $held, $reported, $order );
		} else {
			$this->report->update( $task->id, $reported );
		}
		$this->ledger->save( TaskTransitions::made( $held, $document, $now ) );
	}

	/** @param \Closure(int, int): int $draw */
	private function reported( DocumentKind $kind, int $id, string $number, \Closure $draw ): ReportedDocument {
		$date = $this->clock->now()->modify( '-' . $draw( 0, 70 ) . ' days' )->format( 'Y-m-d' );
		return new ReportedDocument(
			kind: $kind,
			id: $id,
			number: $number,
			date: $draw( 0, 9 ) === 0 ? null : $date,
			currency: $draw( 0, 4 ) === 0 ? 'CHF' : 'EUR',
			excl_tax: 100,
			incl_tax: $draw( 0, 5 ) === 0 ? null : $draw( 1, 5000 ),
			taxes: null
		);
	}

	/**
	 * Placed before its documents were made, which `LargeLedger` spreads over a year.
	 *
	 * @param \Closure(int, int): int $draw
	 */
	private function order( int $order_id, \Closure $draw ): ReportedOrder {
		$ago    = intdiv( 365 * ( self::FIRST_ORDER + 1_002 - $order_id ), 1_000 ) + $order_id % 3;
		$placed = ( new \DateTimeImmutable() )->modify( sprintf( '%+d days', - $ago ) );
		return new ReportedOrder(
			created_at: $placed,
			paid_at: $draw( 0, 1 ) === 0 ? null : $placed,
			gateway: '',
			country: 'FR',
			buyer: 'person',
			currency: 'EUR',
			total: $draw( 1, 5000 )
		);
	}

	private function lose( Task $task ): void {
		if ( $task->remote_id > 0 ) {
			$this->report->forget( $task->id, $task->remote_id );
			$this->ledger->save( LossTransitions::lost( $task, self::gone(), $this->clock->now() ) );
		}
	}

	private static function gone(): Problem {
		return new Problem( ProblemCode::DocumentGone );
	}

	/** @param \Closure(int, int): int $draw */
	private function look_at_order( int $order_id, \Closure $draw ): void {
		$order = $draw( 0, 3 ) === 0 ? null : $this->order( $order_id, $draw );
		$this->report->keep_order( $order_id, $order, $this->clock->now() );
	}

	/** @param \Closure(int, int): int $draw */
	private function see( Task $task, \Closure $draw ): void {
		$was = $this->seen->of_tasks( [ $task->id ] )[ $task->id ] ?? null;
		if ( $was !== null ) {
			$status = [ 'due', 'paid', 'cancelled' ][ $draw( 0, 2 ) ];
			$draw( 0, 1 ) === 0
				? $this->seen->keep( $was, $status, $draw( 0, 900 ), $this->clock->now() )
				: $this->seen->keep_all( [ [ $was, $status, null ] ], $this->clock->now() );
		}
	}

	/** @param \Closure(int, int): int $draw */
	private function in_bulk( Task $task, \Closure $draw ): void {
		match ( $draw( 0, 3 ) ) {
			0 => ( new WpdbBackfillRows( $this->sql, $this->tasks, $this->ledger ) )->withdraw( 7 ),
			1 => $this->report->reconcile( 0, $this->report->end_of_ledger() ),
			2 => $this->report->give_up( DocumentKind::Invoice, $this->clock->now() ),
			3 => ( new WpdbOrderMarks( $this->sql ) )->part(
				$task->key->order_id,
				2_000_000 + $task->key->order_id,
				(string) $draw( 0, 9 )
			),
		};
	}

	public function test_a_large_ledger_is_counted_in_batches_and_what_an_earlier_release_counted_is_shown(): void {
		$former = [
			'at'      => $this->clock->now()->getTimestamp() - 2 * HOUR_IN_SECONDS,
			'last_id' => self::TASKS,
			'rows'    => [ [ 'create_invoice', 'done', '', 2_345 ], [ 'follow_order', 'skipped', 'no_rule', 3 ] ],
			'zone'    => 'Europe/Paris',
			'days'    => [ $this->day() => [ 'invoice' => 12 ] ],
			'money'   => [
				'months'  => [
					[
						'month'    => substr( $this->day(), 0, 7 ),
						'currency' => 'EUR',
						'orders'   => 4,
						'ordered'  => 400,
					],
				],
				'unknown' => 6,
			],
			'filling' => [
				'left'  => 1,
				'most'  => 2,
				'since' => 3,
				'at'    => 4,
			],
		];
		( new FreshOptions( $this->sql ) )->set( 'orderinvoicer_hourly_count', (string) wp_json_encode( $former ) );
		$passes = 0;
		do {
			$shown = $this->hourly( at_once: 2 )->read();
			self::assertSame( $former['at'], $shown?->at->getTimestamp() );
			self::assertSame( 2_345, $shown?->rows()[0]->number );
			self::assertSame( 'no_rule', $shown?->rows()[1]->problem );
			self::assertSame( [ 'invoice' => 12 ], $shown?->days()[ $this->day() ] );
			self::assertSame( 400, MoneyOfMonths::months( $shown->figures, $this->clock->now() )[0]->ordered );
			self::assertSame( 6, MoneyOfMonths::unknown( $shown->figures, $this->clock->now() ) );
			self::assertSame( 2, $shown->filling?->most );
			$before = $this->large->rows_read();
			$this->hourly( at_once: 2 )->handle_sweep();
			self::assertLessThan( 4_500, $this->large->rows_read() - $before, 'Never all in one go.' );
			$this->wait( 300 );
		} while ( ++$passes < 9 && $this->hourly( at_once: 2 )->read()?->at->getTimestamp() === $former['at'] );
		self::assertGreaterThan( 3, $passes );
		self::assertLessThan( 9, $passes );
		$this->assert_counted( 'in batches' );
	}

	public function test_an_hour_examines_what_changed_alone(): void {
		$this->count_all();
		$draw = self::draw( 5 );
		foreach ( range( 1, 5 ) as $ignored ) {
			$this->work( $this->ledger->for_order( self::FIRST_ORDER + $draw( 300, 310 ) )[0], $draw );
		}
		$this->wait( HOUR_IN_SECONDS + 1 );
		$before = $this->large->rows_read();
		$this->hourly()->handle_sweep();
		$read = $this->large->rows_read() - $before;
		$this->assert_counted( 'one hour' );
		self::assertLessThan( 6_000, $read );
	}

	/** By a hand that tells nobody, it is found by and by. */
	public function test_what_was_deleted_by_hand_is_found_by_and_by(): void {
		$this->count_all();
		$this->sql->change(
			'DELETE FROM %i WHERE id BETWEEN 700 AND 720',
			[ $this->sql->table( 'orderinvoicer_sync' ) ]
		);
		foreach ( range( 1, 3 ) as $ignored ) {
			$this->wait( HOUR_IN_SECONDS + 1 );
			$this->count_all();
		}
		$this->assert_counted( 'deleted by hand' );
	}

	/** Of the ledger alone: what is kept stands in other tables, and is later than it. */
	public function test_a_ledger_that_went_back_is_counted_anew(): void {
		$this->count_all();
		$ledger = $this->sql->table( 'orderinvoicer_sync' );
		$this->sql->change( "UPDATE %i SET state = 'attention' WHERE id < 900 AND id > %d", [ $ledger, 0 ] );
		$this->sql->change( 'DELETE FROM %i WHERE id > %d', [ $ledger, self::TASKS - 40 ] );
		$this->wait( HOUR_IN_SECONDS + 1 );
		foreach ( range( 1, 60 ) as $order ) {
			$this->ledger->open( new TaskKey( 7 + $order, Effect::CreateInvoice ), $this->clock->now() );
		}
		$this->count_all();
		$this->assert_counted( 'gone back' );
	}

	public function test_in_another_time_zone_days_are_others(): void {
		$this->count_all();
		update_option( 'timezone_string', 'Asia/Tokyo' );
		$this->count_all();
		$this->assert_counted( 'Tokyo' );
	}

	private function day(): string {
		return $this->clock->now()->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}

	private function wait( int $seconds ): void {
		$this->clock->milliseconds( 1000 * $seconds );
	}

	private function hourly( int $at_once = 100 ): HourlyCount {
		$options = new FreshOptions( $this->sql );
		$parts   = new LedgerParts( $this->sql, $options, new MoneyOfMonths( $this->sql ), $at_once );
		return new HourlyCount( $this->sql, $options, $parts, $this->clock );
	}

	private function count_all(): void {
		$this->hourly()->handle_sweep();
	}

	private function assert_counted( string $when ): void {
		$hourly = $this->hourly();
		$kept   = $hourly->read();
		self::assertNotNull( $kept, $when );
		self::assertTrue( $kept->is_known, $when );
		self::assertEqualsWithDelta( $this->clock->now()->getTimestamp(), $kept->at->getTimestamp(), 301, $when );
		self::assertSame( self::texts( $hourly->count( '1 = 1' ) ), self::texts( $kept->rows() ), $when );
		$now   = $kept->at;
		$money = ( new MoneyOfMonths( $this->sql ) )->count( $now );
		self::assertEquals( self::months( $money, $now ), self::months( $kept->figures, $now ), $when );
		$unknown = MoneyOfMonths::unknown( $money, $now );
		self::assertSame( $unknown, MoneyOfMonths::unknown( $kept->figures, $now ), $when );
		$starts = array_map(
			static fn ( int $ago ): \DateTimeImmutable =>
				$now->setTimezone( wp_timezone() )->modify( "-$ago days" )->setTime( 0, 0 ),
			range( 29, 0 )
		);
		$fresh = ( new MadeDocuments( $this->sql ) )->per_day( [ ...$starts, $now ] );
		self::assertEquals( $fresh, array_intersect_key( $kept->days(), $fresh ), $when );
		$unread = $this->sql->value(
			'SELECT COUNT(*) FROM %i WHERE read_at IS NULL OR ( order_paid_at IS NULL AND order_created_at IS NULL'
				. ' AND order_read_at IS NULL )',
			[ $this->sql->table( WpdbReport::TABLE ) ]
		);
		self::assertSame( (int) $unread, $kept->filling?->left, $when );
	}

	/**
	 * @param array<string, int> $figures
	 * @return array<string, array<string, mixed>>
	 */
	private static function months( array $figures, \DateTimeImmutable $now ): array {
		$months = [];
		foreach ( MoneyOfMonths::months( $figures, $now ) as $month ) {
			$months[ "$month->month $month->currency" ] = get_object_vars( $month );
		}
		ksort( $months );
		return $months;
	}

	/**
	 * @param list<CountedRows> $rows
	 * @return list<string>
	 */
	private static function texts( array $rows ): array {
		$texts = array_map(
			static fn ( CountedRows $row ): string => "$row->effect $row->state $row->problem $row->number",
			$rows
		);
		sort( $texts );
		return $texts;
	}
}
