<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Work\ListLook;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What people do with open drafts in Sellsy is noticed within the hour, with few calls.
 *
 * @assumes drafts-by-status
 */
final class DraftMonitorTest extends TestCase {

	private const A_PASS = 300;

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_of_2000_open_drafts_each_change_is_noticed_within_twelve_passes(): void {
		$this->drafts( 2000 );
		$this->passes( 2 );
		self::assertCount( 20, $this->world->gaps->drafts_asked, 'Each page once.' );
		self::assertSame( [], $this->world->sellsy->calls, 'None is read by itself.' );

		$this->make_final( 7 );
		unset( $this->world->sellsy->documents[ $this->remote_id( 1000 ) ] );
		$this->world->invoicing->edited( $this->remote_id( 1500 ), '11', '13.20' );
		$this->give_status( 1999, 'paid', 'F-9' );
		$this->world->gaps->drafts_asked = [];
		$this->passes( 12 );

		self::assertSame( 'F-0001', $this->world->row( 7 )->remote_number );
		self::assertSame( ProblemCode::DocumentGone, $this->world->row( 1000 )->problem?->code );
		self::assertSame( 1320, $this->incl_tax( 1500 ) );
		self::assertSame( 'F-9', $this->world->row( 1999 )->remote_number );
		self::assertSame( array_fill( 0, 4, 'get_document' ), $this->world->sellsy->calls );
		self::assertCount( 20, $this->world->gaps->drafts_asked, 'One look in that hour: 24 calls.' );
	}

	public function test_what_was_changed_is_read_once_and_known_from_then_on(): void {
		$this->drafts( 12 );
		$this->world->invoicing->edited( $this->remote_id( 3 ), '11', '13.20' );
		$this->passes( 12 );
		self::assertSame( [ 'get_document' ], $this->world->sellsy->calls );
		self::assertSame( TaskState::Done, $this->world->row( 3 )->state );
	}

	public function test_few_drafts_are_read_by_themselves_whatever_else_the_account_holds(): void {
		$this->drafts( 10 );
		$this->passes( 1 );
		self::assertSame( [], $this->world->gaps->drafts_asked );
		self::assertCount( 10, $this->world->sellsy->calls );
		$this->passes( 8 );
		self::assertCount( 10, $this->world->sellsy->calls );
	}

	public function test_one_pass_makes_no_more_than_twenty_calls_and_the_next_goes_on_behind_it(): void {
		$this->drafts( 2500 );
		$this->passes( 1 );
		self::assertCount( 20, $this->world->gaps->drafts_asked );
		self::assertNull( $this->whole_at() );
		$began = $this->world->clock->now();
		$this->passes( 1 );
		self::assertCount( 25, array_unique( $this->world->gaps->drafts_asked ) );
		self::assertCount( 25, $this->world->gaps->drafts_asked );
		self::assertEquals( $began, $this->whole_at() );
	}

	public function test_live_orders_keep_their_reserve(): void {
		$this->drafts( 300 );
		$this->world->clock->advance( self::A_PASS );
		$this->world->calls->limit = 15;
		$this->world->calls->made( 1, 0 );
		$this->world->sweep->run();
		self::assertSame( [], $this->world->gaps->drafts_asked );
		$this->passes( 1 );
		self::assertCount( 3, $this->world->gaps->drafts_asked, 'Another minute.' );
	}

	public function test_a_page_that_fails_concludes_nothing_and_is_asked_for_again(): void {
		$this->drafts( 300 );
		$this->world->gaps->drafts_fail = [ null, FailureKind::OutcomeUnknown ];
		$this->passes( 1 );
		self::assertSame( [ 'invoice', 'invoice 501' ], $this->positions() );
		self::assertSame( [], $this->world->sellsy->calls );
		self::assertNull( $this->whole_at() );
		self::assertSame( [ 300, 300 ], [ $this->count_of( TaskState::Done ), count( $this->world->report->rows ) ] );
		$this->passes( 1 );
		self::assertSame( [ 'invoice', 'invoice 501', 'invoice 501', 'invoice 401' ], $this->positions() );
		self::assertSame( [], $this->world->sellsy->calls );
		self::assertNotNull( $this->whole_at() );
	}

