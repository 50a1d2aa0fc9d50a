<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\TestCase;

/** Where the cent cannot be explained nothing is made, and the reason is named. */
final class StopsTest extends TestCase {

	private Shop $shop;

	protected function setUp(): void {
		$this->shop = new Shop();
	}

	public function test_stacked_rates_stop(): void {
		$order = Orders::of(
			'130',
			[
				Orders::line(
					1,
					'100',
					[
						1 => '20',
						2 => '10',
					]
				),
			],
			[
				1 => '20',
				2 => '10',
			],
			false
		);
		$this->assert_stop( $order, ProblemCode::TaxSplitUnknown, [ 'line' => 'Line 1' ] );
	}

	/** 0.61 ÷ 10 % is 6.10: with 6.00 it exceeds 12.00 by 0.10, more than rounding explains (0.075). */
	public function test_bases_that_miss_the_line_stop(): void {
		$order = Orders::of(
			'13.81',
			[
				Orders::line(
					1,
					'12',
					[
						1 => '1.2',
						2 => '0.61',
					]
				),
			],
			[
				1 => '1.2',
				2 => '0.61',
			],
			false
		);
		$this->assert_stop( $order, ProblemCode::TaxSplitUnknown, [ 'line' => 'Line 1' ] );
	}

	/** 10 % on 100 and 20 % on 110. */
	public function test_compound_rates_stop(): void {
		$order = Orders::of(
			'132',
			[
				Orders::line(
					1,
					'100',
					[
						1 => '22',
						2 => '10',
					]
				),
			],
			[
				1 => '22',
				2 => '10',
			],
			false
		);
		$this->assert_stop( $order, ProblemCode::TaxSplitUnknown, [ 'line' => 'Line 1' ] );
	}

	public function test_vat_without_a_base_stops(): void {
		$order = Orders::of( '2', [ Orders::line( 1, '0', [ 1 => '2' ] ) ], [ 1 => '2' ] );
		$this->assert_stop( $order, ProblemCode::TaxSplitUnknown, [ 'line' => 'Line 1' ] );
	}

	public function test_an_unmapped_rate_is_named(): void {
		unset( $this->shop->rates[3] );
		$order = Orders::of( '10.55', [ Orders::line( 1, '10', [ 3 => '0.55' ] ) ], [ 3 => '0.55' ] );
		$this->assert_stop(
			$order,
			ProblemCode::TaxUnmapped,
			[
				'rate_id' => 3,
				'rate_label' => 'VAT 5.5',
				'percent' => '5.5',
			]
		);
	}

	public function test_a_mapped_percent_other_than_the_orders_stops(): void {
		$this->shop->rates[1] = Shop::tax( 101, '19.6', 'S' );
		$this->assert_stop(
			$this->simple(),
			ProblemCode::TaxPercentDiffers,
			[
				'rate_label' => 'VAT 20',
				'order_percent' => '20',
				'sellsy_percent' => '19.6',
			]
		);
	}

	public function test_a_tax_that_new_documents_may_not_use_stops(): void {
		$this->shop->rates[1] = Shop::tax( 101, '20', 'S', false );
		$this->assert_stop( $this->simple(), ProblemCode::TaxUnusable, [ 'tax_label' => 'TVA 20 %' ] );
	}

