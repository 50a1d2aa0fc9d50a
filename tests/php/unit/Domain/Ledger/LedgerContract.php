<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use PHPUnit\Framework\Attributes\Before;

/** What every ledger does with its rows: the same assertions on the real one and on the one in memory. */
trait LedgerContract {

	use LedgerListsContract;

	private FakeClock $clock;
	private Ledger $ledger;
	private \DateTimeImmutable $now;

	abstract protected function make_ledger( FakeClock $clock ): Ledger;

	abstract protected function backfill_rows(): BackfillRows;

	#[Before]
	public function begin_with_an_empty_ledger(): void {
		$this->clock  = new FakeClock();
		$this->now    = $this->clock->now();
		$this->ledger = $this->make_ledger( $this->clock );
	}

	public function test_a_key_is_opened_once(): void {
		self::assertIsInt( $this->open( 900001 ) );
		self::assertNull( $this->open( 900001 ) );
		self::assertIsInt( $this->ledger->open( new TaskKey( 900001, Effect::ValidateInvoice ), $this->now ) );
		self::assertIsInt(
			$this->ledger->open(
				new TaskKey( order_id: 900001, effect: Effect::CreateInvoice, refund_id: 0, part: '', revision: 1 ),
				$this->now
			)
		);
	}

	public function test_a_claim_elects_one_and_reads_the_row_back(): void {
		$id   = (int) $this->open( 900001 );
		$task = $this->claim( $id, 'a' );
		self::assertNotNull( $task );
		self::assertSame(
			[ 900001, Effect::CreateInvoice, TaskState::Working, 1, 'a' ],
			[ $task->key->order_id, $task->key->effect, $task->state, $task->attempts, $task->lock_token ]
		);
		self::assertNull( $this->claim( $id, 'b' ) );
	}

