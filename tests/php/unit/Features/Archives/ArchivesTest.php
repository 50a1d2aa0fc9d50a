<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Archives;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Archives\Rules\Archive;
use OrderInvoicer\Features\Archives\Rules\ArchiveName;
use OrderInvoicer\Features\Archives\Rules\Archives;
use OrderInvoicer\Features\Archives\Rules\ArchiveState;
use OrderInvoicer\Features\Archives\Rules\FillArchive;
use OrderInvoicer\Features\Archives\Rules\KeepArchives;
use OrderInvoicer\Features\Archives\Rules\NoPdf;
use OrderInvoicer\Features\Archives\Rules\PlanArchive;
use OrderInvoicer\Tests\Unit\Features\ShopperDocuments\FakeDownloads;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** The PDFs of many orders, as one file for each person. */
final class ArchivesTest extends TestCase {

	private const ME    = 7;
	private const OTHER = 8;

	private World $world;
	private FakeArchiveFolder $folder;
	private FakeDownloads $files;

	protected function setUp(): void {
		$this->world = new World( finalise: true );
		for ( $id = 1; $id <= 3; $id++ ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 15 );
		$this->folder = $this->world->fake( FakeArchiveFolder::class );
		$this->files  = $this->world->fake( FakeDownloads::class );
	}

	/** @param list<int> $orders */
	private function begin( array $orders = [ 1, 2, 3 ], int $who = self::ME ): void {
		$plan = $this->world->engine->plan_archive();
		$plan->begin( $who, $plan->of_orders( $orders ) );
	}

	private function run_it( int $who = self::ME ): ?int {
		return $this->fill()->run( $who, 20 );
	}

	private function fill(): FillArchive {
		return $this->world->engine->fill_archive();
	}

	private function keep(): KeepArchives {
		return $this->world->engine->keep_archives();
	}

	private function archive( int $who = self::ME ): ?Archive {
		return ( new Archives( $this->world->kept ) )->all()[ $who ] ?? null;
	}

	public function test_each_file_is_fetched_once_and_all_are_put_together(): void {
		$this->begin();
		self::assertNull( $this->run_it() );
		self::assertSame( ArchiveState::Ready, $this->archive()?->state );
		self::assertSame( 3, $this->archive()->done() );
		self::assertCount( 3, $this->files->asked );
		self::assertSame( [ $this->archive()->folder ], $this->folder->packed );
		self::assertNull( $this->run_it(), 'Nothing is left to do.' );
		self::assertCount( 3, $this->files->asked );
	}

	public function test_what_has_no_pdf_is_listed_with_its_reason(): void {
		$draft = new World();
		$draft->order( 1 );
		$draft->fire( 1 );
		$draft->pass_time( 15 );
		try {
			$draft->engine->plan_archive()->of_orders( [ 1 ] );
			self::fail( 'There is no PDF.' );
		} catch ( Refused $refused ) {
			self::assertSame( Refused::NO_FILES, $refused->why );
		}
		$this->begin( [ 1, 2, 99 ] );
		$this->files->fails = new NoFile( 'another_document', false );
		self::assertNull( $this->run_it(), 'In one go.' );
		self::assertSame(
			[ NoPdf::Refused, NoPdf::Refused, NoPdf::NotMade ],
			array_column( $this->archive()?->missing() ?? [], 2 )
		);
		self::assertSame( ArchiveState::Ready, $this->archive()?->state );
	}

	public function test_what_is_no_longer_there_holds_up_no_other(): void {
		$this->begin();
		$row  = $this->world->row();
		$lost = LossTransitions::lost( $row, new Problem( ProblemCode::DocumentGone ), $this->world->clock->now() );
		self::assertTrue( $this->world->ledger->save( $lost ) );
		self::assertNull( $this->run_it(), 'In one go.' );
		self::assertSame( [ NoPdf::Deleted ], array_column( $this->archive()?->missing() ?? [], 2 ) );
		self::assertCount( 2, $this->files->asked );
	}

