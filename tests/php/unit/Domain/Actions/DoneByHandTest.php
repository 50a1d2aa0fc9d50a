<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\HeldTask;

/** A person did at Sellsy what could not be done here, and says so. */
final class DoneByHandTest extends CreditedOrderTestCase {

	public function test_it_no_longer_needs_a_person_and_is_logged(): void {

		$row = $this->stopped_invoice();
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );

		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );
		self::assertSame( 0, $this->world->ledger->count( new TaskFilter( [ TaskState::Attention ] ) ) );
		self::assertContains(
			[
				'task'    => $row->id,
				'attempt' => 0,
				'outcome' => 'skipped',
				'code'    => 'done_by_hand',
			],
			$this->world->shop->tries
		);
	}

	public function test_nothing_but_a_person_makes_it_after_all(): void {
		$row = $this->stopped_invoice();
		$this->world->by_hand->mark( $row->id );

		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => 7 ] ] );
		$this->world->ledger->requeue_problem( ProblemCode::RateCategoryUnset->value, $this->world->clock->now() );
		self::assertSame( 0, $this->world->retry->retry_all() );
		$this->refund( 501, '4.00' );
		foreach ( [ 'on-hold', 'processing', 'completed', 'cancelled', 'processing' ] as $status ) {
			$this->world->order( 1, status: $status, ht: '11.00', vat: '2.20' );
			$this->world->fire( 1 );
			$this->world->fire( 1, OrderEvent::PAYMENT );
			$this->world->shop->changed[1] = $this->world->clock->now();
			$this->world->pass_time( 10 );
		}
		$this->world->old->steer->start(
			new OrderFilter(
				from: '2000-01-01',
				to: '2099-01-01',
				statuses: [ 'processing' ],
				before: $this->world->clock->now()
			),
			[ DocumentKind::Invoice ],
			true
		);
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );

		self::assertSame( 'skipped', $this->world->sync_order->now( 1 )?->state->value, 'Asked on a page of before.' );
		$acts = $this->world->engine->task_acts();
		$acts->carry_out( RowAct::MakeNow, $this->world->row() );
		self::assertSame( 'skipped', $this->world->row()->state->value );
		self::assertSame( 'done', $acts->carry_out( RowAct::MakeNow, $this->world->row(), true )?->state->value );
		self::assertSame( '13.2', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_row_that_does_not_need_a_person_any_more_stays_as_it_is(): void {
		$row = $this->stopped_invoice();
		$this->world->retry->retry( $row->id );
		self::assertFalse( $this->world->by_hand->mark( $row->id ) );
		$this->world->ledger->claim(
			$row->id,
			$this->world->clock->now(),
			'other',
			$this->world->clock->now()->modify( '+5 minutes' )
		);
		self::assertFalse( $this->world->by_hand->mark( $row->id ) );
		self::assertFalse( $this->world->by_hand->mark( 999 ) );
		self::assertSame( TaskState::Working, $this->row( Effect::CreateInvoice )?->state );
	}

	public function test_of_two_people_one_is_first(): void {
		$row = $this->stopped_invoice();
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );
		self::assertFalse( $this->world->by_hand->mark( $row->id ) );
	}

	public function test_a_row_that_stopped_for_something_else_meanwhile_is_not_settled(): void {
		$seen = $this->stopped_invoice();
		$this->world->retry->retry( $seen->id );
		$this->world->ledger->claim( $seen->id, $this->world->clock->now(), 'other', $this->world->clock->now() );
		$this->world->ledger->save(
			TaskTransitions::stopped(
				HeldTask::by( $this->world->ledger, $seen->id, 'other' ),
				new Problem( ProblemCode::SeveralCustomers )
			)
		);
		self::assertFalse(
			$this->world->ledger->save(
				TaskTransitions::settled( $seen, $this->world->clock->now(), new Problem( ProblemCode::DoneByHand ) )
			)
		);
	}

	public function test_a_customer_chosen_meanwhile_does_not_make_it_after_all(): void {
		$row = $this->stopped_invoice();
		$this->world->by_hand->mark( $row->id );
		$this->world->choose->choose( $row->id, new CustomerRef( CustomerType::Individual, 5 ) );
		$this->world->pass_time( 5 );
		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );
	}

	public function test_what_may_have_been_made_is_looked_for_when_a_person_asks_for_it_again(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->world->fire( 1 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->due->run( 20 );
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		$now = $this->world->clock->now();
		$this->world->ledger->save( TaskTransitions::due_again( $row, $now ) );
		$this->world->ledger->claim( $row->id, $now, 'other', $now );
		$this->world->ledger->save(
			TaskTransitions::stopped(
				HeldTask::by( $this->world->ledger, $row->id, 'other' ),
				new Problem( ProblemCode::TriesUsedUp )
			)
		);
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( TaskState::Skipped, $this->row( Effect::CreateInvoice )?->state );

		$this->world->sync_order->now( 1, by_hand: true );
		self::assertSame(
			[ TaskState::Done, 1 ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->world->sellsy->count( 'create' ) ]
		);
	}

	public function test_what_waited_for_a_document_goes_on_without_it_at_once(): void {
		$this->world->change_settings(
			[
				'order' => [
					'enabled'          => true,
					'rate_category_id' => null,
				],
			]
		);
		$this->invoice();
		self::assertSame( [ 'queued', 'waits_for_parent' ], $this->state( Effect::CreateInvoice ) );

		$this->world->shop->woken = [];
		$this->world->by_hand->mark( $this->row( Effect::CreateOrder )->id ?? 0 );
		self::assertSame( [ $this->row( Effect::CreateInvoice )?->id ], $this->world->shop->woken );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertNull( $this->world->invoicing->created[0]->parent );
	}

	public function test_a_draft_that_was_said_to_be_final_can_still_be_made_final(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->world->sellsy->plan( 'validate', FailureKind::Rejected );
		$finalise = $this->world->engine->finalise_now();
		$finalise->finalise( $this->row( Effect::CreateInvoice )->id ?? 0 );
		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::ValidateInvoice )->id ?? 0 ) );

		$finalise->finalise( $this->row( Effect::CreateInvoice )->id ?? 0 );
		self::assertSame( TaskState::Done, $this->row( Effect::ValidateInvoice )?->state );
	}

	public function test_a_document_that_was_deleted_on_purpose_needs_nobody_any_more(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		unset( $this->world->sellsy->documents[ $this->invoice_document()->id ] );
		$this->world->pass_time( 70 );
		self::assertSame( [ 'attention', 'document_gone' ], $this->state( Effect::CreateInvoice ) );

		self::assertTrue( $this->world->by_hand->leave_out( $this->row( Effect::CreateInvoice )->id ?? 0 ) );
		self::assertSame(
			[ 0, null ],
			[ $this->row( Effect::CreateInvoice )?->remote_id, $this->world->shop->urls[1] ?? null ]
		);
		$this->world->fire( 1 );
		$this->world->pass_time( 70 );
		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );

		$this->world->sync_order->now( 1, by_hand: true );
		$this->world->pass_time( 5 );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice )?->state->value, 'A person wants it after all.' );
		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_refund_does_not_wait_for_an_invoice_that_was_made_by_hand(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '4.00' );
		self::assertSame( [ 'queued', 'waits_for_invoice' ], $this->state( Effect::CreateCreditNote, 501 ) );

		unset( $this->world->sellsy->documents[ $this->invoice_document()->id ] );
		$this->world->pass_time( 70 );
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->pass_time( 5 );
		self::assertSame( [ 'attention', 'rate_category_unset' ], $this->state( Effect::CreateInvoice ) );
		self::assertTrue( $this->world->by_hand->mark( $this->row( Effect::CreateInvoice )->id ?? 0 ) );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 20 );
		self::assertSame( [ 'attention', 'invoice_missing' ], $this->state( Effect::CreateCreditNote, 501 ) );
	}

	public function test_a_payment_recorded_by_hand_is_not_recorded_again(): void {
		$this->world->change_settings( [ 'payments' => [ 'methods' => [] ] + self::PAYMENTS ] );
		$this->invoice();
		$row = $this->row( Effect::RecordPayment ) ?? self::fail();
		self::assertSame( ProblemCode::PaymentMethodUnset, $row->problem?->code );
		$this->world->by_hand->mark( $row->id );
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->world->ledger->requeue_problem( ProblemCode::PaymentMethodUnset->value, $this->world->clock->now() );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ [], [ 'skipped', 'done_by_hand' ] ],
			[ $this->world->payments->made, $this->state( Effect::RecordPayment ) ]
		);
	}

	public function test_a_state_is_not_set_by_hand_because_it_moves_on_with_the_order(): void {
		$this->world->change_settings(
			[
				'order'  => [ 'enabled' => true ],
				'states' => [
					[
						'kind'   => 'order',
						'status' => 'processing',
						'state'  => 'sent',
					],
				],
			]
		);
		$this->world->sellsy->plan( 'set_state', FailureKind::Rejected );
		$this->invoice();
		$row = $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: Effect::ChangeState, refund_id: 0, part: 'order:sent' )
		);
		self::assertSame(
			[ TaskState::Attention, false ],
			[ $row?->state, $this->world->by_hand->mark( $row->id ?? 0 ) ]
		);
	}

	private function stopped_invoice(): Task {
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->invoice();
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ 'attention', 'rate_category_unset' ], $this->state( Effect::CreateInvoice ) );
		return $row;
	}

	/** @return array{string|null, string|null} */
	private function state( Effect $effect, int $refund_id = 0 ): array {
		$row = $this->row( $effect, $refund_id );
		return [ $row?->state->value, $row?->problem?->code->value ];
	}
}
