<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Persistence;

use OrderInvoicer\Domain\Document\ComputedDocument;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Intent;
use OrderInvoicer\Domain\Sync\Origin;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncFilter;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;
use OrderInvoicer\Jobs\SystemClock;
use OrderInvoicer\Persistence\Sql;
use OrderInvoicer\Persistence\WpdbBackfillRows;
use OrderInvoicer\Persistence\WpdbLedger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;

/** The ledger's rules on the real database. */
final class WpdbLedgerTest extends IntegrationTestCase {

	private WpdbLedger $ledger;
	private \DateTimeImmutable $now;

	protected function setUp(): void {
		parent::setUp();
		$this->ledger = new WpdbLedger( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
		$this->now    = new \DateTimeImmutable( '2026-03-02 10:00:00', new \DateTimeZone( 'UTC' ) );
	}

	public function test_a_key_is_opened_once(): void {
		self::assertIsInt( $this->open( 900001 ) );
		self::assertNull( $this->open( 900001 ) );
		self::assertIsInt( $this->ledger->open( new SyncKey( 900001, Effect::ValidateInvoice ), $this->now ) );
		self::assertIsInt( $this->ledger->open( new SyncKey( 900001, Effect::CreateInvoice, 0, '', 1 ), $this->now ) );
	}

	public function test_a_claim_elects_one_and_reads_the_row_back(): void {
		$id   = (int) $this->open( 900001 );
		$sync = $this->claim( $id, 'a' );
		self::assertNotNull( $sync );
		self::assertSame( [ 900001, Effect::CreateInvoice, SyncState::Working, 1, 'a' ], [ $sync->key->order_id, $sync->key->effect, $sync->state, $sync->attempts, $sync->lock_token ] );
		self::assertNull( $this->claim( $id, 'b' ) );
	}

	public function test_a_lapsed_lease_is_taken_over_and_the_late_one_is_fenced(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'late' );
		self::assertNotNull( $this->ledger->claim( $id, $this->now->modify( '+6 minutes' ), 'new', $this->now->modify( '+11 minutes' ) ) );
		self::assertFalse( $this->ledger->mark_sent( $id, 'late', new Intent(), $this->now, $this->now ) );
		self::assertFalse( $this->ledger->mark_done( $id, 'late', $this->document() ) );
		self::assertTrue( $this->ledger->mark_done( $id, 'new', $this->document() ) );
	}

	public function test_not_due_means_not_claimed(): void {
		$id = (int) $this->ledger->open( new SyncKey( 900001, Effect::CreateInvoice ), $this->now->modify( '+1 second' ) );
		self::assertNull( $this->claim( $id, 'a' ) );
		self::assertNotContains( $id, $this->ledger->due( $this->now, 1000 ) );
	}

	public function test_intent_is_kept_until_it_is_cleared(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		self::assertTrue( $this->ledger->mark_sent( $id, 'a', new Intent( 'SHOP-1', '24.97', 'hash' ), $this->now, $this->now->modify( '+5 minutes' ) ) );
		self::assertTrue( $this->ledger->mark_sent( $id, 'a', new Intent( 'SHOP-1', '24.97', 'hash' ), $this->now, $this->now->modify( '+5 minutes' ) ), 'The same second twice.' );
		$this->ledger->release( $id, 'a', $this->now, new Problem( ProblemCode::OutcomeUnknown ), true );
		self::assertEquals( $this->now, $this->ledger->find( $id )?->sent_at );
		self::assertEquals( new Intent( 'SHOP-1', '24.97', 'hash' ), $this->ledger->find( $id )?->intent );
		$this->claim( $id, 'b' );
		$this->ledger->mark_sent( $id, 'b', new Intent(), $this->now, $this->now );
		self::assertNull( $this->ledger->find( $id )?->problem, 'An earlier search says nothing about the next creation.' );
		self::assertTrue( $this->ledger->clear_sent( $id, 'b' ) );
		self::assertNull( $this->ledger->find( $id )?->sent_at );
	}