	public function test_a_list_that_fails_hides_no_draft_of_the_other_kind(): void {
		$this->drafts( 100 );
		$this->drafts( 11, DocumentKind::CreditNote );
		$this->world->gaps->drafts_fail = array_fill( 0, 6, FailureKind::OutcomeUnknown );
		$this->passes( 3 );
		self::assertEqualsCanonicalizing( [ 'creditnote', 'invoice' ], array_unique( $this->positions() ) );
		$this->passes( 1 );
		self::assertNotNull( $this->whole_at() );
		self::assertNotNull( $this->whole_at( DocumentKind::CreditNote ) );
	}

	public function test_a_position_that_no_longer_holds_begins_the_list_again_once(): void {
		$this->drafts( 300 );
		$this->world->gaps->drafts_fail = [ null, FailureKind::Rejected, null, FailureKind::Rejected ];
		$this->passes( 1 );
		self::assertSame( [ 'invoice', 'invoice 501', 'invoice', 'invoice 501' ], $this->positions() );
		self::assertCount( 16, $this->world->sellsy->calls, 'The others are read by themselves.' );
	}

	public function test_a_list_that_fails_for_long_does_not_hide_the_drafts(): void {
		$this->drafts( 30 );
		$this->make_final( 25 );
		$this->world->gaps->drafts_fail = array_fill( 0, 99, FailureKind::OutcomeUnknown );
		$this->passes( 24 );
		self::assertSame( 'F-0001', $this->world->row( 25 )->remote_number );
		self::assertCount( 30, $this->world->sellsy->calls );
		self::assertNotNull( $this->whole_at() );
	}

	/** The clock of the server was ahead, and was put right. */
	#[DataProvider( 'looks_of_the_future' )]
	public function test_a_look_that_began_in_the_future_is_begun_again( ListLook $look ): void {
		$this->drafts( 5 );
		$this->make_final( 2 );
		$begun = $look->begun( $this->world->clock->now()->modify( '+400 days' ) );
		$this->world->engine->draft_looks()->keep_look(
			DocumentKind::Invoice,
			$look->is_over ? $begun->ended() : $begun
		);
		$this->passes( 9 );
		self::assertSame( 'F-0001', $this->world->row( 2 )->remote_number );
		self::assertCount( 5, $this->world->sellsy->calls );
	}

	/** @return iterable<string, array{ListLook}> */
	public static function looks_of_the_future(): iterable {
		yield 'over' => [ new ListLook() ];
		yield 'not over' => [ new ListLook( is_over: false ) ];
	}

	public function test_where_sellsy_refuses_the_list_each_is_read_by_itself_in_turn(): void {
		$this->drafts( 30 );
		$this->make_final( 25 );
		$this->world->gaps->drafts_fail = array_fill( 0, 9, FailureKind::Rejected );
		$this->passes( 2 );
		self::assertSame( 'F-0001', $this->world->row( 25 )->remote_number );
		self::assertSame( [ 'invoice' ], $this->positions() );
		self::assertCount( 30, $this->world->sellsy->calls );
	}

	public function test_a_draft_that_cannot_be_read_is_said_and_hides_no_other(): void {
		$this->drafts( 20 );
		$this->passes( 1 );
		$first = $this->whole_at();
		$this->world->invoicing->unreadable = $this->remote_id( 4 );
		$this->world->invoicing->edited( $this->remote_id( 4 ), '11', '13.20' );
		$this->make_final( 9 );
		$this->passes( 12 );
		self::assertSame( 'F-0001', $this->world->row( 9 )->remote_number );
		self::assertEquals( $first, $this->whole_at(), 'Not all of them were seen since.' );

		$this->world->invoicing->unreadable = 0;
		$this->passes( 12 );
		self::assertGreaterThan( $first, $this->whole_at() );
	}

	/** The page still says what was there before. */
	#[DataProvider( 'changes' )]
	public function test_what_a_task_changed_while_a_page_came_is_not_judged_by_it( \Closure $change ): void {
		$this->drafts( 12 );
		$this->world->gaps->after_drafts = function () use ( $change ): void {
			$this->world->gaps->after_drafts = null;
			$change( $this );
		};
		$this->passes( 1 );
		$before = $this->world->report->rows;
		$this->world->gaps->drafts_asked = [];
		$this->passes( 12 );
		self::assertEquals( $before, $this->world->report->rows );
		self::assertSame( 0, $this->count_of( TaskState::Attention ) );
	}

