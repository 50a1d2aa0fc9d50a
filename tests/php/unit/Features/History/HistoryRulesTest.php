<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\History;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Domain\Text\CsvLine;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Features\History\Rules\HistoryState;
use OrderInvoicer\Features\History\Rules\RateFigures;
use OrderInvoicer\Features\History\Rules\Settled;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Cells of the file, states of documents, and what is paid of them. */
final class HistoryRulesTest extends TestCase {

	#[DataProvider( 'cells' )]
	public function test_a_cell_is_text_and_nothing_else( string $typed, string $written ): void {
		self::assertSame( "$written\r\n", ( new CsvLine() )->text( $typed )->to_string() );
	}

	/** @return iterable<array{string, string}> */
	public static function cells(): iterable {
		yield [ 'Alpha SAS', 'Alpha SAS' ];
		yield [ '=1+1', "'=1+1" ];
		yield [ '+33 1', "'+33 1" ];
		yield [ '-1', "'-1" ];
		yield [ '@SUM(A1)', "'@SUM(A1)" ];
		yield [ "\t=1", "\"'\t=1\"" ];
		yield [ "\r=1", "\"'\r=1\"" ];
		yield [ '=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"' ];
		yield [ 'A; B', '"A; B"' ];
		yield [ "Two\nlines", "\"Two\nlines\"" ];
		yield [ '', '' ];
		yield [ 'a-b', 'a-b' ];
	}

	public function test_an_amount_has_a_comma_and_stays_a_number_where_it_is_negative(): void {
		$line = ( new CsvLine() )->amount( 123456, 2 )->amount( -500, 2 )->amount( 7, 0 )->amount( 0, 2 );
		self::assertSame( "1234,56;-5,00;7;0,00\r\n", $line->to_string() );
	}

	#[DataProvider( 'states' )]
	public function test_a_row_says_how_its_document_stands( Task $task, string $seen, ?HistoryState $state ): void {
		self::assertSame( $state, HistoryRow::of( $task, null, $seen, '2026-11-24' )?->state );
	}

	/** @return iterable<string, array{Task, string, ?HistoryState}> */
	public static function states(): iterable {
		$invoice = Effect::CreateInvoice;
		yield 'waits' => [ Row::of( $invoice, state: TaskState::Queued ), '', HistoryState::Waits ];
		yield 'needs a person' => [ Row::of( $invoice, state: TaskState::Attention ), '', HistoryState::ToDo ];
		yield 'a draft' => [ Row::made( $invoice ), 'draft', HistoryState::Draft ];
		yield 'a draft that is worked' => [
			Row::made( $invoice, state: TaskState::Queued ),
			'draft',
			HistoryState::Draft,
		];
		yield 'final' => [ Row::made( $invoice, number: 'F-1' ), 'due', HistoryState::Final ];
		yield 'cancelled' => [ Row::made( $invoice, number: 'F-1' ), 'cancelled', HistoryState::Cancelled ];
		yield 'an estimate has no number to wait for' => [
			Row::made( Effect::CreateEstimate ),
			'',
			HistoryState::Final,
		];
		yield 'left out' => [ Row::left_out( $invoice, Outcome::ByHand ), '', null ];
		yield 'no document' => [ Row::of( Effect::RecordPayment ), '', null ];
	}

	public function test_final_are_those_that_are_paid_too_and_to_do_is_what_its_order_says(): void {
		$final = new HistoryFilter( state: HistoryState::Final );
		$row   = HistoryRow::of( Row::made( Effect::CreateInvoice, number: 'F-1' ), null, '', '2026-11-24' );
		self::assertNotNull( $row );
		$paid = $row->settled( Settled::of( [ self::report( 1, 'invoice', 1000, paid: true ) ] )[1] );
		self::assertSame( [ HistoryState::Paid, 1000, 0 ], [ $paid->state, $paid->paid, $paid->due ] );
		self::assertTrue( $final->takes( $row ) && $final->takes( $paid ) );
		self::assertFalse( ( new HistoryFilter( state: HistoryState::Paid ) )->takes( $row ) );
		self::assertFalse( ( new HistoryFilter( kind: DocumentKind::CreditNote ) )->takes( $row ) );
		self::assertFalse( ( new HistoryFilter( from: '2026-11-25' ) )->takes( $row ) );
		self::assertTrue( ( new HistoryFilter( from: '2026-11-24', until: '2026-11-24' ) )->takes( $row ) );
		$to_do = new HistoryFilter( state: HistoryState::ToDo );
		self::assertFalse( $to_do->takes( $row ) );
		self::assertTrue( $to_do->takes( $row->needing_you( true ) ) );
	}

	/**
	 * @param list<array<string, string>>                     $reports
	 * @param array<int, array{HistoryState, ?int, ?int}> $expected
	 */
	#[DataProvider( 'orders' )]
	public function test_what_is_paid_of_an_orders_invoices( array $reports, array $expected ): void {
		$settled = array_map(
			static fn ( Settled $one ): array => [ $one->state, $one->paid, $one->due ],
			Settled::of( $reports )
		);
		self::assertSame( $expected, $settled );
	}