	public function test_more_than_fit_are_refused_before_anything_begins(): void {
		$this->expectExceptionObject( new Refused( Refused::TOO_MANY_FILES ) );
		$this->world->engine->plan_archive()->of_orders( range( 1, 501 ) );
	}

	public function test_the_plan_says_how_many_and_how_long(): void {
		$plan = $this->world->engine->plan_archive()->of_orders( [ 1, 2, 3, 99 ] );
		self::assertSame( 3, $plan->documents );
		self::assertCount( 4, $plan->rows );
		self::assertGreaterThanOrEqual( 3, $plan->seconds );
	}

	public function test_a_silent_sellsy_is_asked_again_and_the_document_is_listed_in_the_end(): void {
		$this->begin( [ 1 ] );
		$this->files->fails = new RemoteFailure( FailureKind::NotSent );
		for ( $try = 1; $try < 4; $try++ ) {
			self::assertSame( 60, $this->run_it(), 'A minute later.' );
			self::assertSame( ArchiveState::Working, $this->archive()?->state );
		}
		self::assertNull( $this->run_it() );
		self::assertSame( [ NoPdf::Silent ], array_column( $this->archive()?->missing() ?? [], 2 ) );
		self::assertCount( 4, $this->files->asked );
	}

	public function test_one_that_does_not_come_is_not_in_the_way_of_the_others(): void {
		$this->begin();
		$this->files->fails = new RemoteFailure( FailureKind::NotSent );
		$this->run_it();
		$this->files->fails = null;
		$this->run_it();
		self::assertSame( 3, $this->archive()?->done() );
		self::assertSame( $this->files->asked[0], $this->files->asked[3], 'It came last.' );
	}

	public function test_an_order_of_today_comes_first(): void {
		$this->begin();
		$this->world->order( 4 );
		$this->world->fire( 4 );
		$was = count( $this->files->asked );
		self::assertGreaterThan( 0, $this->run_it() );
		self::assertCount( $was, $this->files->asked );
		$this->world->pass_time( 15 );
		self::assertNull( $this->run_it() );
	}

	public function test_a_runner_that_died_is_followed_by_one_that_goes_on(): void {
		$this->begin();
		$this->folder->meanwhile = function (): void {
			if ( count( $this->files->asked ) === 2 ) {
				throw new \Error( 'killed' );
			}
		};
		try {
			$this->run_it();
			self::fail( 'It died.' );
		} catch ( \Error ) {
			$this->folder->meanwhile = null;
		}
		self::assertSame( 60, $this->run_it(), 'It is still the other one’s.' );
		$this->world->clock->advance( 121 );
		self::assertNull( $this->run_it() );
		self::assertSame( 3, $this->archive()?->done() );
		self::assertCount( 4, $this->files->asked, 'The one at which it died is asked for twice.' );
	}

	public function test_two_runners_do_nothing_twice(): void {
		$this->begin();
		$this->folder->meanwhile = fn () => self::assertSame( 60, $this->run_it() );
		$this->run_it();
		self::assertCount( 3, $this->files->asked );
		self::assertCount( 1, $this->folder->packed );
	}

	public function test_each_person_has_one_at_a_time(): void {
		$this->begin();
		$this->begin( [ 1 ], self::OTHER );
		try {
			$this->begin();
			self::fail( 'The last one is not over.' );
		} catch ( Refused $refused ) {
			self::assertSame( Refused::ARCHIVE_RUNNING, $refused->why );
		}
		self::assertCount( 2, $this->folder->folders );
		$this->run_it();
		$this->begin( [ 2 ] );
		self::assertCount( 2, $this->folder->folders, 'The new one takes the place of what was ready.' );
		self::assertSame( 0, $this->archive()?->done() );
	}

	public function test_it_is_taken_away_after_a_day(): void {
		$this->begin();
		$this->run_it();
		$this->keep()->look();
		self::assertNotNull( $this->archive() );
		$this->world->clock->advance( 86_400 );
		$this->keep()->look();
		self::assertNull( $this->archive() );
		self::assertSame( [], $this->folder->folders );
	}

