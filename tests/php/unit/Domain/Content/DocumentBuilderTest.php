<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

/** HT, VAT and the rest, worked out by hand (the numbers are those of the documentation). */
final class DocumentBuilderTest extends DocumentTestCase {

	public function test_three_at_9_99_ttc_need_a_rounding_row_of_one_cent(): void {
		$draft = $this->shop->invoice(
			Orders::of( '29.97', [ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ) ], [ 1 => '4.99' ] )
		);
		$this->assertSame( [ '3 × 8.323 = 2497', 'Rounding 1' ], $this->rows( $draft ) );
		$this->assert_totals(
			$draft,
			2498,
			2997,
			[
				101 => [ 2497, 499 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	public function test_one_at_12_00_ttc_is_exact(): void {
		$draft = $this->shop->invoice( Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] ) );
		$this->assertSame( [ '1 × 10 = 1000' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 1000, 1200, [ 101 => [ 1000, 200 ] ] );
	}

	public function test_seven_at_one_cent_ttc_keep_their_seven_cents(): void {
		$draft = $this->shop->invoice(
			Orders::of( '0.07', [ Orders::line( 1, '0.058333', [ 1 => '0.011667' ], '7' ) ], [ 1 => '0.01' ] )
		);
		$this->assertSame( [ '7 × 0.009 = 6' ], $this->rows( $draft ) );
		$this->assert_totals( $draft, 6, 7, [ 101 => [ 6, 1 ] ] );
	}

	/** 10.10 + 5.25 TTC at 20 % and 5.5 %: 8.42 + 1.68 and 4.98 + 0.27, both exact. */
	public function test_each_rate_keeps_what_was_charged(): void {
		$lines = [
			Orders::line( 1, '8.416667', [ 1 => '1.683333' ] ),
			Orders::line( 2, '4.976303', [ 3 => '0.273697' ] ),
		];
		$draft = $this->shop->invoice(
			Orders::of(
				'15.35',
				$lines,
				[
					1 => '1.68',
					3 => '0.27',
				]
			)
		);
		$this->assert_totals(
			$draft,
			1340,
			1535,
			[
				101 => [ 842, 168 ],
				103 => [
					498,
					27,
				],
			]
		);
	}

	/** 3 × 0.33 HT at 20 % rounded per line: WooCommerce 0.07 × 3 = 0.21, the law 0.20. */
	public function test_ht_lines_are_kept_and_a_positive_rest_is_a_row(): void {
		$lines = [];
		for ( $i = 1; $i <= 3; $i++ ) {
			$lines[] = Orders::line( $i, '0.33', [ 1 => '0.066' ] );
		}
		$draft = $this->shop->invoice( Orders::of( '1.20', $lines, [ 1 => '0.21' ], false ) );
		$this->assertSame( [ '1 × 0.33 = 33', '1 × 0.33 = 33', '1 × 0.33 = 33', 'Rounding 1' ], $this->rows( $draft ) );
		$this->assert_totals(
			$draft,
			100,
			120,
			[
				101 => [ 99, 20 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	/**
	 * 3 × 0.31 HT at 20 %: WooCommerce 0.06 × 3 = 0.18, total 1.11; the law 0.19, total 1.12. One cent less HT: 0.92 +
	 * 0.18 = 1.10.
	 */
	public function test_a_negative_rest_lowers_ht_and_what_is_over_is_a_row(): void {
		$lines = [
			Orders::line( 1, '0.31', [ 1 => '0.062' ] ),
			Orders::line( 2, '0.31', [ 1 => '0.062' ] ),
			Orders::line( 3, '0.31', [ 1 => '0.062' ] ),
		];
		$draft = $this->shop->invoice( Orders::of( '1.11', $lines, [ 1 => '0.18' ], false ) );
		$this->assert_totals(
			$draft,
			93,
			111,
			[
				101 => [ 92, 18 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
		$this->assertSame(
			92,
			array_sum( array_map( static fn ( $row ) => $row->tax_id === 101 ? $row->total : 0, $draft->rows ) )
		);
	}

	/** 3 × 0.31 at 20 % exceed what was charged by 0.4 cent, 1.00 at 10 % by nothing: the first gives way. */
	public function test_a_negative_rest_lowers_the_tax_that_exceeds_the_order_most(): void {
		$lines = [
			Orders::line( 1, '0.31', [ 1 => '0.062' ] ),
			Orders::line( 2, '0.31', [ 1 => '0.062' ] ),
			Orders::line( 3, '0.31', [ 1 => '0.062' ] ),
			Orders::line( 4, '1', [ 2 => '0.1' ] ),
		];
		$draft = $this->shop->invoice(
			Orders::of(
				'2.21',
				$lines,
				[
					1 => '0.18',
					2 => '0.1',
				],
				false
			)
		);
		$this->assert_totals(
			$draft,
			193,
			221,
			[
				101 => [ 92, 18 ],
				102 => [ 100, 10 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	public function test_vat_of_half_a_cent_is_rounded_up(): void {
		$draft = $this->shop->invoice(
			Orders::of( '0.06', [ Orders::line( 1, '0.05', [ 2 => '0.005' ] ) ], [ 2 => '0.01' ], false )
		);
		$this->assert_totals( $draft, 5, 6, [ 102 => [ 5, 1 ] ] );
	}

	/**
	 * 0.607 ÷ 10 % is 6.07: with 6.00 it exceeds 12.00 by 0.07, which half a cent of VAT at 20 % and 10 % explains
	 * (0.075).
	 */
	public function test_bases_may_miss_the_line_by_the_rounding_of_their_vat(): void {
		$draft = $this->shop->invoice(
			Orders::of(
				'13.81',
				[
					Orders::line(
						1,
						'12',
						[
							1 => '1.2',
							2 => '0.607',
						]
					),
				],
				[
					1 => '1.2',
					2 => '0.61',
				],
				false
			)
		);
		$this->assertSame( 1200, $draft->totals->by_tax[101]['ht'] + $draft->totals->by_tax[102]['ht'] );
	}

	/** Two WooCommerce rates of one Sellsy tax: VAT is computed once, 0.33 + 0.33 → 0.13. */
	public function test_two_rates_of_one_sellsy_tax_are_one_group(): void {
		$lines = [ Orders::line( 1, '0.33', [ 1 => '0.066' ] ), Orders::line( 2, '0.33', [ 6 => '0.066' ] ) ];
		$draft = $this->shop->invoice(
			Orders::of(
				'0.80',
				$lines,
				[
					1 => '0.07',
					6 => '0.07',
				],
				false
			)
		);
		$this->assert_totals(
			$draft,
			67,
			80,
			[
				101 => [ 66, 13 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	/** As above, but mapped to two Sellsy taxes of the same category and rate: each keeps its rows. */
	public function test_two_sellsy_taxes_of_one_category_and_rate_share_their_vat(): void {
		$this->shop->rates[6] = Shop::tax( 106, '20', 'S' );
		$lines                = [
			Orders::line( 1, '0.33', [ 1 => '0.066' ] ),
			Orders::line( 2, '0.33', [ 6 => '0.066' ] ),
		];
		$draft                = $this->shop->invoice(
			Orders::of(
				'0.80',
				$lines,
				[
					1 => '0.07',
					6 => '0.07',
				],
				false
			)
		);
		$this->assert_totals(
			$draft,
			67,
			80,
			[
				101 => [ 33, 7 ],
				106 => [ 33, 6 ],
				Shop::ROUNDING_TAX => [
					1,
					0,
				],
			]
		);
	}

	/** Shipping of 12 HT, VAT 1.20 at 20 % and 0.60 at 10 %: bases 6 and 6. */
	public function test_a_line_under_two_rates_is_split_by_base(): void {
		$draft = $this->shop->invoice(
			Orders::of(
				'13.80',
				[
					Orders::line(
						1,
						'12',
						[
							1 => '1.2',
							2 => '0.6',
						]
					),
				],
				[
					1 => '1.2',
					2 => '0.6',
				],
				false
			)
		);
		$this->assertSame( [ '1 × 6 = 600', '1 × 6 = 600' ], $this->rows( $draft ) );
		$this->assert_totals(
			$draft,
			1200,
			1380,
			[
				101 => [ 600, 120 ],
				102 => [
					600,
					60,
				],
			]
		);
	}

	public function test_two_of_a_line_under_two_rates_are_one_of_each(): void {
		$taxes = [
			1 => '1.2',
			2 => '0.6',
		];
		$draft = $this->shop->invoice(
			Orders::of( '13.80', [ Orders::line( 1, '12', $taxes, '2' ) ], $taxes, false )
		);
		$this->assertSame( [ '1 × 6 = 600', '1 × 6 = 600' ], $this->rows( $draft ) );
	}

	public function test_under_a_zero_rate_lies_what_the_other_leaves(): void {
		$draft = $this->shop->invoice(
			Orders::of(
				'11',
				[
					Orders::line(
						1,
						'10',
						[
							1 => '1',
							5 => '0',
						]
					),
				],
				[
					1 => '1',
					5 => '0',
				],
				false
			)
		);
		$this->assert_totals(
			$draft,
			1000,
			1100,
			[
				101 => [ 500, 100 ],
				105 => [
					500,
					0,
				],
			]
		);
	}
}
