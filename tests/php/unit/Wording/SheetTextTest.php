<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\RecordedMoney;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\TaskText;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

/**
 * @assumes pages-of-back-office
 */
final class SheetTextTest extends TestCase {

	/** @return array<string, array{list<ReportedTax>|null, int, array<string, string>}> */
	public static function documents(): array {
		return [
			'one rate'                      => [
				[ new ReportedTax( 1, '20', 200 ) ],
				1200,
				[ 'VAT 20%' => '2.00 EUR' ],
			],
			'two rates'                     => [
				[ new ReportedTax( 1, '20', 200 ), new ReportedTax( 2, '5.5', 55 ) ],
				1255,
				[
					'VAT 20%'  => '2.00 EUR',
					'VAT 5.5%' => '0.55 EUR',
				],
			],
			'a rate of zero adds nothing'   => [
				[ new ReportedTax( 1, '20', 200 ), new ReportedTax( 3, '0', 0 ) ],
				1200,
				[ 'VAT 20%' => '2.00 EUR' ],
			],
			'a shop without VAT'            => [ [ new ReportedTax( 3, '0', 0 ) ], 1000, [ 'VAT' => '0.00 EUR' ] ],
			'a document without taxes'      => [ [], 1000, [ 'VAT' => '0.00 EUR' ] ],
			'taxes of which nothing is known' => [ null, 1200, [ 'VAT' => '2.00 EUR' ] ],
		];
	}

	/**
	 * @dataProvider documents
	 * @param list<ReportedTax>|null $taxes
	 * @param array<string, string>  $vat
	 */
	public function test_vat_is_told_for_each_rate_that_adds_some( ?array $taxes, int $incl_tax, array $vat ): void {
		$figures = $this->text()->figures(
			new SheetDocument(
				self::document( 1000, $incl_tax, $taxes )
			)
		);
		array_shift( $figures );
		array_pop( $figures );

		self::assertSame( $vat, array_column( $figures, 1, 0 ) );
	}

	/** Not "Credit note for refund 33": nobody knows the numbers of refunds. */
	public function test_a_credit_note_is_named_by_what_it_gives_back(): void {
		$row    = self::row( new TaskKey( 7, Effect::CreateCreditNote, 33 ) );
		$credit = self::document( 1990, 2388, kind: DocumentKind::CreditNote );

		self::assertSame(
			'Credit note (refund of 23.88 EUR)',
			$this->text()->name( $row, new SheetDocument( document: $credit, ordered: 2388 ) )
		);
		self::assertSame(
			'Credit note (refund of 23.88 EUR)',
			$this->text()->name( $row, new SheetDocument( $credit ) ),
			'Its refund is gone: it is worth what the document says.'
		);
		self::assertSame(
			'Credit note for the whole invoice',
			$this->text()->name( self::row( new TaskKey( 7, Effect::CreateCreditNote ) ), new SheetDocument( $credit ) )
		);
		self::assertSame( 'Credit note for refund 33', $this->text()->name( $row, null ) );
	}

	/**
	 * @testWith [6000, 0, false, null, "Recorded as paid: 60.00 EUR. Left to pay by that: 0.00 EUR."]
	 *           [0, 4800, false, null, "Recorded as paid: 0.00 EUR. Left to pay by that: 48.00 EUR."]
	 *           [0, 6000, false, 2500, "In Sellsy: 25.00 EUR left to pay."]
	 *           [3000, 3000, false, 0, "Recorded as paid: 30.00 EUR. Left to pay by that: 0.00 EUR."]
	 *           [0, 6000, true, null, "The order is paid, but nothing was recorded in Sellsy from here: that was off."]
	 *           [0, 6000, true, 0, "In Sellsy: nothing left to pay."]
	 *           [0, 0, false, null, ""]
	 */
	public function test_money_is_said_in_one_sentence(
		int $paid,
		int $left,
		bool $is_off,
		?int $seen,
		string $said,
	): void {
		$document = new SheetDocument(
			document: self::document( 5000, 6000 ),
			money: new RecordedMoney( $paid, $left, $is_off ),
			seen: new SeenDocument( 1, DocumentKind::Invoice, 7, null, 'due', $seen )
		);

		self::assertSame( $said, $this->text()->paid( $document ) . $this->text()->in_sellsy( $document ) );
	}

	/**
	 * People work in Sellsy too: what is said to be left is as old as the last look.
	 *
	 * @testWith ["2026-12-01 10:00", 4800, null, "Last seen in Sellsy: 2026-12-01."]
	 *           ["2026-12-01 10:00", 6000, 2500, "Last seen in Sellsy: 2026-12-01."]
	 *           [null, 4800, null, "Not looked at in Sellsy since it was made here."]
	 *           ["2026-12-01 10:00", 0, null, ""]
	 *           ["2026-12-01 10:00", 6000, 0, ""]
	 */
	public function test_what_is_left_to_pay_says_how_old_it_is(
		?string $at,
		int $left,
		?int $due,
		string $said,
	): void {
		$document = new SheetDocument(
			document: self::document( 5000, 6000 ),
			money: new RecordedMoney( 6000 - $left, $left, false ),
			seen: $at === null ? null : new SeenDocument(
				task_id: 1,
				kind: DocumentKind::Invoice,
				id: 7,
				made_at: null,
				status: 'due',
				due: $due,
				seen_at: new \DateTimeImmutable( $at )
			)
		);

		$as_of = $this->text()->as_of( $document );
		self::assertSame( $said, str_replace( '2026-12-01 2026-12-01', '2026-12-01', $as_of ) );
	}