	/** @return iterable<string, array{\Closure(self): void}> */
	public static function changes(): iterable {
		yield 'brought up to date' => [ static fn ( self $on ) => $on->update( 5 ) ];
		yield 'made final' => [ static fn ( self $on ) => $on->finalise( 5 ) ];
		yield 'made' => [ static fn ( self $on ) => $on->drafts( 1 ) ];
	}

	public function test_what_a_task_does_while_one_is_read_is_left_to_it(): void {
		$this->drafts( 3 );
		unset( $this->world->sellsy->documents[ $this->remote_id( 2 ) ] );
		$this->world->sellsy->each_call = function (): void {
			$this->world->sellsy->each_call = null;
			$this->claim( 1 );
		};
		unset( $this->world->sellsy->documents[ $this->remote_id( 1 ) ] );
		$this->passes( 1 );
		self::assertSame( TaskState::Working, $this->world->row( 1 )->state );
		self::assertArrayHasKey( 1, $this->world->report->rows );
		self::assertSame( ProblemCode::DocumentGone, $this->world->row( 2 )->problem?->code );
	}

	public function test_wherever_the_runner_dies_the_next_pass_goes_on(): void {
		$steps = $this->steps();
		self::assertGreaterThan( 10, $steps );
		for ( $step = 1; $step <= $steps; $step++ ) {
			$this->setUp();
			$this->changed_drafts();
			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->world->sweep->run();
			} catch ( Killed ) {
				$this->world->fate->revive();
			}
			$this->world->fate->revive();
			$this->passes( 3 );
			self::assertSame( 'F-0001', $this->world->row( 2 )->remote_number, "step $step" );
			self::assertSame( ProblemCode::DocumentGone, $this->world->row( 3 )->problem?->code, "step $step" );
			self::assertSame( 1320, $this->incl_tax( 4 ), "step $step" );
			self::assertSame( 15, $this->count_of( TaskState::Done ), "step $step" );
			self::assertNotNull( $this->whole_at(), "step $step" );
		}
	}

	/** An accountant makes all of them final: those that are left are not to wait until each has been read. */
	public function test_many_that_are_read_by_themselves_do_not_hold_up_the_list(): void {
		$this->drafts( 400 );
		$this->passes( 1 );
		foreach ( range( 1, 380 ) as $number ) {
			$this->make_final( $number );
		}
		$this->passes( 10 );
		$this->world->invoicing->edited( $this->remote_id( 395 ), '11', '13.20' );
		$this->passes( 11 );
		self::assertLessThan( 300, $this->count_of_numbered() );
		self::assertCount( 4 + 1 + 1, $this->positions(), 'The list is read again every 45 minutes.' );
		self::assertSame( 1200, $this->incl_tax( 395 ), 'Those that were not seen for longer come first.' );
		$this->passes( 12 );
		self::assertSame( 380, $this->count_of_numbered() );
		self::assertSame( 1320, $this->incl_tax( 395 ) );
	}

	public function test_amounts_that_nobody_has_read_are_no_difference(): void {
		$this->drafts( 12 );
		$this->world->report->rows[6]['document'] = new ReportedDocument(
			kind: DocumentKind::Invoice,
			id: $this->remote_id( 6 ),
			number: '',
			date: null,
			currency: null,
			excl_tax: null,
			incl_tax: null,
			taxes: null,
		);
		unset( $this->world->report->rows[7] );
		$this->passes( 1 );
		self::assertSame( [], $this->world->sellsy->calls );
	}

	private function steps(): int {
		$this->changed_drafts();
		$before = $this->world->fate->steps;
		$this->world->sweep->run();
		return $this->world->fate->steps - $before;
	}

	/** Three of fifteen. */
	private function changed_drafts(): void {
		$this->drafts( 16 );
		$this->make_final( 2 );
		unset( $this->world->sellsy->documents[ $this->remote_id( 3 ) ] );
		$this->world->invoicing->edited( $this->remote_id( 4 ), '11', '13.20' );
		$this->world->clock->advance( self::A_PASS );
	}

	/** Rows whose draft was made and noted on its order, one after the other. */
	private function drafts( int $count, DocumentKind $kind = DocumentKind::Invoice ): void {
		$now = $this->world->clock->now();
		for ( $made = 0; $made < $count; $made++ ) {
			$order_id = count( $this->world->sellsy->documents ) + 1;
			$id       = (int) $this->world->ledger->open( new TaskKey( $order_id, Effect::create( $kind ) ), $now );
			$this->claim( $id );
			$this->finish(
				$id,
				new RemoteDocument(
					kind: $kind,
					id: 300 + $id,
					number: '',
					status: 'draft',
					key: "SHOP-$order_id",
					amounts: new ComputedDocument( [], Decimal::from_string( '10' ), Decimal::from_string( '12' ) ),
					created: $now->format( 'c' ),
					currency: 'EUR',
				)
			);
		}
	}

	private function claim( int $id ): void {
		$now = $this->world->clock->now();
		$this->world->ledger->save( TaskTransitions::reopened( $this->world->row( $id ), $now, 0, true ) );
		$this->world->ledger->claim( $id, $now, 'runner', $now->modify( '+5 minutes' ) );
	}

	private function finish( int $id, RemoteDocument $document ): void {
		$held                                           = HeldTask::by( $this->world->ledger, $id, 'runner' );
		$this->world->sellsy->documents[ $document->id ] = $document;
		$this->world->report->keep( $held, ReportedDocument::from_document( $document ), null );
		$this->world->ledger->save( TaskTransitions::made( $held, $document, $this->world->clock->now() ) );
		$this->world->ledger->save( TaskTransitions::checked( $this->world->row( $id ), $this->world->clock->now() ) );
	}

	private function update( int $number ): void {
		$this->claim( $number );
		$this->world->invoicing->edited( $this->remote_id( $number ), '11', '13.20' );
		$this->finish( $number, $this->world->sellsy->documents[ $this->remote_id( $number ) ] );
	}

	private function finalise( int $number ): void {
		$final = $this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->remote_id( $number ) ] );
		$this->world->report->update( $number, ReportedDocument::from_document( $final ) );
		$this->world->ledger->save( TaskTransitions::numbered( $this->world->row( $number ), $final ) );
	}

	/** A person does, in Sellsy. */
	private function make_final( int $number ): void {
		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->remote_id( $number ) ] );
	}

	private function give_status( int $number, string $status, string $name ): void {
		$id     = $this->remote_id( $number );
		$facts  = get_object_vars( $this->world->sellsy->documents[ $id ] );
		$change = [
			'status' => $status,
			'number' => $name,
		];
		$this->world->sellsy->documents[ $id ] = new RemoteDocument( ...[ ...$facts, ...$change ] );
	}

	/** TTC, minor units, as the report has it. */
	private function incl_tax( int $number ): ?int {
		return $this->world->report->rows[ $number ]['document']->incl_tax;
	}

	private function remote_id( int $number ): int {
		return $this->world->row( $number )->remote_id;
	}

	private function passes( int $count ): void {
		for ( $pass = 0; $pass < $count; $pass++ ) {
			$this->world->clock->advance( self::A_PASS );
			$this->world->sweep->run();
		}
	}

	/** @return list<string> */
	private function positions(): array {
		return $this->world->gaps->drafts_asked;
	}

	private function whole_at( DocumentKind $kind = DocumentKind::Invoice ): ?\DateTimeImmutable {
		return $this->world->engine->draft_looks()->look( $kind )->whole_at;
	}

	private function count_of( TaskState $state ): int {
		$is_one = static fn ( Task $task ): bool => $task->state === $state && $task->key->effect->creates() !== null;
		return count( array_filter( $this->rows(), $is_one ) );
	}

	private function count_of_numbered(): int {
		return count( array_filter( $this->rows(), static fn ( Task $task ): bool => $task->remote_number !== '' ) );
	}

	/** @return list<Task> */
	private function rows(): array {
		$orders = range( 1, count( $this->world->report->rows ) + 10 );
		return array_merge( ...array_values( $this->world->ledger->for_orders( $orders ) ) );
	}

	public function test_a_draft_that_was_made_final_and_cancelled_in_between_has_its_number_and_asks(): void {
		$this->drafts( 2 );
		$this->give_status( 1, 'cancelled', 'F-7' );
		$this->passes( 1 );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( 1 )->problem?->code );
		self::assertSame( 'F-7', $this->world->row( 1 )->remote_number );
		self::assertSame( TaskState::Done, $this->world->row( 2 )->state );
	}
}
