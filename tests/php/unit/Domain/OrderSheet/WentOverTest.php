<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;

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

	/** @return iterable<string, array{list<Task>, int|null}> rows beside the payment; the one by which it went over. */
	public static function rows(): iterable {
		$recorded = static fn ( mixed ...$is ): Task => Row::of( Effect::RecordPayment, ...$is + [ 'id' => 6 ] );
		$set_off  = static fn ( mixed ...$is ): Task => Row::of(
			Effect::LinkCreditNote,
			...$is + [
				'id'        => 6,
				'parent_id' => 3,
				'part'      => CreditAllocationRule::NEW_INVOICE,
			]
		);
		$note     = Row::of( Effect::CreateCreditNote, id: 3, parent_id: 1 );
		$another  = Row::of( Effect::CreateCreditNote, id: 4, parent_id: 2 );
		yield 'recorded anew' => [ [ $recorded( revision: 1 ) ], 6 ];
		yield 'to be recorded anew' => [ [ $recorded( revision: 1, state: TaskState::Queued ) ], null ];
		yield 'recorded before' => [ [ $recorded() ], null ];
		yield 'another part' => [ [ $recorded( revision: 1, part: 'gift_card:77' ) ], null ];
		yield 'the invoice alone' => [ [ Row::of( Effect::CreateInvoice, id: 2, revision: 1 ) ], null ];
		yield 'set off by its credit note' => [ [ $note, $another, $set_off() ], 6 ];
		yield 'to be set off' => [ [ $note, $set_off( state: TaskState::Queued ) ], null ];
		yield 'set off by another' => [ [ $note, $another, $set_off( parent_id: 4 ) ], null ];
		yield 'set against the invoice that it credits' => [ [ $note, $set_off( part: '' ) ], null ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'rows' )]
	public function test_by_which_row_it_went_over( array $rows, ?int $by ): void {
		$paid     = Row::of( Effect::RecordPayment, id: 5, parent_id: 1 );
		$invoice  = $this->sheet()->documents[ $this->row( Effect::RecordPayment )->parent_id ?? 0 ];
		$credited = new SheetDocument( $invoice->document, is_credited: true );
		$over     = static fn ( Task $payment, SheetDocument $of ): ?int => ( new OrderSheet(
			rows: [ $paid, ...$rows ],
			documents: [ 1 => $of ],
			foreseen: [],
			now: $payment->created_at
		) )->went_over( $payment )?->id;
		self::assertSame( $by, $over( $paid, $credited ) );
		self::assertNull( $over( $paid, $invoice ), 'What stands is where it was.' );
		self::assertNull( $over( $paid->with( [ 'state' => TaskState::Queued ] ), $credited ) );
	}

	private function sheet(): OrderSheet {
		return $this->world->engine->read_order_sheet()->read( 1 );
	}
}
