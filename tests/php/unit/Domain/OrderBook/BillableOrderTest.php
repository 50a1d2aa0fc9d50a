<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What each document of an order of 10.00 HT, 12.00 TTC charges, of which 5.00 were given back. */
final class BillableOrderTest extends TestCase {

	private World $world;
	private OrderSnapshot $order;

	protected function setUp(): void {
		$this->world                   = new World();
		$this->order                   = $this->world->order( 1 );
		$this->world->shop->refunds[1] = [ $this->refund( 7, '5' ) ];
	}

	/** @return iterable<string, array{Task, string}> */
	public static function documents(): iterable {
		yield 'an invoice: all of it, whatever was given back since' => [ Row::of( Effect::CreateInvoice ), '12' ];
		yield 'an estimate' => [ Row::of( Effect::CreateEstimate ), '12' ];
		yield 'the credit note of the refund' => [ Row::of( Effect::CreateCreditNote, refund_id: 7 ), '5' ];
		yield 'one of a refund that is gone' => [ Row::of( Effect::CreateCreditNote, refund_id: 8 ), '0' ];
	}

	#[DataProvider( 'documents' )]
	public function test_what_a_document_charges( Task $task, string $total ): void {
		self::assertSame( $total, $this->billable()->order( $task, $this->order )->total->to_string() );
	}

	public function test_a_draft_invoice_charges_less_what_was_taken_off_it(): void {
		$invoice = $this->taken_off_the_draft();
		self::assertSame( '7', $this->billable()->order( $invoice, $this->order )->total->to_string() );
		$also = $this->billable()->invoice( $invoice->id, $this->order, [ $this->refund( 8, '2' ) ] );
		self::assertSame( '5', $also->total->to_string() );
		self::assertFalse( $this->billable()->is_void( $invoice, $this->order ) );
	}

	public function test_nothing_is_left_to_charge(): void {
		$invoice = Row::of( Effect::CreateInvoice );
		self::assertFalse( $this->billable()->is_void( $invoice, $this->order ) );
		self::assertTrue( $this->billable()->is_void( $invoice, $this->world->order( 1, status: 'cancelled' ) ) );
		$free = $this->world->order( 1, ht: '0', vat: '0' );
		self::assertFalse( $this->billable()->is_void( $invoice, $free ), 'It was free from the start.' );
	}

	public function test_all_was_taken_off_the_draft(): void {
		$this->world->shop->refunds[1] = [ $this->refund( 7, '12' ) ];
		self::assertTrue( $this->billable()->is_void( $this->taken_off_the_draft(), $this->order ) );
	}

	/** @return iterable<string, array{string, string, list<string>|null}> HT and TTC at Sellsy, ours and theirs. */
	public static function found(): iterable {
		yield 'as it should be' => [ '10', '12', null ];
		yield 'another total' => [ '10', '12.01', [ '12', '12.01' ] ];
		yield 'the same total with more VAT' => [ '9.99', '12', [ '10 HT', '9.99 HT' ] ];
	}

	/** @param list<string>|null $said */
	#[DataProvider( 'found' )]
	public function test_a_document_is_worth_what_it_should_be( string $ht, string $ttc, ?array $said ): void {
		$task  = Row::of( Effect::CreateInvoice, intent: new Intent( 'SHOP-1', '10' ) );
		$facts = $this->billable()->problem( $task, $this->order, self::worth( $ht, $ttc ) )?->facts;
		self::assertSame( $said, $facts === null ? null : array_values( $facts ) );
	}

	/** Of what was left no total of the order tells: only what was sent. */
	public function test_a_credit_note_of_all_that_was_left(): void {
		$task = Row::of( Effect::CreateCreditNote, intent: new Intent( 'SHOP-1/A1', '4' ) );
		self::assertNull( $this->billable()->problem( $task, $this->order, self::worth( '4', '4.80' ) ) );
		self::assertNotNull( $this->billable()->problem( $task, $this->order, self::worth( '4.01', '4.80' ) ) );
		$of_refund = Row::of( Effect::CreateCreditNote, refund_id: 7, intent: new Intent( 'SHOP-1/A1', '4' ) );
		self::assertNotNull( $this->billable()->problem( $of_refund, $this->order, self::worth( '4', '4.80' ) ) );
	}

	private function taken_off_the_draft(): Task {
		$now     = $this->world->clock->now();
		$ledger  = $this->world->ledger;
		$invoice = $ledger->open( new TaskKey( 1, Effect::CreateInvoice ), $now ) ?? 0;
		$credit  = $ledger->open( new TaskKey( 1, Effect::CreateCreditNote, 7 ), $now, $invoice ) ?? 0;
		$held    = $ledger->claim( $credit, $now, 'token', $now->modify( '+5 minutes' ) ) ?? self::fail();
		$problem = Row::left_out( Effect::CreateCreditNote, Outcome::Absorbed )->problem ?? self::fail();
		$ledger->save( TaskTransitions::left_out( $held, $problem ) );
		return $ledger->find( $invoice ) ?? self::fail();
	}

	private function billable(): BillableOrder {
		return $this->world->engine->billable_order();
	}

	private static function worth( string $ht, string $ttc ): ComputedDocument {
		return new ComputedDocument( [], Decimal::from_string( $ht ), Decimal::from_string( $ttc ) );
	}

	private function refund( int $id, string $amount ): RefundSnapshot {
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $amount ),
			lines: [],
			reason: '',
			created_at: $this->world->clock->now()->modify( '-1 hour' ),
			is_paid_back: true
		);
	}
}