	public function test_the_next_one_to_go_says_when(): void {
		self::assertNull( $this->keep()->expire() );
		$this->begin();
		$this->world->clock->advance( 600 );
		$this->begin( [ 1 ], self::OTHER );
		self::assertSame( 85_800, $this->keep()->expire() );
		$this->world->clock->advance( 85_800 );
		self::assertSame( 600, $this->keep()->expire() );
		self::assertNull( $this->archive() );
	}

	public function test_a_shop_without_any_asks_nothing(): void {
		$this->keep()->look();
		self::assertFalse( $this->keep()->erase( [ 1 ] ) );
		self::assertArrayNotHasKey( Archives::OPTION, $this->world->kept->values );
	}

	public function test_erasing_a_buyer_takes_away_what_holds_their_documents(): void {
		$this->begin( [ 1, 2 ] );
		$this->run_it();
		$this->begin( [ 3 ], self::OTHER );
		self::assertTrue( $this->keep()->erase( [ 2, 50 ] ) );
		self::assertSame( ArchiveState::Erased, $this->archive()?->state );
		self::assertSame( [], $this->archive()->rows );
		self::assertSame( [ $this->archive( self::OTHER )?->folder ], array_keys( $this->folder->folders ) );
		self::assertFalse( $this->keep()->erase( [ 2 ] ) );
	}

	public function test_files_that_cannot_be_deleted_are_not_said_to_be_erased_and_are_tried_again(): void {
		$this->begin( [ 1, 2 ] );
		$this->run_it();
		$this->folder->is_stuck = true;
		foreach ( [ 'first', 'again' ] as $time ) {
			try {
				$this->keep()->erase( [ 2 ] );
				self::fail( "It claims that all is erased, $time." );
			} catch ( \RuntimeException ) {
				self::assertNotSame( [], $this->folder->folders );
			}
		}
		$this->folder->is_stuck = false;
		self::assertFalse( $this->keep()->erase( [ 2 ] ) );
		self::assertSame( [], $this->folder->folders );
	}

	public function test_a_runner_leaves_no_file_of_a_buyer_who_is_erased_meanwhile(): void {
		$this->begin();
		$this->folder->meanwhile = fn () => $this->keep()->erase( [ 1 ] );
		$this->run_it();
		self::assertSame( ArchiveState::Erased, $this->archive()?->state );
		self::assertSame( [], $this->folder->folders );
		self::assertCount( 1, $this->files->asked );
	}

	public function test_without_room_it_says_so(): void {
		$this->begin();
		$this->folder->has_room = false;
		$this->run_it();
		self::assertSame( ArchiveState::Failed, $this->archive()?->state );
		self::assertSame( [], $this->folder->folders );
		$this->folder->can_pack = false;
		$this->expectExceptionObject( new Refused( Refused::NO_ZIP ) );
		$this->begin();
	}

	public function test_names_are_safe_and_never_clash(): void {
		self::assertSame( 'FAC-12_Invoice_501.pdf', ArchiveName::of( 'FAC-12', 'Invoice', '501', 9 ) );
		self::assertSame( 'F-12_Credit-note_A-1_9.pdf', ArchiveName::of( 'F/12', 'Credit note', 'A#1', 9 ) );
		self::assertSame( 'F-12_Credit-note_A-1_10.pdf', ArchiveName::of( 'F.12', 'Credit note', 'A#1', 10 ) );
		self::assertSame( 'Invoice_9.pdf', ArchiveName::of( '../', 'Invoice', '', 9 ) );
	}

	public function test_the_plan_is_of_final_documents_alone(): void {
		self::assertInstanceOf( PlanArchive::class, $this->world->engine->plan_archive() );
		$tasks = array_merge( ...array_values( $this->world->ledger->for_orders( [ 1 ] ) ) );
		self::assertCount( 1, $this->world->engine->plan_archive()->of_tasks( $tasks )->rows );
	}

