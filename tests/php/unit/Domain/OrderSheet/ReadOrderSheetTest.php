<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\OrderSheet\Agreement;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ReadOrderSheetTest extends TestCase {

	public function test_an_invoice_that_was_made_agrees_with_its_order(): void {
		[ $world, $invoice ] = $this->invoiced();

		self::assertSame( Agreement::Equal, $invoice->agreement );
		self::assertSame( [ 1000, 200, 1200 ], [ $invoice->document->excl_tax, $invoice->vat(), $invoice->ordered ] );
		self::assertSame( 'EUR', $invoice->currency()?->code );
		self::assertNull( $invoice->money );
		self::assertFalse( $this->sheet( $world )->is_moving() );
	}

	/** The order does not say what that was; of a refund it does. */
	public function test_a_credit_note_of_all_that_was_left_is_compared_with_nothing(): void {
		$world = new World( finalise: true );
		$world->change_settings(
			[
				'creditnote' => [ 'enabled' => true ],
				'refunds'    => [ 'credit_cancelled' => true ],
			]
		);
		$world->order( 7 );
		$world->fire( 7 );
		$world->pass_time( 5 );
		$world->order( 7, status: 'cancelled' );
		$world->fire( 7 );
		$world->pass_time( 20 );
		$said = [];
		foreach ( $this->sheet( $world )->documents as $one ) {
			$said[ $one->document->kind->value ] = $one->agreement;
		}
		self::assertSame(
			[
				'invoice'    => Agreement::Equal,
				'creditnote' => null,
			],
			$said
		);
	}

	/**
	 * @return iterable<string, array{int, int, string, string, Problem|null, Agreement|null}> HT and TTC of the
	 *         document, its currency, TTC of the order by now, the row's problem.
	 */
	public static function documents(): iterable {
		$edited = new Problem( ProblemCode::DiffersFromOrder );
		yield 'the same'          => [ 1000, 1200, 'EUR', '12.00', null, Agreement::Equal ];
		yield 'a cent of HT'      => [ 999, 1200, 'EUR', '12.00', null, Agreement::Rounded ];
		yield 'another total'     => [ 1000, 1199, 'EUR', '12.00', null, Agreement::Unexplained ];
		yield 'edited, and known' => [ 1000, 1200, 'EUR', '24.00', $edited, Agreement::Edited ];
		yield 'edited just now'   => [ 1000, 1200, 'EUR', '24.00', null, Agreement::Edited ];
		yield 'another currency'  => [ 1000, 1200, 'USD', '12.00', null, null ];
	}

	#[DataProvider( 'documents' )]
	public function test_what_is_known_of_a_difference(
		int $excl_tax,
		int $incl_tax,
		string $currency,
		string $order_total,
		?Problem $problem,
		?Agreement $agreement,
	): void {
		[ $world, $made ] = $this->invoiced();
		$order            = $world->shop->orders[7];
		$document         = new ReportedDocument(
			kind: DocumentKind::Invoice,
			id: $made->document->id,
			number: '',
			date: '2026-11-24',
			currency: $currency,
			excl_tax: $excl_tax,
			incl_tax: $incl_tax,
			taxes: null
		);
		$total            = Decimal::from_string( $order_total );
		$now              = $total->equals( $order->total ) ? $order : $order->charging( $total, $order->lines, false );

		self::assertSame(
			$agreement,
			Agreement::of( $world->row()->with( [ 'problem' => $problem ] ), $document, $now, $now )
		);
	}

	public function test_an_invoice_that_was_issued_anew_is_not_compared(): void {
		[ $world ] = $this->invoiced();
		$world->ledger->open(
			new TaskKey( order_id: 7, effect: Effect::CreateInvoice, refund_id: 0, part: '', revision: 1 ),
			$world->clock->now()
		);

		$invoice = $this->invoice( $world );

		self::assertNull( $invoice->agreement );
		self::assertSame( 1200, $invoice->document->incl_tax );
		self::assertTrue( $this->sheet( $world )->is_moving() );
	}

	public function test_an_order_whose_amounts_cannot_be_read_still_shows_its_documents(): void {
		[ $world ] = $this->invoiced();
		unset( $world->shop->orders[7] );

		$invoice = $this->invoice( $world );

		self::assertNull( $invoice->agreement );
		self::assertSame( 1200, $invoice->document->incl_tax );
	}

	public function test_code_of_other_plugins_that_fails_hides_no_document(): void {
		[ $world ] = $this->invoiced();
		$this->open_credit_note( $world );
		$world->shop->other_code = new \TypeError( 'Other code.' );

		$sheet = $this->sheet( $world );

		self::assertNull( $sheet->documents[1]->agreement );
		self::assertSame( 1200, $sheet->documents[1]->document->incl_tax );
		self::assertSame( [], $sheet->foreseen );
	}

	public function test_a_database_that_does_not_answer_is_said(): void {
		[ $world ] = $this->invoiced();
		$this->open_credit_note( $world );
		$world->shop->other_code = new DatabaseRefused();

		$this->expectException( DatabaseRefused::class );
		$this->sheet( $world );
	}

	/**
	 * @testWith ["queued", "now", true]
	 *           ["queued", "+6 hours", false]
	 *           ["queued", "-1 hour", false]
	 *           ["working", "now", true]
	 *           ["attention", "now", false]
	 *           ["done", "-5 seconds", true]
	 *           ["done", "-20 seconds", false]
	 *           ["done", "-1 minute", false]
	 */
	public function test_it_moves_while_something_is_worked_on( string $state, string $when, bool $moves ): void {
		[ $world ] = $this->invoiced();
		$now       = $world->clock->now();
		$at        = $now->modify( $when );
		$row       = $world->row()->with(
			[
				'state'  => TaskState::from( $state ),
				'due_at' => $at,
			]
		);
		$row       = new Task(
			...[
				...array_diff_key( get_object_vars( $row ), [ 'outcome' => '' ] ),
				'updated_at' => $at,
			]
		);

		self::assertSame(
			$moves,
			( new OrderSheet( rows: [ $row ], documents: [], foreseen: [], now: $now ) )->is_moving()
		);
	}

	/** @return array{World, SheetDocument} */
	private function invoiced(): array {
		$world = new World();
		$world->order( 7, is_paid: true );
		$world->fire( 7 );
		$world->pass_time( 2 );
		return [ $world, $this->invoice( $world ) ];
	}

	private function invoice( World $world ): SheetDocument {
		$documents = $this->sheet( $world )->documents;
		return $documents[1] ?? throw new \LogicException( 'No invoice was made.' );
	}

	private function open_credit_note( World $world ): void {
		$world->ledger->open( new TaskKey( 7, Effect::CreateCreditNote, 9 ), $world->clock->now(), 1 );
	}

	private function sheet( World $world ): OrderSheet {
		return $world->engine->read_order_sheet()->read( 7 );
	}
}