	/** @return iterable<string, array{list<array<string, string>>, array<int, array{HistoryState, ?int, ?int}>}> */
	public static function orders(): iterable {
		yield 'paid in the shop' => [
			[ self::report( 1, 'invoice', 1000, paid: true ) ],
			[ 1 => [ HistoryState::Paid, 1000, 0 ] ],
		];
		yield 'not paid' => [ [ self::report( 1, 'invoice', 1000 ) ], [ 1 => [ HistoryState::Due, 0, 1000 ] ] ];
		yield 'a part is left at Sellsy' => [
			[ [ 'seen_due' => '300' ] + self::report( 1, 'invoice', 1000 ) ],
			[ 1 => [ HistoryState::Due, 700, 300 ] ],
		];
		yield 'seen before it was paid here' => [
			[
				[
					'seen_due' => '1000',
					'seen_at'  => '2026-11-01 00:00:00',
				] + self::report( 1, 'invoice', 1000, paid: true ),
			],
			[ 1 => [ HistoryState::Paid, 1000, 0 ] ],
		];
		yield 'credited in part' => [
			[ self::report( 1, 'invoice', 1000, paid: true ), self::report( 2, 'creditnote', 200 ) ],
			[ 1 => [ HistoryState::Paid, 800, 0 ] ],
		];
		yield 'credited' => [
			[ self::report( 1, 'invoice', 1000, paid: true ), self::report( 2, 'creditnote', 1000 ) ],
			[ 1 => [ HistoryState::Credited, 0, 0 ] ],
		];
		yield 'a cent is not credited' => [
			[ self::report( 1, 'invoice', 1000 ), self::report( 2, 'creditnote', 999 ) ],
			[ 1 => [ HistoryState::Due, 0, 1 ] ],
		];
		yield 'a cent is credited' => [
			[ self::report( 1, 'invoice', 1 ), self::report( 2, 'creditnote', 1 ) ],
			[ 1 => [ HistoryState::Credited, 0, 0 ] ],
		];
		yield 'issued anew' => [
			[
				self::report( 1, 'invoice', 1000, paid: true ),
				self::report( 2, 'creditnote', 1000 ),
				self::report( 3, 'invoice', 900, paid: true ),
			],
			[
				1 => [ HistoryState::Credited, 0, 0 ],
				3 => [ HistoryState::Paid, 900, 0 ],
			],
		];
		yield 'an amount that nobody knows' => [
			[ self::report( 1, 'invoice', null ) ],
			[ 1 => [ HistoryState::Final, null, null ] ],
		];
		yield 'an order that nobody knows' => [
			[ [ 'order_created_at' => '' ] + self::report( 1, 'invoice', 1000 ) ],
			[ 1 => [ HistoryState::Final, null, null ] ],
		];
		yield 'a draft' => [ [ [ 'number' => '' ] + self::report( 1, 'invoice', 1000 ) ], [] ];
	}

	/** @return array<string, string> */
	private static function report( int $id, string $kind, ?int $amount, bool $paid = false ): array {
		return [
			'sync_id'          => (string) $id,
			'kind'             => $kind,
			'number'           => "N-$id",
			'currency'         => 'EUR',
			'incl_tax'         => (string) $amount,
			'seen_status'      => 'due',
			'seen_due'         => '',
			'seen_at'          => '',
			'order_paid_at'    => $paid ? '2026-11-24 10:00:00' : '',
			'order_created_at' => '2026-11-24 09:00:00',
		];
	}

	public function test_two_taxes_of_a_rate_are_one_rate_and_an_unknown_base_stays_unknown(): void {
		$rates = RateFigures::of(
			[
				new ReportedTax( tax_id: 1, percent: '20.00', amount: 100, base: 500 ),
				new ReportedTax( tax_id: 2, percent: '20', amount: 20, base: 100 ),
				new ReportedTax( tax_id: 3, percent: '5.5', amount: 55 ),
				new ReportedTax( tax_id: 4, percent: '5.5', amount: 55, base: 1000 ),
			]
		);
		self::assertSame(
			[
				'base' => 600,
				'vat'  => 120,
			],
			$rates['20']
		);
		self::assertSame(
			[
				'base' => null,
				'vat'  => 110,
			],
			$rates['5.5']
		);
	}

	public function test_what_is_credited_is_taken_off(): void {
		$credit = HistoryRow::of( Row::made( Effect::CreateCreditNote, number: 'A-1' ), null, '', '2026-11-24' );
		self::assertSame( [ -500, null ], [ $credit?->signed( 500 ), $credit?->signed( null ) ] );
	}

	public function test_a_filter_says_what_is_to_be_read_for_it(): void {
		$all  = new HistoryFilter();
		$kind = new HistoryFilter( kind: DocumentKind::CreditNote );
		self::assertSame( [ 'create_creditnote' ], $kind->effects() );
		self::assertCount( count( DocumentKind::cases() ), $all->effects() );

		self::assertFalse( $all->has_days() );
		self::assertTrue( ( new HistoryFilter( from: '2026-11-25' ) )->has_days() );
		self::assertTrue( ( new HistoryFilter( until: '2026-11-25' ) )->has_days() );

		self::assertFalse( $all->is_of_money() );
		foreach ( HistoryState::cases() as $state ) {
			self::assertSame(
				in_array( $state->value, [ 'paid', 'due', 'credited' ], true ),
				( new HistoryFilter( state: $state ) )->is_of_money()
			);
		}
	}

	public function test_the_number_in_the_report_counts_and_the_ledgers_where_that_has_none(): void {
		$task = Row::made( Effect::CreateInvoice, number: 'F-1' );
		$kind = DocumentKind::Invoice;
		$says = static fn ( ?ReportedDocument $known ): ?string => HistoryRow::of( $task, $known, '', '' )?->number;
		$has  = static fn ( string $number ): ReportedDocument =>
			new ReportedDocument( $kind, 71, $number, null, null, null, null, null );
		self::assertSame( [ 'F-1', 'F-1', 'F-2' ], [ $says( null ), $says( $has( '' ) ), $says( $has( 'F-2' ) ) ] );
	}
}