	public function test_a_release_can_give_the_try_back_and_keeps_the_facts(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$facts = [
			'scope' => 'invoices.write',
			'status' => 403,
		];
		$this->ledger->release( $id, 'a', $this->now, new Problem( ProblemCode::AccountBlocked, $facts ), false );
		$sync = $this->ledger->find( $id );
		self::assertSame( [ 0, SyncState::Queued, '' ], [ $sync?->attempts, $sync?->state, $sync?->lock_token ] );
		self::assertSame( $facts, $sync?->problem?->facts );
	}

	public function test_an_event_opens_all_rows_at_once_and_those_that_were_left_out_again(): void {
		$keys  = [ new SyncKey( 900001, Effect::CreateOrder ), new SyncKey( 900001, Effect::CreateInvoice ) ];
		$order = (int) $this->ledger->open_all( $keys, $this->now );
		self::assertCount( 2, $this->ledger->due_of_order( 900001, $this->now ) );
		self::assertNull( $this->ledger->open_all( $keys, $this->now ), 'The hook fires again.' );
		self::assertNull( $this->ledger->open_all( [], $this->now ) );

		$this->claim( $order, 'a' );
		$this->ledger->mark_skipped( $order, 'a', new Problem( ProblemCode::NoLongerTriggered, [ 'status' => 'cancelled' ] ) );
		self::assertNotNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( SyncState::Queued, $this->ledger->find( $order )?->state );

		$this->claim( $order, 'b' );
		$this->ledger->mark_skipped( $order, 'b', new Problem( ProblemCode::NoLongerTriggered, [ 'status' => 'cancelled' ] ) );
		$keys[] = new SyncKey( 900001, Effect::CreateDelivery );
		self::assertNotNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( SyncState::Queued, $this->ledger->find( $order )?->state, 'Beside one that is new.' );
		self::assertCount( 3, $this->ledger->due_of_order( 900001, $this->now ) );

		$this->claim( $order, 'c' );
		$this->ledger->mark_done( $order, 'c', $this->document() );
		self::assertNull( $this->ledger->open_all( $keys, $this->now ) );
		self::assertSame( SyncState::Done, $this->ledger->find( $order )?->state );
		self::assertFalse( $this->ledger->requeue( $order, $this->now, true ) );
	}

	public function test_an_order_is_followed_once_it_has_a_document_and_again_with_each_change(): void {
		self::assertNull( $this->ledger->follow( 900001, $this->now ), 'Nothing to look after.' );
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->mark_done( $id, 'a', $this->document() );
		$follow = (int) $this->ledger->follow( 900001, $this->now );
		self::assertSame( Effect::FollowOrder, $this->ledger->find( $follow )?->key->effect );
		$this->claim( $follow, 'b' );
		self::assertTrue( $this->ledger->mark_effect_done( $follow, 'b', '', 0 ) );
		self::assertSame( $follow, $this->ledger->follow( 900001, $this->now ) );
		self::assertSame( SyncState::Queued, $this->ledger->find( $follow )?->state );
		self::assertNotContains( $follow, array_map( static fn( $sync ): int => $sync->id, $this->ledger->page( new SyncFilter(), 1000, 0 ) ), 'People see what is done at Sellsy.' );
	}

