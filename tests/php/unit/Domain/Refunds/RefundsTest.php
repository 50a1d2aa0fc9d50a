<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Row;

/**
 * What becomes of an order's refunds.
 *
 * @assumes credit-note-of-draft
 * @assumes credit-note-on-any
 */
final class RefundsTest extends CreditedOrderTestCase {

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

	public function test_one_cent_that_was_given_back_is_credited(): void {
		$this->invoice();
		$this->refund( 501, '0.01' );

		self::assertSame( '0.01', $this->note( 501 )->amounts->incl_tax->to_string() );
		self::assertSame( '11.99', $this->due() );
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
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->invoice();

		self::assertSame( '12', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	public function test_a_draft_is_left_alone_until_it_is_final(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );

		self::assertSame( [], $this->notes() );
		$waits = $this->row( Effect::CreateCreditNote, 501 );
		self::assertSame( [ 'waits_for_invoice', 900 ], [ $waits?->problem?->code->value, Row::wait( $waits ) ] );

		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 20 );
		self::assertSame( '7', $this->due() );
	}

	/** Another runner records it: as much may be due of the invoice as before. */
	public function test_before_it_is_set_off_what_was_paid_is_awaited_less_and_less_often(): void {
		$this->invoice();
		$now  = $this->world->clock->now();
		$paid = $this->world->ledger->open( new TaskKey( 1, Effect::RecordPayment ), $now ) ?? 0;
		$this->world->ledger->claim( $paid, $now, 'other', $now->modify( '+1 hour' ) );
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$waits = [];
		for ( $try = 0; $try < 7; $try++ ) {
			$this->world->due->run( 20 );
			$row     = $this->row( Effect::LinkCreditNote, 501 ) ?? self::fail();
			$waits[] = Row::wait( $row );
			self::assertSame( 'payment', $row->problem?->fact( 'for' ) );
			$this->world->clock->advance( $waits[ $try ] );
		}
		self::assertSame( [ 30, 60, 120, 240, 480, 900, 900 ], $waits );
	}

