<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Money;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use PHPUnit\Framework\TestCase;

final class LargestRemainderTest extends TestCase {

	/** @return iterable<string, array{int, non-empty-list<string>, list<int>}> */
	public static function cases(): iterable {
		yield 'even'                        => [ 9, [ '1', '1', '1' ], [ 3, 3, 3 ] ];
		yield 'equal remainders: the first' => [ 10, [ '1', '1', '1' ], [ 4, 3, 3 ] ];
		yield 'the largest remainder'       => [ 100, [ '33.3', '33.3', '33.4' ], [ 33, 33, 34 ] ];
		yield 'in proportion'               => [ 7, [ '0.5', '3' ], [ 1, 6 ] ];
		yield 'a share of zero gets nothing' => [ 5, [ '0', '2' ], [ 0, 5 ] ];
		yield 'nothing to go by'            => [ 5, [ '0', '0' ], [ 5, 0 ] ];
		yield 'nothing to spread'           => [ 0, [ '1', '2' ], [ 0, 0 ] ];
	}

	/**
	 * @dataProvider cases
	 * @param non-empty-list<string> $shares
	 * @param list<int>              $expected
	 */
	public function test_nothing_is_lost( int $total, array $shares, array $expected ): void {
		$this->assertSame(
			$expected,
			( new LargestRemainder() )->spread( $total, array_map( Decimal::from_string( ... ), $shares ) )
		);
	}
}
