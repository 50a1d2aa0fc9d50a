<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/**
 * @assumes rounding
 * @assumes unit-price-decimals
 */
final class TotalsCheckTest extends TestCase {

	private Shop $shop;
	private RowSplitter $splitter;

	protected function setUp(): void {
		$this->shop     = new Shop();
		$this->splitter = new RowSplitter( new EnglishTexts() );
	}

	public function test_sellsy_finds_the_same(): void {
		$draft = $this->three_at_9_99();
		$this->assertTrue( $this->check( $draft, 5 )->agrees() );
	}

	/** 3 × 8.323 kept as 8.32 makes 24.96: 2 × 8.32 and 1 × 8.33 make 24.97. */
	public function test_a_row_whose_decimals_are_cut_is_split(): void {
		$draft = $this->three_at_9_99();
		$this->assertSame( [ 0 ], $this->check( $draft, 2 )->rows_to_split );
		$split = $this->splitter->split( $draft, [ 0 ] );
		$this->assertSame( [ '2 × 8.32', '1 × 8.33', '1 × 0.01' ], $this->rows( $split ) );
		$this->assertTrue( $this->check( $split, 2 )->agrees() );
		$this->assertSame( $draft->totals, $split->totals );
	}

	public function test_only_the_row_that_differs_is_split(): void {
		$draft = $this->invoice(
			'59.94',
			[ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ), Orders::line( 2, '24.975', [ 1 => '4.995' ] ) ],
			'9.98'
		);
		$this->assertSame( [ 0 ], $this->check( $draft, 2 )->rows_to_split );
	}

	/** 0.7 × 14.2 = 9.94 is cut to 14: 9.80. A part of a piece cannot be split, so that the row is sold once. */
	public function test_a_fraction_goes_into_the_text(): void {
		$draft = $this->invoice( '12', [ Orders::line( 1, '10', [ 1 => '2' ], '0.7' ) ], '2' );
		$this->assertSame( [ '0.7 × 14.29' ], $this->rows( $draft ) );
		$split = $this->splitter->split( $draft, $this->check( $draft, 1 )->rows_to_split );
		$this->assertSame( [ '1 × 10' ], $this->rows( $split ) );
		$this->assertSame( 'Line 1 (0.7)', $split->rows[0]->description );
	}

	/** No unit price of five decimals times 30,011 rounds to 1,234.57: 26,598 × 0.04 and 3,413 × 0.05. */
	public function test_a_large_quantity_is_split_at_once(): void {
		$draft = $this->invoice( '1481.48', [ Orders::line( 1, '1234.57', [ 1 => '246.914' ], '30011' ) ], '246.91' );
		$total = Decimal::zero();
		foreach ( $draft->rows as $row ) {
			$this->assertLessThanOrEqual( 2, $row->unit_amount?->scale() );
			$total = $total->plus(
				( $row->unit_amount ?? Decimal::zero() )->times( $row->quantity ?? Decimal::zero() )
			);
		}
		$this->assertCount( 2, $draft->rows );
		$this->assertSame( '1234.57', $total->to_string() );
	}

	public function test_a_difference_that_no_split_mends_stops_and_shows_both_numbers(): void {
		$draft   = $this->invoice( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], '2' );
		$problem = ( new TotalsCheck( $this->splitter ) )
			->check( $draft, $this->computed( [ '10' ], '10', '12.01' ) )->problem;
		$this->assertSame( ProblemCode::TotalsDiffer, $problem?->code );
		$this->assertSame(
			[
				'order_total' => '12.00',
				'sellsy_total' => '12.01',
			],
			$problem->facts
		);
	}

	public function test_one_row_that_no_split_mends_stops_although_another_could_be_split(): void {
		$draft   = $this->invoice(
			'41.97',
			[ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ), Orders::line( 2, '10', [ 1 => '2' ] ) ],
			'6.99'
		);
		$verdict = ( new TotalsCheck( $this->splitter ) )
			->check( $draft, $this->computed( [ '24.96', '10.01' ], '34.97', '41.96' ) );
		$this->assertSame( ProblemCode::TotalsDiffer, $verdict->problem?->code );
	}

	public function test_totals_alone_ask_for_all_rows_with_decimals(): void {
		$draft   = $this->three_at_9_99();
		$verdict = ( new TotalsCheck( $this->splitter ) )->check( $draft, $this->computed( [], '24.97', '29.96' ) );
		$this->assertSame( [ 0 ], $verdict->rows_to_split );
	}

	public function test_rows_without_decimals_stay_when_sellsy_names_none(): void {
		$lines = [ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ), Orders::line( 2, '20', [ 1 => '4' ], '2' ) ];
		$draft = $this->invoice( '53.97', $lines, '8.99' );
		$this->assertSame( [ '3 × 8.323', '2 × 10', '1 × 0.01' ], $this->rows( $draft ) );
		$split = $this->splitter->split( $draft, $this->splitter->splittable( $draft ) );
		$this->assertSame( [ '2 × 8.32', '1 × 8.33', '2 × 10', '1 × 0.01' ], $this->rows( $split ) );
	}

	/** @param list<string> $facts */
	#[TestWith( [ '12', ProblemCode::AmountNotWritable, [ '11.994', 'KWD' ] ] )]
	#[TestWith( [ '11.99', ProblemCode::AmountNotWritable, [ '11.994', 'KWD' ] ] )]
	#[TestWith( [ '11.995', ProblemCode::TotalsDiffer, [ '11.994', '11.995' ] ], 'it keeps three' )]
	public function test_a_currency_whose_third_decimal_sellsy_drops_stops(
		string $incl_tax,
		ProblemCode $code,
		array $facts
	): void {
		$line    = Orders::line( 1, '9.995', [ 1 => '1.999' ] );
		$dinars  = [ 'currency' => Currency::from_code( 'KWD' ) ];
		$draft   = $this->shop->invoice( Orders::of( '11.994', [ $line ], [ 1 => '1.999' ], true, $dinars ) );
		$problem = ( new TotalsCheck( $this->splitter ) )
			->check( $draft, $this->computed( [ '10' ], '10', $incl_tax ) )->problem;
		$this->assertSame( [ $code, $facts ], [ $problem?->code, array_values( $problem->facts ?? [] ) ] );
	}

	public function test_rows_that_are_simple_already_stay(): void {
		$draft = $this->invoice( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], '2' );
		$this->assertEquals( $draft->rows, $this->splitter->split( $draft, [ 0 ] )->rows );
	}

	private function three_at_9_99(): DocumentDraft {
		return $this->invoice( '29.97', [ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ) ], '4.99' );
	}

	/** @param list<OrderLine> $lines */
	private function invoice( string $total, array $lines, string $vat ): DocumentDraft {
		return $this->shop->invoice( Orders::of( $total, $lines, [ 1 => $vat ] ) );
	}

	private function check( DocumentDraft $draft, int $unit_decimals ): \OrderInvoicer\Domain\Content\TotalsVerdict {
		return ( new TotalsCheck( $this->splitter ) )
			->check( $draft, SellsyArithmetic::of( $this->shop, $unit_decimals )->compute( $draft ) );
	}

	/** @param list<string> $rows */
	private function computed( array $rows, string $excl_tax, string $incl_tax ): ComputedDocument {
		return new ComputedDocument(
			array_map( Decimal::from_string( ... ), $rows ),
			Decimal::from_string( $excl_tax ),
			Decimal::from_string( $incl_tax )
		);
	}

	/** @return list<string> */
	private function rows( DocumentDraft $draft ): array {
		return array_map(
			static fn ( $row ): string => "{$row->quantity?->to_string()} × {$row->unit_amount?->to_string()}",
			$draft->rows
		);
	}
}
