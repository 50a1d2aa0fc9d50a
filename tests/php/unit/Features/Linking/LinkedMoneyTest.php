<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Payments, e-mails, refunds and credit notes of a document that a person linked. */
final class LinkedMoneyTest extends LinkTestCase {

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
		$this->link( $this->world->engine->find_to_link()->one( 1, $target, 901 ) ?? self::fail() );
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
		self::assertTrue( ( new Offers() )->accepts( RowAct::Retry, $row ) );
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

	/** What was recorded on it before is Sellsy's to say. */
	public function test_what_was_paid_of_a_linked_invoice_is_not_told_from_here(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->made( 900, 'F-9' );
		$this->world->payments->lowered[900] = '12';
		$this->link( $this->look( $this->invoice, 'F-9' )[0] ) ?? self::fail();
		$this->world->pass_time( 10 );

		$sheet = $this->world->engine->read_order_sheet()->read( 1 );
		self::assertSame( [ null ], array_column( array_values( $sheet->documents ), 'money' ) );
	}
}
