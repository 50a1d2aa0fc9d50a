<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Row;

/** Credit notes that a person made at Sellsy, and what comes after them. */
final class CreditedByHandTest extends CreditedOrderTestCase {

	public function test_later_refunds_of_that_invoice_are_told_at_once_that_they_are_by_hand_too(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->refund( 502, '3.00' );
		self::assertSame( [ 'attention', 'refund_lines_differ' ], $this->state( Effect::CreateCreditNote, 501 ) );
		self::assertSame( [ 'queued', 'waits_for_document' ], $this->state( Effect::CreateCreditNote, 502 ) );

		$this->world->shop->woken = [];
		$this->by_hand( 501 );
		self::assertContains( $this->row( Effect::CreateCreditNote, 502 )?->id, $this->world->shop->woken );
		$this->world->due->run( 20 );
		self::assertSame( [ 'attention', 'credited_by_hand' ], $this->state( Effect::CreateCreditNote, 502 ) );
		self::assertSame( 'credited_by_hand', $this->world->preview->of_amount( 1, '5.00' )?->problem?->code->value );

		$this->by_hand( 502 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ [ 'skipped', 'done_by_hand' ], [] ],
			[ $this->state( Effect::CreateCreditNote, 502 ), $this->notes() ]
		);
	}

	public function test_the_refund_itself_is_not_credited_by_any_event_and_has_nothing_to_preview(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		foreach ( [ OrderEvent::REFUNDED, OrderEvent::STATUS, OrderEvent::PAYMENT ] as $event ) {
			$this->world->fire( 1, $event );
			$this->world->shop->changed[1] = $this->world->clock->now();
			$this->world->pass_time( 10 );
		}
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => false ] ] );
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ [], [ 'skipped', 'done_by_hand' ] ],
			[ $this->notes(), $this->state( Effect::CreateCreditNote, 501 ) ]
		);

		$this->expectExceptionObject( new Refused( Refused::HAS_CREDIT_NOTE ) );
		$this->world->preview->of_refund( 1, 501 );
	}

	public function test_of_a_refund_that_was_deleted_the_credit_note_by_hand_still_counts(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->delete_refunds();
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0, true );
		$this->world->due->run( 20 );
		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateCreditNote, 501 ) );

		$this->refund( 502, '4.00' );
		self::assertSame( [ 'attention', 'credited_by_hand' ], $this->state( Effect::CreateCreditNote, 502 ) );
		$this->world->reissue->now( 1 );
		self::assertSame(
			[ [ 'attention', 'credited_by_hand' ], [] ],
			[ $this->state( Effect::CreateCreditNote ), $this->notes() ]
		);
	}

	public function test_a_person_has_it_credited_here_all_the_same(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '4.00' );
		$this->by_hand( 501 );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( [], $this->notes(), 'Asked on a page of before.' );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0, true );
		$this->world->due->run( 20 );
		self::assertSame( [ '4' ], $this->credited() );
	}

	public function test_a_refund_that_is_entered_again_keeps_the_credit_note_it_had(): void {
		$this->invoice();
		$this->refund( 500, '4.00' );
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '1.00' );
		$this->by_hand( 501 );
		array_shift( $this->world->shop->refunds[1] );
		$this->refund( 502, '4.00' );
		self::assertSame(
			[ [ 'skipped', 'already_credited' ], [ '4' ] ],
			[ $this->state( Effect::CreateCreditNote, 502 ), $this->credited() ]
		);
	}

	public function test_where_asking_for_it_all_the_same_makes_nothing_it_stays_by_hand(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '4.00' );
		$this->by_hand( 501 );
		$this->world->reissue->now( 1 );
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->world->pass_time( 10 );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0, true );
		$this->world->pass_time( 10 );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ [ 'skipped', 'done_by_hand' ], [] ],
			[ $this->state( Effect::CreateCreditNote, 501 ), $this->notes() ]
		);
	}

	public function test_nothing_is_credited_by_hand_of_a_draft(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$problem = $this->row( Effect::CreateCreditNote, 501 )?->problem;
		self::assertSame(
			[ 'refund_lines_differ', '4.00', '1.20' ],
			[ $problem?->code->value, $problem?->fact( 'refund' ), $problem?->fact( 'lines' ) ]
		);
		self::assertFalse( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );

		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 70 );
		$this->by_hand( 501 );
	}

	public function test_a_credit_note_that_is_not_to_be_made_again_counts_for_nothing(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 70 );
		self::assertTrue( $this->world->by_hand->leave_out( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );
		$this->world->fire( 1 );
		$this->refund( 502, '2.00' );
		self::assertSame(
			[ [ 'skipped', 'done_by_hand' ], [ '2' ] ],
			[ $this->state( Effect::CreateCreditNote, 501 ), $this->credited() ]
		);
		self::assertFalse( $this->world->by_hand->leave_out( $this->row( Effect::CreateCreditNote, 502 )->id ?? 0 ) );

		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0, true );
		$this->world->pass_time( 10 );
		self::assertSame( [ '2', '5' ], $this->credited() );
	}

	public function test_an_invoice_that_is_issued_anew_bills_nothing_that_was_credited_by_hand(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '4.00' );
		$this->by_hand( 501 );
		$this->world->reissue->now( 1 );
		self::assertSame( [ 'attention', 'credited_by_hand' ], $this->state( Effect::CreateCreditNote ) );

		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame( [], $this->notes() );
		self::assertSame(
			'8',
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
				?? 0 ]->amounts->incl_tax->to_string()
		);
	}

	public function test_an_invoice_that_is_issued_anew_less_a_refund_whose_lines_do_not_add_up_says_so(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->world->reissue->now( 1 );
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->world->pass_time( 10 );
		$problem = $this->row( Effect::CreateInvoice, 0, 1 )?->problem;
		self::assertSame(
			[ 'refund_lines_differ', '4.00', '1.20' ],
			[ $problem?->code->value, $problem?->fact( 'refund' ), $problem?->fact( 'lines' ) ]
		);

		$this->world->shop->refunds[1] = [];
		$this->refund( 502, '4.00' );
		$this->world->retry->retry( $this->row( Effect::CreateInvoice, 0, 1 )->id ?? 0 );
		$this->world->pass_time( 20 );
		self::assertSame(
			'12',
			$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
				?? 0 ]->amounts->incl_tax->to_string()
		);
		self::assertSame( [ '4' ], $this->credited() );
	}

	public function test_nothing_is_by_hand_while_all_that_is_left_is_being_credited(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->reissue->now( 1 );

		self::assertFalse( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );
	}

	public function test_a_refund_that_is_deleted_once_all_was_credited_by_hand_needs_nobody(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->cancel_for_credit();
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->delete_refunds();
		self::assertSame( [ 'done', null ], $this->state( Effect::CreateCreditNote, 501 ) );
	}

	public function test_a_refund_is_by_hand_where_the_invoice_that_was_issued_anew_is(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund( 501, '5.00' );
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::CreateInvoice, 0, 1 )->id ?? 0 ) );
		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 ) );
	}

	public function test_a_new_invoice_is_made_once_the_one_before_was_credited_by_hand(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->world->reissue->now( 1 );
		self::assertSame( [ 'attention', 'rejected' ], $this->state( Effect::CreateCreditNote ) );

		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
		self::assertSame( [], $this->notes() );
	}

	public function test_a_new_invoice_is_made_and_settled_once_the_credit_note_before_was_set_off_by_hand(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->world->reissue->now( 1 );
		self::assertSame( [ 'attention', 'rejected' ], $this->state( Effect::LinkCreditNote ) );

		$this->world->by_hand->mark( $this->row( Effect::LinkCreditNote )->id ?? 0 );
		$this->world->pass_time( 5 );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
		self::assertSame(
			'done',
			$this->world->ledger->find_by_key(
				new TaskKey( order_id: 1, effect: Effect::LinkCreditNote, refund_id: 0, part: 'new_invoice' )
			)?->state->value
		);
	}

	public function test_an_invoice_credited_in_full_by_hand_holds_nothing_more(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->cancel();
		self::assertSame( [ 'attention', 'rejected' ], $this->state( Effect::CreateCreditNote ) );
		$this->world->by_hand->mark( $this->row( Effect::CreateCreditNote )->id ?? 0 );
		$this->refund( 501, '5.00' );
		self::assertSame( [ 'skipped', 'already_credited' ], $this->state( Effect::CreateCreditNote, 501 ) );
		self::assertSame( [], $this->notes() );

		self::assertSame( 'already_credited', $this->world->preview->of_amount( 1, '1.00' )?->problem?->code->value );

		$this->world->shop->refunds[1] = [];
		$this->reinstate();
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	public function test_all_of_the_money_is_recorded_although_a_credit_note_by_hand_lowered_the_invoice(): void {
		$this->world->change_settings( [ 'payments' => [ 'methods' => [] ] + self::PAYMENTS ] );
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->world->payments->lowered[ $this->invoice_document()->id ] = '4.00';
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->world->retry->retry( $this->row( Effect::RecordPayment )->id ?? 0 );
		$this->world->pass_time( 5 );
		self::assertSame(
			[ '12' ],
			array_values(
				array_map(
					static fn ( array $made ): string => $made['draft']->amount->to_string(),
					$this->world->payments->made
				)
			)
		);
	}

	public function test_money_is_paid_back_on_a_credit_note_that_was_set_off_by_hand(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->invoice();
		$this->world->payments->lowered[ $this->invoice_document()->id ] = '-5.00';
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->refund( 501, '5.00', paid_back: true );
		self::assertSame(
			[ [ 'attention', 'rejected' ], [ 'queued', 'waits_for_document' ] ],
			[ $this->state( Effect::LinkCreditNote, 501 ), $this->state( Effect::PayBack, 501 ) ]
		);
		self::assertSame( 30 * 2 ** 4, Row::wait( $this->row( Effect::PayBack, 501 ) ), 'The fifth time.' );

		$this->world->by_hand->mark( $this->row( Effect::LinkCreditNote, 501 )->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->row( Effect::PayBack, 501 )?->state );
		self::assertSame( [], $this->world->credit_notes->links );
	}

	private function cancel_for_credit(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->cancel();
	}

	private function by_hand( int $refund_id ): void {
		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::CreateCreditNote, $refund_id )->id ?? 0 ) );
	}

	/** @return array{string|null, string|null} */
	private function state( Effect $effect, int $refund_id = 0 ): array {
		$row = $this->row( $effect, $refund_id );
		return [ $row?->state->value, $row?->problem?->code->value ];
	}

	/** @return list<string> */
	private function credited(): array {
		return array_map(
			static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
			$this->notes()
		);
	}
}
