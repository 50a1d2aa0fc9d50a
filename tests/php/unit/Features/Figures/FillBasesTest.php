<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Figures;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Features\Figures\Rules\FillBases;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The HT of each tax of documents that an earlier release made. */
final class FillBasesTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( finalise: true );
		for ( $id = 1; $id <= 30; $id++ ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 15 );
		foreach ( array_keys( $this->world->report->rows ) as $task_id ) {
			$this->forget_bases( $task_id );
		}
		$this->world->kept->delete( FillBases::OPTION );
	}

	public function test_they_are_read_once_each_some_in_a_pass(): void {
		$this->world->pass_time( 1 );
		self::assertSame( 20, $this->known() );
		self::assertSame( [ 1000 ], $this->bases( $this->last() ), 'The newest first.' );
		$this->world->pass_time( 10 );
		self::assertSame( 30, $this->known() );
	}

	public function test_a_document_of_another_account_tells_nothing(): void {
		$last = $this->last();
		$was  = $this->world->report->rows[ $last ]['document'];

		$this->world->report->rows[ $last ]['document'] = self::taxed( $was, 'F-9999' );
		$this->world->pass_time( 10 );
		self::assertSame( [ null, null ], $this->bases( $last ) );
	}

	public function test_one_that_cannot_be_read_is_not_in_the_way_of_the_others(): void {
		$this->world->invoicing->unreadable = $this->world->report->rows[ $this->last() ]['document']->id;
		$this->world->pass_time( 15 );
		self::assertSame( 29, $this->known() );
		$this->world->invoicing->unreadable = 0;
		$this->world->clock->advance( 8 * 86_400 );
		$this->world->pass_time( 6 );
		self::assertSame( 30, $this->known() );
	}

	public function test_it_rests_at_the_end_and_looks_again_after_a_week(): void {
		$this->world->pass_time( 15 );
		$this->forget_bases( $this->last() );
		$this->world->pass_time( 60 );
		self::assertSame( 29, $this->known() );
		$this->world->clock->advance( 8 * 86_400 );
		$this->world->pass_time( 6 );
		self::assertSame( 30, $this->known() );
	}

	/** As a list told them, of two taxes. */
	private function forget_bases( int $task_id ): void {
		$was = $this->world->report->rows[ $task_id ]['document'];

		$this->world->report->rows[ $task_id ]['document'] = self::taxed( $was, $was->number );
	}

	private static function taxed( ReportedDocument $was, string $number ): ReportedDocument {
		return new ReportedDocument(
			kind: DocumentKind::Invoice,
			id: $was->id,
			number: $number,
			date: $was->date,
			currency: $was->currency,
			excl_tax: $was->excl_tax,
			incl_tax: $was->incl_tax,
			taxes: [ new ReportedTax( 20, '20', 200 ), new ReportedTax( 55, '5.5', 0 ) ]
		);
	}

	private function last(): int {
		return max( array_keys( $this->world->report->rows ) );
	}

	private function known(): int {
		$known = array_filter(
			array_keys( $this->world->report->rows ),
			fn ( int $task_id ): bool => ( $this->bases( $task_id )[0] ?? null ) !== null
		);
		return count( $known );
	}

	/** @return list<int|null> */
	private function bases( int $task_id ): array {
		return array_column( $this->world->report->rows[ $task_id ]['document']->taxes ?? [], 'base' );
	}
}
