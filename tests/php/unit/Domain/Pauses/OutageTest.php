<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Pauses;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Sellsy is away, out of quota or closed to us: nothing is lost and nothing fails one by one. */
final class OutageTest extends TestCase {

	public function test_down_for_an_hour_while_fifty_orders_come_in(): void {
		$world                  = new World();
		$world->sellsy->is_down = true;
		for ( $minute = 0; $minute < 60; $minute++ ) {
			if ( $minute < 50 ) {
				$world->order( $minute + 1, World::buyer( $minute + 1, "client$minute@example.com" ) );
				$world->fire( $minute + 1 );
			}
			$world->pass_time( 1 );
		}
		self::assertSame( ProblemCode::SellsyDown, $world->pauses->current()?->problem->code );
		self::assertLessThan( 70, count( $world->sellsy->calls ), 'One look a minute, whatever waits.' );
		$tries = array_sum( array_map( static fn( int $id ): int => $world->row( $id )->attempts, range( 1, 50 ) ) );
		self::assertLessThanOrEqual( 4, $tries, 'Waiting uses up no tries.' );

		$world->sellsy->is_down = false;
		$world->pass_time( 10 );
		self::assertCount( 50, $world->sellsy->documents );
		self::assertSame( 50, $world->ledger->count( new TaskFilter( [ TaskState::Done ] ) ) );
		self::assertNull( $world->pauses->current() );
	}

	public function test_one_runner_looks_whether_sellsy_is_back_and_the_others_wait(): void {
		$world = new World();
		$now   = $world->clock->now();
		$down  = new Problem( ProblemCode::SellsyDown );
		$world->pauses->begin( new Pause( $down, $now, $now->modify( '+60 seconds' ) ) );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pauses->is_probed = true;
		$world->pass_time( 10 );
		self::assertSame( [], $world->sellsy->calls );
		self::assertSame( TaskState::Queued, $world->row()->state );

		$world->pauses->is_probed = false;
		$world->pass_time( 2 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertNull( $world->pauses->current() );
	}

	public function test_a_rate_limit_pauses_all_and_costs_no_try(): void {
		$world = new World();
		$world->sellsy->plan( 'find_by_reference', FailureKind::RateLimited, false, 90 );
		$world->order( 1 );
		$world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$world->fire( 1 );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertSame( [ 0, 0 ], [ $world->row( 1 )->attempts, $world->row( 2 )->attempts ] );

		$calls = count( $world->sellsy->calls );
		$world->clock->advance( 89 );
		$world->due->run( 20 );
		self::assertCount( $calls, $world->sellsy->calls, 'Nothing is sent before the window opens.' );

		$world->pass_time( 2 );
		self::assertSame( 2, $world->ledger->count( new TaskFilter( [ TaskState::Done ] ) ) );
	}

	/** API v1 has a limit of its own, with status 200: the others go on. */
	public function test_the_limit_of_the_older_api_holds_up_its_own_row_only(): void {
		$world = new World();
		$world->sellsy->plan( 'find_by_reference', FailureKind::RateLimited, status: 200 );
		$world->order( 1 );
		$world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$world->fire( 1 );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertNull( $world->pauses->current() );
		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		$world->clock->advance( 5 );
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row( 1 )->state );
	}

	/** @dataProvider closed_doors */
	public function test_without_access_everything_waits_and_resumes_by_itself(
		FailureKind $kind,
		ProblemCode $code,
	): void {
		$world = new World();
		$world->sellsy->plan( 'compute', $kind );
		$world->order( 1 );
		$world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$world->fire( 1 );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertSame( $code, $world->pauses->current()?->problem->code );
		self::assertSame( TaskState::Queued, $world->row( 1 )->state );
		self::assertSame( TaskState::Queued, $world->row( 2 )->state );
		self::assertSame( [ 0, 0 ], [ $world->row( 1 )->attempts, $world->row( 2 )->attempts ] );

		$world->pass_time( 7 );
		self::assertSame( 2, $world->ledger->count( new TaskFilter( [ TaskState::Done ] ) ) );
	}

