<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;

/** What paid an invoice that was issued anew stands on the one in its place. */
final class WentOverTest extends CreditedOrderTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->world->order( 1, is_paid: true );
		$this->invoice();
		$this->world->pass_time( 10 );
	}

	public function test_a_payment_of_an_invoice_that_stands_is_where_it_was(): void {
		$paid = $this->row( Effect::RecordPayment );

		self::assertNotNull( $paid );
		self::assertNull( $this->sheet()->went_over( $paid ) );
	}

	public function test_it_is_told_of_the_invoice_before(): void {
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 30 );
		$paid  = $this->row( Effect::RecordPayment );
		$sheet = $this->sheet();

		self::assertNotNull( $paid );
		self::assertTrue( $sheet->documents[ $paid->parent_id ]->is_credited );
		self::assertSame( Effect::LinkCreditNote, $sheet->went_over( $paid )?->key->effect );
	}

	public function test_what_a_credit_note_of_a_cancelled_order_took_went_nowhere(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->cancel();
		$paid  = $this->row( Effect::RecordPayment );
		$sheet = $this->sheet();

		self::assertNotNull( $paid );
		self::assertTrue( $sheet->documents[ $paid->parent_id ]->is_credited );
		self::assertNull( $sheet->went_over( $paid ) );
	}

	private function sheet(): OrderSheet {
		return $this->world->engine->read_order_sheet()->read( 1 );
	}
}