	public function test_a_lapsed_lease_is_taken_over_and_the_late_one_is_fenced(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'late' );
		self::assertNotNull(
			$this->ledger->claim( $id, $this->now->modify( '+6 minutes' ), 'new', $this->now->modify( '+11 minutes' ) )
		);
		self::assertFalse(
			$this->ledger->save( TaskTransitions::sent( $this->held( $id, 'late' ), new Intent(), $this->now ) )
		);
		self::assertFalse(
			$this->ledger->save(
				TaskTransitions::made( $this->held( $id, 'late' ), $this->document(), $this->clock->now() )
			)
		);
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::made( $this->held( $id, 'new' ), $this->document(), $this->clock->now() )
			)
		);
	}

	public function test_not_due_means_not_claimed(): void {
		$id = (int) $this->ledger->open(
			new TaskKey( 900001, Effect::CreateInvoice ),
			$this->now->modify( '+1 second' )
		);
		self::assertNull( $this->claim( $id, 'a' ) );
		self::assertNotContains( $id, $this->ledger->due( $this->now, 1000 ) );
	}

	public function test_intent_is_kept_until_it_is_cleared(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::sent( $this->held( $id, 'a' ), new Intent( 'SHOP-1', '24.97', 'hash' ), $this->now )
			)
		);
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::sent( $this->held( $id, 'a' ), new Intent( 'SHOP-1', '24.97', 'hash' ), $this->now )
			),
			'The same second twice.'
		);
		$this->ledger->save(
			TaskTransitions::released(
				$this->held( $id, 'a' ),
				$this->now,
				new Problem( ProblemCode::OutcomeUnknown ),
				true
			)
		);
		self::assertEquals( $this->now, $this->ledger->find( $id )?->sent_at );
		self::assertEquals( new Intent( 'SHOP-1', '24.97', 'hash' ), $this->ledger->find( $id )?->intent );
		$this->claim( $id, 'b' );
		$this->ledger->save( TaskTransitions::sent( $this->held( $id, 'b' ), new Intent(), $this->now ) );
		self::assertNull(
			$this->ledger->find( $id )?->problem,
			'An earlier search says nothing about the next creation.'
		);
		self::assertTrue( $this->ledger->save( TaskTransitions::not_sent( $this->held( $id, 'b' ) ) ) );
		self::assertNull( $this->ledger->find( $id )?->sent_at );
	}

	public function test_a_release_can_give_the_try_back_and_keeps_the_facts(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$facts = [
			'scope' => 'invoices.write',
			'status' => 403,
		];
		$this->ledger->save(
			TaskTransitions::released(
				$this->held( $id, 'a' ),
				$this->now,
				new Problem( ProblemCode::AccountBlocked, $facts ),
				false
			)
		);
		$task = $this->ledger->find( $id );
		self::assertSame( [ 0, TaskState::Queued, '' ], [ $task?->attempts, $task?->state, $task?->lock_token ] );
		self::assertSame( $facts, $task?->problem?->facts );
	}

	public function test_what_a_person_said_stays_while_the_problem_changes(): void {
		$id       = (int) $this->open( 900001 );
		$question = new Problem( ProblemCode::FeeUnclear, [ 'line' => 'Cagnotte “été”' ] );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::stopped( $this->held( $id, 'a' ), $question ) );
		$again = TaskTransitions::due_again( $this->seen( $id ), $this->now )?->answering( is_done: false );
		self::assertTrue( $this->ledger->save( $again ) );
		$this->claim( $id, 'b' );
		$problem = new Problem( ProblemCode::SellsyDown );
		$this->ledger->save( TaskTransitions::released( $this->held( $id, 'b' ), $this->now, $problem, false ) );
		self::assertTrue( $this->seen( $id )->answers->know( $question ) );
	}

	public function test_what_was_made_is_remembered_before_the_row_is_done(): void {
		$id = (int) $this->ledger->open( new TaskKey( 900001, Effect::RecordPayment ), $this->now );
		$this->claim( $id, 'a' );
		self::assertTrue( $this->ledger->save( TaskTransitions::remembered( $this->held( $id, 'a' ), 'payment', 5 ) ) );
		self::assertTrue(
			$this->ledger->save( TaskTransitions::remembered( $this->held( $id, 'a' ), 'payment', 5 ) ),
			'The same second twice.'
		);
		self::assertFalse(
			$this->ledger->save( TaskTransitions::remembered( $this->held( $id, 'other' ), 'payment', 6 ) )
		);
		self::assertSame(
			[ TaskState::Working, 5 ],
			[ $this->ledger->find( $id )?->state, $this->ledger->find( $id )?->remote_id ]
		);
	}

	public function test_the_rule_is_chosen_anew_until_there_is_a_document_and_never_again(): void {
		$id = (int) $this->open( 900001 );
		self::assertSame( 0, $this->seen( $id )->rule_id );
		$this->claim( $id, 'a' );
		foreach ( [ 1796000000, 12, 12 ] as $rule ) {
			$ruled = TaskTransitions::ruled( $this->held( $id, 'a' ), $rule, $rule > 12 );
			self::assertTrue( $this->ledger->save( $ruled ) );
			self::assertSame( $rule, $this->seen( $id )->rule_id );
			self::assertSame( $rule > 12, $this->seen( $id )->awaits_person );
		}
		$this->ledger->save( TaskTransitions::remembered( $this->held( $id, 'a' ), 'invoice', 5 ) );
		self::assertFalse( $this->ledger->save( TaskTransitions::ruled( $this->seen( $id ), 13, true ) ) );
		self::assertSame( 12, $this->seen( $id )->rule_id );
	}

	public function test_a_document_keeps_the_moment_at_which_it_was_made_and_another_one_has_its_own(): void {
		$key  = new TaskKey( 900001, Effect::CreateInvoice );
		$id   = (int) $this->open( 900001 );
		$made = function ( string $token, int $remote_id ) use ( $id, $key ): ?\DateTimeImmutable {
			$this->claim( $id, $token );
			$this->ledger->save(
				TaskTransitions::made(
					$this->held( $id, $token ),
					new RemoteDocument(
						...array_replace( get_object_vars( $this->document() ), [ 'id' => $remote_id ] )
					),
					$this->clock->now()
				)
			);
			$this->clock->advance( 60 );
			FreshTask::change(
				$this->ledger,
				$key,
				fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $this->now, 0, true )
			);
			return $this->seen( $id )->made_at;
		};

		self::assertEquals( $this->now, $made( 'a', 77 ) );
		self::assertEquals( $this->now, $made( 'b', 77 ), 'The draft was changed, not made.' );
		self::assertEquals( $this->now->modify( '+2 minutes' ), $made( 'c', 78 ) );
	}

	public function test_making_final_makes_no_document(): void {
		$id = (int) $this->ledger->open( new TaskKey( 900001, Effect::ValidateInvoice ), $this->now );
		$this->claim( $id, 'a' );
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::made( $this->held( $id, 'a' ), $this->document( 'F-1' ), $this->clock->now() )
			)
		);
		self::assertNull( $this->seen( $id )->made_at );
	}

	public function test_a_document_that_stands_with_a_problem_waits_for_a_person_and_is_known_by_its_order(): void {
		$id = (int) $this->open( 900001 );
		self::assertNull( $this->ledger->order_of( DocumentKind::Invoice, $this->document()->id ) );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::made(
				$this->held( $id, 'a' ),
				$this->document(),
				$this->clock->now(),
				new Problem( ProblemCode::TotalsDiffer )
			)
		);
		$task = $this->ledger->find( $id );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::TotalsDiffer, $this->document()->id ],
			[ $task?->state, $task?->problem?->code, $task?->remote_id ]
		);
		self::assertSame( 900001, $this->ledger->order_of( DocumentKind::Invoice, $this->document()->id ) );
	}

	public function test_a_person_asks_and_the_row_remembers_it(): void {
		$id = (int) $this->open( 900001 );
		self::assertFalse( $this->ledger->find( $id )?->asked );
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now, true ) );
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now->modify( '+1 second' ) ) );
		self::assertTrue( $this->ledger->find( $id )?->asked );
	}

	/** Each is whole at once: a runner may take the row before anything could be added. */
	public function test_it_remembers_that_who_asked_has_read_that_payments_go_over(): void {
		$key    = static fn ( int $order ): TaskKey => new TaskKey( $order, Effect::CreateInvoice );
		$before = (int) $this->ledger->open( $key( 900001 ), $this->now, asked: true );
		$since  = (int) $this->ledger->open( $key( 900002 ), $this->now, asked: true, moves_payments: true );
		self::assertFalse( $this->seen( $before )->moves_payments );
		self::assertTrue( $this->seen( $since )->moves_payments );

		foreach ( [ true, false ] as $moves ) {
			$this->ledger->save(
				TaskTransitions::due_again( $this->seen( $before ), $this->now, moves_payments: $moves )
			);
			self::assertTrue( $this->seen( $before )->moves_payments );
		}
	}

	public function test_a_retry_may_say_which_order_the_document_goes_with(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::sent( $this->held( $id, 'a' ), new Intent( 'KEY', '10.00', 'was' ), $this->now )
		);
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::DiffersFromOrder ) )
		);
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now ) );
		self::assertEquals( new Intent( 'KEY', '10.00', 'was' ), $this->ledger->find( $id )?->intent );
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now, says: 'is' ) );
		self::assertEquals( new Intent( 'KEY', '10.00', 'is' ), $this->ledger->find( $id )?->intent );
	}

	public function test_a_person_settles_a_row_that_asks_that_question_only(): void {
		$id = (int) $this->ledger->open(
			new TaskKey( order_id: 900001, effect: Effect::SendDocument, refund_id: 0, part: 'invoice' ),
			$this->now
		);
		self::assertFalse( $this->ledger->save( TaskTransitions::settled( $this->seen( $id ), $this->clock->now() ) ) );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::NoEmail ) ) );
		$seen = $this->seen( $id );
		$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now ) );
		self::assertFalse( $this->ledger->save( TaskTransitions::settled( $seen, $this->clock->now() ) ) );
		$this->claim( $id, 'b' );
		self::assertFalse( $this->ledger->save( TaskTransitions::settled( $seen, $this->clock->now() ) ) );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'b' ), new Problem( ProblemCode::SendUnknown ) )
		);
		self::assertFalse( $this->ledger->save( TaskTransitions::settled( $seen, $this->clock->now() ) ) );
		self::assertTrue( $this->ledger->save( TaskTransitions::settled( $this->seen( $id ), $this->clock->now() ) ) );
		self::assertSame( TaskState::Done, $this->ledger->find( $id )?->state );
	}

	public function test_what_was_done_by_hand_is_opened_again_by_a_person_only(): void {
		$key = new TaskKey( 900001, Effect::CreateInvoice );
		$id  = (int) $this->ledger->open( $key, $this->now );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::AmountNotWritable ) )
		);
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::settled(
					$this->seen( $id ),
					$this->clock->now(),
					new Problem( ProblemCode::DoneByHand )
				)
			)
		);
		self::assertTrue( $this->seen( $id )->is_by_hand() );

		$rows = $this->backfill_rows();
		self::assertNull( $this->ledger->open_all( [ $key ], $this->now ) );
		self::assertNull(
			FreshTask::change(
				$this->ledger,
				$key,
				fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $this->now, 8, false )
			)
		);
		self::assertNull( $rows->open_rows( [ $key ], new Origin( 3 ), $this->now ) );
		self::assertSame( 0, $this->ledger->requeue_problem( ProblemCode::AmountNotWritable->value, $this->now ) );
		self::assertFalse(
			$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now, true ) ),
			'Asked on a page of before.'
		);
		self::assertTrue( $this->seen( $id )->is_by_hand() );

		self::assertTrue(
			$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now, true, by_hand: true ) )
		);
		self::assertSame( TaskState::Queued, $this->seen( $id )->state );
	}

	public function test_what_is_said_to_be_by_hand_names_its_invoice_and_forgets_what_is_gone(): void {
		$id = (int) $this->ledger->open( new TaskKey( 900001, Effect::CreateCreditNote, 5 ), $this->now, 7 );
		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::made(
				$this->held( $id, 'a' ),
				$this->document(),
				$this->clock->now(),
				new Problem( ProblemCode::DocumentGone )
			)
		);
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::settled(
					$this->seen( $id ),
					$this->clock->now(),
					new Problem( ProblemCode::DoneByHand ),
					8
				)
			)
		);
		self::assertSame(
			[ 8, 0, '' ],
			[ $this->seen( $id )->parent_id, $this->seen( $id )->remote_id, $this->seen( $id )->remote_type ]
		);
	}

	public function test_a_change_is_saved_only_while_what_it_rests_on_is_as_it_was_seen(): void {
		$id  = (int) $this->ledger->open(
			new TaskKey( 900001, Effect::ValidateInvoice ),
			$this->now->modify( '+2 days' ),
			7
		);
		$was = $this->seen( $id );
		self::assertFalse( $this->ledger->save( null ), 'What the rules do not allow.' );

		$this->clock->advance( 60 );
		self::assertTrue( $this->ledger->save( TaskTransitions::reopened( $was, $this->now, 8, false ) ) );
		self::assertFalse(
			$this->ledger->save( TaskTransitions::reopened( $was, $this->now, 9, false ) ),
			'Somebody was faster.'
		);
		self::assertSame( 8, $this->seen( $id )->parent_id );

		$this->claim( $id, 'a' );
		$this->ledger->save(
			TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::TaxUnmapped ) )
		);
		$stopped = $this->seen( $id );
		$this->ledger->save( TaskTransitions::due_again( $stopped, $this->now ) );
		$this->claim( $id, 'b' );
		self::assertFalse(
			$this->ledger->save( TaskTransitions::due_again( $stopped, $this->now, true ) ),
			'A runner has it.'
		);
		self::assertFalse(
			$this->ledger->save(
				TaskTransitions::stopped( $this->held( $id, 'a' ), new Problem( ProblemCode::Rejected ) )
			)
		);
		self::assertSame( [ TaskState::Working, false ], [ $this->seen( $id )->state, $this->seen( $id )->asked ] );
	}

	/** A runner keeps the row as it was claimed, whatever it has written since. */
	public function test_what_a_change_does_not_name_stays_as_the_ledger_has_it(): void {
		$id      = (int) $this->open( 900001 );
		$claimed = $this->claim( $id, 'a' ) ?? throw new \LogicException( 'Not claimed.' );
		$this->ledger->save( TaskTransitions::sent( $claimed, new Intent( 'KEY', '10.00', 'hash' ), $this->now ) );
		$this->ledger->save( TaskTransitions::remembered( $claimed, 'invoice', 77 ) );
		self::assertTrue(
			$this->ledger->save(
				TaskTransitions::released( $claimed, $this->now, new Problem( ProblemCode::OutcomeUnknown ), true )
			)
		);

		$row = $this->seen( $id );
		self::assertEquals(
			[ $this->now, new Intent( 'KEY', '10.00', 'hash' ), 77 ],
			[ $row->sent_at, $row->intent, $row->remote_id ]
		);
		self::assertTrue( $this->ledger->save( TaskTransitions::due_again( $row, $this->now ) ) );
		self::assertTrue(
			$this->ledger->save( TaskTransitions::due_again( $this->seen( $id ), $this->now ) ),
			'The same second twice.'
		);
	}

	public function test_a_number_reaches_a_row_that_somebody_holds(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->save( TaskTransitions::made( $this->held( $id, 'a' ), $this->document(), $this->now ) );
		$done = $this->seen( $id );
		$this->ledger->save( TaskTransitions::reopened( $done, $this->now, 0, true ) );
		$this->claim( $id, 'b' );
		self::assertTrue( $this->ledger->save( TaskTransitions::numbered( $done, $this->document( 'F-1' ) ) ) );
		self::assertSame( [ 'F-1', 'b' ], [ $this->seen( $id )->remote_number, $this->seen( $id )->lock_token ] );
	}

	/** Both read it, one is faster: the rule is asked once more. */
	public function test_a_row_is_read_again_where_somebody_was_faster(): void {
		$key   = new TaskKey( 900001, Effect::ValidateInvoice );
		$id    = (int) $this->ledger->open( $key, $this->now->modify( '+2 days' ), 7 );
		$asked = 0;
		$rule  = function ( Task $task ) use ( &$asked ): ?TaskChange {
			if ( ++$asked === 1 ) {
				$this->ledger->save( TaskTransitions::reopened( $task, $this->now->modify( '+1 day' ), 8, false ) );
			}
			return TaskTransitions::reopened( $task, $this->now, 9, false );
		};
		self::assertSame( $id, FreshTask::change( $this->ledger, $key, $rule ) );
		self::assertSame( [ 2, 9 ], [ $asked, $this->seen( $id )->parent_id ] );
		self::assertNull( FreshTask::change( $this->ledger, $id, static fn ( Task $task ): ?TaskChange => null ) );
		self::assertNull(
			FreshTask::change( $this->ledger, new TaskKey( 900009, Effect::CreateInvoice ), $rule ),
			'There is none.'
		);
	}

	private function open( int $order_id ): ?int {
		return $this->ledger->open( new TaskKey( $order_id, Effect::CreateInvoice ), $this->now );
	}

	private function claim( int $id, string $token ): ?Task {
		return $this->ledger->claim( $id, $this->now, $token, $this->now->modify( '+5 minutes' ) );
	}

	private function held( int $id, string $token ): Task {
		return HeldTask::by( $this->ledger, $id, $token );
	}

	private function seen( int $id ): Task {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	private function document( string $number = '' ): RemoteDocument {
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 77,
			number: $number,
			status: $number === '' ? 'draft' : 'due',
			key: 'SHOP-1',
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: ''
		);
	}
}