	/** Two calls for each file, at Sellsy's pace less fifteen for live orders; never less than a second each. */
	#[TestWith( [ 0, 3 ] )]
	#[TestWith( [ 375, 3 ] )]
	#[TestWith( [ 135, 3 ] )]
	#[TestWith( [ 105, 4 ] )]
	#[TestWith( [ 27, 30 ] )]
	#[TestWith( [ 10, 360 ] )]
	public function test_the_plan_takes_sellsys_pace_into_account( int $most, int $seconds ): void {
		if ( $most > 0 ) {
			$this->world->calls->limit = $most + 1;
			$this->world->calls->made( 1, 1 );
			self::assertSame( $most, $this->world->calls->this_minute()?->most );
		}
		self::assertSame( $seconds, $this->world->engine->plan_archive()->of_orders( [ 1, 2, 3 ] )->seconds );
	}

	public function test_a_document_of_which_none_is_wanted_is_no_row_of_it(): void {
		$refund = new TaskKey( 1, Effect::CreateCreditNote );
		$now    = $this->world->clock->now();
		$id     = $this->world->ledger->open( $refund, $now ) ?? 0;
		$held   = $this->world->ledger->claim( $id, $now, 'me', $now->modify( '+1 minute' ) ) ?? self::fail();
		$plan = fn (): int => count( $this->world->engine->plan_archive()->of_orders( [ 1 ] )->rows );
		self::assertSame( 2, $plan(), 'It is to come.' );
		$nothing = new Problem( ProblemCode::StepNotWanted );
		self::assertTrue( $this->world->ledger->save( TaskTransitions::left_out( $held, $nothing ) ) );
		self::assertSame( 1, $plan() );
	}

	public function test_of_an_option_that_somebody_broke_what_can_be_read_counts(): void {
		$rows = [ [ 1, 2, '0' ], [ 1, '2', '0' ], [ '1', 2, '0' ], [ 1, 2, 0 ], 'x', [ 1, 2 ], [ 3, 4, Archive::IN ] ];
		$read = Archive::read( new Values( [ 'rows' => $rows ] ) );
		self::assertSame( [ [ 1, 2, '0' ], [ 3, 4, Archive::IN ] ], $read->rows );
		self::assertEquals( new Archive( '', 0, $read->rows, ArchiveState::Failed, '', 0 ), $read );
		self::assertSame( [ 1, 0 ], [ $read->done(), $read->next() ] );
		self::assertFalse( $read->is_over( 86_399 ) );
		self::assertTrue( $read->is_over( 86_400 ) );
	}

	public function test_one_runner_has_it_until_its_time_is_up(): void {
		$archive = new Archive( 'folder', 1, [] );
		self::assertTrue( $archive->may_be_taken( 10 ) );
		$taken = $archive->taken( 'me', 10 );
		self::assertSame( [ false, true ], [ $taken->may_be_taken( 9 ), $taken->may_be_taken( 10 ) ] );
		self::assertTrue( $taken->taken( '', 10 )->may_be_taken( 9 ) );
		self::assertFalse( $archive->in_state( ArchiveState::Ready )->may_be_taken( 10 ) );
	}

	public function test_what_sellsy_deleted_is_listed_at_once(): void {
		$this->begin( [ 1 ] );
		$this->files->fails = new RemoteFailure( FailureKind::NotFound );
		self::assertNull( $this->run_it(), 'In one go.' );
		self::assertSame( [ NoPdf::Deleted ], array_column( $this->archive()?->missing() ?? [], 2 ) );
	}

	/** It costs no try, however often it happens. */
	#[TestWith( [ null, 60 ] )]
	#[TestWith( [ 59, 60 ] )]
	#[TestWith( [ 90, 90 ] )]
	public function test_where_sellsy_is_asked_too_often_it_waits( ?int $retry_after, int $seconds ): void {
		$this->begin( [ 1 ] );
		$this->files->fails = new RemoteFailure( FailureKind::RateLimited, retry_after: $retry_after );
		for ( $time = 1; $time <= 5; $time++ ) {
			self::assertSame( $seconds, $this->run_it() );
		}
		$this->files->fails = null;
		self::assertNull( $this->run_it() );
		self::assertSame( 1, $this->archive()?->done() );
	}
}