	public function test_a_follow_up_opens_again_for_its_reasons_only(): void {
		$key    = new SyncKey( 900001, Effect::ValidateInvoice );
		$id     = (int) $this->ledger->open( $key, $this->now->modify( '+2 days' ), 7 );
		$reopen = fn( string $due = '+0 seconds', int $parent = 7, bool $again = false ): ?int => $this->ledger->reopen( $key, $this->now->modify( $due ), $parent, $again );
		self::assertNull( $reopen( '+2 days' ) );
		self::assertSame( $id, $reopen(), 'It is wanted earlier now.' );
		$this->claim( $id, 'a' );
		self::assertNull( $reopen( '+0 seconds', 8 ), 'Somebody works on it.' );
		$this->ledger->mark_attention( $id, 'a', new Problem( ProblemCode::TotalsDiffer ) );
		self::assertNull( $reopen(), 'A person has to look first.' );
		self::assertSame( $id, $reopen( '+0 seconds', 8 ), 'It is about another document now.' );
		$this->claim( $id, 'b' );
		$this->ledger->mark_attention( $id, 'b', new Problem( ProblemCode::DocumentGone ) );
		self::assertSame( $id, $reopen( '+0 seconds', 8 ), 'The document was made again.' );
		$this->claim( $id, 'draft' );
		$this->ledger->mark_attention( $id, 'draft', new Problem( ProblemCode::DraftToDelete ) );
		self::assertNull( $reopen( '+0 seconds', 8 ) );
		self::assertSame( $id, $reopen( '+0 seconds', 8, true ), 'The order was reinstated.' );
		foreach ( [ ProblemCode::DiffersFromOrder, ProblemCode::RefundUndone ] as $code ) {
			$this->claim( $id, $code->value );
			$this->ledger->mark_attention( $id, $code->value, new Problem( $code ) );
			self::assertNull( $reopen( '+0 seconds', 8 ) );
			self::assertSame( $id, $reopen( '+0 seconds', 8, true ), 'The shop changed it back.' );
		}
		$this->claim( $id, 'c' );
		$this->ledger->mark_effect_done( $id, 'c', 'payment', 5 );
		self::assertNull( $reopen( '+0 seconds', 8 ) );
		self::assertSame( $id, $reopen( '+0 seconds', 8, true ) );
		self::assertSame( 5, $this->ledger->find( $id )?->remote_id );
	}

	public function test_a_person_settles_a_row_that_asks_that_question_only(): void {
		$id = (int) $this->ledger->open( new SyncKey( 900001, Effect::SendDocument, 0, 'invoice' ), $this->now );
		self::assertFalse( $this->ledger->settle( $this->seen( $id ) ) );
		$this->claim( $id, 'a' );
		$this->ledger->mark_attention( $id, 'a', new Problem( ProblemCode::NoEmail ) );
		$seen = $this->seen( $id );
		$this->ledger->requeue( $id, $this->now );
		self::assertFalse( $this->ledger->settle( $seen ) );
		$this->claim( $id, 'b' );
		self::assertFalse( $this->ledger->settle( $seen ) );
		$this->ledger->mark_attention( $id, 'b', new Problem( ProblemCode::SendUnknown ) );
		self::assertFalse( $this->ledger->settle( $seen ) );
		self::assertTrue( $this->ledger->settle( $this->seen( $id ) ) );
		self::assertSame( SyncState::Done, $this->ledger->find( $id )?->state );
	}

