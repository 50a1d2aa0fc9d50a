<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;

/** Which rows a ledger opens again and finds: a part of LedgerContract. */
trait LedgerListsContract {

	public function test_an_event_opens_all_rows_at_once_and_those_that_were_left_out_again(): void {
		$keys  = [ new TaskKey( 900001, Effect::CreateOrder ), new TaskKey( 900001, Effect::CreateInvoice ) ];
		$order = (int) $this->ledger->open_all( $keys, $this->now );
		self::assertCount(
			2,
			array_filter( $this->ledger->for_order( 900001 ), fn ( Task $task ): bool => $task->is_due( $this->now ) )
		);
		self::assertNull( $this->ledger->open_all( $keys, $this->now ), 'The hook fires again.' );
		self::assertNull( $this->ledger->open_all( [], $this->now ) );

		$this->claim( $order, 'a' );
		$this->ledger->save(
			TaskTransitions::left_out(
				$this->held( $order, 'a' ),
				new Problem( ProblemCode::NoLongerTriggered, [ 'status' => 'cancelled' ] )
			)
		);
		self::assertNotNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( TaskState::Queued, $this->ledger->find( $order )?->state );

		$this->claim( $order, 'b' );
		$this->ledger->save(
			TaskTransitions::left_out(
				$this->held( $order, 'b' ),
				new Problem( ProblemCode::NoLongerTriggered, [ 'status' => 'cancelled' ] )
			)
		);
		$keys[] = new TaskKey( 900001, Effect::CreateDelivery );
		self::assertNotNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( TaskState::Queued, $this->ledger->find( $order )?->state, 'Beside one that is new.' );
		self::assertCount(
			3,
			array_filter( $this->ledger->for_order( 900001 ), fn ( Task $task ): bool => $task->is_due( $this->now ) )
		);

		$this->claim( $order, 'c' );
		$this->ledger->save(
			TaskTransitions::made( $this->held( $order, 'c' ), $this->document(), $this->clock->now() )
		);
		self::assertNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( TaskState::Done, $this->ledger->find( $order )?->state );
		self::assertFalse(
			$this->ledger->save( TaskTransitions::due_again( $this->seen( $order ), $this->now, true ) )
		);
	}

	public function test_what_follows_a_document_is_opened_at_once_and_what_stands_stays(): void {
		$payment = [ new TaskKey( 900001, Effect::RecordPayment ), $this->now, 7, true ];
		$key     = new TaskKey( order_id: 900001, effect: Effect::SendDocument, part: 'invoice' );
		$email   = [ $key, $this->now, 7, false ];

		[ $are_open, $id ] = $this->ledger->open_several( [ $payment, $email ], new Origin( 3, true ) );

		self::assertTrue( $are_open );
		$rows = $this->ledger->for_order( 900001 );
		self::assertSame( [ true, false ], array_column( $rows, 'asked' ) );
		self::assertSame( [ 7, 7 ], array_column( $rows, 'parent_id' ) );
		self::assertEquals( new Origin( 3, true ), $rows[1]->origin );
		self::assertContains( $id, array_column( $rows, 'id' ) );

		self::assertSame( [ false, null ], $this->ledger->open_several( [ $email, $payment ], new Origin() ) );
		$order = [ new TaskKey( 900001, Effect::CreateOrder ), $this->now->modify( '+1 hour' ), 0, false ];
		[ $are_open, $id ] = $this->ledger->open_several( [ $payment, $order ], new Origin() );
		self::assertFalse( $are_open );
		self::assertSame( Effect::CreateOrder, $this->ledger->find( (int) $id )?->key->effect );
		self::assertSame( [ 7, 7, 0 ], array_column( $this->ledger->for_order( 900001 ), 'parent_id' ) );
	}

