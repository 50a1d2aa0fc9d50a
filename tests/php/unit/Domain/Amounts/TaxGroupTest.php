<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Amounts\TtcTotals;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** The arithmetic of one tax: its VAT, how far rounding explains another, and the HT that leads to what was charged. */
final class TaxGroupTest extends TestCase {

	#[TestWith( [ '20', 1000, 200 ] )]
	#[TestWith( [ '20', 2, 0 ], '0.4 of a cent' )]
	#[TestWith( [ '20', 3, 1 ], '0.6 of a cent' )]
	#[TestWith( [ '5.5', 100, 6 ], 'half a cent goes up' )]
	#[TestWith( [ '0', 1000, 0 ] )]
	public function test_vat_is_rounded_once_and_half_up( string $percent, int $ht, int $vat ): void {
		$group = TaxGroups::of( $percent, [ [ '10', '2' ] ], '2', $ht );
		self::assertSame( [ $vat, $ht + $vat ], [ $group->vat(), $group->ttc() ] );
		$other = $group->with_ht( 0 );
		self::assertSame( [ $vat, $ht + $vat ], [ $other->vat( $ht ), $other->ttc( $ht ) ] );
		self::assertSame( [ 0, 0 ], [ $group->vat( 0 ), $group->ttc( 0 ) ] );
	}

	public function test_taxes_of_one_category_and_percent_are_one_group(): void {
		$key = TaxGroup::key( Shop::tax( 1, '20.00', 'S' ) );
		self::assertSame( $key, TaxGroup::key( Shop::tax( 2, '20', 'S' ) ) );
		self::assertNotSame( $key, TaxGroup::key( Shop::tax( 1, '20', 'E' ) ) );
		self::assertNotSame( $key, TaxGroup::key( Shop::tax( 1, '2', 'S' ) ) );
	}

	public function test_what_was_charged_is_all_parts_with_their_vat(): void {
		$group = TaxGroups::of( '20', [ [ '10.005', '2.001' ], [ '-3', '-0.6' ] ], '1.4' );
		self::assertSame( '8.406', $group->charged()->to_string() );
	}

	/** Half a cent for each line that is worth something, and one more. */
	#[TestWith( [ '2.015', true ] )]
	#[TestWith( [ '2.016', false ] )]
	#[TestWith( [ '1.985', true ] )]
	#[TestWith( [ '1.984', false ] )]
	public function test_the_bound_of_one_line_is_a_cent_and_a_half( string $stored, bool $is_explained ): void {
		$alone  = TaxGroups::of( '20', [ [ '10', '2' ] ], $stored, 1000 );
		$beside = TaxGroups::of( '20', [ [ '10', '2' ], [ '0', '0' ] ], $stored, 1000 );
		self::assertSame( [ 3, 3 ], [ $alone->doubled_bound(), $beside->doubled_bound() ] );
		self::assertSame(
			[ $is_explained, $is_explained ],
			[ $alone->explains_its_vat(), $beside->explains_its_vat() ]
		);
	}

	#[TestWith( [ '2.02', true ] )]
	#[TestWith( [ '2.0201', false ] )]
	public function test_the_bound_of_two_lines_is_two_cents( string $stored, bool $is_explained ): void {
		$group = TaxGroups::of( '20', [ [ '4', '0.8' ], [ '6', '1.2' ] ], $stored, 1000 );
		self::assertSame( $is_explained, $group->explains_its_vat() );
	}

	#[TestWith( [ '20' ] )]
	#[TestWith( [ '10' ] )]
	#[TestWith( [ '5.5' ] )]
	#[TestWith( [ '2.1' ] )]
	#[TestWith( [ '0' ] )]
	public function test_the_ht_of_a_sum_is_the_most_whose_vat_does_not_lead_beyond_it( string $percent ): void {
		$totals = new TtcTotals( new LargestRemainder() );
		$group  = TaxGroups::of( $percent, [ [ '10', '2' ] ], '2' );
		foreach ( range( 0, 400 ) as $ttc ) {
			$ht = $totals->ht( $group, $ttc );
			self::assertLessThanOrEqual( $ttc, $group->ttc( $ht ), "$ttc" );
			self::assertGreaterThan( $ttc, $group->ttc( $ht + 1 ), "$ttc" );
		}
	}

	public function test_what_was_charged_is_kept_under_each_tax(): void {
		$totals = ( new TtcTotals( new LargestRemainder() ) )->totals(
			2301,
			[
				TaxGroups::of( '20', [ [ '10', '2' ] ], '2' ),
				TaxGroups::of( '10', [ [ '10.005', '1.0005' ] ], '1' ),
				TaxGroups::of( '5.5', [ [ '-0.004', '0' ] ], '0' ),
			]
		);
		self::assertSame( [ 1000, 1001, 0 ], array_column( $totals, 'ht' ) );
	}
}