	/** @dataProvider unanswered */
	public function test_credentials_whose_account_is_not_known_yet_wait_for_sellsy(
		FailureKind $kind,
		ProblemCode $code,
	): void {
		$world                     = new World();
		$world->sellsy->identified = false;
		$world->sellsy->plan( 'me', $kind );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->due->run( 20 );
		self::assertSame( $code, $world->pauses->current()?->problem->code );
		self::assertSame( 1, $world->sellsy->count( 'me' ), 'Not asked again at once.' );
		self::assertSame( [ TaskState::Queued, 0 ], [ $world->row()->state, $world->row()->attempts ] );

		$world->pass_time( 7 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertNull( $world->pauses->current() );
	}

	/** @return iterable<string, array{FailureKind, ProblemCode}> */
	public static function unanswered(): iterable {
		yield 'down' => [ FailureKind::NotSent, ProblemCode::SellsyDown ];
		yield 'no word' => [ FailureKind::OutcomeUnknown, ProblemCode::SellsyDown ];
		yield 'out of quota' => [ FailureKind::RateLimited, ProblemCode::RateLimited ];
		yield from self::closed_doors();
	}

	/** @return iterable<string, array{FailureKind, ProblemCode}> */
	public static function closed_doors(): iterable {
		yield 'revoked' => [ FailureKind::Unauthorized, ProblemCode::Unauthorized ];
		yield 'a right is missing' => [ FailureKind::AccountBlocked, ProblemCode::AccountBlocked ];
	}

	public function test_a_right_that_one_kind_of_work_lacks_stops_only_that_kind(): void {
		$world = new World();
		for ( $i = 0; $i < 3; $i++ ) {
			$world->sellsy->plan( 'validate', FailureKind::AccountBlocked, status: 403 );
		}
		$world->change_settings( [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		foreach ( [ 1, 2, 3 ] as $order ) {
			$world->order( $order );
			$world->fire( $order );
		}
		$world->due->run( 20 );

		self::assertNull( $world->pauses->current() );
		self::assertSame( 3, $world->ledger->count( new TaskFilter( [ TaskState::Done ] ) ), 'The invoices.' );
		self::assertSame( 3, $world->ledger->count( new TaskFilter( [ TaskState::Queued ] ) ), 'Their validation.' );
		self::assertSame( 1, $world->sellsy->count( 'validate' ), 'One tries for all.' );
		self::assertSame(
			ProblemCode::AccountBlocked,
			$world->pauses->pause( Effect::ValidateInvoice )?->problem->code
		);

		$world->pass_time( 6 );
		self::assertSame( 2, $world->sellsy->count( 'validate' ) );
		$world->pass_time( 12 );
		self::assertSame( 6, $world->ledger->count( new TaskFilter( [ TaskState::Done ] ) ) );
		self::assertNull( $world->pauses->pause( Effect::ValidateInvoice ) );
	}

	public function test_a_part_of_the_pass_that_fails_keeps_no_other_from_its_turn(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->clock->advance( 60 );
		$world->shop->is_broken = true;
		$world->sweep->run();

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame(
			[ 'A part of the pass failed until the next. {"part":"notice edits","error":"RuntimeException"}' ],
			$world->shop->errors
		);
	}

	public function test_tries_are_used_up_after_a_day_and_a_person_is_told(): void {
		$world = new World();
		for ( $i = 0; $i < 20; $i++ ) {
			$world->sellsy->plan( 'compute', FailureKind::OutcomeUnknown );
		}
		$world->order( 1 );
		$world->fire( 1 );
		for ( $hour = 0; $hour < 48; $hour++ ) {
			$world->clock->advance( 3600 );
			$world->sweep->run();
			$world->engine->failure_count()->reset(); // Other orders succeed meanwhile.
		}
		self::assertSame( TaskState::Attention, $world->row()->state );
		self::assertSame( ProblemCode::TriesUsedUp, $world->row()->problem?->code );
		self::assertSame( 7, $world->sellsy->count( 'compute' ) );
		self::assertContains( '1 tries_used_up', $world->shop->notes );
	}

	public function test_not_sent_needs_no_search_before_the_next_create(): void {
		$world = new World();
		$world->sellsy->plan( 'create', FailureKind::NotSent );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( 0, $world->sellsy->count( 'find_by_key' ) );
	}

	public function test_a_search_that_was_not_sent_does_not_forget_the_create(): void {
		$world = new World();
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$world->sellsy->plan( 'find_by_key', FailureKind::NotSent );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
	}
}
