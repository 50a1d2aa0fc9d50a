<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Linking;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Account\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\AnotherDocument;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Linking\LinkDoubt;
use OrderInvoicer\Domain\Linking\LinkObstacle;
use OrderInvoicer\Domain\Linking\LinkProposal;
use OrderInvoicer\Domain\Linking\LinkTarget;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\TalkBack\HoldInvoice;
use OrderInvoicer\Domain\Watching\LostDocument;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * A person says that a document which somebody made at Sellsy is this order's.
 *
 * @assumes number-is-whole
 */
final class LinkDocumentTest extends CreditedOrderTestCase {

	private LinkTarget $invoice;

	protected function setUp(): void {
		parent::setUp();
		$this->invoice = new LinkTarget( DocumentKind::Invoice );
		$this->client( 40, 'Client Test' );
	}

	public function test_an_invoice_is_found_by_its_number_compared_and_adopted(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		self::assertSame( [ [], null ], [ $found->doubts, $found->obstacle ] );

		$row = $this->link( $found );

		self::assertSame( [ TaskState::Done, 900, 'F-9' ], [ $row?->state, $row?->remote_id, $row?->remote_number ] );
		self::assertTrue( $row?->is_linked() );
		self::assertSame( 900, $this->world->report->documents( [ $row->id ] )[ $row->id ]->id );
		self::assertSame( 'https://sellsy.example.com/900', $this->world->shop->urls[1] ?? '' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( 0, $this->world->sellsy->count( 'update' ) );
	}

	public function test_no_other_number_finds_it(): void {
		$this->made( 900, 'F-9' );
		self::assertSame( [], $this->look( $this->invoice, 'F-8' ) );
	}

	public function test_a_difference_is_said(): void {
		$this->client( 41, 'Somebody Else' );
		$this->made( 900, 'F-9', ttc: '13.20', customer: 41 );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		self::assertSame( [ LinkDoubt::OtherTotal, LinkDoubt::OtherCustomer ], $found->doubts );
		self::assertSame( 'Somebody Else', $found->customer() );
		self::assertNotNull( $this->link( $found ), 'It is asked, and a person answers.' );
	}

	/** @dataProvider refused */
	public function test_what_cannot_be_linked( string $number, string $status, LinkObstacle $why ): void {
		$this->made( 900, $number, status: $status );
		$found = $this->world->engine->linking()->find_to_link->one( 1, $this->invoice, 900 ) ?? self::fail();
		self::assertSame( $why, $found->obstacle );
		self::assertNull( $this->link( $found ) );
		self::assertNull( $this->row( Effect::CreateInvoice ) );
	}

	/** @return iterable<string, array{string, string, LinkObstacle}> */
	public static function refused(): iterable {
		yield 'a draft' => [ '', 'draft', LinkObstacle::Draft ];
		yield 'cancelled' => [ 'F-9', 'cancelled', LinkObstacle::Cancelled ];
	}

	/** Its answer was lost, and this account's searches prove nothing: the person who was asked has looked. */
	public function test_what_a_person_finds_instead_of_a_search_is_linked(): void {
		$this->world->findings->otherwise = [ Assumption::LostDocument ];
		$this->world->sellsy->index_lag   = 86400;
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		self::assertTrue( $this->invoice->is_unknown( $this->world->ledger->for_order( 1 ) ), 'It is searched first.' );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::MadeUnknown, $this->row( Effect::CreateInvoice )?->problem?->code );

		$this->world->sellsy->index_lag = 0;
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] );

		self::assertSame( [ TaskState::Done, 900, null ], [ $row?->state, $row?->remote_id, $row?->sent_at ] );
	}

	public function test_a_document_of_one_order_is_never_anothers(): void {
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->order( 2 );
		$found = $this->world->engine->linking()->find_to_link->one( 2, $this->invoice, 900 ) ?? self::fail();
		self::assertSame( [ LinkObstacle::InUse, 1 ], [ $found->obstacle, $found->in_use_by ] );
	}

	public function test_what_changed_since_it_was_seen_is_not_linked(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$this->made( 900, 'F-9', ttc: '99.00' );
		self::assertNull( $this->link( $found ) );
		$this->made( 900, 'F-9' );
		$this->world->order( 1, ht: '11.00', vat: '2.20' );
		self::assertNull( $this->link( $found ), 'The order was edited.' );
		self::assertNull( $this->row( Effect::CreateInvoice ) );
	}

	public function test_a_row_that_needs_a_person_takes_what_the_person_made(): void {
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->invoice();
		self::assertSame( TaskState::Attention, $this->row( Effect::CreateInvoice )?->state );
		$this->made( 900, 'F-9' );

		$this->link( $this->look( $this->invoice, 'F-9' )[0] );

		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertNull( $this->row( Effect::CreateInvoice )->problem );
	}

	/** Its own invoice is held, because the sale would have two. */
	public function test_the_invoice_that_was_made_from_the_proforma_in_sellsy_takes_the_place_of_the_held_one(): void {
		( new HoldInvoice(
			$this->world->ledger,
			$this->world->shop,
			$this->world->clock,
			new FakeRandomness()
		) )->hold( 1, 'P-1' );
		$held = $this->row( Effect::CreateInvoice )->problem ?? self::fail();
		self::assertSame( ProblemCode::ProformaInvoiced, $held->code );
		$texts = new ProblemText( new SituationText() );
		self::assertStringContainsString( 'link it on the order', $texts->next_step( $held ) );
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] );
		self::assertSame( [ TaskState::Done, 900, null ], [ $row?->state, $row?->remote_id, $row?->problem ] );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
	}

	public function test_where_a_document_stands_no_other_is_linked(): void {
		$this->invoice();
		$this->made( 900, 'F-9' );
		self::assertSame( [], $this->look( $this->invoice, 'F-9' ) );
	}

	public function test_other_kinds_are_found_among_those_of_the_customer(): void {
		$target = new LinkTarget( DocumentKind::Order );
		$this->made( 901, 'CMD-1', kind: DocumentKind::Order );
		self::assertFalse( $this->can_look( $target, 'CMD-1' ), 'Nobody knows the customer yet.' );
		self::assertNotNull( $this->world->engine->linking()->find_to_link->one( 1, $target, 901 ), 'By its address.' );

		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		self::assertTrue( $this->can_look( $target, 'CMD-1' ) );
		self::assertSame( [ 901 ], self::ids( $this->look( $target, 'cmd-1' ) ) );
		self::assertSame( [ 901 ], self::ids( $this->look( $target, '' ) ), 'The latest of the customer.' );
		self::assertSame( [], $this->look( $target, 'CMD-2' ) );
	}

	public function test_no_email_leaves_and_a_payment_is_recorded_once(): void {
		$this->world->change_settings(
			[
				'invoice'  => [ 'email' => true ],
				'payments' => self::PAYMENTS,
			]
		);
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->pass_time( 10 );
		self::assertNull( $this->effect( Effect::SendDocument ) );
		self::assertSame( TaskState::Done, $this->effect( Effect::RecordPayment )?->state );
	}

	public function test_what_was_paid_by_hand_is_never_recorded_a_second_time(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->add( 501, '4.00' );
		$this->world->clock->advance( 3600 );
		$this->made( 900, 'F-9' );
		$this->world->payments->lowered[900] = '12.00';
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->pass_time( 30 );
		self::assertSame( TaskState::Skipped, $this->effect( Effect::RecordPayment )?->state );

		$this->made( 902, 'A-1', ttc: '4.00', kind: DocumentKind::CreditNote );
		$this->link( $this->look( new LinkTarget( DocumentKind::CreditNote, 501 ), 'A-1' )[0] );
		$this->world->pass_time( 30 );
		self::assertSame( TaskState::Skipped, $this->effect( Effect::RecordPayment )?->state );
		self::assertSame( [], $this->world->payments->made );
	}

	/**
	 * @dataProvider dues
	 * @param list<string> $made
	 */
	public function test_of_a_payment_only_what_is_due_is_recorded( string $paid, TaskState $then, array $made ): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->made( 900, 'F-9' );
		$this->world->payments->lowered[900] = $paid;
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->pass_time( 10 );
		self::assertSame( $then, $this->effect( Effect::RecordPayment )?->state );
		$amounts = array_map(
			static fn ( array $one ): string => $one['draft']->amount->to_string(),
			array_values( $this->world->payments->made )
		);
		self::assertSame( $made, $amounts );
	}

	/** @return iterable<string, array{string, TaskState, list<string>}> */
	public static function dues(): iterable {
		yield 'all is paid' => [ '12.00', TaskState::Skipped, [] ];
		yield 'a part is paid' => [ '5.00', TaskState::Done, [ '7' ] ];
		yield 'nothing is paid' => [ '0', TaskState::Done, [ '12' ] ];
	}

	public function test_its_state_is_never_changed(): void {
		$this->world->change_settings(
			[
				'states' => [
					[
						'kind'   => 'order',
						'status' => 'completed',
						'state'  => 'sent',
					],
				],
			]
		);
		$target = new LinkTarget( DocumentKind::Order );
		$this->made( 901, 'CMD-1', kind: DocumentKind::Order );
		$this->link( $this->world->engine->linking()->find_to_link->one( 1, $target, 901 ) ?? self::fail() );
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertNull( $this->effect( Effect::ChangeState ) );
	}

	public function test_later_refunds_are_credited_on_it(): void {
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->refund( 501, '4.00' );
		self::assertSame( 'done', $this->states( 501 )[0] );
		self::assertSame( '4', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	public function test_refunds_of_before_wait_for_a_person_and_may_be_linked_too(): void {
		$this->add( 501, '4.00' );
		$this->world->clock->advance( 3600 );
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateCreditNote, 501 );
		self::assertSame( ProblemCode::RefundBeforeLink, $row?->problem?->code );
		self::assertSame( 0, $this->world->retry->retry_all(), 'One by one.' );

		$this->made( 902, 'A-1', ttc: '4.00', kind: DocumentKind::CreditNote );
		$target = new LinkTarget( DocumentKind::CreditNote, 501 );
		[ $note ] = $this->look( $target, 'A-1' );
		self::assertSame( [], $note->doubts );
		$this->link( $note );
		$this->world->pass_time( 30 );
		self::assertSame( [ 'done', null, null ], $this->states( 501 ), 'What it is set against is the person’s.' );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
	}

	public function test_a_cancelled_order_is_credited_only_if_a_person_says_so(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->world->order( 1, status: 'cancelled' );
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->fire( 1 );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateCreditNote ) ?? self::fail();
		self::assertSame( ProblemCode::RefundBeforeLink, $row->problem?->code );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );

		$this->world->retry->retry( $row->id );
		self::assertSame( TaskState::Queued, $this->row( Effect::CreateCreditNote )?->state, 'Sellsy has none.' );
	}

	/** What the owner switches on counts for what is cancelled from then on. */
	public function test_an_order_that_was_cancelled_before_it_was_linked_is_not_credited_by_a_later_switch(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => false ] ] );
		$this->world->order( 1, status: 'cancelled' );
		$this->made( 900, 'F-9' );
		$this->says( 900, '10' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		self::assertSame( TaskState::Skipped, $this->row( Effect::CreateCreditNote )?->state, 'Nobody is asked yet.' );
		$this->world->change_settings(
			[
				'creditnote' => [ 'enabled' => true ],
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$this->world->fire( 1 );
		$this->world->pass_time( 30 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );

		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		self::assertSame( TaskState::Skipped, $this->row( Effect::CreateCreditNote )?->state );
		$this->world->order( 1, status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ), 'It was cancelled since.' );
	}

	public function test_a_person_may_have_it_credited_all_the_same(): void {
		$this->world->order( 1, status: 'cancelled' );
		$this->made( 900, 'F-9' );
		$this->says( 900, '10' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$row = $this->row( Effect::CreateCreditNote ) ?? self::fail();
		self::assertTrue( RowAct::Retry->is_offered( $row ) );
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 10 );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
	}

	/** @dataProvider before_link */
	public function test_a_refund_that_has_a_row_waits_too( ProblemCode $why, bool $is_enabled, bool $has_row ): void {
		$this->world->change_settings(
			[
				'creditnote' => [ 'enabled' => $is_enabled ],
				'invoice'    => [ 'enabled' => false ],
			]
		);
		$this->add( 501, '4.00' );
		$now     = $this->world->clock->now();
		$invoice = $has_row ? $this->world->ledger->open( new TaskKey( 1, Effect::CreateInvoice ), $now ) : 0;
		$this->world->pass_time( 1 );
		$this->world->ledger->open( new TaskKey( 1, Effect::CreateCreditNote, 501 ), $now, (int) $invoice );
		$this->world->pass_time( 5 );
		self::assertSame( $why, $this->row( Effect::CreateCreditNote, 501 )?->problem?->code );
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 30 );
		$row = $this->row( Effect::CreateCreditNote, 501 );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::RefundBeforeLink, $this->row( Effect::CreateInvoice )?->id ],
			[ $row?->state, $row?->problem?->code, $row?->parent_id ]
		);
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
	}

	/** @return iterable<string, array{ProblemCode, bool, bool}> */
	public static function before_link(): iterable {
		yield 'no invoice' => [ ProblemCode::InvoiceMissing, true, true ];
		yield 'no invoice yet' => [ ProblemCode::WaitsForInvoice, true, false ];
		yield 'no credit notes' => [ ProblemCode::WorkflowDisabled, false, true ];
	}

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
		self::assertTrue( RowAct::Retry->is_offered( $row ) && RowAct::DoneByHand->is_offered( $row ) );
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

	/** Its number is in the buyer's hands: it stays on the order, as it does where another is made here. */
	public function test_one_in_place_of_a_cancelled_invoice_leaves_that_one_named(): void {
		$own = $this->cancelled();
		$this->made_in_place_of( $own );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 30 );

		$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ $own->remote_id, $own->remote_number ], [ $old->remote_id, $old->remote_number ] );
		self::assertTrue( AnotherDocument::is_replaced( $old ) );
		self::assertSame( TaskState::Skipped, $old->state );
		self::assertSame( [ 1, $old->id, 900 ], [ $new->key->revision, $new->parent_id, $new->remote_id ] );
		self::assertSame( [ 900 ], $this->paid_on(), 'The payment went over.' );
		self::assertSame( 'https://sellsy.example.com/900', $this->world->shop->urls[1] ?? '' );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
		$this->refund( 501, '4.00' );
		self::assertSame( $new->id, $this->row( Effect::CreateCreditNote, 501 )?->parent_id );
		self::assertSame( 'done', $this->states( 501 )[0] );

		self::assertFalse( $this->can_unlink( $new ), 'It was credited.' );
	}

	/** It went with its order, and nobody was asked: what is linked after all stands in its place as well. */
	public function test_one_in_place_of_an_invoice_that_was_cancelled_with_its_order_leaves_that_one_named(): void {
		$own = $this->cancelled( is_paid: false, off: true );
		self::assertSame( TaskState::Skipped, $own->state );
		self::assertFalse( AnotherDocument::is_replaced( $own ) );
		$this->made_in_place_of( $own );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 30 );

		$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ 1, $old->id, 900 ], [ $new->key->revision, $new->parent_id, $new->remote_id ] );
		self::assertSame( TaskState::Skipped, $old->state );
		self::assertTrue( AnotherDocument::is_replaced( $old ) );
		self::assertNotContains( RowAct::MakeNow, ( new RowActs() )->acts( $old ) );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
	}

	public function test_where_that_breaks_off_no_other_is_made(): void {
		for ( $step = 1; $step < 200; $step++ ) {
			$this->setUp();
			$this->made_in_place_of( $this->cancelled( is_paid: false, off: true ) );
			[ $found ] = $this->look( $this->invoice, 'F-9' );

			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->link( $found );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 30 );

			$why = "Killed at step $step.";
			$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
			$new = $this->row( Effect::CreateInvoice, 0, 1 );
			self::assertSame( 1, $this->world->sellsy->count( 'create' ), $why );
			self::assertSame( [ TaskState::Skipped, true ], [ $old->state, $old->has_cancelled_document() ], $why );
			self::assertSame( $new?->is_linked() === true, AnotherDocument::is_replaced( $old ), $why );
			if ( ! $is_dead ) {
				return;
			}
		}
		self::fail( 'It is linked in the end.' );
	}

	public function test_a_link_in_place_of_a_cancelled_invoice_that_breaks_off_is_finished_or_asked(): void {
		for ( $step = 1; $step < 200; $step++ ) {
			$this->setUp();
			$this->made_in_place_of( $this->cancelled() );
			[ $found ] = $this->look( $this->invoice, 'F-9' );

			$this->world->fate->kill_at = $this->world->fate->steps + $step;
			try {
				$this->link( $found );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 30 );

			$why = "Killed at step $step.";
			$old = $this->row( Effect::CreateInvoice ) ?? self::fail();
			$new = $this->row( Effect::CreateInvoice, 0, 1 );
			self::assertSame( 1, $this->world->sellsy->count( 'create' ), $why );
			self::assertTrue( $old->has_cancelled_document(), $why );
			self::assertSame( $new?->is_linked() === true, AnotherDocument::is_replaced( $old ), $why );
			if ( $new?->is_linked() !== true ) {
				self::assertSame( TaskState::Attention, $old->state, $why );
				$this->world->retry->retry( $old->id );
				$this->world->pass_time( 30 );
				$new = $this->row( Effect::CreateInvoice, 0, 1 ) ?? self::fail( $why );
				self::assertSame( TaskState::Done, $new->state, $why );
				self::assertSame( 2, $this->world->sellsy->count( 'create' ), $why );
			}
			self::assertSame( [ $new->remote_id ], $this->paid_on(), $why );
			if ( ! $is_dead ) {
				return;
			}
		}
		self::fail( 'It is linked in the end.' );
	}

	/** What was linked is not this order's after all: there is none, and one may be made or linked. */
	public function test_what_was_linked_in_place_of_a_cancelled_invoice_can_be_unlinked(): void {
		$this->cancelled( is_paid: false );
		$this->made( 900, 'F-9' );
		$new = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertTrue( $this->can_unlink( $new ) );
		$this->made( 901, 'F-10' );
		$again = $this->link( $this->look( $this->invoice, 'F-10' )[0] ) ?? self::fail();
		self::assertSame( [ $new->id, 901 ], [ $again->id, $again->remote_id ] );
	}

	/** For the same customer: Sellsy sets nobody's payment against the invoice of another. */
	private function made_in_place_of( Task $own ): void {
		$this->made( 900, 'F-9' );
		$this->says( 900, '10.00' );
		$this->world->sellsy->billed[900]      = $this->world->sellsy->billed[ $own->remote_id ];
		$this->world->invoicing->parties[900] = $this->world->invoicing->parties[ $own->remote_id ]
			?? $this->world->invoicing->parties[900];
	}

	private function can_unlink( Task $row ): bool {
		return $this->world->engine->actions()->unlink_document->unlink( $row->id );
	}

	/**
	 * The order's own final invoice was cancelled in Sellsy, and its payment with it.
	 *
	 * @param bool $off the order as well.
	 */
	private function cancelled( bool $is_paid = true, bool $off = false ): Task {
		$this->world->change_settings(
			[
				'invoice'  => [ 'finalise' => Finalise::NOW ],
				'payments' => $is_paid ? self::PAYMENTS : [ 'enabled' => false ],
			]
		);
		$this->invoice();
		$own = $this->row( Effect::CreateInvoice ) ?? self::fail();
		$was = $this->world->sellsy->documents[ $own->remote_id ];
		self::assertSame( $is_paid ? [ $own->remote_id ] : [], $this->paid_on() );
		$fields = get_object_vars( $was );

		$this->world->sellsy->documents[ $own->remote_id ] = new RemoteDocument(
			...[
				...$fields,
				'status' => 'cancelled',
			]
		);
		unset( $this->world->payments->links[ $own->remote_id ], $this->world->payments->lowered[ $own->remote_id ] );
		$gone = LostDocument::of_cancelled( $was );
		$now  = $this->world->clock->now();
		if ( $off ) {
			$this->world->order( 1, status: 'cancelled', is_paid: false );
		}
		$this->world->ledger->save(
			$off ? LossTransitions::withdrawn( $own, $gone, $now ) : LossTransitions::lost( $own, $gone, $now )
		);
		$this->world->pass_time( 5 );
		return $this->row( Effect::CreateInvoice ) ?? self::fail();
	}

	/** @return list<int> documents on which money stands. */
	private function paid_on(): array {
		return array_keys( array_filter( $this->world->payments->links ) );
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
		$this->world->engine->linking()->finish_links->run();
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
			$this->world->engine->linking()->finish_links->run();
		}
		self::assertSame( ProblemCode::BeingLinked, $this->row( Effect::CreateInvoice )?->problem?->code );
		self::assertLessThan( 6, count( (array) preg_grep( '/broken off/', $this->world->shop->errors ) ) );
		$this->world->clock->advance( 7200 );
		$this->world->engine->linking()->finish_links->run();
		$this->reads_that_it_cannot_be_read();
	}

	private function reads_that_it_cannot_be_read(): void {
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Attention, ProblemCode::LinkBroken ], [ $row->state, $row->problem?->code ] );
		$says = ( new ProblemText( new SituationText() ) )->sentences( $row->problem );
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
		$this->world->engine->linking()->finish_links->run();
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
		$says = ( new ProblemText( new SituationText() ) )->sentences( $row->problem );
		self::assertMatchesRegularExpression( '/F-9 .*broken off.* Link it again/', $says );
		self::assertTrue( RowAct::Retry->is_offered( $row ) && RowAct::DoneByHand->is_offered( $row ) );
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

	public function test_nothing_is_linked_while_nobody_knows_whether_one_was_made(): void {
		$this->made( 900, 'F-9' );
		[ $found ] = $this->look( $this->invoice, 'F-9' );
		$key       = new TaskKey( 1, Effect::CreateInvoice );
		$now       = $this->world->clock->now();
		$id        = $this->world->ledger->open( $key, $now ) ?? self::fail();
		$held      = $this->world->ledger->claim( $id, $now, 'token', $now->modify( '+5 minutes' ) ) ?? self::fail();
		$this->world->ledger->save( TaskTransitions::sent( $held, new Intent( 'SHOP-1' ), $now ) );
		$held = $this->world->ledger->find( $id ) ?? self::fail();
		$this->world->ledger->save(
			TaskTransitions::stopped( $held, new Problem( ProblemCode::TriesUsedUp ) )
		);
		self::assertSame( [], $this->look( $this->invoice, 'F-9' ) );
		self::assertNull( $this->link( $found ) );
	}

	public function test_unlinked_the_order_is_left_without_until_somebody_asks(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertContains( RowAct::Unlink, ( new RowActs() )->acts( $row ) );

		self::assertTrue( $this->world->engine->actions()->unlink_document->unlink( $row->id ) );

		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ TaskState::Skipped, 0, '' ], [ $row->state, $row->remote_id, $row->remote_number ] );
		self::assertSame( '', $this->world->shop->urls[1] ?? '' );
		self::assertSame( [], $this->world->report->documents( [ $row->id ] ) );
		$this->world->fire( 1 );
		$this->world->fire( 1, OrderEvent::PAYMENT );
		$this->world->pass_time( 30 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( 1, count( $this->look( $this->invoice, 'F-9' ) ), 'It may be linked again.' );
		self::assertSame( TaskState::Done, $this->world->sync_order->now( 1, by_hand: true )?->state );
	}

	public function test_neither_our_own_nor_what_a_credit_note_was_made_of_is_unlinked(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->refund( 501, '4.00' );
		self::assertFalse( $this->world->engine->actions()->unlink_document->unlink( $row->id ) );
		$note = $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail();
		self::assertFalse( $this->world->engine->actions()->unlink_document->unlink( $note->id ) );
	}

	public function test_linked_to_another_invoice_the_payment_is_recorded_there(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$unlink = $this->world->engine->actions()->unlink_document;
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		self::assertFalse( $unlink->unlink( $row->id ), 'Its payment is about to be recorded.' );
		$this->world->pass_time( 10 );
		self::assertTrue( $unlink->unlink( $row->id ) );
		self::assertSame(
			[ TaskState::Skipped, 0 ],
			[ $this->effect( Effect::RecordPayment )?->state, $this->effect( Effect::RecordPayment )?->remote_id ]
		);

		$this->made( 901, 'F-10' );
		$this->link( $this->look( $this->invoice, 'F-10' )[0] );
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Done, $this->effect( Effect::RecordPayment )?->state );
		self::assertSame( [ 900, 901 ], array_keys( $this->world->payments->links ) );
		self::assertSame( 2, count( $this->world->payments->made ) );
	}

	public function test_it_is_not_unlinked_while_a_credit_note_is_computed(): void {
		$this->made( 900, 'F-9' );
		$row = $this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open( new TaskKey( 1, Effect::CreateCreditNote, 501 ), $now, $row->id );
		$this->world->ledger->claim( (int) $id, $now, 'token', $now->modify( '+5 minutes' ) );
		self::assertFalse( $this->world->engine->actions()->unlink_document->unlink( $row->id ) );
	}

	public function test_an_order_that_is_edited_later_says_that_its_invoice_differs(): void {
		$this->made( 900, 'F-9' );
		$this->link( $this->look( $this->invoice, 'F-9' )[0] );
		$this->world->order( 1, ht: '11.00', vat: '2.20' );
		$this->world->shop->changed[1] = $this->world->clock->now();
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( ProblemCode::DiffersFromOrder, $this->row( Effect::CreateInvoice )?->problem?->code );
	}

	/** What was recorded on it before is Sellsy's to say. */
	public function test_what_was_paid_of_a_linked_invoice_is_not_told_from_here(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->made( 900, 'F-9' );
		$this->world->payments->lowered[900] = '12';
		$this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 10 );

		$sheet = $this->world->engine->follow_ups()->read_order_sheet->read( 1 );
		self::assertSame( [ null ], array_column( array_values( $sheet->documents ), 'money' ) );
	}

	private function can_look( LinkTarget $target, string $number ): bool {
		return $this->world->engine->linking()->find_to_link->can_look( 1, $target, $number );
	}

	/** @return list<LinkProposal> */
	private function look( LinkTarget $target, string $number ): array {
		return $this->world->engine->linking()->find_to_link->numbered( 1, $target, $number );
	}

	private function link( LinkProposal $seen ): ?Task {
		return $this->world->engine->linking()->link_document->link(
			1,
			$seen->target,
			$seen->document->id,
			$seen->mark()
		);
	}

	/**
	 * @param list<LinkProposal> $found
	 * @return list<int>
	 */
	private static function ids( array $found ): array {
		return array_map( static fn ( LinkProposal $one ): int => $one->document->id, $found );
	}

	private function effect( Effect $effect ): ?Task {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->key->effect === $effect ) {
				return $row;
			}
		}
		return null;
	}

	private function client( int $id, string $name ): void {
		$ref = new CustomerRef( CustomerType::Individual, $id );

		$this->world->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
			ref: $ref,
			relation: 'client',
			name: $name,
			email: 'somebody@example.com',
			reference: '',
			siren: '',
			siret: '',
			vat_number: '',
			archived: false,
			first_name: explode( ' ', $name )[0]
		);
	}

	/** What Sellsy says of it, so that all of it can be credited. */
	private function says( int $id, string $ht ): void {
		$this->world->credit_notes->by_hand[ $id ] = [
			new DraftRow(
				kind: RowKind::Priced,
				description: 'Produit',
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( $ht ),
				total: Decimal::from_string( $ht )->to_minor( 2 ),
				tax_id: 20
			),
		];
	}

	/** Somebody makes it in Sellsy. */
	private function made(
		int $id,
		string $number,
		string $ttc = '12.00',
		int $customer = 40,
		DocumentKind $kind = DocumentKind::Invoice,
		string $status = 'due',
	): void {
		$ref = new CustomerRef( CustomerType::Individual, $customer );

		$this->world->sellsy->documents[ $id ]   = new RemoteDocument(
			kind: $kind,
			id: $id,
			number: $number,
			status: $status,
			key: '',
			amounts: new ComputedDocument(
				row_totals: [],
				excl_tax: Decimal::from_string( '10.00' ),
				incl_tax: Decimal::from_string( $ttc ),
				taxes: []
			),
			created: $this->world->clock->now()->format( 'c' ),
			currency: 'EUR'
		);
		$this->world->sellsy->billed[ $id ]      = Sellsy::key( $ref );
		$this->world->invoicing->parties[ $id ] = [ $ref, null, null, null ];
	}
}