	public function test_a_rate_that_the_order_does_not_know_stops(): void {
		$order = Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [] );
		$this->assert_stop( $order, ProblemCode::TaxRateMissing, [ 'rate_id' => 1 ] );
	}

	public function test_vat_on_no_line_stops(): void {
		$order = Orders::of(
			'13',
			[ Orders::line( 1, '10', [ 1 => '2' ] ) ],
			[
				1 => '2',
				2 => '1',
			]
		);
		$this->assert_stop( $order, ProblemCode::TaxWithoutRate, [ 'line' => 'VAT 10' ] );
	}

	public function test_lines_that_do_not_add_up_stop(): void {
		$order = Orders::of( '15', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] );
		$this->assert_stop(
			$order,
			ProblemCode::LinesDoNotAddUp,
			[
				'order_total' => '15.00',
				'lines_total' => '12.00',
			]
		);
	}

	public function test_taxes_typed_by_hand_stop(): void {
		$order = Orders::of( '11.50', [ Orders::line( 1, '10', [ 1 => '1.5' ] ) ], [ 1 => '1.5' ], false );
		$this->assert_stop(
			$order,
			ProblemCode::TaxesAreNotRates,
			[
				'order_vat' => '1.50',
				'document_vat' => '2.00',
				'order_total' => '11.50',
				'document_total' => '12.00',
			]
		);
	}

	public function test_vat_that_its_rate_does_not_give_stops_although_the_total_would_fit(): void {
		$order = Orders::of( '12', [ Orders::line( 1, '10.10', [ 1 => '1.9' ] ) ], [ 1 => '1.9' ] );
		$this->assert_stop(
			$order,
			ProblemCode::TaxesAreNotRates,
			[
				'order_vat' => '1.90',
				'document_vat' => '2.00',
				'order_total' => '12.00',
				'document_total' => '12.00',
			]
		);
	}

	/** The bound of one item is a cent and a half: VAT of 2.01 passes, 2.02 does not. */
	public function test_the_bound_is_half_a_cent_per_item_and_one(): void {
		$this->shop->invoice(
			Orders::of( '12.01', [ Orders::line( 1, '10', [ 1 => '2.01' ] ) ], [ 1 => '2.01' ], false )
		);
		$order = Orders::of( '12.02', [ Orders::line( 1, '10', [ 1 => '2.02' ] ) ], [ 1 => '2.02' ], false );
		$this->assert_stop(
			$order,
			ProblemCode::TaxesAreNotRates,
			[
				'order_vat' => '2.02',
				'document_vat' => '2.00',
				'order_total' => '12.02',
				'document_total' => '12.00',
			]
		);
	}

	public function test_the_owners_cap_stops(): void {
		$this->shop->cap = 0;
		$order           = Orders::of(
			'29.97',
			[ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ) ],
			[ 1 => '4.99' ]
		);
		$this->assert_stop(
			$order,
			ProblemCode::RoundingOverCap,
			[
				'amount' => '0.01',
				'cap' => '0.00',
				'order_total' => '29.97',
				'document_total' => '29.96',
			]
		);
	}

	public function test_a_rest_without_a_confirmed_tax_stops(): void {
		$this->shop->rounding = null;
		$order                = Orders::of(
			'29.97',
			[ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ) ],
			[ 1 => '4.99' ]
		);
		$this->assert_stop( $order, ProblemCode::RoundingTaxUnset, [ 'amount' => '0.01' ] );
	}

	public function test_a_negative_fee_larger_than_its_tax_stops(): void {
		$lines = [
			Orders::line( 1, '10', [ 1 => '2' ] ),
			Orders::line( 2, '5', [ 2 => '0.5' ] ),
			Orders::line( 3, '-6', [ 2 => '-0.6' ] ),
		];
		$this->assert_stop(
			Orders::of(
				'10.90',
				$lines,
				[
					1 => '2',
					2 => '-0.1',
				]
			),
			ProblemCode::NegativeFeeTooBig,
			[ 'line' => 'Line 3' ]
		);
	}

	public function test_an_order_worth_less_than_nothing_stops(): void {
		$this->assert_stop(
			Orders::of( '-12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] ),
			ProblemCode::AmountNotWritable,
			[
				'amount' => '-12',
				'currency' => 'EUR',
			]
		);
	}

	public function test_no_line_nothing_to_invoice(): void {
		$this->assert_stop( Orders::of( '0', [], [] ), ProblemCode::NothingToInvoice, [] );
	}

	public function test_no_rate_category_stops(): void {
		$this->shop->category_id = null;
		$this->assert_stop( $this->simple(), ProblemCode::RateCategoryUnset, [] );
	}

	public function test_a_domestic_line_without_rate_stops_whatever_else_is_confirmed(): void {
		$order = Orders::of( '10', [ Orders::line( 1, '10', [] ) ], [] );
		$this->assert_stop( $order, ProblemCode::ExemptionUnknown, [ 'line' => 'Line 1' ] );
	}

	public function test_an_unconfirmed_situation_is_named(): void {
		unset( $this->shop->exempt[ ExemptSituation::OutsideEu->value ] );
		$order = Orders::of( '10', [ Orders::line( 1, '10', [] ) ], [], true, [ 'tax_country' => 'CH' ] );
		$this->assert_stop(
			$order,
			ProblemCode::ExemptionUnmapped,
			[
				'situation' => 'outside_eu',
				'line' => 'Line 1',
				'country' => 'CH',
			]
		);
	}

	public function test_a_situation_mapped_to_a_taxed_rate_stops(): void {
		$this->shop->exempt[ ExemptSituation::OutsideEu->value ] = Shop::tax( 101, '20', 'S' );
		$order = Orders::of( '10', [ Orders::line( 1, '10', [] ) ], [], true, [ 'tax_country' => 'CH' ] );
		$this->assert_stop(
			$order,
			ProblemCode::TaxPercentDiffers,
			[
				'rate_label' => 'TVA 20 %',
				'order_percent' => '0',
				'sellsy_percent' => '20',
			]
		);
	}

	private function simple(): OrderSnapshot {
		return Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ] );
	}

	/** @param array<string, string|int> $facts */
	private function assert_stop( OrderSnapshot $order, ProblemCode $code, array $facts ): void {
		try {
			$this->shop->invoice( $order );
		} catch ( NeedsAttention $stop ) {
			$this->assertSame( [ $code->value, $facts ], [ $stop->problem->code->value, $stop->problem->facts ] );
			return;
		}
		$this->fail( "Expected to stop: {$code->value}" );
	}
}
