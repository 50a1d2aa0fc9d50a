<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;

/** Documents that a person deleted at Sellsy on purpose, and what stood beside them. */
final class LeftOutOnPurposeTest extends CreditedOrderTestCase {

	public function test_a_whole_credit_that_was_left_out_is_made_when_the_invoice_is_issued_anew_after_all(): void {
		$this->cancelled_by_mistake();
		self::assertTrue( $this->world->by_hand->leave_out( $this->row( Effect::CreateCreditNote )->id ?? 0 ) );
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => Finalise::NOW ] ] );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );
		$this->world->reissue->now( 1, $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->pass_time( 10 );

		self::assertSame(
			[ '12', '24' ],
			[
				$this->notes()[0]->amounts->incl_tax->to_string(),
				$this->world->sellsy->documents[ $this->row( Effect::CreateInvoice, 0, 1 )->remote_id
					?? 0 ]->amounts->incl_tax->to_string(),
			]
		);
	}

	public function test_one_that_an_invoice_waits_for_is_not_left_out(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'validate', FailureKind::Rejected );
		$this->world->reissue->now( 1 );
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );

		self::assertSame( 'document_gone', $this->row( Effect::CreateCreditNote )?->problem?->code->value );
		self::assertFalse( $this->world->by_hand->leave_out( $this->row( Effect::CreateCreditNote )->id ?? 0 ) );
		self::assertSame( 0, $this->row( Effect::CreateInvoice, 0, 1 )?->remote_id );
	}

	public function test_a_refund_that_found_nothing_left_is_credited_once_that_was_left_out(): void {
		$this->cancelled_by_mistake();
		$this->refund( 501, '5.00' );
		self::assertSame( [], $this->notes() );
		self::assertTrue( $this->world->by_hand->leave_out( $this->row( Effect::CreateCreditNote )->id ?? 0 ) );
		$this->world->pass_time( 20 );

		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	public function test_nobody_is_asked_to_make_final_what_was_left_out(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'hours:24' ] ] );
		$this->invoice_is_left_out();
		$this->world->pass_time( 25 * 60 );
		self::assertSame( 'skipped', $this->row( Effect::ValidateInvoice )?->state->value );

		$this->world->sync_order->now( 1, by_hand: true );
		$this->world->pass_time( 30 * 60 );
		self::assertNotSame( '', $this->row( Effect::CreateInvoice )?->remote_number );
	}

	public function test_its_refunds_ask_nobody_and_come_with_the_invoice(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();
		$this->refund( 501, '5.00' );
		$this->invoice_is_left_out();
		$this->world->pass_time( 60 );
		self::assertSame(
			[ 'skipped', 'invoice_missing' ],
			[
				$this->row( Effect::CreateCreditNote, 501 )?->state->value,
				$this->row( Effect::CreateCreditNote, 501 )?->problem?->code->value,
			]
		);

		$this->world->sync_order->now( 1, by_hand: true );
		$this->world->pass_time( 10 );
		$this->world->invoicing->finalised( $this->invoice_document() );
		$this->world->pass_time( 80 );
		self::assertSame( '5', $this->note( 501 )->amounts->incl_tax->to_string() );
	}

	/** Its credit note, a draft, was deleted before the order was reinstated. */
	private function cancelled_by_mistake(): void {
		$this->world->change_settings(
			[
				'creditnote' => [ 'finalise' => Finalise::MANUAL ],
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$this->invoice();
		$this->cancel();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateCreditNote )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );
		$this->reinstate();
	}

	private function invoice_is_left_out(): void {
		$this->invoice();
		unset( $this->world->sellsy->documents[ $this->row( Effect::CreateInvoice )->remote_id ?? 0 ] );
		$this->world->pass_time( 80 );
		self::assertTrue( $this->world->by_hand->leave_out( $this->row( Effect::CreateInvoice )->id ?? 0 ) );
	}
}
