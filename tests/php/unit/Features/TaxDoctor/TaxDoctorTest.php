<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TaxDoctor;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Account\TaxRefusal;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Features\TaxDoctor\Rules\Finding;
use OrderInvoicer\Features\TaxDoctor\Rules\FindingCode;
use OrderInvoicer\Features\TaxDoctor\Rules\ShopTaxes;
use OrderInvoicer\Features\TaxDoctor\Rules\TaxChoices;
use OrderInvoicer\Features\TaxDoctor\Rules\TaxDoctor;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TaxDoctorTest extends TestCase {

	/** The rounding tax is chosen in each, so that only what the case is about is found. */
	private const ROUNDING = 90;

	/** @return iterable<string, array{list<string>, ShopTaxes}> codes, and the shop. */
	public static function shops(): iterable {
		$fr20 = self::rate( 1, '20' );
		$de19 = self::rate( 2, '19', 'DE' );
		$zero = self::rate( 3, '0' );
		yield 'all is well' => [ [], self::shop( [ $fr20 ], [ self::tax( 10, '20' ) ], [ 1 => 10 ] ) ];
		yield 'an unmapped rate stands in the table' => [ [], self::shop( [ $fr20 ], [ self::tax( 10, '20' ) ], [] ) ];
		yield 'the tax is gone' => [ [ 'tax_gone' ], self::shop( [ $fr20 ], [], [ 1 => 10 ] ) ];
		yield 'the tax is not active' => [
			[ 'tax_inactive' ],
			self::shop( [ $fr20 ], [ self::tax( 10, '20', refusal: TaxRefusal::Inactive ) ], [ 1 => 10 ] ),
		];
		yield 'the tax is not fit for e-invoices' => [
			[ 'tax_not_compliant' ],
			self::shop( [ $fr20 ], [ self::tax( 10, '20', refusal: TaxRefusal::NotCompliant ) ], [ 1 => 10 ] ),
		];
		yield 'the tax is an eco-tax' => [
			[ 'tax_is_eco_tax' ],
			self::shop( [ $fr20 ], [ self::tax( 10, '20', refusal: TaxRefusal::EcoTax ) ], [ 1 => 10 ] ),
		];
		yield 'another percentage' => [
			[ 'percent_differs' ],
			self::shop( [ $fr20 ], [ self::tax( 10, '10' ) ], [ 1 => 10 ] ),
		];
		yield 'percentages are compared as numbers' => [
			[],
			self::shop( [ self::rate( 1, '20.0000' ) ], [ self::tax( 10, '20' ) ], [ 1 => 10 ] ),
		];
		yield 'a zero rate without a reason' => [
			[ 'zero_unset' ],
			self::shop( [ $zero ], [ self::tax( 10, '0', 'K' ) ], [] ),
		];
		yield 'a zero rate under a tax of 0 % that says no reason' => [
			[ 'zero_not_exempt' ],
			self::shop( [ $zero ], [ self::tax( 10, '0', 'S' ) ], [ 3 => 10 ] ),
		];
		yield 'a zero rate with a reason' => [
			[],
			self::shop( [ $zero ], [ self::tax( 10, '0', 'K' ) ], [ 3 => 10 ] ),
		];
		yield 'a situation that orders show' => [
			[ 'situation_unset' ],
			self::shop( [], [], [], situations: [ 'outside_eu' => 2 ] ),
		];
		yield 'a situation under a taxed tax' => [
			[ 'zero_not_exempt' ],
			self::shop( [], [ self::tax( 10, '20' ) ], [], exempt: [ 'outside_eu' => 10 ] ),
		];
		yield 'a situation whose tax is gone' => [
			[ 'tax_gone' ],
			self::shop( [], [], [], exempt: [ 'outside_eu' => 10 ] ),
		];
		yield 'a situation whose tax gives another reason' => [
			[ 'situation_unfit' ],
			self::shop( [], [ self::tax( 10, '0', 'K' ) ], [], exempt: [ 'eu_consumer' => 10 ] ),
		];
		yield 'the same, and the owner says why' => [
			[],
			self::shop(
				[],
				[ self::tax( 10, '0', 'K' ) ],
				[],
				exempt: [ 'eu_consumer' => 10 ],
				reasons: [ 'eu_consumer' => 'My accountant wants it so.' ]
			),
		];
		yield 'services of a shop that chose for goods and services together' => [
			[ 'situation_unfit' ],
			self::shop(
				[],
				[ self::tax( 10, '0', 'K' ) ],
				[],
				exempt: [ 'eu_business' => 10 ],
				situations: [ 'eu_business_services' => 2 ]
			),
		];
		yield 'a rate that only orders know' => [
			[ 'rate_gone' ],
			self::shop( [], [ self::tax( 10, '20' ) ], [], gone: [ $fr20 ] ),
		];
		yield 'the same, mapped' => [ [], self::shop( [], [ self::tax( 10, '20' ) ], [ 1 => 10 ], gone: [ $fr20 ] ) ];
		yield 'twins mapped differently' => [
			[ 'mapped_differently', 'several_at_sellsy' ],
			self::shop(
				[ $fr20, self::rate( 4, '20' ) ],
				[ self::tax( 10, '20' ), self::tax( 11, '20' ) ],
				[
					1 => 10,
					4 => 11,
				]
			),
		];
		yield 'twins of two classes may differ' => [
			[ 'several_at_sellsy' ],
			self::shop(
				[ $fr20, self::rate( 4, '20', 'FR', 'reduced' ) ],
				[ self::tax( 10, '20' ), self::tax( 11, '20' ) ],
				[
					1 => 10,
					4 => 11,
				]
			),
		];
		yield 'several at Sellsy' => [
			[ 'several_at_sellsy' ],
			self::shop( [ $fr20 ], [ self::tax( 10, '20' ), self::tax( 11, '20' ) ], [ 1 => 10 ] ),
		];
		yield 'one of them is archived' => [
			[],
			self::shop(
				[ $fr20 ],
				[ self::tax( 10, '20' ), self::tax( 11, '20', refusal: TaxRefusal::Inactive ) ],
				[ 1 => 10 ]
			),
		];
		yield 'OSS under a tax of its own' => [
			[],
			self::shop(
				[ $fr20, $de19 ],
				[ self::tax( 10, '20' ), self::tax( 11, '19' ) ],
				[
					1 => 10,
					2 => 11,
				]
			),
		];
		yield 'OSS under the shop\'s own tax' => [
			[ 'foreign_shared' ],
			self::shop(
				[ $fr20, self::rate( 5, '20', 'AT' ) ],
				[ self::tax( 10, '20' ) ],
				[
					1 => 10,
					5 => 10,
				]
			),
		];
		yield 'overseas departments and Corsica are known' => [
			[],
			self::shop(
				[
					self::rate( 6, '8.5', 'RE' ),
					self::rate( 7, '8.5' ),
					self::rate( 8, '13' ),
					self::rate( 9, '0.9' ),
					self::rate( 12, '1.05' ),
				],
				[],
				[]
			),
		];
		yield 'a French rate of former times' => [
			[ 'unusual_percent' ],
			self::shop( [ self::rate( 1, '19.6' ) ], [], [] ),
		];
		yield 'rates that no order uses' => [
			[ 'rates_unused' ],
			self::shop( [ $fr20, self::rate( 4, '10' ) ], [], [], orders: [ 1 => 5 ] ),
		];
		yield 'no orders at all say nothing of rates' => [ [], self::shop( [ $fr20 ], [], [], orders: [] ) ];
		$franchise = self::tax( 10, '0', 'E', vatex: 'VATEX-FR-FRANCHISE' );
		yield 'the exemption of small businesses in a shop that charges VAT' => [
			[ 'franchise_charged' ],
			self::shop( [ $fr20 ], [ $franchise ], [], rounding: 10 ),
		];
		yield 'the same for a reason' => [
			[ 'franchise_charged' ],
			self::shop( [ $fr20 ], [ $franchise ], [], exempt: [ 'domestic_untaxed_item' => 10 ] ),
		];
		yield 'the same for a zero rate' => [
			[ 'franchise_charged' ],
			self::shop( [ $fr20, $zero ], [ $franchise ], [ 3 => 10 ] ),
		];
		yield 'it is right where none is charged' => [
			[],
			self::shop( [ $zero ], [ $franchise ], [ 3 => 10 ], rounding: 10 ),
		];
		yield 'and where rates are left from before' => [
			[],
			self::shop( [ $fr20 ], [ $franchise ], [], exempt: [ 'shop_exempt' => 10 ], tax_enabled: false ),
		];
		yield 'no rounding tax' => [ [ 'rounding_unset' ], self::shop( [], [], [], rounding: null ) ];
		yield 'a rounding tax of another category' => [
			[ 'rounding_unfit' ],
			self::shop( [], [ self::tax( 10, '0', 'O' ) ], [], rounding: 10 ),
		];
		yield 'a rounding tax that is gone' => [ [ 'rounding_unfit' ], self::shop( [], [], [], rounding: 11 ) ];
	}

	/** @param list<string> $codes */
	#[DataProvider( 'shops' )]
	public function test_what_is_found( array $codes, ShopTaxes $shop ): void {
		self::assertSame(
			$codes,
			array_map(
				static fn( Finding $finding ): string => $finding->code->value,
				( new TaxDoctor() )->examine( $shop )
			)
		);
	}

	/** @return iterable<string, array{ShopTaxes, list<int>, int}> taxes of the first finding, and the one chosen. */
	public static function named(): iterable {
		$fr20     = self::rate( 1, '20' );
		$inactive = self::tax( 10, '0', 'E', TaxRefusal::Inactive );
		yield 'a rate under another percentage' => [
			self::shop( [ $fr20 ], [ self::tax( 10, '10' ) ], [ 1 => 10 ] ),
			[ 10 ],
			10,
		];
		yield 'a rate whose tax is gone' => [ self::shop( [ $fr20 ], [], [ 1 => 10 ] ), [], 10 ];
		yield 'a situation whose tax is gone' => [ self::shop( [], [], [], exempt: [ 'outside_eu' => 10 ] ), [], 10 ];
		yield 'a situation under a taxed tax' => [
			self::shop( [], [ self::tax( 10, '20' ) ], [], exempt: [ 'outside_eu' => 10 ] ),
			[ 10 ],
			10,
		];
		yield 'a rounding whose tax is gone' => [ self::shop( [ $fr20 ], [], [], rounding: 10 ), [], 10 ];
		yield 'a rounding under one that is not active' => [
			self::shop( [ $fr20 ], [ $inactive ], [], rounding: 10 ),
			[ 10 ],
			10,
		];
	}

	/** @param list<int> $taxes */
	#[DataProvider( 'named' )]
	public function test_the_tax_is_named_where_there_is_one( ShopTaxes $shop, array $taxes, int $chosen ): void {
		$finding = ( new TaxDoctor() )->examine( $shop )[0];
		self::assertSame( [ $taxes, $chosen ], [ array_column( $finding->taxes, 'id' ), $finding->tax_id ] );
	}

	public function test_the_only_tax_that_fits_is_the_fix(): void {
		$shop = self::shop(
			[ self::rate( 1, '20' ) ],
			[ self::tax( 10, '10' ), self::tax( 11, '20' ) ],
			[ 1 => 10 ],
			orders: [ 1 => 7 ]
		);

		$finding = ( new TaxDoctor() )->examine( $shop )[0];

		self::assertSame( [ [ 1 => 11 ], 7 ], [ $finding->fix->rates, $finding->orders ] );
	}

	public function test_where_several_fit_a_person_chooses(): void {
		$shop = self::shop( [ self::rate( 1, '20' ) ], [ self::tax( 11, '20' ), self::tax( 12, '20' ) ], [ 1 => 10 ] );

		self::assertTrue( ( new TaxDoctor() )->examine( $shop )[0]->fix->is_empty() );
	}

	/** @param list<RemoteTax> $more at Sellsy, beside one of category E. */
	#[DataProvider( 'rounding_fixes' )]
	public function test_the_row_rounding_is_mended_by_what_is_certain( ?int $fix, array $more ): void {
		$finding = ( new TaxDoctor() )
			->examine( self::shop( [ self::rate( 1, '20' ) ], $more, [], rounding: null ) )[0];

		self::assertSame(
			[ FindingCode::RoundingUnset, 0, $fix ],
			[ $finding->code, $finding->orders, $finding->fix->rounding ]
		);
	}

	/** @return iterable<string, array{int|null, list<RemoteTax>}> */
	public static function rounding_fixes(): iterable {
		yield 'the only one' => [ self::ROUNDING, [] ];
		yield 'one of several' => [ null, [ self::tax( 10, '0', 'E' ) ] ];
		yield 'the only one that is no exemption of small businesses' => [
			self::ROUNDING,
			[ self::tax( 10, '0', 'E', vatex: 'VATEX-FR-FRANCHISE' ) ],
		];
	}

	public function test_the_tax_that_most_orders_use_is_proposed_for_twins(): void {
		$shop = self::shop(
			[ self::rate( 1, '20' ), self::rate( 4, '20' ) ],
			[ self::tax( 10, '20' ), self::tax( 11, '20' ) ],
			[
				1 => 10,
				4 => 11,
			],
			orders: [
				1 => 2,
				4 => 9,
			]
		);

		self::assertEquals(
			[
				1 => 11,
				4 => 11,
			],
			( new TaxDoctor() )->examine( $shop )[0]->fix->rates
		);
	}

	public function test_the_gravest_comes_first(): void {
		$shop  = self::shop( [ self::rate( 1, '19.6' ), self::rate( 2, '20' ) ], [], [ 2 => 10 ] );
		$found = ( new TaxDoctor() )->examine( $shop );

		self::assertSame( [ FindingCode::TaxGone, FindingCode::UnusualPercent ], [ $found[0]->code, $found[1]->code ] );
	}

	/**
	 * @param list<ShopRate>       $rates
	 * @param list<RemoteTax>      $taxes
	 * @param array<int, int>      $chosen
	 * @param array<string, int>   $exempt
	 * @param list<ShopRate>       $gone
	 * @param array<int, int>|null $orders
	 * @param array<string, int>   $situations
	 * @param array<string, string> $reasons
	 */
	private static function shop(
		array $rates,
		array $taxes,
		array $chosen,
		array $exempt = [],
		array $gone = [],
		?array $orders = null,
		array $situations = [],
		?int $rounding = self::ROUNDING,
		bool $tax_enabled = true,
		array $reasons = [],
	): ShopTaxes {
		$all = [ ...$taxes, self::tax( self::ROUNDING, '0', 'E' ) ];
		return new ShopTaxes(
			country: 'FR',
			rates: $rates,
			gone: $gone,
			taxes: $all,
			choices: new TaxChoices( $chosen, $exempt, $rounding, $reasons ),
			orders: $orders,
			situations: $situations,
			tax_enabled: $tax_enabled
		);
	}

	private static function rate( int $id, string $percent, string $country = 'FR', string $tax_class = '' ): ShopRate {
		return new ShopRate(
			id: $id,
			label: "TVA $percent",
			percent: Decimal::from_string( $percent ),
			country: $country,
			tax_class: $tax_class
		);
	}

	private static function tax(
		int $id,
		string $percent,
		string $category = 'S',
		?TaxRefusal $refusal = null,
		string $vatex = '',
	): RemoteTax {
		return new RemoteTax(
			id: $id,
			label: "Tax $id",
			rate: Decimal::from_string( $percent ),
			category: $category,
			usable: $refusal === null,
			vatex: $vatex,
			refusal: $refusal
		);
	}
}
