<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\Wording\Problems\ProblemText;

/** A link that broke off half-way is finished by the next pass, or asked of a person. */
final class BrokenOffLinkTest extends LinkTestCase {

	public function test_a_link_that_breaks_off_leads_to_no_second_invoice(): void {
		for ( $step = 1; $step < 100; $step++ ) {
			$this->setUp();
			$this->made( 900, 'F-9' );
			[ $found ] = $this->look( $this->invoice, 'F-9' );
			$fate      = $this->world->fate;

			$fate->kill_at = $fate->steps + $step;
			try {
				$this->link( $found );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$fate->revive();
			$row = $this->row( Effect::CreateInvoice );
			$this->world->pass_time( 30 );
			self::assertSame( 0, $this->world->sellsy->count( 'create' ), "Killed at step $step." );
			if ( $row?->state === TaskState::Queued ) {
				$now = $this->world->clock->now();
				self::assertTrue( LinkTransitions::is_never( $row, $now ), 'Its screen says so.' );
			}
			$is_begun = $row?->state === TaskState::Skipped || $row?->is_linked() === true;
			$is_linked = $this->row( Effect::CreateInvoice )?->is_linked() === true;
			self::assertSame( $is_begun, $is_linked, "Killed at step $step." );
			if ( ! $is_dead ) {
				self::assertTrue( $is_begun );
				return;
			}
		}
		self::fail( 'It is linked in the end.' );
	}

	/** Killed after the row was held. */
	private function broken_off(): Task {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$row       = null;
		for ( $step = 1; $row?->problem?->code !== ProblemCode::BeingLinked; $step++ ) {
			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->link( $found );
			} catch ( Killed ) {
				$row = null;
			}
			$this->world->fate->revive();
			$row = $this->row( Effect::CreateInvoice );
		}
		return $row;
	}

	public function test_one_that_broke_off_waits_for_sellsy(): void {
		$this->broken_off();
		$this->world->sellsy->is_down = true;
		$this->world->pass_time( 30 );
		self::assertSame( ProblemCode::BeingLinked, $this->row( Effect::CreateInvoice )?->problem?->code );
		$this->world->sellsy->is_down = false;
		$this->world->pass_time( 30 );
		self::assertTrue( $this->row( Effect::CreateInvoice )?->is_linked() );
	}

	public function test_one_whose_order_cannot_be_read_is_logged_and_finished_once_it_can(): void {
		$this->broken_off();
		$this->world->shop->damaged = [ 1 ];
		$this->world->shop->damage  = new BrokenFilter( 'orderinvoicer_part_payments', 'TypeError' );
		$this->world->pass_time( 30 );
		self::assertSame( ProblemCode::BeingLinked, $this->row( Effect::CreateInvoice )?->problem?->code );
		self::assertNotSame( [], preg_grep( '/broken off.*orderinvoicer_part_payments/', $this->world->shop->errors ) );
		$this->world->shop->damaged = [];
		$this->world->pass_time( 30 );
		self::assertTrue( $this->row( Effect::CreateInvoice )?->is_linked() );
	}

	/** The order's own invoice was deleted in Sellsy before. */
	private function broken_off_where_one_was_deleted(): Task {
		$this->invoice();
		$own = $this->row( Effect::CreateInvoice ) ?? self::fail();
		unset( $this->world->sellsy->documents[ $own->remote_id ] );
		$gone = new Problem( ProblemCode::DocumentGone, [ 'id' => $own->remote_id ] );
		$this->world->ledger->save( LossTransitions::lost( $own, $gone, $this->world->clock->now() ) );
		return $this->broken_off();
	}