	public function test_what_somebody_took_of_the_invoice_meanwhile_is_not_set_off_once_more(): void {
		$this->invoice();
		$invoice = $this->invoice_document()->id;

		$this->world->sellsy->each_call = function () use ( $invoice ): void {
			if ( array_slice( $this->world->sellsy->calls, -1 ) === [ 'link_credit_note' ] ) {
				$this->world->payments->lowered[ $invoice ] ??= '10';
			}
		};
		$this->refund( 501, '5.00' );
		self::assertSame( [ 'done', 'done', 'done' ], $this->states( 501 ) );
		self::assertSame( [ [ $invoice => '2' ] ], array_values( $this->world->credit_notes->links ) );
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
		self::assertSame(
			[ 'skipped', 'refund_in_draft' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);

		$this->world->make_final();
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		self::assertFalse( $this->invoice_document()->is_draft() );
		self::assertSame( [], $this->notes() );

		$this->refund( 502, '7.20' );
		self::assertSame( [ '7.2', '0' ], [ $this->note( 502 )->amounts->incl_tax->to_string(), $this->due() ] );
	}

	public function test_what_a_draft_has_taken_in_is_not_tried_again(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->refund( 501, '4.80', '4.00', '0.80' );
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::NOW ] ] );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$this->world->sellsy->is_down = true;
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 5 );
		$this->world->sellsy->is_down = false;
		$this->world->pass_time( 60 );

		self::assertSame( [], $this->notes() );
		self::assertSame( 'refund_in_draft', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
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

	public function test_more_than_the_invoice_stops(): void {
		$this->invoice();
		$this->refund( 501, '12.01' );

		self::assertSame(
			[ 'attention', 'refund_over_invoice' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);
		self::assertSame( [], $this->notes() );
	}

	public function test_a_refund_older_than_the_start_date_is_left_out(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'start_date' => '2030-01-01' ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );

		self::assertSame( 'before_start_date', $this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value );
		self::assertSame( [], $this->notes() );
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

		$back = array_filter(
			$this->world->payments->made,
			static fn ( array $made ): bool => $made['draft']->pays_back
		);
		self::assertSame(
			[ [ '5', 'SHOP-1/A501' ] ],
			array_values(
				array_map(
					static fn ( array $made ): array => [ $made['draft']->amount->to_string(), $made['draft']->note ],
					$back
				)
			)
		);
		self::assertSame( '5', $this->world->payments->links[ $this->note( 501 )->id ][ array_key_first( $back ) ] );
	}

	public function test_a_gateway_whose_refunds_have_no_method_is_named(): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => [],
				],
			]
		);
		$this->invoice();
		$this->refund( 501, '5.00', paid_back: true );
		$this->world->pass_time( 60 );

		self::assertSame( [ 'gateway' => 'Test' ], $this->row( Effect::PayBack, 501 )?->problem?->facts );
	}

	public function test_an_invoice_that_a_refund_finds_final_goes_on(): void {
		$this->world->change_settings(
			[
				'invoice'  => [ 'finalise' => Finalise::MANUAL ],
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 3,
						],
					],
				],
			]
		);
		$this->invoice();
		$this->refund( 501, '3.60', '2.00', '0.40' );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 10 );
		self::assertSame(
			[ 'refund_lines_differ', 'done' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
				$this->row( Effect::RecordPayment )?->state->value,
			]
		);
	}

	/** Once it has a number, no look at drafts comes by. */
	public function test_an_invoice_that_a_refund_finds_final_is_no_draft_to_delete(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '3.60', '3.00', '0.60' );
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'status' => 'cancelled',
			]
		);
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$invoice = fn (): ?Task => $this->row( Effect::CreateInvoice );
		self::assertSame( ProblemCode::DraftToDelete, $invoice()?->problem?->code );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->retry->retry( $this->row( Effect::CreateCreditNote, 501 )->id ?? 0 );
		$this->world->pass_time( 2 );
		self::assertSame( [ 'F-0001', TaskState::Done ], [ $invoice()?->remote_number, $invoice()?->state ] );
	}

	/** The owner gave a sentence for it then, and took it back: a credit note says what its invoice said. */
	public function test_a_refund_is_credited_under_an_exempt_tax_that_would_be_refused_by_now(): void {
		$this->world->sellsy->taxes[] = new RemoteTax( 50, 'Export', Decimal::zero(), category: 'K', usable: true );
		$this->world->change_settings(
			[
				'exempt_taxes'   => [
					[
						'situation' => 'eu_consumer',
						'tax_id'    => 50,
					],
				],
				'exempt_reasons' => [
					[
						'situation' => 'eu_consumer',
						'reason'    => 'My accountant says that this is right.',
					],
				],
			]
		);
		$order = $this->world->order( 1, vat: '0' );
		$line  = get_object_vars( $order->lines[0] );

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines'       => [
					new OrderLine(
						...[
							...$line,
							'taxes' => [],
						]
					),
				],
				'taxes'       => [],
				'tax_country' => 'BE',
			]
		);
		$this->invoice();
		$this->world->change_settings( [ 'exempt_reasons' => [] ] );
		$this->refund( 501, '4.00' );

		self::assertSame( '4', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	/** WooCommerce's refund form: the amount typed with VAT, the field of the tax left empty. */
	public function test_a_refund_without_its_tax_is_spoken_of_as_a_refund(): void {
		$this->invoice();
		$this->refund( 501, '4.00', '4.00', '0' );
		$problem = $this->row( Effect::CreateCreditNote, 501 )?->problem;

		self::assertSame( 'refund_taxes_differ', $problem?->code->value );
		self::assertSame(
			[
				'refund'     => '4.00',
				'refund_vat' => '0.00',
				'lines'      => '4.80',
				'lines_vat'  => '0.80',
				'enter'      => '3.33',
				'enter_vat'  => '0.67',
			],
			$problem->facts
		);
		self::assertSame( [], $this->notes() );

		$this->world->shop->refunds[1] = [];
		$this->refund( 502, $problem->facts['refund'], $problem->facts['enter'], $problem->facts['enter_vat'] );
		self::assertSame( [ '4' ], [ $this->notes()[0]->amounts->incl_tax->to_string() ] );
	}
}
