<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\OrderEvent;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Refund\RefundLine;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;
use OrderInvoicer\Tests\Unit\Application\Fakes\Killed;
use OrderInvoicer\Tests\Unit\Application\Fakes\World;
use PHPUnit\Framework\TestCase;

/** One order at 12.00, one product at 20 %: what becomes of its refunds. */
final class RefundsTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled' => true,
					'finalise' => Finalise::NOW,
				],
			]
		);
		$this->world->order( 1 );
	}

	public function test_a_refund_is_credited_made_final_and_set_against_the_invoice(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '3.3333', '0.6667' );

		$note = $this->note( 501 );
		self::assertSame( [ '4', 'SHOP-1/A501' ], [ $note->amounts->incl_tax->to_string(), $note->key ] );
		self::assertFalse( $note->is_draft() );
		self::assertSame( [ 'done', 'done', 'done' ], $this->states( 501 ) );
		self::assertSame( '8', $this->due() );
	}

	public function test_full_refunds_leave_nothing_due(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '3.3333', '0.6667' );
		$this->refund( 502, '5.00' );
		$this->refund( 503, '3.00' );

		self::assertSame( '0', $this->due() );
		self::assertCount( 3, $this->notes() );
	}

	public function test_refund_and_status_in_one_go_give_one_credit_note(): void {
		$this->invoice();
		$this->world->order( 1, status: 'refunded' );
		$this->add( 501, '12.00' );
		$this->world->fire( 1 );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );

		self::assertCount( 1, $this->notes() );
		self::assertSame( '0', $this->due() );
	}

	public function test_a_refund_before_the_invoice_waits_for_it_and_the_invoice_bills_everything(): void {
		$this->add( 501, '5.00' );
		$this->invoice();

		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	public function test_a_draft_is_left_alone_until_it_is_final(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );

		self::assertSame( [], $this->notes() );
		self::assertSame( 'waits_for_invoice', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );

		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 20 );
		self::assertSame( '7', $this->due() );
	}

	public function test_a_draft_is_lowered_where_the_owner_wants_it(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );

		self::assertSame( '7.2', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertSame( [ 'skipped', 'refund_in_draft' ], [ $this->row( Effect::CreateCreditNote, 501 )?->state->value, $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value ] );

		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::NOW ] ] );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertFalse( $this->invoice_document()->is_draft() );
		self::assertSame( [], $this->notes() );

		$this->refund( 502, '7.20' );
		self::assertSame( [ '7.2', '0' ], [ $this->note( 502 )->amounts->incl_tax->to_string(), $this->due() ] );
	}

	public function test_a_lowered_draft_stays_lowered_when_the_order_is_edited(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '6.00' );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( '18', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_lowered_draft_bills_all_again_when_its_refund_is_deleted(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );
		$this->delete_refunds();

		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertCount( 2, $this->world->invoicing->updated );
	}

	public function test_a_refund_deleted_after_its_lowered_invoice_is_final_is_said(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 70 );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice )?->state->value );
		$this->delete_refunds();

		$problem = $this->row( Effect::CreateInvoice )?->problem;
		self::assertSame( [ 'differs_from_order', '12.00', '7.20' ], [ $problem?->code->value, $problem?->fact( 'order_total' ), $problem?->fact( 'document_total' ) ] );
	}

	public function test_a_draft_that_is_refunded_whole_is_to_be_deleted(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );

		self::assertSame( [ 'attention', 'draft_to_delete' ], [ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem?->code->value ] );
		self::assertStringStartsWith( 'ANNULÉE – Commande 1', $this->world->invoicing->updated[0]->subject );
	}

	public function test_more_than_the_invoice_stops(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );

		self::assertSame( [ 'attention', 'refund_over_invoice' ], [ $this->row( Effect::CreateCreditNote, 501 )?->state->value, $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value ] );
		self::assertSame( [], $this->notes() );
	}

	public function test_a_refund_older_than_the_start_date_is_left_out(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'start_date' => '2030-01-01' ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );

		self::assertSame( 'before_start_date', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		self::assertSame( [], $this->notes() );
	}

	public function test_a_refund_deleted_before_its_credit_note_is_left_out(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->process->process( $this->row( Effect::FollowOrder )->id ?? 0 );
		$this->world->shop->refunds[1] = [];
		$this->world->pass_time( 10 );

		self::assertSame( [ 'skipped', 'refund_gone' ], [ $this->row( Effect::CreateCreditNote, 501 )?->state->value, $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value ] );
	}

	public function test_a_refund_deleted_after_its_credit_note_is_said(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();

		self::assertSame( [ 'attention', 'refund_undone' ], [ $this->row( Effect::CreateCreditNote, 501 )?->state->value, $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value ] );
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_refund_that_is_deleted_and_entered_again_has_its_credit_note_already(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );

		$row = $this->row( Effect::CreateCreditNote, 502 );
		self::assertSame( [ 'skipped', 'already_credited', 'F-0002' ], [ $row?->state->value, $row?->problem?->code->value, $row?->problem?->fact( 'number' ) ] );
		self::assertSame( [ 1, '7' ], [ count( $this->notes() ), $this->due() ] );

		$this->refund( 503, '5.00' );
		self::assertSame( [ 2, '2' ], [ count( $this->notes() ), $this->due() ] );
	}

	public function test_the_credit_note_of_a_refund_that_was_entered_again_goes_on(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );
		$this->world->pass_time( 10 );
		self::assertSame( [ SyncState::Done, null ], [ $this->row( Effect::CreateCreditNote, 501 )?->state, $this->row( Effect::CreateCreditNote, 501 )?->problem ] );
		$asked = $this->world->sellsy->count( 'get' );
		$this->world->pass_time( 10 );
		self::assertSame( $asked, $this->world->sellsy->count( 'get' ), 'It is not looked at again and again.' );

		$this->world->invoicing->finalised( $this->note( 501 ) );
		$this->world->pass_time( 70 );
		self::assertSame( '7', $this->due() );

		$this->delete_refunds();
		self::assertSame( 'refund_undone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
	}

	public function test_the_last_refund_takes_what_is_left_after_one_that_was_entered_again(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->delete_refunds();
		$this->refund( 502, '5.00' );
		$this->refund( 503, '7.00', '5.00', '1.00' );

		self::assertSame( [ '7', '0' ], [ $this->note( 503 )->amounts->incl_tax->to_string(), $this->due() ] );
	}

	public function test_a_credit_note_whose_refund_was_deleted_still_takes_of_the_invoice(): void {
		$this->invoice();
		$this->refund( 501, '10.00' );
		$this->delete_refunds();
		$this->refund( 502, '2.01' );

		$problem = $this->row( Effect::CreateCreditNote, 502 )?->problem;
		self::assertSame( [ 'refund_over_invoice', '2.01', '2.00' ], [ $problem?->code->value, $problem?->fact( 'refund' ), $problem?->fact( 'remaining' ) ] );
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_credit_note_deleted_at_sellsy_with_its_refund_takes_nothing(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->delete_refunds();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->refund( 502, '12.00' );

		self::assertSame( '12', $this->note( 502 )->amounts->incl_tax->to_string() );
	}

	public function test_a_refund_takes_no_more_than_the_invoice_holds_whatever_the_order_says_by_now(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 10 );

		self::assertSame( 'refund_over_invoice', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
	}

	public function test_a_refund_that_stopped_and_was_deleted_holds_none_up(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );
		$this->delete_refunds();
		$this->refund( 502, '12.00' );

		self::assertSame( [ '12', '0' ], [ $this->note( 502 )->amounts->incl_tax->to_string(), $this->due() ] );
	}

	public function test_a_credit_note_deleted_at_sellsy_does_not_hold_up_credit_and_reissue(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, 501 )->remote_id ?? 0 ] );
		$this->world->pass_time( 70 );
		self::assertSame( 'document_gone', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 20 );

		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame( [ '12', '12' ], [ $this->notes()[0]->amounts->incl_tax->to_string(), $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string() ] );

		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 20 );
		self::assertSame( [ '5', $new?->id ], [ $this->note( 501 )->amounts->incl_tax->to_string(), $this->row( Effect::CreateCreditNote, 501 )?->parent_id ] );
		self::assertSame( 'done', $this->row( Effect::CreateInvoice, 0, 1 )?->state->value );
	}

	public function test_a_cancelled_orders_draft_says_so_and_asks_for_its_deletion(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();

		self::assertStringStartsWith( 'ANNULÉE – Commande 1', $this->world->invoicing->updated[0]->subject );
		self::assertSame( [ 'attention', 'draft_to_delete' ], [ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem?->code->value ] );
		self::assertCount( 1, $this->world->invoicing->updated );

		$this->world->pass_time( 10 );
		self::assertCount( 1, $this->world->invoicing->updated );
	}

	public function test_a_reinstated_orders_draft_is_an_invoice_again_and_its_task_is_closed(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( [ 'Commande 1', 2 ], [ $this->world->invoicing->updated[1]->subject, count( $this->world->invoicing->updated ) ] );
		self::assertSame( [ SyncState::Done, null ], [ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->problem ] );

		$this->cancel();
		self::assertStringStartsWith( 'ANNULÉE', $this->world->invoicing->updated[2]->subject );
	}

	public function test_a_draft_that_was_refunded_whole_stays_to_be_deleted_whatever_the_status(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '12.00' );
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 'draft_to_delete', $this->row( Effect::CreateInvoice )?->problem?->code->value );

		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame( 'draft_to_delete', $this->row( Effect::CreateInvoice )?->problem?->code->value );
	}

	public function test_a_cancelled_orders_final_invoice_is_credited_only_where_the_owner_wants_it(): void {
		$this->invoice();
		$this->cancel();
		self::assertSame( [], $this->notes() );

		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->cancel();
		self::assertSame( [ 'SHOP-1/A0', '0' ], [ $this->notes()[0]->key, $this->due() ] );
	}

	public function test_a_reinstated_order_whose_invoice_was_credited_is_invoiced_anew(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1, status: 'pending' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );

		$this->reinstate();
		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame( [ 'SHOP-1/R1', '12' ], [ $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->key, $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string() ] );

		$this->cancel();
		$this->reinstate();
		self::assertSame( [ 2, 3 ], [ count( $this->notes() ), count( $this->world->sellsy->documents ) - 2 ] );
	}

	public function test_a_late_payment_that_reinstates_the_order_is_that_of_the_new_invoice(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->change_settings(
			[
				'refunds'  => [ 'credit_cancelled' => true ],
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway' => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->reinstate();

		$new = $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0;
		self::assertCount( 1, $this->world->payments->made );
		self::assertSame( [ '12' ], array_values( $this->world->payments->links[ $new ] ?? [] ) );
	}

	public function test_the_new_invoice_of_an_order_that_was_asked_for_is_asked_for_too(): void {
		$this->world->change_settings(
			[
				'refunds' => [ 'credit_cancelled' => true ],
				'invoice' => [ 'enabled' => false ],
			]
		);
		$this->world->sync_order->now( 1 );
		$this->world->pass_time( 5 );
		$this->cancel();
		$this->reinstate();

		self::assertSame( SyncState::Done, $this->row( Effect::CreateInvoice, 0, 1 )?->state );
	}

	public function test_a_cancelled_order_that_comes_back_as_a_parcel_is_not_sold_again(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->world->order( 1, status: 'returned' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );
	}

	public function test_while_that_credit_note_is_a_draft_the_invoice_stands(): void {
		$this->world->change_settings(
			[
				'refunds'    => [ 'credit_cancelled' => true ],
				'creditnote' => [ 'finalise' => Finalise::MANUAL ],
			]
		);
		$this->invoice();
		$this->cancel();
		$this->reinstate();
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 1 ) );

		$this->world->invoicing->finalised( $this->notes()[0] );
		$this->world->pass_time( 70 );
		self::assertGreaterThan( 0, $this->row( Effect::CreateInvoice, 0, 1 )?->remote_id );
	}

	public function test_a_refund_after_everything_is_credited_is_left_out(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->cancel();
		$this->refund( 501, '12.00' );

		self::assertSame( 'already_credited', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_refund_waits_while_another_runner_credits_all_that_is_left(): void {
		$this->invoice();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open( new SyncKey( 1, Effect::CreateCreditNote ), $now, $this->row( Effect::CreateInvoice )->id ?? 0, true ) ?? 0;
		$this->world->ledger->claim( $id, $now, 'other', $now->modify( '+5 minutes' ) );
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 2 );
		self::assertSame( [], $this->notes() );

		$this->world->pass_time( 20 );
		self::assertSame( [ '5', '7' ], array_map( static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(), $this->notes() ) );
		self::assertSame( '0', $this->due() );
	}

	public function test_a_refund_waits_while_another_runner_credits_the_one_it_takes_the_place_of(): void {
		$this->invoice();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open( new SyncKey( 1, Effect::CreateCreditNote, 501 ), $now, $this->row( Effect::CreateInvoice )->id ?? 0, true ) ?? 0;
		$this->world->ledger->claim( $id, $now, 'other', $now->modify( '+5 minutes' ) );
		$this->add( 502, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 2 );
		self::assertSame( [], $this->notes() );

		$this->world->pass_time( 20 );
		self::assertSame( '7', $this->due() );
	}

	public function test_credit_and_reissue_does_both_in_order(): void {
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled' => false,
					'finalise' => Finalise::MANUAL,
				],
			]
		);
		$this->invoice();
		$first = $this->invoice_document();
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( 'differs_from_order', $this->row( Effect::CreateInvoice )?->problem?->code->value );

		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( [ 'SHOP-1/A0', '12' ], [ $this->notes()[0]->key, $this->notes()[0]->amounts->incl_tax->to_string() ] );
		self::assertSame( '0', $this->world->payments->remaining_due( DocumentKind::Invoice, $first->id )->to_string() );
		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame( [ 'SHOP-1/R1', '24' ], [ $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->key, $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string() ] );
		self::assertGreaterThan( $this->notes()[0]->id, $new?->remote_id );
		self::assertSame( [ SyncState::Done, null ], [ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->problem ] );
	}

	public function test_a_second_click_does_not_credit_the_invoice_that_took_the_place_of_the_first(): void {
		$this->invoice();
		$meant = $this->row( Effect::CreateInvoice )->id ?? 0;

		self::assertNotNull( $this->world->reissue->now( 1, $meant ) );
		$this->world->pass_time( 10 );
		self::assertNotSame( '', $this->row( Effect::CreateInvoice, 0, 1 )?->remote_number );

		self::assertNull( $this->world->reissue->now( 1, $meant ) );
		$this->world->pass_time( 10 );
		self::assertNull( $this->row( Effect::CreateInvoice, 0, 2 ) );
		self::assertCount( 1, $this->notes() );
	}

	public function test_a_reissued_invoice_does_not_bill_what_was_refunded_before(): void {
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );

		$new = $this->row( Effect::CreateInvoice, 0, 1 );
		self::assertSame( '7', $this->world->sellsy->documents[ $new->remote_id ?? 0 ]->amounts->incl_tax->to_string() );
		self::assertSame( [ '5', '7' ], array_map( static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(), $this->notes() ) );
	}

	public function test_what_is_left_with_a_cent_of_rounding_asks_for_its_tax(): void {
		$this->world->change_settings( [ 'rounding_tax_id' => null ] );
		$this->invoice();
		$this->refund( 501, '0.02', '0.02', '0.00' );
		$this->refund( 502, '0.02', '0.02', '0.00' );
		$this->world->reissue->now( 1 );

		$problem = $this->row( Effect::CreateCreditNote )?->problem;
		self::assertSame( [ 'rounding_tax_unset', '0.01' ], [ $problem?->code->value, $problem?->fact( 'amount' ) ] );
	}

	public function test_a_draft_is_not_reissued(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();

		self::assertNull( $this->world->reissue->now( 1 ) );
		self::assertNull( $this->row( Effect::CreateCreditNote ) );
	}

	public function test_money_paid_back_is_recorded_once_on_the_credit_note(): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'pay_back' => true,
					'methods' => [
						[
							'gateway' => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->invoice();
		$this->world->sellsy->plan( 'create_payment', FailureKind::OutcomeUnknown, true );
		$this->refund( 501, '5.00', paid_back: true );
		$this->world->pass_time( 60 );

		$back = array_filter( $this->world->payments->made, static fn ( array $made ): bool => $made['draft']->pays_back );
		self::assertSame( [ [ '5', 'SHOP-1/A501' ] ], array_values( array_map( static fn ( array $made ): array => [ $made['draft']->amount->to_string(), $made['draft']->note ], $back ) ) );
		self::assertSame( '5', $this->world->payments->links[ $this->note( 501 )->id ][ array_key_first( $back ) ] );
	}

	/** @dataProvider requests */
	public function test_a_lost_answer_never_makes_two( string $request ): void {
		$this->invoice();
		$this->world->sellsy->plan( $request, FailureKind::OutcomeUnknown, true );
		$this->refund( 501, '5.00' );
		$this->world->pass_time( 60 );

		self::assertCount( 1, $this->notes() );
		self::assertSame( '7', $this->due() );
	}

	/** @return iterable<string, array{string}> */
	public static function requests(): iterable {
		yield 'create'   => [ 'create' ];
		yield 'validate' => [ 'validate' ];
		yield 'link'     => [ 'link_credit_note' ];
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_anywhere_leaves_one_of_each( int $step ): void {
		$this->invoice();
		$this->killed_refund( $step, false );

		self::assertCount( 1, $this->notes() );
		self::assertSame( '7', $this->due() );
		self::assertSame( [ 'done', 'done', 'done' ], $this->states( 501 ) );
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_while_a_draft_is_lowered_leaves_it_lowered_once( int $step ): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->killed_refund( $step, false );

		self::assertSame( '7', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertSame( 'skipped', $this->row( Effect::CreateCreditNote, 501 )?->state->value );
		self::assertSame( [ 'done', null ], [ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem ] );
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_while_money_is_paid_back_records_it_once( int $step ): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'pay_back' => true,
					'methods' => [
						[
							'gateway' => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->invoice();
		$this->killed_refund( $step + 20, true );

		$back = array_filter( $this->world->payments->made, static fn ( array $made ): bool => $made['draft']->pays_back );
		self::assertCount( 1, $back );
		self::assertSame( '5', $this->world->payments->links[ $this->note( 501 )->id ][ array_key_first( $back ) ] );
	}

	private function killed_refund( int $step, bool $paid_back ): void {
		$this->add( 501, '5.00', paid_back: $paid_back );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->fate->kill_at = $this->world->fate->steps + $step;
		try {
			$this->world->due->run( 60 );
		} catch ( Killed ) {
			$this->world->fate->revive();
		}
		$this->world->fate->revive();
		$this->world->pass_time( 60 );
	}

	/** @return iterable<int, array{int}> */
	public static function steps(): iterable {
		for ( $step = 1; $step <= 120; $step++ ) {
			yield $step => [ $step ];
		}
	}

	private function invoice(): void {
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	private function cancel(): void {
		$this->world->order( 1, status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
	}

	private function reinstate(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
	}

	private function refund( int $id, string $amount, string $ht = '', string $vat = '', bool $paid_back = false ): void {
		$this->add( $id, $amount, $ht, $vat, $paid_back );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	private function delete_refunds(): void {
		$this->world->shop->refunds[1] = [];
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	private function add( int $id, string $amount, string $ht = '', string $vat = '', bool $paid_back = false ): void {
		$lines                           = $ht === '' ? [] : [ new RefundLine( 10, Decimal::zero(), Decimal::of( $ht ), [ 1 => Decimal::of( $vat ) ] ) ];
		$this->world->shop->refunds[1][] = new RefundSnapshot( $id, Decimal::of( $amount ), $lines, '', $this->world->clock->now(), $paid_back );
	}

	/** @return list<RemoteDocument> */
	private function notes(): array {
		return array_values( array_filter( $this->world->sellsy->documents, static fn ( RemoteDocument $document ): bool => $document->kind === DocumentKind::CreditNote ) );
	}

	private function note( int $refund_id ): RemoteDocument {
		return $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote, $refund_id )->remote_id ?? 0 ];
	}

	private function invoice_document(): RemoteDocument {
		return $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice )->remote_id ?? 0 ];
	}

	private function due(): string {
		return $this->world->payments->remaining_due( DocumentKind::Invoice, $this->invoice_document()->id )->to_string();
	}

	private function row( Effect $effect, int $refund_id = 0, int $revision = 0 ): ?Sync {
		return $this->world->ledger->find_by_key( new SyncKey( 1, $effect, $refund_id, '', $revision ) );
	}

	/** @return list<string|null> of the credit note, its validation and its link. */
	private function states( int $refund_id ): array {
		return array_map( fn ( Effect $effect ): ?string => $this->row( $effect, $refund_id )?->state->value, [ Effect::CreateCreditNote, Effect::ValidateCreditNote, Effect::LinkCreditNote ] );
	}
}