	public function test_one_in_place_of_a_deleted_document_is_finished_too(): void {
		$row = $this->broken_off_where_one_was_deleted();
		self::assertTrue( $row->has_lost_its_document() );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateInvoice );
		self::assertSame( [ TaskState::Done, 900 ], [ $row?->state, $row?->remote_id ] );
	}

	/** @return iterable<string, array{RowAct}> */
	public static function ways_on(): iterable {
		yield 'another is linked' => [ RowAct::Unlink ];
		yield 'done by hand' => [ RowAct::DoneByHand ];
		yield 'one is made here' => [ RowAct::Retry ];
	}

	/** @dataProvider ways_on */
	public function test_where_one_in_place_of_a_deleted_document_cannot_be_finished_each_way_on_is_there(
		RowAct $way
	): void {
		$this->broken_off_where_one_was_deleted();
		$made = $this->world->sellsy->count( 'create' );
		$this->made( 900, 'F-9', ttc: '99.00' );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Attention, ProblemCode::LinkBroken ], [ $row->state, $row->problem?->code ] );
		self::assertSame( [], array_diff( [ 'retry', 'done_by_hand' ], Row::acts( $row ) ) );
		$this->made( 901, 'F-10' );
		match ( $way ) {
			RowAct::DoneByHand => $this->world->by_hand->mark( $row->id ),
			RowAct::Retry      => $this->world->retry->retry( $row->id ),
			default            => $this->link( $this->look( $this->invoice, 'F-10' )[0] ),
		};
		$this->world->pass_time( 10 );
		$after = $this->row( Effect::CreateInvoice ) ?? self::fail();
		$count = $this->world->sellsy->count( 'create' );
		$now   = [ $after->state, $after->is_linked(), $after->remote_id === 0, $count ];
		self::assertSame(
			match ( $way ) {
				RowAct::DoneByHand => [ TaskState::Skipped, false, true, $made ],
				RowAct::Retry      => [ TaskState::Done, false, false, $made + 1 ],
				default            => [ TaskState::Done, true, false, $made ],
			},
			$now
		);
	}

	/** @return iterable<string, array{FailureKind}> */
	public static function refusals(): iterable {
		yield 'a right is missing' => [ FailureKind::AccountBlocked ];
		yield 'API v1 is not allowed' => [ FailureKind::V1Missing ];
		yield 'Sellsy refuses it' => [ FailureKind::Rejected ];
	}

	/** @dataProvider refusals */
	public function test_one_that_sellsy_refuses_to_show_is_a_persons( FailureKind $kind ): void {
		$this->broken_off();
		$this->world->clock->advance( 600 );
		$this->world->sellsy->plan( 'get_document', $kind );
		$this->world->engine->finish_links()->run();
		$this->reads_that_it_cannot_be_read();
	}

	/** @return iterable<string, array{\Closure( World ): void}> */
	public static function long_unreadable(): iterable {
		yield 'the order' => [
			static function ( World $world ): void {
				$world->shop->damaged = [ 1 ];
			},
		];
		yield 'the document' => [
			static function ( World $world ): void {
				$world->invoicing->unreadable = 900;
			},
		];
		yield 'Sellsy' => [
			static function ( World $world ): void {
				$world->sellsy->is_down = true;
			},
		];
	}

	/**
	 * @param \Closure( World ): void $happens
	 * @dataProvider long_unreadable
	 */
	public function test_one_that_cannot_be_read_for_a_day_is_a_persons( \Closure $happens ): void {
		$this->broken_off();
		$happens( $this->world );
		for ( $pass = 0; $pass < 23 * 12; $pass++ ) {
			$this->world->clock->advance( 300 );
			$this->world->engine->finish_links()->run();
		}
		self::assertSame( ProblemCode::BeingLinked, $this->row( Effect::CreateInvoice )?->problem?->code );
		self::assertLessThan( 6, count( (array) preg_grep( '/broken off/', $this->world->shop->errors ) ) );
		$this->world->clock->advance( 7200 );
		$this->world->engine->finish_links()->run();
		$this->reads_that_it_cannot_be_read();
	}

	private function reads_that_it_cannot_be_read(): void {
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Attention, ProblemCode::LinkBroken ], [ $row->state, $row->problem?->code ] );
		$says = ( new ProblemText() )->sentences( $row->problem );
		self::assertMatchesRegularExpression( '/F-9 .*cannot be read.* Link it again/', $says );
	}

	public function test_a_document_that_cannot_be_read_keeps_no_other_waiting(): void {
		$this->world->order( 2 );
		$older = $this->broken_off();
		$this->world->clock->advance( 60 );
		$key   = new TaskKey( 2, Effect::CreateInvoice );
		$id    = $this->world->ledger->open( $key, $this->world->clock->now() ) ?? self::fail();
		$newer = $this->world->ledger->find( $id ) ?? self::fail();
		$facts = [
			'id'     => 901,
			'number' => 'F-10',
			'mark'   => 'as seen',
		];
		$this->world->ledger->save( LinkTransitions::held( $newer, 'token', 0, $facts ) );
		$this->made( 901, 'F-10' );
		$this->world->invoicing->unreadable = 901;
		$this->world->clock->advance( 600 );
		$this->world->engine->finish_links()->run();
		self::assertTrue( $this->world->ledger->find( $older->id )?->is_linked() );
	}

	/** @return iterable<string, array{\Closure( self ): mixed}> */
	public static function changes(): iterable {
		yield 'the document' => [ static fn ( self $test ) => $test->made( 900, 'F-9', ttc: '99.00' ) ];
		yield 'the order' => [ static fn ( self $test ) => $test->world->order( 1, ht: '11.00', vat: '2.20' ) ];
		yield 'it was deleted' => [
			static function ( self $test ): void {
				unset( $test->world->sellsy->documents[900] );
			},
		];
	}

	/**
	 * @param \Closure( self ): mixed $change
	 * @dataProvider changes
	 */
	public function test_where_something_changed_since_a_person_reads_what_to_do( \Closure $change ): void {
		$this->broken_off();
		$change( $this );
		$this->world->fire( 1 );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Attention, 'F-9' ], [ $row->state, $row->problem?->fact( 'number' ) ] );
		$says = ( new ProblemText() )->sentences( $row->problem );
		self::assertMatchesRegularExpression( '/F-9 .*broken off.* Link it again/', $says );
		self::assertSame( [], array_diff( [ 'retry', 'done_by_hand' ], Row::acts( $row ) ) );
		self::assertSame( [ 0, 0 ], [ $this->world->sellsy->count( 'create' ), $this->world->retry->retry_all() ] );

		$tries = array_filter( $this->world->shop->tries, static fn ( array $try ): bool => $try['task'] === $row->id );
		self::assertSame( 'link_broken', end( $tries )['code'] ?? '' );
		self::assertContains( '1 link_broken', $this->world->shop->told );

		$this->made( 901, 'F-10' );
		$this->world->order( 1 );
		self::assertNotNull( $this->link( $this->look( $this->invoice, 'F-10' )[0] ) );
	}

	public function test_a_row_is_as_it_was_after_a_link_that_broke_off(): void {
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->invoice();
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$before    = $this->row( Effect::CreateInvoice ) ?? self::fail();
		$held      = LinkTransitions::held( $before, 'token', 0, [] ) ?? self::fail();
		self::assertTrue( $this->world->ledger->save( $held ) );
		self::assertTrue( $this->world->ledger->save( LinkTransitions::put_back( $held->after(), $before ) ) );
		$after = $this->row( Effect::CreateInvoice );
		self::assertSame( [ $before->state, $before->problem?->code ], [ $after?->state, $after?->problem?->code ] );
		self::assertNotNull( $this->link( $found ) );
	}
}