	public function test_a_draft_does_not_look_done(): void {
		$row = self::row( new TaskKey( 7, Effect::CreateInvoice ) )->with( [ 'remote_id' => 4 ] );

		self::assertSame( 'draft', $this->text()->look( $row ) );
		self::assertSame( 'done', $this->text()->look( $row->with( [ 'remote_number' => 'F-1' ] ) ) );
		self::assertSame( 'queued', $this->text()->look( $row->with( [ 'state' => TaskState::Queued ] ) ) );
		self::assertSame(
			'done',
			$this->text()->look( self::row( new TaskKey( 7, Effect::CreateEstimate ) )->with( [ 'remote_id' => 4 ] ) )
		);
	}

	/** Beside the valid one, it must not look like it. */
	public function test_an_invoice_that_was_credited_in_full_says_so_first(): void {
		$row      = self::row( new TaskKey( 7, Effect::CreateInvoice ) )->with(
			[
				'remote_id'     => 4,
				'remote_number' => 'F-1',
			]
		);
		$document = static fn ( bool $is_credited ): SheetDocument => new SheetDocument(
			document: self::document( 5000, 6000 ),
			is_credited: $is_credited
		);

		self::assertSame(
			[ 'Final', 'done' ],
			[ $this->text()->state( $row, $document( false ) ), $this->text()->look( $row, $document( false ) ) ]
		);
		self::assertSame(
			[ 'Credited', 'skipped' ],
			[ $this->text()->state( $row, $document( true ) ), $this->text()->look( $row, $document( true ) ) ]
		);
	}

	public function test_a_payment_that_went_over_says_so(): void {
		$paid = self::row( new TaskKey( 7, Effect::RecordPayment ) );
		$over = self::row( new TaskKey( order_id: 7, effect: Effect::RecordPayment, revision: 1 ) );

		self::assertSame( 'Payment – Done on 2026-11-30', $this->text()->follow_up( $paid ) );
		self::assertSame(
			'Payment – went over to the new invoice on 2026-11-30',
			$this->text()->follow_up( $paid, $over )
		);
	}

	public function test_what_was_set_off_is_said_once(): void {
		$key = new TaskKey( 7, Effect::LinkCreditNote, 33 );

		self::assertSame( 'Taken off the invoice on 2026-11-30', $this->text()->follow_up( self::row( $key ) ) );
		self::assertSame(
			'Setting the credit note for refund 33 off against the invoice – Waiting',
			$this->text()->follow_up( self::row( $key )->with( [ 'state' => TaskState::Queued ] ) )
		);
	}

	public function test_what_a_person_asked_for_says_so_and_when_it_is_tried(): void {
		$now   = new \DateTimeImmutable( '2026-11-30 12:00:00' );
		$queue = [
			'state'    => TaskState::Queued,
			'attempts' => 1,
			'due_at'   => $now->modify( '+40 seconds' ),
		];
		$row   = self::row( new TaskKey( 7, Effect::ValidateInvoice ) )->with( $queue );

		self::assertSame(
			'Finalising the invoice – Asked for, waiting',
			$this->text()->follow_up( $row->with( [ 'asked' => true ] ) )
		);
		self::assertSame( 'Finalising the invoice – Waiting for the next try', $this->text()->follow_up( $row ) );
		self::assertSame( 'Next try: 2026-11-30.', $this->text()->not_before( $row, $now ) );
		self::assertSame( '', $this->text()->not_before( $row, $now->modify( '+1 minute' ) ) );
	}

	/** @param list<ReportedTax>|null $taxes */
	private static function document(
		int $excl_tax,
		int $incl_tax,
		?array $taxes = null,
		DocumentKind $kind = DocumentKind::Invoice,
	): ReportedDocument {
		return new ReportedDocument(
			kind: $kind,
			id: 4,
			number: 'F-1',
			date: '2026-11-29',
			currency: 'EUR',
			excl_tax: $excl_tax,
			incl_tax: $incl_tax,
			taxes: $taxes
		);
	}

	private static function row( TaskKey $key ): Task {
		$at = new \DateTimeImmutable( '2026-11-30 12:00:00' );
		return Row::of( ...get_object_vars( $key ), attempts: 0, updated_at: $at );
	}

	private function text(): SheetText {
		$names = new DocumentNames();
		return new SheetText(
			new TaskText(
				new ProblemText(),
				new DocumentPage( 'https://sellsy.test' ),
				new EffectText( $names ),
				$names
			),
			$names
		);
	}
}
