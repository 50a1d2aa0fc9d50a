<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Amounts\LineBases;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** How much of a line lies under each of its rates, by the VAT that the order has of each. */
final class LineBasesTest extends TestCase {

	/** Rate ids say their percent: 20 is the rate of 20 %, 0 is that of none. */
	private const TAXES = [ 20, 10, 0 ];

	/** @return iterable<string, array{string, array<int, string>, array<int, string>, 2?: int}> HT, VAT, bases. */
	public static function lines(): iterable {
		yield 'one rate has it all' => [ '10', [ 20 => '2' ], [ 20 => '10' ] ];
		yield 'one rate has it all, whatever its VAT' => [ '10', [ 20 => '1' ], [ 20 => '10' ] ];
		yield 'less than half a cent of VAT is none' => [ '0', [ 20 => '0.005' ], [ 20 => '0' ] ];
		yield 'two rates, each its VAT' => [
			'100',
			[
				20 => '12',
				10 => '4',
			],
			[
				20 => '60',
				10 => '40',
			],
		];
		yield 'what rounding explains is spread as VAT of each may be rounded' => [
			'10',
			[
				20 => '0.8',
				10 => '0.6075',
			],
			[
				20 => '3.975',
				10 => '6.025',
			],
		];
		yield 'so it does where it is missing' => [
			'10.15',
			[
				20 => '0.8',
				10 => '0.6075',
			],
			[
				20 => '4.025',
				10 => '6.125',
			],
		];
		yield 'so it is of a negative fee' => [
			'-9.99',
			[
				20 => '-0.4',
				10 => '-0.8',
			],
			[
				20 => '-1.9966666667',
				10 => '-7.9933333333',
			],
		];
		yield 'what has no VAT lies under the rate of none' => [
			'100',
			[
				20 => '12',
				0  => '0',
			],
			[
				20 => '60',
				0  => '40',
			],
		];
		yield 'a cent beside it is rounding' => [
			'60.01',
			[
				20 => '12',
				0  => '0',
			],
			[ 20 => '60.01' ],
		];
		yield 'a rate without VAT has no base' => [
			'10',
			[
				20 => '2',
				10 => '0',
			],
			[ 20 => '10' ],
		];
		yield 'nothing lies under the first' => [
			'0',
			[
				20 => '0',
				10 => '0',
			],
			[ 20 => '0' ],
		];
		yield 'half a cent of HT beside it goes to the larger base' => [
			'10.155',
			[
				20 => '0.8',
				10 => '0.6075',
			],
			[
				20 => '4',
				10 => '6.155',
			],
		];
		yield 'a base gives no more than it holds' => [
			'10.02',
			[
				20 => '2',
				10 => '0.001',
			],
			[
				20 => '10.0071428572',
				10 => '0.0128571428',
			],
		];
		yield 'a currency without cents rounds more' => [
			'103',
			[
				20 => '12',
				10 => '4',
			],
			[
				20 => '61',
				10 => '42',
			],
			0,
		];
	}

	/**
	 * @param array<int, string> $vat
	 * @param array<int, string> $expected
	 */
	#[DataProvider( 'lines' )]
	public function test_bases( string $total, array $vat, array $expected, int $decimals = 2 ): void {
		$bases = $this->bases( $total, $vat, $decimals );
		self::assertSame(
			$expected,
			array_map( static fn ( Decimal $base ): string => $base->to_string(), $bases )
		);
	}

	/** @return iterable<string, array{string, array<int, string>}> HT and VAT. */
	public static function unknown(): iterable {
		yield 'VAT of nothing' => [ '0', [ 20 => '0.006' ] ];
		yield 'more than rounding explains' => [
			'10',
			[
				20 => '0.8',
				10 => '0.6081',
			],
		];
		yield 'less than rounding explains' => [
			'10.1561',
			[
				20 => '0.8',
				10 => '0.6075',
			],
		];
		yield 'as in a currency without cents' => [
			'103',
			[
				20 => '12',
				10 => '4',
			],
		];
		yield 'more VAT than the line is worth: the rest would be negative' => [
			'100',
			[
				20 => '24',
				0  => '0',
			],
		];
		yield 'the same of a negative fee: the rest would be positive' => [
			'-100',
			[
				20 => '-24',
				0  => '0',
			],
		];
		yield 'VAT that a rate gives back' => [
			'100',
			[
				20 => '22',
				10 => '-1',
			],
		];
	}

	/** @param array<int, string> $vat */
	#[DataProvider( 'unknown' )]
	public function test_the_split_is_not_known( string $total, array $vat ): void {
		try {
			$this->bases( $total, $vat, 2 );
		} catch ( NeedsAttention $stop ) {
			self::assertSame( ProblemCode::TaxSplitUnknown, $stop->problem->code );
			self::assertSame( [ 'line' => 'Line 1' ], $stop->problem->facts );
			return;
		}
		self::fail( 'It was split.' );
	}

	/**
	 * @param array<int, string> $vat
	 * @return array<int, Decimal>
	 */
	private function bases( string $total, array $vat, int $decimals ): array {
		$taxes    = array_combine( self::TAXES, array_map( Decimal::of_int( ... ), self::TAXES ) );
		$percents = array_intersect_key( $taxes, $vat );
		self::assertNotSame( [], $percents );
		return ( new LineBases( $decimals ) )->bases( Orders::line( 1, $total, $vat ), $percents );
	}
}
