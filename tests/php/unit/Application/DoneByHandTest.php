<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application;

use OrderInvoicer\Application\Backfill\OrderFilter;
use OrderInvoicer\Application\CreditPreview\HasCreditNote;
use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\OrderEvent;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\DocumentState;
use OrderInvoicer\Domain\Document\DraftRow;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Refund\RefundLine;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncFilter;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

/** A person did at Sellsy what could not be done here, and says so. */
final class DoneByHandTest extends CreditedOrderTestCase {

	private const PAYMENTS = [
		'enabled'  => true,
		'pay_back' => true,
		'methods'  => [
			[
				'gateway'   => 'stripe',
				'method_id' => 4,
			],
		],
	];

	public function test_it_no_longer_needs_a_person_and_is_logged(): void {
		$row = $this->stopped_invoice();
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );

		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );
		self::assertSame( 0, $this->world->ledger->count( new SyncFilter( [ SyncState::Attention ] ) ) );
		self::assertContains(
			[
				'sync'    => $row->id,
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
		$this->world->old->start->start( new OrderFilter( '2000-01-01', '2099-01-01', [ 'processing' ], $this->world->clock->now() ), [ DocumentKind::Invoice ], true );
		$this->world->pass_time( 10 );
		self::assertSame( 0, $this->world->sellsy->count( 'create' ) );
		self::assertSame( [ 'skipped', 'done_by_hand' ], $this->state( Effect::CreateInvoice ) );

		self::assertSame( 'done', $this->world->sync_order->now( 1 )?->state->value );
		self::assertSame( '13.2', $this->invoice_document()->amounts->incl_tax->to_string() );
	}

	public function test_a_row_that_does_not_need_a_person_any_more_stays_as_it_is(): void {
		$row = $this->stopped_invoice();
		$this->world->retry->retry( $row->id );
		self::assertFalse( $this->world->by_hand->mark( $row->id ) );
		$this->world->ledger->claim( $row->id, $this->world->clock->now(), 'other', $this->world->clock->now()->modify( '+5 minutes' ) );
		self::assertFalse( $this->world->by_hand->mark( $row->id ) );
		self::assertFalse( $this->world->by_hand->mark( 999 ) );
		self::assertSame( SyncState::Working, $this->row( Effect::CreateInvoice )?->state );
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
		$this->world->ledger->mark_attention( $seen->id, 'other', new Problem( ProblemCode::SeveralCustomers ) );
		self::assertFalse( $this->world->ledger->settle( $seen, new Problem( ProblemCode::DoneByHand ) ) );
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
		$this->world->retry->retry( $row->id );
		$this->world->ledger->claim( $row->id, $now, 'other', $now );
		$this->world->ledger->mark_attention( $row->id, 'other', new Problem( ProblemCode::TriesUsedUp ) );
		self::assertTrue( $this->world->by_hand->mark( $row->id ) );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( SyncState::Skipped, $this->row( Effect::CreateInvoice )?->state );

		$this->world->sync_order->now( 1 );
		self::assertSame( [ SyncState::Done, 1 ], [ $this->row( Effect::CreateInvoice )?->state, $this->world->sellsy->count( 'create' ) ] );
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
		self::assertSame( SyncState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertNull( $this->world->invoicing->created[0]->parent );
	}

	public function test_later_refunds_go_on_at_once_and_take_no_more_than_is_left(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->refund( 502, '3.00' );
		self::assertSame( [ 'attention', 'refund_lines_differ' ], $this->state( Effect::CreateCreditNote, 501 ) );
		self::assertSame( [ 'queued', 'waits_for_document' ], $this->state( Effect::CreateCreditNote, 502 ) );

		$this->world->shop->woken = [];
		$this->by_hand( 501 );
		self::assertContains( $this->row( Effect::CreateCreditNote, 502 )?->id, $this->world->shop->woken );
		$this->world->due->run( 20 );
		self::assertSame( [ '3' ], $this->credited() );

		$this->refund( 503, '5.01' );
		self::assertSame( [ 'attention', 'refund_over_invoice', '5.00' ], [ ...$this->state( Effect::CreateCreditNote, 503 ), $this->row( Effect::CreateCreditNote, 503 )?->problem?->fact( 'remaining' ) ] );
		$this->world->shop->refunds[1] = array_slice( $this->world->shop->refunds[1], 0, 2 );
		self::assertSame( '0.00', Decimal::of_minor( $this->world->preview->of_amount( 1, '5.00' )->left ?? 1, 2 )->to_scale( 2 ) );
		$this->refund( 504, '5.00' );
		self::assertSame( [ '3', '5' ], $this->credited() );
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
		self::assertSame( [ [], [ 'skipped', 'done_by_hand' ] ], [ $this->notes(), $this->state( Effect::CreateCreditNote, 501 ) ] );

		$this->expectException( HasCreditNote::class );
		$this->world->preview->of_refund( 1, 501 );
	}

	public function test_a_refund_that_is_entered_again_is_the_one_that_was_credited_by_hand(): void {
		$this->invoice();
		foreach ( [ 501, 502, 503 ] as $id ) {
			$this->world->shop->refunds[1] = [];
			$this->refund( $id, '4.00', ...( $id === 501 ? [ '1.00', '0.20' ] : [] ) );
			$id === 501 && $this->by_hand( 501 );
			self::assertSame( [ [ 'skipped', 'done_by_hand' ], [] ], [ $this->state( Effect::CreateCreditNote, $id ), $this->notes() ] );
		}
		$this->refund( 504, '4.00' );
		$this->refund( 505, '4.01' );
		self::assertSame( [ [ '4' ], [ 'attention', 'refund_over_invoice', '4.00' ] ], [ $this->credited(), [ ...$this->state( Effect::CreateCreditNote, 505 ), $this->row( Effect::CreateCreditNote, 505 )?->problem?->fact( 'remaining' ) ] ] );
	}

	public function test_of_a_refund_that_was_deleted_the_credit_note_by_hand_still_counts(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->delete_refunds();
		self::assertSame( 'done_by_hand', $this->world->preview->of_amount( 1, '4.00' )?->problem?->code->value );
		$this->refund( 502, '8.01' );
		self::assertSame( [ 'attention', 'refund_over_invoice', '8.00' ], [ ...$this->state( Effect::CreateCreditNote, 502 ), $this->row( Effect::CreateCreditNote, 502 )?->problem?->fact( 'remaining' ) ] );
		$this->world->shop->refunds[1] = [];
		$this->world->reissue->now( 1 );
		self::assertSame( [ '8' ], $this->credited() );
	}

	public function test_a_person_has_it_credited_here_all_the_same(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->world->shop->refunds[1] = [];
		$this->refund( 502, '4.00' );
		self::assertSame( [], $this->notes() );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 502 )->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( [ '4' ], $this->credited() );
	}

	public function test_a_refund_over_the_invoice_leaves_nothing(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );
		$this->by_hand( 501 );
		$this->refund( 502, '0.01' );
		self::assertSame( [ 'attention', 'refund_over_invoice', '0.00' ], [ ...$this->state( Effect::CreateCreditNote, 502 ), $this->row( Effect::CreateCreditNote, 502 )?->problem?->fact( 'remaining' ) ] );
		self::assertSame( [], $this->notes() );
	}

	public function test_an_amount_that_sellsy_cannot_write_counts_rounded(): void {
		$this->invoice();
		$this->refund( 501, '3.995' );
		self::assertSame( [ 'attention', 'amount_not_writable' ], $this->state( Effect::CreateCreditNote, 501 ) );
		$this->by_hand( 501 );
		$this->refund( 502, '9.00' );
		self::assertSame( '8.00', $this->row( Effect::CreateCreditNote, 502 )?->problem?->fact( 'remaining' ) );
		$this->world->reissue->now( 1 );
		self::assertSame( [ '8' ], $this->credited() );
	}

	public function test_credit_and_reissue_leaves_out_what_was_credited_by_hand(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->world->shop->refunds[1] = [ new RefundSnapshot( 501, Decimal::of( '4.00' ), [], '', $this->world->clock->now(), false ) ];
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 10 );
		self::assertSame( [ '8' ], $this->credited() );
		self::assertSame( '8', $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id ?? 0 ]->amounts->incl_tax->to_string() );
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
		self::assertSame( 'done', $this->world->ledger->find_by_key( new SyncKey( 1, Effect::LinkCreditNote, 0, 'new_invoice' ) )?->state->value );
	}

	public function test_a_refund_credited_by_hand_took_what_its_lines_say(): void {
		$this->order_of_two_rates();
		$this->invoice();
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->refund_line( 501, 11, '10.00', 2, '1.00' );
		$this->by_hand( 501 );
		$this->refund_line( 502, 10, '8.00', 1, '1.60' );
		self::assertSame( [ '9.6' ], $this->credited() );
	}

	public function test_a_refund_whose_lines_say_nothing_took_its_share_of_each_tax(): void {
		$this->order_of_two_rates();
		$this->invoice();
		$this->refund( 501, '12.00', '1.00', '0.20' );
		$this->by_hand( 501 );
		$this->world->reissue->now( 1 );

		$draft = $this->world->invoicing->created[1];
		self::assertSame( [ 'SHOP-1/A0', [ '4.78 20', '4.78 10' ], '11' ], [ $draft->key, array_map( static fn ( DraftRow $row ): string => Decimal::of_minor( (int) $row->total, 2 )->to_scale( 2 ) . " {$row->tax_id}", $draft->rows ), $this->credited()[0] ] );
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
		self::assertSame( [ [], [ 'skipped', 'done_by_hand' ] ], [ $this->world->payments->made, $this->state( Effect::RecordPayment ) ] );
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
		self::assertSame( [ '12' ], array_values( array_map( static fn ( array $made ): string => $made['draft']->amount->to_string(), $this->world->payments->made ) ) );
	}

	public function test_money_is_paid_back_on_a_credit_note_that_was_set_off_by_hand(): void {
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->invoice();
		$this->world->payments->lowered[ $this->invoice_document()->id ] = '-5.00';
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::Rejected );
		$this->refund( 501, '5.00', paid_back: true );
		self::assertSame( [ [ 'attention', 'rejected' ], [ 'queued', 'waits_for_document' ] ], [ $this->state( Effect::LinkCreditNote, 501 ), $this->state( Effect::PayBack, 501 ) ] );

		$this->world->by_hand->mark( $this->row( Effect::LinkCreditNote, 501 )->id ?? 0 );
		$this->world->due->run( 20 );
		self::assertSame( SyncState::Done, $this->row( Effect::PayBack, 501 )?->state );
		self::assertSame( [], $this->world->credit_notes->links );
	}

	public function test_a_state_set_by_hand_stands_until_the_order_comes_into_that_status_again(): void {
		$this->world->change_settings(
			[
				'order'  => [ 'enabled' => true ],
				'states' => [
					[
						'kind'   => 'order',
						'status' => 'processing',
						'state'  => 'sent',
					],
					[
						'kind'   => 'order',
						'status' => 'completed',
						'state'  => 'shipped',
					],
				],
			]
		);
		$this->world->sellsy->plan( 'set_state', FailureKind::Rejected );
		$this->invoice();
		$key = new SyncKey( 1, Effect::ChangeState, 0, 'order:sent' );
		$this->world->by_hand->mark( $this->world->ledger->find_by_key( $key )->id ?? 0 );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
		self::assertTrue( $this->world->ledger->find_by_key( $key )?->is_by_hand() );
		self::assertSame( [], $this->world->steps->states );

		foreach ( [ 'completed', 'processing' ] as $status ) {
			$this->world->order( 1, status: $status );
			$this->world->fire( 1 );
			$this->world->pass_time( 5 );
		}
		self::assertSame( [ DocumentState::Sent ], array_values( $this->world->steps->states ) );
	}

	/** 10.00 at 20 % and 10.00 at 10 %. */
	private function order_of_two_rates(): void {
		$order = $this->world->order( 1 );
		$ten   = Decimal::of( '10.00' );
		$one   = Decimal::of( '1.00' );

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'total' => Decimal::of( '23.00' ),
				'lines' => [ ...$order->lines, new OrderLine( 11, LineKind::Product, 'Livre', $one, $ten, $ten, [ 2 => $one ], true, [ 'SKU-2' ], 2, false, '' ) ],
				'taxes' => [ ...$order->taxes, new OrderTax( 2, 'TVA 10', $ten, false, $one, Decimal::zero() ) ],
			]
		);
	}

	private function refund_line( int $id, int $line_id, string $ht, int $rate_id, string $vat ): void {
		$line = new RefundLine( $line_id, Decimal::of( '1' ), Decimal::of( $ht ), [ $rate_id => Decimal::of( $vat ) ] );

		$this->world->shop->refunds[1][] = new RefundSnapshot( $id, Decimal::of( $ht )->plus( Decimal::of( $vat ) ), [ $line ], '', $this->world->clock->now(), false );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	private function stopped_invoice(): Sync {
		$this->world->change_settings( [ 'invoice' => [ 'rate_category_id' => null ] ] );
		$this->invoice();
		$row = $this->row( Effect::CreateInvoice ) ?? self::fail();
		self::assertSame( [ 'attention', 'rate_category_unset' ], $this->state( Effect::CreateInvoice ) );
		return $row;
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
		return array_map( static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(), $this->notes() );
	}
}
