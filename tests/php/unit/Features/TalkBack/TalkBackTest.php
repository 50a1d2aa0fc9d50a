<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Features\TalkBack\Rules\DocumentEvents;
use OrderInvoicer\Features\TalkBack\Rules\FollowDocument;
use OrderInvoicer\Features\TalkBack\Rules\Looks;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What people do with our documents in Sellsy: what the shop shows and does, and that nothing is sent for it.
 *
 * @assumes amount-in-list
 * @assumes status-of-list
 */
final class TalkBackTest extends TestCase {

	private const A_PASS = 300;

	/** Whatever Sellsy is told. */
	private const WRITES = [
		'create',
		'update',
		'validate',
		'create_payment',
		'link_payment',
		'set_state',
		'send',
	];

	private World $world;

	protected function setUp(): void {
		$this->world              = new World( finalise: true );
		$this->world->seen->is_on = true;
		$this->world->change_settings(
			[
				'payments'  => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
				'invoice'   => [ 'trigger' => 'confirmed' ],
				'talk_back' => [ 'pays_orders' => true ],
			]
		);
	}

	public function test_a_transfer_recorded_in_sellsy_pays_the_order_once_and_sends_nothing(): void {
		$invoice = $this->unpaid();
		$payment = $this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$sent    = $this->sent();
		$this->passes( 3 );

		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( '2026-03-01', $this->world->shop->orders[1]->paid_at?->format( 'Y-m-d' ) );
		self::assertContains( '1 paid F-0001', $this->world->shop->notes );
		$row = $this->recorded();
		self::assertSame( TaskState::Done, $row?->state );
		self::assertSame( [ 'payment', $payment ], [ $row->remote_type, $row->remote_id ] );

		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 12 );
		self::assertSame( $sent, $this->sent(), 'Not recorded again, not set against anything, no state pushed.' );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( TaskState::Done, $this->recorded()?->state );
		self::assertCount( 1, array_keys( $this->world->shop->notes, '1 paid F-0001', true ) );
		self::assertSame(
			[
				'day-of-payment'     => 'as assumed: midnight',
				'payment-lowers-due' => 'as assumed: confirmed',
			],
			$this->world->observations->seen
		);
	}

	public function test_switched_off_it_is_noticed_and_the_order_stays(): void {
		$this->world->change_settings( [ 'talk_back' => [ 'pays_orders' => false ] ] );
		$invoice = $this->unpaid();
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertContains( '1 paid F-0001', $this->world->shop->notes );
		self::assertNull( $this->recorded() );

		$this->world->change_settings( [ 'talk_back' => [ 'pays_orders' => true ] ] );
		$this->passes( 300 );
		self::assertSame( [], $this->world->shop->paid, 'It counts from now on.' );
	}

	/** @return array<string, array{list<array{string, bool, string}>, string}> amount, confirmed, currency; shown. */
	public static function not_the_whole(): array {
		return [
			'a part'           => [ [ [ '5', true, 'EUR' ] ], 'as assumed: confirmed' ],
			'not confirmed'    => [ [ [ '12', false, 'EUR' ] ], '' ],
			'half confirmed'   => [ [ [ '6', true, 'EUR' ], [ '6', false, 'EUR' ] ], 'as assumed: confirmed' ],
			'another currency' => [ [ [ '12', true, 'CHF' ] ], '' ],
		];
	}

	/** @param list<array{string, bool, string}> $payments */
	#[DataProvider( 'not_the_whole' )]
	public function test_less_than_the_whole_in_its_currency_pays_no_order( array $payments, string $seen ): void {
		$invoice = $this->unpaid();
		foreach ( $payments as [ $amount, $is_confirmed, $currency ] ) {
			$this->world->newest_payments->by_hand( $invoice->remote_id, $amount, $is_confirmed, $currency );
		}
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertNull( $this->recorded() );
		self::assertSame( $seen, $this->world->observations->seen['payment-lowers-due'] ?? '' );
	}

	/** What else may have lowered it shows nothing: a credit note of ours. */
	public function test_a_payment_that_is_not_confirmed_and_lowers_what_is_due_all_the_same_is_known(): void {
		$invoice = $this->unpaid();
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12', false );
		$this->world->payments->lowered[ $invoice->remote_id ] = '12';
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertSame( 'otherwise: pending', $this->world->observations->seen['payment-lowers-due'] ?? '' );
	}

	/** A debit came back, and the accountant wrote a credit note in Sellsy: that is what lowered it. */
	public function test_a_payment_that_came_to_nothing_shows_nothing(): void {
		$invoice = $this->unpaid();
		$payment = $this->world->newest_payments->by_hand( $invoice->remote_id, '12', false );
		$this->world->payments->by_hand[ $payment ]['status']  = 'rejected';
		$this->world->payments->lowered[ $invoice->remote_id ] = '12';
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertArrayNotHasKey( 'payment-lowers-due', $this->world->observations->seen );
	}

	public function test_an_order_that_cannot_be_read_becomes_paid_once_it_can(): void {
		$invoice                    = $this->unpaid();
		$this->world->shop->damaged = [ 1 ];
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertContains( '1 paid F-0001', $this->world->shop->notes );
		$this->world->shop->damaged = [];
		$this->passes( 3 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
	}

	public function test_one_that_stays_so_needs_a_person_and_is_read_no_more(): void {
		$invoice                    = $this->unpaid();
		$this->world->shop->damaged = [ 1 ];
		$this->world->shop->damage  = new BrokenFilter( 'orderinvoicer_order_buyer', 'TypeError' );
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		$key = FollowDocument::key( 1, DocumentKind::Invoice, Noticed::Paid );
		self::assertSame( 'filter_broken', $this->world->ledger->find_by_key( $key )?->problem?->code->value );
		$this->world->sellsy->calls = [];
		$this->passes( 30 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertSame( [], array_keys( $this->world->sellsy->calls, 'get_document', true ) );
	}

	public function test_one_that_is_gone_is_left_with_a_line_in_the_log(): void {
		$invoice = $this->unpaid();
		unset( $this->world->shop->orders[1] );
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertCount( 1, (array) preg_grep( '/is gone.*"order_id":1/', $this->world->shop->infos ) );
	}

	public function test_one_that_is_refused_is_tried_again_and_then_needs_a_person(): void {
		$key                               = FollowDocument::key( 1, DocumentKind::Invoice, Noticed::Paid );
		$invoice                           = $this->unpaid();
		$this->world->shop->refuses_status = true;
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertSame( TaskState::Queued, $this->world->ledger->find_by_key( $key )?->state );
		self::assertContains( '1 status_refused', $this->world->shop->notes );
		$this->passes( 20 );
		$row = $this->world->ledger->find_by_key( $key );
		self::assertSame( [ TaskState::Attention, 'yes' ], [ $row?->state, $row?->problem?->fact( 'paid' ) ] );
		$this->world->shop->refuses_status = false;
		$this->world->retry->retry( $row->id );
		$this->passes( 2 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( TaskState::Done, $this->world->ledger->find_by_key( $key )->state );
	}

	public function test_a_part_is_noticed_and_the_rest_pays(): void {
		$invoice = $this->unpaid();
		$first = $this->world->newest_payments->by_hand( $invoice->remote_id, '5' );
		$this->passes( 2 );
		self::assertContains( '1 part_paid F-0001', $this->world->shop->notes );
		$rest = $this->world->newest_payments->by_hand( $invoice->remote_id, '7' );
		$this->passes( 2 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( [ $rest, $first ], $this->recorded()?->payment_ids() );
	}

	/** The order is paid, and a person is asked what becomes of its payments: none of them is forgotten silently. */
	public function test_more_payments_than_a_row_can_name_pay_the_order_and_ask(): void {
		$invoice = $this->unpaid();
		foreach ( [ '1.20', ...array_fill( 0, 12, '0.90' ) ] as $amount ) {
			$this->world->newest_payments->by_hand( $invoice->remote_id, $amount );
		}
		$sent = $this->sent();
		$this->passes( 3 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		$this->world->fire( 1 );
		$this->passes( 3 );
		$row = $this->recorded();
		self::assertTrue( $row?->asks( ProblemCode::PaymentElsewhere ) );
		$facts = $row->problem->facts ?? [];
		self::assertSame( [ '12.00', '13' ], [ $facts['paid'] ?? '', (string) ( $facts['many'] ?? '' ) ] );
		self::assertSame( [], $row->payment_ids() );
		self::assertSame( $sent, $this->sent() );
	}

	/** @return array<string, array{string, bool}> status, paid. */
	public static function not_waiting(): array {
		return [
			'cancelled'    => [ 'cancelled', false ],
			'refunded'     => [ 'refunded', false ],
			'already paid' => [ 'processing', true ],
		];
	}

	#[DataProvider( 'not_waiting' )]
	public function test_an_order_that_waits_for_no_payment_stays_as_it_is( string $status, bool $is_paid ): void {
		$this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$invoice = $this->unpaid();
		$this->order( $status, $is_paid );
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertSame( $status, $this->world->shop->orders[1]->status );
	}

	/** Only of what is set against it: the rest of a payment may be for another sale. */
	public function test_a_sales_order_carries_what_is_set_against_it_not_the_whole_payment(): void {
		$document = $this->unpaid_sales_order();
		$this->world->newest_payments->by_hand( $document->remote_id, '5', total: '500' );
		$this->passes( 2 );
		self::assertSame( [], $this->world->shop->paid );

		self::assertSame( 'otherwise: whole', $this->world->observations->seen['amount-in-list'] ?? '' );

		$payment = $this->world->newest_payments->by_hand( $document->remote_id, '7' );
		$sent    = $this->sent();
		$this->passes( 2 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( $payment, $this->recorded()?->remote_id );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( $sent, $this->sent() );
	}

	public function test_more_payments_than_are_read_are_nobodys_word(): void {
		$document = $this->unpaid_sales_order();
		foreach ( [ '4', '4', '4' ] as $amount ) {
			$this->world->newest_payments->by_hand( $document->remote_id, $amount );
		}
		$this->passes( 3 );
		self::assertSame( [], $this->world->shop->paid );
	}

	/** @return array<string, array{DocumentKind}> */
	public static function paid_by_payments(): array {
		return [
			'invoice'     => [ DocumentKind::Invoice ],
			'estimate'    => [ DocumentKind::Estimate ],
			'sales order' => [ DocumentKind::Order ],
		];
	}

	/** Of money in and money out nobody here can tell what is left. */
	#[DataProvider( 'paid_by_payments' )]
	public function test_money_that_went_back_pays_no_order( DocumentKind $kind ): void {
		$document = $kind === DocumentKind::Invoice ? $this->unpaid() : $this->made( $kind );
		$this->world->newest_payments->by_hand( $document->remote_id, '12' );
		$this->world->newest_payments->by_hand( $document->remote_id, '12', is_debit: true );
		$this->passes( 30 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertNull( $this->recorded() );
	}

	public function test_our_own_payment_is_no_news_and_costs_no_reading(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->recorded()?->state );
		$this->give( $this->world->row()->remote_id, 'paid' );
		$this->world->sellsy->calls            = [];
		$this->world->newest_payments->asked = [];
		$this->passes( 30 );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );
		self::assertSame( [], $this->world->sellsy->calls );
		self::assertSame( [ 'page' ], array_values( array_unique( $this->world->newest_payments->asked ) ) );
		self::assertSame( [], $this->world->shop->paid );
	}

	/** Its answer is not here yet: until then nobody knows whose payment stands there. */
	public function test_a_payment_that_we_have_just_sent_is_no_news(): void {
		$invoice = $this->unpaid();
		$now     = $this->world->clock->now();
		$id      = (int) $this->world->ledger->open( new TaskKey( 1, Effect::RecordPayment ), $now, $invoice->id );
		$held    = $this->world->ledger->claim( $id, $now, 'token', $now->modify( '+1 day' ) );
		self::assertNotNull( $held );
		$this->world->ledger->save( TaskTransitions::sent( $held, new Intent( 'key' ), $now->modify( '+1 day' ) ) );
		$payment = $this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 3 );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );

		$held = HeldTask::by( $this->world->ledger, $id, 'token' );
		$this->world->ledger->save( TaskTransitions::done( $held, PayOnce::TYPE, $payment, $now ) );
		$this->passes( 12 );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );
		self::assertSame( [], $this->world->shop->paid );
	}

	public function test_an_invoice_that_was_due_and_that_we_paid_costs_no_reading(): void {
		$this->world->change_settings( [ 'talk_back' => [ 'pays_orders' => false ] ] );
		$invoice = $this->unpaid();
		$this->passes( 12 );
		self::assertSame( 'due', $this->world->seen->states[ $invoice->id ]['status'] );
		$this->order( 'processing', true );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		self::assertSame( TaskState::Done, $this->recorded()?->state );
		$this->give( $invoice->remote_id, 'paid' );
		$this->world->sellsy->calls = [];
		$this->passes( 300 );
		self::assertSame( [], array_keys( $this->world->sellsy->calls, 'get_document', true ) );
		self::assertSame( 'paid', $this->world->seen->states[ $invoice->id ]['status'], 'The daily list shows it.' );
		self::assertSame( 'as assumed: confirmed', $this->world->observations->seen['payment-lowers-due'] ?? '' );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );
	}

	public function test_a_credit_note_that_lowers_what_is_due_is_no_payment(): void {
		$invoice = $this->unpaid();
		$this->world->payments->lowered[ $invoice->remote_id ] = '12';
		$this->passes( 13 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );
	}

	/** @return array<string, array{DocumentKind, string, string}> kind, Sellsy's word, note. */
	public static function words(): array {
		return [
			'estimate accepted'     => [ DocumentKind::Estimate, 'accepted', '1 accepted ' ],
			'estimate refused'      => [ DocumentKind::Estimate, 'refused', '1 refused ' ],
			'estimate expired'      => [ DocumentKind::Estimate, 'expired', '1 expired ' ],
			'sales order accepted'  => [ DocumentKind::Order, 'accepted', '1 accepted ' ],
			'sales order cancelled' => [ DocumentKind::Order, 'cancelled', '1 document_cancelled' ],
			'estimate cancelled'    => [ DocumentKind::Estimate, 'cancelled', '1 document_cancelled' ],
		];
	}

	#[DataProvider( 'words' )]
	public function test_what_the_look_alone_sees_is_noticed_once_within_the_hour(
		DocumentKind $kind,
		string $word,
		string $note
	): void {
		$document = $this->made( $kind );
		$this->passes( 1 );
		$this->give( $document->remote_id, $word );
		$sent = $this->sent();
		$this->passes( 12 );
		self::assertContains( $note, $this->world->shop->notes );
		$notes = $this->world->shop->notes;
		$this->passes( 300 );
		self::assertSame( $notes, $this->world->shop->notes );
		self::assertSame( $sent, $this->sent() );
	}

	#[DataProvider( 'words' )]
	public function test_an_event_reads_at_once_and_twice_does_no_more(
		DocumentKind $kind,
		string $word,
		string $note
	): void {
		$document = $this->made( $kind );
		$this->passes( 1 );
		$this->give( $document->remote_id, $word );
		$this->events()->note( $kind, $document->remote_id );
		$this->events()->note( $kind, $document->remote_id );
		$this->passes( 1 );
		self::assertContains( $note, $this->world->shop->notes );
		$notes = $this->world->shop->notes;
		$this->world->sellsy->calls = [];
		$this->events()->note( $kind, $document->remote_id );
		$this->passes( 1 );
		self::assertSame( $notes, $this->world->shop->notes, 'Late: the ledger knows.' );
		self::assertSame( [ 'get_document' ], $this->world->sellsy->calls );
	}

	public function test_an_event_about_what_is_none_of_ours_costs_nothing(): void {
		$this->unpaid();
		$this->passes( 1 );
		$this->world->sellsy->calls = [];
		$this->events()->note( DocumentKind::Invoice, 999999 );
		$this->passes( 1 );
		self::assertSame( [], $this->world->sellsy->calls );
	}

	public function test_a_final_invoice_that_is_cancelled_or_deleted_is_a_task(): void {
		$invoice = $this->unpaid();
		$this->give( $invoice->remote_id, 'cancelled' );
		$this->passes( 12 );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( $invoice->id )->problem?->code );
		$this->give( $invoice->remote_id, 'due' );
		$this->passes( 300 );
		self::assertSame( TaskState::Done, $this->world->row( $invoice->id )->state, 'Somebody reopened it.' );
		self::assertContains( '1 reinstated F-0001', $this->world->shop->notes );

		unset( $this->world->sellsy->documents[ $invoice->remote_id ] );
		$this->passes( 300 );
		self::assertSame( ProblemCode::DocumentGone, $this->world->row( $invoice->id )->problem?->code );
		self::assertArrayNotHasKey( $invoice->id, $this->world->report->rows );
	}

	/** It was seen as a draft, and awaits its payment now. */
	public function test_a_draft_that_was_made_final_is_among_the_open_ones(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$invoice = $this->unpaid();
		$this->passes( 12 );
		self::assertSame( 'draft', $this->world->seen->states[ $invoice->id ]['status'] );
		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $invoice->remote_id ] );
		$this->passes( 13 );
		self::assertSame( 'F-0001', $this->world->row( $invoice->id )->remote_number );
		$this->give( $invoice->remote_id, 'cancelled' );
		$this->passes( 12 );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( $invoice->id )->problem?->code );
	}

	public function test_a_state_that_our_own_rules_set_is_no_news(): void {
		$document = $this->made( DocumentKind::Estimate );
		$this->passes( 1 );
		$rule     = [
			'kind'   => 'estimate',
			'status' => 'cancelled',
			'state'  => 'cancelled',
		];
		$this->world->change_settings( [ 'states' => [ $rule ] ] );
		$key = new TaskKey( 1, Effect::ChangeState, part: 'estimate:cancelled' );
		$id  = (int) $this->world->ledger->open( $key, $this->world->clock->now(), $document->id );
		$this->order( 'cancelled', false );
		$this->world->process->process( $id );
		self::assertSame( TaskState::Done, $this->world->row( $id )->state );
		$this->give( $document->remote_id, 'cancelled' );
		$this->passes( 12 );
		self::assertNotSame( ProblemCode::DocumentCancelled, $this->world->row( $document->id )->problem?->code );
	}

	public function test_what_happened_before_the_first_look_is_no_news(): void {
		$invoice = $this->unpaid();
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->give( $invoice->remote_id, 'paid' );
		$this->world->kept->forget( Looks::PREFIX . 'payments' );
		$this->world->seen->states   = [];
		$this->passes( 30 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertNotContains( '1 paid F-0001', $this->world->shop->notes );
	}

	/** All that a new shop made is in the account that it was connected with, also before the first pass. */
	public function test_what_sellsy_tells_a_new_shop_before_its_first_look_is_news(): void {
		$this->world->shop->known_since = $this->world->clock->now();
		$this->world->order( 1 );
		$this->unpay( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$invoice = $this->world->row();
		$this->give( $invoice->remote_id, 'cancelled' );
		$this->events()->note( DocumentKind::Invoice, $invoice->remote_id );
		$this->world->engine->look_at_sellsy()->read_events();
		$this->passes( 2 );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( $invoice->id )->problem?->code );
	}

	/** The looks of another account begin anew; what was made before is not there, or is another sale's. */
	public function test_documents_of_a_former_account_are_neither_deleted_nor_believed(): void {
		$invoice = $this->unpaid();
		$this->passes( 2 );
		$was = $this->world->sellsy->documents[ $invoice->remote_id ];
		unset( $this->world->sellsy->documents[ $invoice->remote_id ] );
		$this->world->kept->forget( Looks::PREFIX . 'payments' );
		$this->world->kept->forget( Looks::PREFIX );
		$this->passes( 600 );
		$this->events()->note( DocumentKind::Invoice, $invoice->remote_id );
		$this->passes( 1 );
		self::assertSame( TaskState::Done, $this->world->row( $invoice->id )->state );

		$this->world->sellsy->documents[ $invoice->remote_id ] = new RemoteDocument(
			...[
				...get_object_vars( $was ),
				'number' => 'OF-ANOTHER',
			]
		);
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->passes( 30 );
		self::assertSame( [], $this->world->shop->paid );
	}

	/** Without the right to payments, say. */
	public function test_where_payments_are_never_listed_the_rounds_notice_all_the_same(): void {
		$this->world->newest_payments->fails = array_fill( 0, 400, FailureKind::AccountBlocked );

		$document = $this->made( DocumentKind::Estimate );
		$this->passes( 1 );
		$this->give( $document->remote_id, 'cancelled' );
		$this->passes( 24 );
		self::assertNotSame( [], $this->world->newest_payments->asked );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( $document->id )->problem?->code );
	}

	public function test_one_pass_makes_no_more_than_six_calls(): void {
		for ( $id = 1; $id <= 20; $id++ ) {
			$this->world->order( $id );
			$this->unpay( $id );
			$this->world->fire( $id );
		}
		$this->world->due->run( 60 );
		$this->passes( 2 );
		foreach ( $this->world->sellsy->documents as $document ) {
			$this->world->newest_payments->by_hand( $document->id, '12' );
		}
		for ( $pass = 0; $pass < 15; $pass++ ) {
			$this->world->sellsy->calls = [];
			$this->world->gaps->asked   = [];

			$this->world->newest_payments->asked = [];
			$this->passes( 1 );
			$calls = [
				...array_keys( $this->world->sellsy->calls, 'get_document', true ),
				...$this->world->newest_payments->asked,
				...$this->world->gaps->asked,
			];
			self::assertLessThanOrEqual( 6, count( $calls ), implode( ', ', $calls ) );
		}
		self::assertCount( 20, $this->world->shop->paid, 'Of 20 payments at once the last is known after an hour.' );
	}

	public function test_live_orders_keep_their_reserve_and_an_empty_shop_asks_nothing(): void {
		$this->passes( 3 );
		self::assertSame( [], $this->world->newest_payments->asked );
		$this->unpaid();
		$this->world->clock->advance( self::A_PASS );
		$this->world->calls->limit = 15;
		$this->world->calls->made( 1, 0 );
		$this->world->newest_payments->asked = [];
		$this->world->sweep->run();
		self::assertSame( [], $this->world->newest_payments->asked );
	}

	public function test_a_list_that_fails_hides_nothing_and_concludes_nothing(): void {
		$invoice = $this->unpaid();
		$this->passes( 1 );
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->give( $invoice->remote_id, 'paid' );
		$this->world->newest_payments->fails = array_fill( 0, 3, FailureKind::OutcomeUnknown );
		$this->world->gaps->fails            = array_fill( 0, 8, FailureKind::OutcomeUnknown );
		$this->passes( 2 );
		self::assertSame( [], $this->world->shop->paid );
		self::assertSame( TaskState::Done, $this->world->row( $invoice->id )->state );
		$this->passes( 4 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
	}

	/** @return iterable<string, array{FailureKind}> */
	public static function ways_to_fail(): iterable {
		yield 'refused' => [ FailureKind::Rejected ];
		yield 'no answer' => [ FailureKind::OutcomeUnknown ];
	}

	#[DataProvider( 'ways_to_fail' )]
	public function test_a_list_that_was_given_up_leads_to_no_reading( FailureKind $failure ): void {
		$this->unpaid();
		$this->passes( 12 );
		$this->world->sellsy->calls = [];
		$this->world->gaps->fails   = array_fill( 0, 400, $failure );
		$this->passes( 40 );
		self::assertSame( [], array_keys( $this->world->sellsy->calls, 'get_document', true ) );
		$look = $this->world->engine->looks()->round( DocumentKind::Invoice, Round::Open );
		self::assertLessThan( $this->world->clock->now()->modify( '-2 hours' ), $look->whole_at );
	}

	/** Else a payment that somebody records waits until all of them were read. */
	public function test_what_lists_do_not_show_any_more_is_read_little_by_little(): void {
		for ( $id = 1; $id <= 30; $id++ ) {
			$this->world->order( $id );
			$this->unpay( $id );
			$this->world->fire( $id );
		}
		$this->world->due->run( 90 );
		$this->passes( 2 );
		foreach ( $this->world->sellsy->documents as $document ) {
			$this->give( $document->id, 'cancelled' );
		}
		$most = 0;
		for ( $pass = 0; $pass < 90; $pass++ ) {
			$this->passes( 1 );
			$most = max( $most, count( $this->world->seen->hinted( 100 ) ) );
		}
		self::assertLessThanOrEqual( 8, $most );
		self::assertSame( [], $this->world->seen->hinted( 100 ) );
		self::assertSame( ProblemCode::DocumentCancelled, $this->world->row( 30 )->problem?->code );
	}

	public function test_many_payments_at_once_are_read_down_to_the_last_one_seen(): void {
		$invoice = $this->unpaid();
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		for ( $other = 0; $other < 35; $other++ ) {
			$this->world->newest_payments->by_hand( 900000 + $other, '1' );
		}
		$this->world->newest_payments->page = 10;
		$this->passes( 3 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
	}

	/** Sellsy may forget where a list was left: the same position would be refused for ever. */
	public function test_a_list_of_payments_that_cannot_be_gone_on_with_is_begun_again(): void {
		$payments       = $this->world->newest_payments;
		$payments->page = 2;
		$this->unpaid();
		for ( $other = 0; $other < 9; $other++ ) {
			$payments->by_hand( 900000 + $other, '1' );
		}
		$payments->asked = [];
		$payments->fails = [ null, FailureKind::Rejected ];
		$this->passes( 2 );
		self::assertSame( [ 'page', 'page 2', 'page', 'page 2' ], $payments->asked );
	}

	public function test_a_pass_that_dies_anywhere_pays_once_and_notes_all(): void {
		for ( $at = 1; $at < 60; $at++ ) {
			$this->setUp();
			$invoice = $this->unpaid();
			$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
			$sent = $this->sent();
			$this->world->clock->advance( self::A_PASS );
			$this->world->fate->kill_at = $this->world->fate->steps + $at;
			try {
				$this->world->engine->look_at_sellsy()->run();
				$was_killed = false;
			} catch ( Killed ) {
				$was_killed = true;
			}
			$this->world->fate->revive();
			$this->passes( 4 );
			self::assertSame( [ 1 ], array_values( array_unique( $this->world->shop->paid ) ), "Killed at $at." );
			self::assertContains( '1 paid F-0001', $this->world->shop->notes, "Killed at $at." );
			self::assertSame( $sent, $this->sent(), "Killed at $at." );
			self::assertSame( TaskState::Done, $this->recorded()?->state, "Killed at $at." );
			if ( ! $was_killed ) {
				return;
			}
		}
		self::fail( 'It has more steps than were tried.' );
	}

	public function test_the_order_screen_shows_what_people_made_of_it_in_sellsy(): void {
		$invoice = $this->unpaid();
		$shown   = fn () => $this->world->engine->read_order_sheet()->read( 1 )->documents[ $invoice->id ];
		self::assertNull( $shown()->noticed() );
		$this->world->newest_payments->by_hand( $invoice->remote_id, '5' );
		$this->passes( 2 );
		self::assertSame( [ null, 700 ], [ $shown()->noticed(), $shown()->left_in_sellsy() ] );
		$this->give( $invoice->remote_id, 'cancelled' );
		$this->events()->note( DocumentKind::Invoice, $invoice->remote_id );
		$this->passes( 1 );
		self::assertSame( Noticed::Cancelled, $shown()->noticed() );
	}

	/** Of a sales order, only payments lower what is left. */
	public function test_the_order_screen_says_paid_only_where_payments_explain_it(): void {
		$order = $this->unpaid_sales_order();
		$shown = fn () => $this->world->engine->read_order_sheet()->read( 1 )->documents[ $order->id ];
		$this->world->newest_payments->by_hand( $order->remote_id, '5' );
		$this->passes( 2 );
		self::assertSame( [ Noticed::PartPaid, 700 ], [ $shown()->noticed(), $shown()->left_in_sellsy() ] );
	}

	/** What other code does while an order becomes paid takes its time: e-mails, stock. */
	public function test_two_runners_pay_an_order_once(): void {
		$invoice = $this->unpaid();
		$this->world->newest_payments->by_hand( $invoice->remote_id, '12' );
		$this->world->shop->meanwhile = fn () => $this->world->engine->look_at_sellsy()->run();
		$this->passes( 3 );
		self::assertSame( [ 1 ], $this->world->shop->paid );
		self::assertSame( [], $this->world->seen->hinted( 10 ) );
	}

	/** The invoice of an order that awaits a transfer, after the first look. */
	private function unpaid(): Task {
		$this->world->order( 1 );
		$this->unpay( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 1 );
		return $this->world->row();
	}

	private function unpay( int $id ): void {
		$this->world->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[ $id ] ),
				'paid_at' => null,
				'status'  => 'on-hold',
			]
		);
	}

	private function order( string $status, bool $is_paid ): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'paid_at' => $is_paid ? $this->world->clock->now() : null,
				'status'  => $status,
			]
		);
	}

	private function unpaid_sales_order(): Task {
		return $this->made( DocumentKind::Order );
	}

	/** Of an order that awaits its payment, and has no invoice yet. */
	private function made( DocumentKind $kind ): Task {
		$this->world->change_settings(
			[
				'invoice'     => [ 'enabled' => false ],
				$kind->value  => [
					'enabled' => true,
					'trigger' => 'confirmed',
				],
				'states'      => [],
			]
		);
		return $this->unpaid();
	}

	private function give( int $id, string $status ): void {
		$this->world->sellsy->documents[ $id ] = new RemoteDocument(
			...[
				...get_object_vars( $this->world->sellsy->documents[ $id ] ),
				'status' => $status,
			]
		);
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( self::A_PASS );
			$this->world->sweep->run();
		}
	}

	private function events(): DocumentEvents {
		return $this->world->engine->document_events();
	}

	private function recorded(): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( 1, Effect::RecordPayment ) );
	}

	/** @return list<string> what Sellsy was told so far. */
	private function sent(): array {
		$is_write = static fn ( string $call ): bool => in_array( $call, self::WRITES, true );
		return array_values( array_filter( $this->world->sellsy->calls, $is_write ) );
	}
}