	public function test_an_order_is_followed_once_it_has_a_document_and_again_with_each_change(): void {
		self::assertNull( $this->ledger->follow( 900001, $this->now ), 'Nothing to look after.' );
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::made( $this->held( $id, 'a' ), $this->document(), $this->clock->now() ) );
		$follow = (int) $this->ledger->follow( 900001, $this->now );
		self::assertSame( Effect::FollowOrder, $this->ledger->find( $follow )?->key->effect );
		$this->claim( $follow, 'b' );
		self::assertTrue(
			$this->ledger->save( TaskTransitions::done( $this->held( $follow, 'b' ), '', 0, $this->clock->now() ) )
		);
		self::assertSame( $follow, $this->ledger->follow( 900001, $this->now ) );
		self::assertSame( TaskState::Queued, $this->ledger->find( $follow )?->state );
		self::assertNotContains(
			$follow,
			array_map( static fn( $task ): int => $task->id, $this->ledger->page( new TaskFilter(), 1000, 0 ) ),
			'People see what is done at Sellsy.'
		);
	}

	public function test_a_follow_up_opens_again_for_its_reasons_only(): void {
		$key    = new TaskKey( 900001, Effect::ValidateInvoice );
		$id     = (int) $this->ledger->open( $key, $this->now->modify( '+2 days' ), 7 );
		$reopen = fn( string $due = '+0 seconds', int $parent = 7, bool $again = false ): ?int => FreshTask::change(
			$this->ledger,
			$key,
			fn ( Task $task ): ?TaskChange =>
				TaskTransitions::reopened( $task, $this->now->modify( $due ), $parent, $again )
		);
		self::assertNull( $reopen( '+2 days' ) );
		self::assertSame( $id, $reopen(), 'It is wanted earlier now.' );
		$this->claim( $id, 'a' );
		self::assertNull( $reopen( '+0 seconds', 8 ), 'Somebody works on it.' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::TotalsDiffer ) )
		);
		self::assertNull( $reopen(), 'A person has to look first.' );
		self::assertSame( $id, $reopen( '+0 seconds', 8 ), 'It is about another document now.' );
		$this->claim( $id, 'b' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'b' ), new Problem( ProblemCode::DocumentGone ) )
		);
		self::assertSame( $id, $reopen( '+0 seconds', 8 ), 'The document was made again.' );
		$this->claim( $id, 'draft' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'draft' ), new Problem( ProblemCode::DraftToDelete ) )
		);
		self::assertNull( $reopen( '+0 seconds', 8 ) );
		self::assertSame( $id, $reopen( '+0 seconds', 8, true ), 'The order was reinstated.' );
		foreach ( [ ProblemCode::DiffersFromOrder, ProblemCode::RefundUndone ] as $code ) {
			$this->claim( $id, $code->value );
			$this->ledger->save( TaskTransitions::stopped( $this->held( $id, $code->value ), new Problem( $code ) ) );
			self::assertNull( $reopen( '+0 seconds', 8 ) );
			self::assertSame( $id, $reopen( '+0 seconds', 8, true ), 'The shop changed it back.' );
		}
		$this->claim( $id, 'c' );
		$this->ledger->save( TaskTransitions::done( $this->held( $id, 'c' ), 'payment', 5, $this->clock->now() ) );
		self::assertNull( $reopen( '+0 seconds', 8 ) );
		self::assertSame( $id, $reopen( '+0 seconds', 8, true ) );
		self::assertSame( 5, $this->ledger->find( $id )?->remote_id );
	}

	public function test_a_back_fill_that_is_paused_holds_what_is_not_begun_and_one_that_is_over_takes_it_back(): void {
		$rows = $this->backfill_rows();
		$keys = array_map(
			static fn ( int $order_id ): TaskKey => new TaskKey( $order_id, Effect::CreateInvoice ),
			range( 900001, 900004 )
		);
		$rows->open_rows( $keys, new Origin( 900 ), $this->now );
		[ $held, $stopped, $asked, $sent ] = array_map(
			fn ( TaskKey $key ): int => $this->ledger->find_by_key( $key )->id ?? 0,
			$keys
		);
		$this->claim( $held, 'a' );
		$this->ledger->save(
			TaskTransitions::released(
				$this->held( $held, 'a' ),
				$this->now,
				new Problem( ProblemCode::AccountBlocked ),
				false
			)
		);
		$this->claim( $sent, 'a' );
		$this->ledger->save(
			TaskTransitions::sent( $this->held( $sent, 'a' ), new Intent( 'SHOP-4', '10', 'hash' ), $this->now )
		);
		foreach ( [ $stopped, $asked, $sent ] as $id ) {
			$this->claim( $id, 'a' );
			$this->ledger->save(
				TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::TaxUnmapped ) )
			);
		}
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $asked ), $this->now, true ) );

		$rows->hold( 900 );
		self::assertSame( 0, $this->ledger->requeue_problem( 'account_blocked', $this->now ) );
		$this->clock->advance( 1 );
		self::assertSame(
			2,
			$this->ledger->requeue_problem( 'tax_unmapped', $this->now ),
			'What was sent before belongs to its order, and so does what a person asked for.'
		);
		self::assertNull( $this->claim( $held, 'b' ) );
		self::assertNull( $this->claim( $stopped, 'b' ) );

		$rows->let_go( 900, $this->now );
		self::assertNotNull( $this->claim( $stopped, 'b' ), 'Whether its cause is gone is found out.' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $stopped, 'b' ), new Problem( ProblemCode::TaxUnmapped ) )
		);

		$rows->withdraw( 900 );
		self::assertSame(
			[ null, null, $asked, $sent ],
			array_map( fn ( TaskKey $key ): ?int => $this->ledger->find_by_key( $key )?->id, $keys )
		);
	}

	public function test_a_back_fill_opens_what_was_left_out_but_not_what_it_left_out_itself(): void {
		$rows = $this->backfill_rows();
		$key  = new TaskKey( 900001, Effect::CreateInvoice );
		$id   = (int) $rows->open_rows( [ $key ], new Origin( 3 ), $this->now );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::left_out( $this->held( $id, 'a' ), new Problem( ProblemCode::NoLongerTriggered ) )
		);
		$left_out = $this->seen( $id );

		self::assertNull( $rows->open_rows( [ $key ], new Origin( 3 ), $this->now ) );
		self::assertSame( TaskState::Skipped, $this->seen( $id )->state );
		self::assertSame( $id, $rows->open_rows( [ $key ], new Origin( 4, true ), $this->now ) );
		$as_declared = TaskTransitions::backfilled( $left_out, new Origin( 4, true ), $this->now )?->after();
		self::assertEquals( $as_declared, $this->seen( $id ) );
	}

	public function test_a_back_fill_lets_a_document_that_stands_no_more_say_so_until_there_is_another(): void {
		$rows = $this->backfill_rows();
		$id   = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::made( $this->held( $id, 'a' ), $this->document( 'F-1' ), $this->now ) );
		$cancelled = OutcomeProblem::problem( Outcome::Cancelled, [ 'number' => 'F-1' ] );
		$this->ledger->save( LossTransitions::withdrawn( $this->seen( $id ), $cancelled, $this->now ) );

		self::assertSame(
			$id,
			$rows->open_rows( [ new TaskKey( 900001, Effect::CreateInvoice ) ], new Origin( 4 ), $this->now )
		);
		self::assertTrue( $this->seen( $id )->is_due( $this->now ) );
		self::assertTrue( $this->seen( $id )->has_cancelled_document() );
	}

	/** What is said of many rows at once is what is declared of each. */
	public function test_what_is_resumed_or_followed_comes_out_as_declared(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::TaxUnmapped ) )
		);
		$stopped = $this->seen( $id );
		$this->ledger->requeue_problem( 'tax_unmapped', $this->now );
		self::assertEquals( TaskTransitions::due_again( $stopped, $this->now )?->after(), $this->seen( $id ) );

		$this->claim( $id, 'b' );
		$this->ledger->save( TaskTransitions::made( $this->held( $id, 'b' ), $this->document(), $this->now ) );
		$follow = (int) $this->ledger->follow( 900001, $this->now );
		foreach ( [
			TaskState::Queued,
			TaskState::Working,
			TaskState::Done,
			TaskState::Attention,
			TaskState::Skipped,
		] as $number => $state ) {
			$token = "t$number";
			$this->claim( $follow, $token );
			$held = $this->held( $follow, $token );
			$this->ledger->save(
				match ( $state ) {
					TaskState::Queued => TaskTransitions::released(
						$held,
						$this->now->modify( '+1 day' ),
						new Problem( ProblemCode::SellsyDown ),
						true
					),
					TaskState::Working => null,
					TaskState::Done => TaskTransitions::done( $held, '', 0, $this->now ),
					TaskState::Attention => TaskTransitions::stopped( $held, new Problem( ProblemCode::Rejected ) ),
					TaskState::Skipped => TaskTransitions::left_out( $held, new Problem( ProblemCode::StepNotWanted ) ),
				}
			);
			$seen     = $this->seen( $follow );
			$declared = TaskTransitions::followed( $seen, $this->now );
			self::assertSame( $state, $seen->state );
			self::assertSame( $declared?->seen->id, $this->ledger->follow( 900001, $this->now ) );
			self::assertEquals( $declared?->after() ?? $seen, $this->seen( $follow ) );
			$this->ledger->save(
				$declared === null
					? TaskTransitions::released( $held, $this->now, new Problem( ProblemCode::SellsyDown ), false )
					: null
			);
		}
	}

	public function test_a_draft_that_a_person_is_to_delete_is_looked_at_from_time_to_time(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::made(
				$this->held( $id, 'a' ),
				$this->document(),
				$this->clock->now(),
				new Problem( ProblemCode::DraftToDelete )
			)
		);
		$read = fn ( \DateTimeImmutable $since ): array =>
			array_column( $this->ledger->drafts_to_delete( $since, 1000 ), 'id' );
		self::assertNotContains( $id, $read( $this->now->modify( '-1 hour' ) ) );
		self::assertContains( $id, $read( $this->now->modify( '+1 minute' ) ) );

		$this->ledger->save( TaskTransitions::checked( $this->seen( $id ), $this->now ) );
		self::assertNotContains( $id, $read( $this->now ) );
		self::assertContains( $id, $read( $this->now->modify( '+1 minute' ) ) );
	}

	public function test_done_rows_wait_for_their_copies_and_then_for_their_number(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::made( $this->held( $id, 'a' ), $this->document(), $this->clock->now() ) );
		$later = $this->now->modify( '+1 minute' );
		self::assertContains(
			$id,
			array_map( static fn( $task ): int => $task->id, $this->ledger->unchecked( $later, 1000 ) )
		);
		self::assertSame(
			[],
			$this->ledger->unchecked( $this->now->modify( '-1 minute' ), 1000 ),
			'Its runner may be at it.'
		);

		$this->ledger->save( TaskTransitions::checked( $this->seen( $id ), $this->now ) );
		self::assertNotContains(
			$id,
			array_map( static fn( $task ): int => $task->id, $this->ledger->unchecked( $later, 1000 ) )
		);
		self::assertContains( $id, $this->open_drafts( $this->now->modify( '+1 second' ) ) );

		$this->ledger->save( TaskTransitions::numbered( $this->seen( $id ), $this->document( 'F-1' ) ) );
		self::assertSame( 'F-1', $this->ledger->find( $id )?->remote_number );
		self::assertNotContains( $id, $this->open_drafts( $this->now->modify( '+1 second' ) ) );
	}

	public function test_drafts_that_were_seen_together_are_seen_unless_the_ledger_says_something_else_by_now(): void {
		$ids = [];
		foreach ( [ 900001, 900002, 900003, 900004 ] as $number => $order_id ) {
			$id    = (int) $this->open( $order_id );
			$ids[] = $id;
			$made  = $this->numbered( 71 + $number, '' );
			$this->claim( $id, 'a' );
			$this->ledger->save( TaskTransitions::made( $this->held( $id, 'a' ), $made, $this->clock->now() ) );
			if ( $order_id !== 900004 ) {
				$this->ledger->save( TaskTransitions::checked( $this->seen( $id ), $this->now ) );
			}
		}
		$seen = $this->ledger->holding( 'invoice', [ 71, 72, 73, 74, 99 ] );
		self::assertSame( $ids, array_column( $seen, 'id' ) );
		self::assertSame( [], $this->ledger->holding( 'creditnote', [ 71 ] ) );

		$this->ledger->save( TaskTransitions::numbered( $seen[1], $this->numbered( 72, 'F-2' ) ) );
		$this->ledger->save( TaskTransitions::reopened( $seen[2], $this->now, 0, true ) );
		$later = $this->now->modify( '+1 hour' );
		$this->ledger->seen_as_drafts( $seen, $later );
		self::assertNotContains( $ids[0], $this->open_drafts( $later ) );
		self::assertContains( $ids[0], $this->open_drafts( $later->modify( '+1 second' ) ) );
		self::assertSame( 'F-2', $this->seen( $ids[1] )->remote_number );
		self::assertSame( TaskState::Queued, $this->seen( $ids[2] )->state );
		$unchecked = array_column( $this->ledger->unchecked( $later, 1000 ), 'id' );
		self::assertContains( $ids[3], $unchecked, 'Its copies are still to be made.' );

		$this->ledger->seen_as_drafts( $seen, $this->now );
		self::assertNotContains( $ids[0], $this->open_drafts( $later ), 'A later look counts.' );
	}

	/** @return list<int> ids of the rows of draft invoices. */
	private function open_drafts( \DateTimeImmutable $since ): array {
		return array_column( $this->ledger->open_drafts( DocumentKind::Invoice, $since, 1000 ), 'id' );
	}

	/** @param string $number empty for a draft. */
	private function numbered( int $id, string $number ): RemoteDocument {
		$status = $number === '' ? 'draft' : 'due';
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: $id,
			number: $number,
			status: $status,
			key: '',
			amounts: $this->document()->amounts,
			created: ''
		);
	}

	public function test_older_due_rows_of_the_same_effect_go_first(): void {
		$first  = (int) $this->open( 900001 );
		$second = (int) $this->open( 900002 );
		self::assertTrue( $this->ledger->has_older_due( Effect::CreateInvoice, $second, $this->now ) );
		self::assertFalse( $this->ledger->has_older_due( Effect::ValidateInvoice, $second, $this->now ) );
		$this->claim( $first, 'a' );
		self::assertTrue( $this->ledger->has_older_due( Effect::CreateInvoice, $second, $this->now ) );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $first, 'a' ), new Problem( ProblemCode::TaxUnmapped ) )
		);
		self::assertFalse( $this->ledger->has_older_due( Effect::CreateInvoice, $second, $this->now ) );
	}

	public function test_rows_with_one_cause_are_due_again_together(): void {
		$first  = (int) $this->open( 900001 );
		$second = (int) $this->open( 900002 );
		foreach ( [
			$first => ProblemCode::TaxUnmapped,
			$second => ProblemCode::Rejected,
		] as $id => $code ) {
			$this->claim( $id, "t$id" );
			$this->ledger->save( TaskTransitions::stopped( $this->held( $id, "t$id" ), new Problem( $code ) ) );
		}
		self::assertSame( 1, $this->ledger->requeue_problem( 'tax_unmapped', $this->now ) );
		self::assertSame( TaskState::Queued, $this->ledger->find( $first )?->state );
		self::assertSame( TaskState::Attention, $this->ledger->find( $second )?->state );
	}

	public function test_lists_and_counts(): void {
		$before = $this->ledger->count( new TaskFilter( [ TaskState::Queued ] ) );
		$first  = (int) $this->open( 900001 );
		$second = (int) $this->open( 900002 );
		self::assertSame( $before + 2, $this->ledger->count( new TaskFilter( [ TaskState::Queued ] ) ) );
		self::assertSame(
			[ $second, $first ],
			array_map( static fn( $task ): int => $task->id, $this->ledger->page( new TaskFilter(), 2, 0 ) )
		);
		self::assertSame(
			[ $first ],
			array_map(
				static fn( $task ): int => $task->id,
				$this->ledger->page( new TaskFilter( ids: [ $first, 0 ] ), 2, 0 )
			)
		);
		self::assertSame( [ 900001, 900002 ], array_keys( $this->ledger->for_orders( [ 900001, 900002, 900003 ] ) ) );
		self::assertSame( $first, $this->ledger->for_order( 900001 )[0]->id );
		self::assertSame( [], $this->ledger->for_orders( [] ) );
		self::assertNotNull( $this->ledger->oldest_due( $this->now ) );
	}
}
