<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\BundleLines;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\ItemSettings;
use PHPUnit\Framework\Attributes\DataProvider;

/** Bundles in both modes: whatever is written in whose row, the amounts are the order's. */
final class BundleLinesTest extends DocumentTestCase {

	public function test_parts_worth_nothing_stand_in_their_parents_text(): void {
		$draft = $this->invoice( $this->box_at_a_price(), ItemSettings::PARENT );

		$this->assertSame(
			[ "Line 1\nRed\n2 × Line 2\n1 × Line 3", 'Line 4' ],
			array_column( $draft->rows, 'description' )
		);
		$this->assertSame( [ '1 × 30 = 3000', '1 × 10 = 1000' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 4000, 4800, [ 101 => [ 4000, 800 ] ] );
	}

	public function test_parts_keep_rows_of_their_own_in_the_other_mode(): void {
		$draft = $this->invoice( $this->box_at_a_price(), ItemSettings::PARTS );

		$this->assertSame( [ '1 × 30 = 3000', '2 × 0 = 0', '1 × 0 = 0', '1 × 10 = 1000' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 4000, 4800, [ 101 => [ 4000, 800 ] ] );
	}

	public function test_a_parent_worth_nothing_is_the_heading_of_its_priced_parts(): void {
		$draft = $this->invoice( $this->box_of_priced_parts(), ItemSettings::PARTS );

		$this->assertSame( [ '# Line 1', '1 × 20 = 2000', '1 × 10 = 1000' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 3000, 3600, [ 101 => [ 3000, 600 ] ] );
	}

	public function test_a_part_with_a_price_keeps_its_row(): void {
		$draft = $this->invoice( $this->box_of_priced_parts(), ItemSettings::PARENT );

		$this->assertSame( [ '1 × 0 = 0', '1 × 20 = 2000', '1 × 10 = 1000' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 3000, 3600, [ 101 => [ 3000, 600 ] ] );
	}

	public function test_a_part_that_a_coupon_made_free_keeps_its_row(): void {
		$lines = [ $this->line( 1, '30' ), $this->line( 2, '0', 1, [ 'subtotal' => Decimal::from_string( '5' ) ] ) ];
		$order = Orders::of( '36', $lines, [ 1 => '6' ], false );
		$this->assertSame(
			[ 1, 2 ],
			array_column( ( new BundleLines() )->order( $order, ItemSettings::PARENT )->lines, 'id' )
		);
	}

	public function test_a_bundle_in_a_bundle_stands_in_the_row_of_the_outer_one(): void {
		$lines = [ $this->line( 1, '30' ), $this->line( 2, '0', 1 ), $this->line( 3, '0', 2 ) ];
		$kept  = ( new BundleLines() )
			->order( Orders::of( '36', $lines, [ 1 => '6' ], false ), ItemSettings::PARENT )->lines;
		$this->assertSame( [ "1 × Line 2\n1 × Line 3" ], array_column( $kept, 'details' ) );
	}

	/** @param list<int> $ids */
	#[DataProvider( 'odd_parents' )]
	public function test_a_part_whose_parent_is_not_to_be_found_keeps_its_row( int $part_of, array $ids ): void {
		$order = Orders::of( '36', [ $this->line( 1, '30' ), $this->line( 2, '0', $part_of ) ], [ 1 => '6' ], false );
		$this->assertSame(
			$ids,
			array_column( ( new BundleLines() )->order( $order, ItemSettings::PARENT )->lines, 'id' )
		);
	}

	/** @return iterable<string, array{int, list<int>}> */
	public static function odd_parents(): iterable {
		yield 'deleted' => [ 99, [ 1, 2 ] ];
		yield 'itself' => [ 2, [ 1, 2 ] ];
	}

	private function box_at_a_price(): OrderSnapshot {
		$lines = [
			$this->line( 1, '30', 0, [ 'details' => 'Red' ] ),
			$this->line( 2, '0', 1, [ 'quantity' => Decimal::from_string( '2' ) ] ),
			$this->line( 3, '0', 1 ),
			$this->line( 4, '10', 1 ),
		];
		return Orders::of( '48', $lines, [ 1 => '8' ], false );
	}

	private function box_of_priced_parts(): OrderSnapshot {
		return Orders::of(
			'36',
			[ $this->line( 1, '0' ), $this->line( 2, '20', 1 ), $this->line( 3, '10', 1 ) ],
			[ 1 => '6' ],
			false
		);
	}

	/** @param array<string, mixed> $more */
	private function line( int $id, string $total, int $part_of = 0, array $more = [] ): OrderLine {
		return Orders::line(
			$id,
			$total,
			[ 1 => Decimal::from_string( $total )->times( Decimal::from_string( '0.2' ) )->to_string() ],
			'1',
			[ 'part_of' => $part_of ] + $more
		);
	}

	private function invoice( OrderSnapshot $order, string $mode ): DocumentDraft {
		$this->shop->bundles = $mode;
		return $this->shop->invoice( $order );
	}
}
