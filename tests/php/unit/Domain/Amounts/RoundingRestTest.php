<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Amounts\RoundingRest;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What HT and VAT leave of the order's total: zero or a little more, or the order stops. */
final class RoundingRestTest extends TestCase {

	/** @return iterable<string, array{list<TaxGroup>, int, int, int, list<int>, int}> total, cap, known, HT, rest. */
	public static function orders(): iterable {
		$twelve  = TaxGroups::of( '20', [ [ '10', '2' ] ], '2', 1000 );
		$less    = TaxGroups::of( '20', [ [ '9.99', '2' ] ], '2', 1000 );
		$eleven  = TaxGroups::of( '10', [ [ '10', '1' ] ], '1', 1000 );
		$lower   = TaxGroups::of( '10', [ [ '9.99', '1' ] ], '1', 1000 );
		$emptied = TaxGroups::of( '5.5', [ [ '-0.02', '0' ] ], '0', 0 );
		yield 'nothing is left' => [ [ $twelve ], 1200, 0, 0, [ 1000 ], 0 ];
		yield 'a cent is left' => [ [ $twelve ], 1201, 1, 0, [ 1000 ], 1 ];
		yield 'a cent too much: HT gives it' => [ [ $twelve ], 1199, 1, 0, [ 999 ], 0 ];
		yield 'the tax that exceeds the order most gives it' => [ [ $twelve, $lower ], 2299, 1, 0, [ 1000, 999 ], 0 ];
		yield 'wherever it stands' => [ [ $less, $eleven ], 2299, 1, 0, [ 999, 1000 ], 0 ];
		yield 'of two alike the first' => [ [ $twelve, $eleven ], 2299, 1, 0, [ 999, 1000 ], 0 ];
		yield 'two cents, one of each' => [ [ $less, $lower ], 2298, 2, 0, [ 999, 999 ], 0 ];
		yield 'a tax of nothing has none to give' => [ [ $emptied, $twelve ], 1199, 1, 0, [ 0, 999 ], 0 ];
		yield 'a tax of one cent gives it' => [
			[ TaxGroups::of( '20', [ [ '0.004', '0' ] ], '0', 1 ) ],
			0,
			1,
			0,
			[ 0 ],
			0,
		];
		yield 'two lines explain two cents' => [
			[ TaxGroups::of( '20', [ [ '4', '0.8' ], [ '6', '1.2' ] ], '2', 1000 ) ],
			1202,
			2,
			0,
			[ 1000 ],
			2,
		];
		yield 'what the credited document shows is explained' => [ [ $twelve ], 1202, 5, 1, [ 1000 ], 2 ];
	}

	/**
	 * @param non-empty-list<TaxGroup> $groups
	 * @param list<int>                $ht
	 */
	#[DataProvider( 'orders' )]
	public function test_settled( array $groups, int $total, int $cap, int $known, array $ht, int $rest ): void {
		$settling = new RoundingRest( total: $total, decimals: 2, cap: $cap, known: $known );
		$settled  = $settling->settle( $groups );
		self::assertSame( $ht, array_column( $settled, 'ht' ) );
		self::assertSame( $rest, $settling->rest( $settled ) );
	}

	/** @return iterable<string, array{list<TaxGroup>, int, int, int, array<string, string>}> as above, facts. */
	public static function stops(): iterable {
		$twelve = TaxGroups::of( '20', [ [ '10', '2' ] ], '2', 1000 );
		$totals = static fn ( string $order, string $document = '12.00' ): array => [
			'order_total'    => $order,
			'document_total' => $document,
		];
		$vat    = [
			'order_vat'    => '2.00',
			'document_vat' => '2.00',
		];
		$over   = static fn ( string $amount ): array => [
			'amount' => $amount,
			'cap'    => '0.00',
		];
		yield 'two cents of one line' => [ [ $twelve ], 1202, 5, 0, $vat + $totals( '12.02' ) ];
		yield 'two cents too much' => [ [ $twelve ], 1198, 5, 0, $vat + $totals( '11.98' ) ];
		yield 'three where one is explained' => [ [ $twelve ], 1203, 5, 1, $vat + $totals( '12.03' ) ];
		yield 'the owner allows none' => [ [ $twelve ], 1201, 0, 0, $over( '0.01' ) + $totals( '12.01' ) ];
		yield 'nor one too much' => [ [ $twelve ], 1199, 0, 0, $over( '-0.01' ) + $totals( '11.99' ) ];
		yield 'the VAT of one tax is another, although the sum fits' => [
			[
				TaxGroups::of( '20', [ [ '10', '2' ] ], '2.02', 1000 ),
				TaxGroups::of( '10', [ [ '10', '1' ] ], '0.98', 1000 ),
			],
			2300,
			5,
			0,
			[
				'order_vat'    => '3.00',
				'document_vat' => '3.00',
			] + $totals( '23.00', '23.00' ),
		];
		$steep = [ [ '2', '4' ], [ '4', '8' ], [ '4', '8' ] ];
		yield 'a step of HT leaves more than the owner allows' => [
			[ TaxGroups::of( '200', $steep, '20', 1000 ) ],
			2999,
			1,
			0,
			[
				'amount' => '0.02',
				'cap'    => '0.01',
			] + $totals( '29.99', '29.97' ),
		];
		yield 'a step of HT leaves another VAT' => [
			[ TaxGroups::of( '200', [ [ '10', '20' ] ], '20', 1000 ) ],
			2999,
			2,
			0,
			[
				'order_vat'    => '20.00',
				'document_vat' => '19.98',
			] + $totals( '29.99', '29.97' ),
		];
		yield 'another VAT is not mended by a step of HT' => [
			[ TaxGroups::of( '20', [ [ '10.03', '1.985' ] ], '1.985', 1003 ) ],
			1203,
			1,
			0,
			[
				'order_vat'    => '1.99',
				'document_vat' => '2.01',
			] + $totals( '12.03', '12.04' ),
		];
		yield 'nobody can give it' => [
			[ TaxGroups::of( '20', [ [ '0.001', '0' ] ], '0', 0 ) ],
			-1,
			1,
			0,
			[
				'order_vat'    => '0.00',
				'document_vat' => '0.00',
			] + $totals( '-0.01', '0.00' ),
		];
	}

	/**
	 * @param non-empty-list<TaxGroup> $groups
	 * @param array<string, string>    $facts
	 */
	#[DataProvider( 'stops' )]
	public function test_stops( array $groups, int $total, int $cap, int $known, array $facts ): void {
		try {
			( new RoundingRest( total: $total, decimals: 2, cap: $cap, known: $known ) )->settle( $groups );
		} catch ( NeedsAttention $stop ) {
			self::assertSame( $facts, $stop->problem->facts );
			self::assertSame(
				isset( $facts['cap'] ) ? 'rounding_over_cap' : 'taxes_are_not_rates',
				$stop->problem->code->value
			);
			return;
		}
		self::fail( 'It was settled.' );
	}
}