	public function test_what_was_done_by_hand_is_opened_again_by_a_person_only(): void {
		$key = new SyncKey( 900001, Effect::CreateInvoice );
		$id  = (int) $this->ledger->open( $key, $this->now );
		$this->claim( $id, 'a' );
		$this->ledger->mark_attention( $id, 'a', new Problem( ProblemCode::AmountNotWritable ) );
		self::assertTrue( $this->ledger->settle( $this->seen( $id ), new Problem( ProblemCode::DoneByHand ) ) );
		self::assertTrue( $this->seen( $id )->is_by_hand() );

		$rows = new WpdbBackfillRows( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
		self::assertNull( $this->ledger->open_all( [ $key ], $this->now ) );
		self::assertNull( $this->ledger->reopen( $key, $this->now, 8, false ) );
		self::assertNull( $rows->open_rows( [ $key ], new Origin( 3 ), $this->now ) );
		self::assertSame( 0, $this->ledger->requeue_problem( ProblemCode::AmountNotWritable->value, $this->now ) );
		self::assertFalse( $this->ledger->requeue( $id, $this->now, true ), 'Asked on a page of before.' );
		self::assertTrue( $this->seen( $id )->is_by_hand() );

		self::assertTrue( $this->ledger->requeue( $id, $this->now, true, by_hand: true ) );
		self::assertSame( SyncState::Queued, $this->seen( $id )->state );
	}

	private function seen( int $id ): Sync {
		return $this->ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
	}

	public function test_a_retry_may_say_which_order_the_document_goes_with(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->mark_sent( $id, 'a', new Intent( 'KEY', '10.00', 'was' ), $this->now, $this->now );
		$this->ledger->mark_attention( $id, 'a', new Problem( ProblemCode::DiffersFromOrder ) );
		$this->ledger->requeue( $id, $this->now );
		self::assertEquals( new Intent( 'KEY', '10.00', 'was' ), $this->ledger->find( $id )?->intent );
		$this->ledger->requeue( $id, $this->now, says: 'is' );
		self::assertEquals( new Intent( 'KEY', '10.00', 'is' ), $this->ledger->find( $id )?->intent );
	}

	public function test_what_was_made_is_remembered_before_the_row_is_done(): void {
		$id = (int) $this->ledger->open( new SyncKey( 900001, Effect::RecordPayment ), $this->now );
		$this->claim( $id, 'a' );
		self::assertTrue( $this->ledger->remember_remote( $id, 'a', 'payment', 5 ) );
		self::assertTrue( $this->ledger->remember_remote( $id, 'a', 'payment', 5 ), 'The same second twice.' );
		self::assertFalse( $this->ledger->remember_remote( $id, 'other', 'payment', 6 ) );
		self::assertSame( [ SyncState::Working, 5 ], [ $this->ledger->find( $id )?->state, $this->ledger->find( $id )?->remote_id ] );
	}

	public function test_a_document_keeps_the_moment_at_which_it_was_made_and_another_one_has_its_own(): void {
		$id   = (int) $this->open( 900001 );
		$made = function ( string $token, int $remote_id ) use ( $id ): string {
			global $wpdb;
			$this->claim( $id, $token );
			$this->ledger->mark_done( $id, $token, new RemoteDocument( ...array_replace( get_object_vars( $this->document() ), [ 'id' => $remote_id ] ) ) );
			$moment = (string) $wpdb->get_var( $wpdb->prepare( "SELECT made_at FROM {$wpdb->prefix}orderinvoicer_sync WHERE id = %d", $id ) );
			$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET state = 'queued', made_at = '2026-01-02 03:04:05' WHERE id = %d", $id ) );
			return $moment;
		};

		self::assertEqualsWithDelta( time(), strtotime( $made( 'a', 77 ) . ' UTC' ), 5 );
		self::assertSame( '2026-01-02 03:04:05', $made( 'b', 77 ), 'The draft was changed, not made.' );
		self::assertEqualsWithDelta( time(), strtotime( $made( 'c', 78 ) . ' UTC' ), 5 );
	}

	public function test_making_final_makes_no_document(): void {
		global $wpdb;
		$id = (int) $this->ledger->open( new SyncKey( 900001, Effect::ValidateInvoice ), $this->now );
		$this->claim( $id, 'a' );
		self::assertTrue( $this->ledger->mark_done( $id, 'a', $this->document( 'F-1' ) ) );
		self::assertNull( $wpdb->get_var( $wpdb->prepare( "SELECT made_at FROM {$wpdb->prefix}orderinvoicer_sync WHERE id = %d", $id ) ) );
	}

	public function test_a_person_asks_and_the_row_remembers_it(): void {
		$id = (int) $this->open( 900001 );
		self::assertFalse( $this->ledger->find( $id )?->asked );
		$this->ledger->requeue( $id, $this->now, true );
		$this->ledger->requeue( $id, $this->now->modify( '+1 second' ) );
		self::assertTrue( $this->ledger->find( $id )?->asked );
	}

	public function test_a_document_that_stands_with_a_problem_waits_for_a_person_and_is_known_by_its_order(): void {
		$id = (int) $this->open( 900001 );
		self::assertNull( $this->ledger->order_of( DocumentKind::Invoice, $this->document()->id ) );
		$this->claim( $id, 'a' );
		$this->ledger->mark_done( $id, 'a', $this->document(), new Problem( ProblemCode::TotalsDiffer ) );
		$sync = $this->ledger->find( $id );
		self::assertSame( [ SyncState::Attention, ProblemCode::TotalsDiffer, $this->document()->id ], [ $sync?->state, $sync?->problem?->code, $sync?->remote_id ] );
		self::assertSame( 900001, $this->ledger->order_of( DocumentKind::Invoice, $this->document()->id ) );
	}

	public function test_a_back_fill_that_is_paused_holds_what_is_not_begun_and_one_that_is_over_takes_it_back(): void {
		$rows = new WpdbBackfillRows( new Sql( $GLOBALS['wpdb'] ), new SystemClock() );
		$keys = array_map( static fn ( int $order_id ): SyncKey => new SyncKey( $order_id, Effect::CreateInvoice ), range( 900001, 900004 ) );
		$rows->open_rows( $keys, new Origin( 900 ), $this->now );
		[ $held, $stopped, $asked, $sent ] = array_map( fn ( SyncKey $key ): int => $this->ledger->find_by_key( $key )->id ?? 0, $keys );
		$this->claim( $held, 'a' );
		$this->ledger->release( $held, 'a', $this->now, new Problem( ProblemCode::AccountBlocked ), false );
		$this->claim( $sent, 'a' );
		$this->ledger->mark_sent( $sent, 'a', new Intent( 'SHOP-4', '10', 'hash' ), $this->now, $this->now );
		foreach ( [ $stopped, $asked, $sent ] as $id ) {
			$this->claim( $id, 'a' );
			$this->ledger->mark_attention( $id, 'a', new Problem( ProblemCode::TaxUnmapped ) );
		}
		$this->ledger->requeue( $asked, $this->now, true );

		$rows->hold( 900 );
		self::assertSame( 0, $this->ledger->requeue_problem( 'account_blocked', $this->now ) );
		self::assertSame( 1, $this->ledger->requeue_problem( 'tax_unmapped', $this->now ), 'What was sent before belongs to its order.' );
		self::assertNull( $this->claim( $held, 'b' ) );
		self::assertNull( $this->claim( $stopped, 'b' ) );

		$rows->let_go( 900, $this->now );
		self::assertNotNull( $this->claim( $stopped, 'b' ), 'Whether its cause is gone is found out.' );
		$this->ledger->mark_attention( $stopped, 'b', new Problem( ProblemCode::TaxUnmapped ) );

		$rows->withdraw( 900 );
		self::assertSame( [ null, null, $asked, $sent ], array_map( fn ( SyncKey $key ): ?int => $this->ledger->find_by_key( $key )?->id, $keys ) );
	}

	public function test_what_is_said_to_be_by_hand_names_its_invoice_and_forgets_what_is_gone(): void {
		$id = (int) $this->ledger->open( new SyncKey( 900001, Effect::CreateCreditNote, 5 ), $this->now, 7 );
		$this->claim( $id, 'a' );
		$this->ledger->mark_done( $id, 'a', $this->document(), new Problem( ProblemCode::DocumentGone ) );
		self::assertTrue( $this->ledger->settle( $this->seen( $id ), new Problem( ProblemCode::DoneByHand ), 8 ) );
		self::assertSame( [ 8, 0, '' ], [ $this->seen( $id )->parent_id, $this->seen( $id )->remote_id, $this->seen( $id )->remote_type ] );
	}

	public function test_a_draft_that_a_person_is_to_delete_is_looked_at_from_time_to_time(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->mark_done( $id, 'a', $this->document(), new Problem( ProblemCode::DraftToDelete ) );
		$read = fn ( \DateTimeImmutable $since ): array => array_map( static fn( Sync $sync ): int => $sync->id, $this->ledger->open_drafts( $since, 1000 ) );
		self::assertNotContains( $id, $read( new \DateTimeImmutable( '-1 hour' ) ) );
		self::assertContains( $id, $read( new \DateTimeImmutable( '+1 minute' ) ) );

		$this->ledger->mark_checked( $id, $this->now );
		self::assertNotContains( $id, $read( $this->now ) );
		self::assertContains( $id, $read( $this->now->modify( '+1 minute' ) ) );
	}

	public function test_done_rows_wait_for_their_copies_and_then_for_their_number(): void {
		$id = (int) $this->open( 900001 );
		$this->claim( $id, 'a' );
		$this->ledger->mark_done( $id, 'a', $this->document() );
		$later = new \DateTimeImmutable( '+1 minute' );
		self::assertContains( $id, array_map( static fn( $sync ): int => $sync->id, $this->ledger->unchecked( $later, 1000 ) ) );
		self::assertSame( [], $this->ledger->unchecked( new \DateTimeImmutable( '-1 minute' ), 1000 ), 'Its runner may be at it.' );

		$this->ledger->mark_checked( $id, $this->now );
		self::assertNotContains( $id, array_map( static fn( $sync ): int => $sync->id, $this->ledger->unchecked( $later, 1000 ) ) );
		self::assertContains( $id, array_map( static fn( $sync ): int => $sync->id, $this->ledger->open_drafts( $this->now->modify( '+1 second' ), 1000 ) ) );

		$this->ledger->update_remote( $id, $this->document( 'F-1' ) );
		self::assertSame( 'F-1', $this->ledger->find( $id )?->remote_number );
		self::assertNotContains( $id, array_map( static fn( $sync ): int => $sync->id, $this->ledger->open_drafts( $this->now->modify( '+1 second' ), 1000 ) ) );
	}

	public function test_older_due_rows_of_the_same_effect_go_first(): void {
		$first  = (int) $this->open( 900001 );
		$second = (int) $this->open( 900002 );
		self::assertTrue( $this->ledger->has_older_due( Effect::CreateInvoice, $second, $this->now ) );
		self::assertFalse( $this->ledger->has_older_due( Effect::ValidateInvoice, $second, $this->now ) );
		$this->claim( $first, 'a' );
		self::assertTrue( $this->ledger->has_older_due( Effect::CreateInvoice, $second, $this->now ) );
		$this->ledger->mark_attention( $first, 'a', new Problem( ProblemCode::TaxUnmapped ) );
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
			$this->ledger->mark_attention( $id, "t$id", new Problem( $code ) );
		}
		self::assertSame( 1, $this->ledger->requeue_problem( 'tax_unmapped', $this->now ) );
		self::assertSame( SyncState::Queued, $this->ledger->find( $first )?->state );
		self::assertSame( SyncState::Attention, $this->ledger->find( $second )?->state );
	}

	public function test_lists_and_counts(): void {
		$before = $this->ledger->count( new SyncFilter( [ SyncState::Queued ] ) );
		$first  = (int) $this->open( 900001 );
		$second = (int) $this->open( 900002 );
		self::assertSame( $before + 2, $this->ledger->count( new SyncFilter( [ SyncState::Queued ] ) ) );
		self::assertSame( [ $second, $first ], array_map( static fn( $sync ): int => $sync->id, $this->ledger->page( new SyncFilter(), 2, 0 ) ) );
		self::assertSame( [ 900001, 900002 ], array_keys( $this->ledger->for_orders( [ 900001, 900002, 900003 ] ) ) );
		self::assertSame( $first, $this->ledger->for_order( 900001 )[0]->id );
		self::assertSame( [], $this->ledger->for_orders( [] ) );
		self::assertNotNull( $this->ledger->oldest_due( $this->now ) );
	}

	private function open( int $order_id ): ?int {
		return $this->ledger->open( new SyncKey( $order_id, Effect::CreateInvoice ), $this->now );
	}

	private function claim( int $id, string $token ): ?\OrderInvoicer\Domain\Sync\Sync {
		return $this->ledger->claim( $id, $this->now, $token, $this->now->modify( '+5 minutes' ) );
	}

	private function document( string $number = '' ): RemoteDocument {
		return new RemoteDocument( DocumentKind::Invoice, 77, $number, $number === '' ? 'draft' : 'due', 'SHOP-1', new ComputedDocument( [], Decimal::zero(), Decimal::zero() ), '' );
	}
}
