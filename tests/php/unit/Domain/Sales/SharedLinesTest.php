<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Sales;

use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sales\SharedLine;
use OrderInvoicer\Domain\Sales\SharedLines;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which lines of a sale that stands in several orders are one line: what is given back of it is given back once. */
final class SharedLinesTest extends TestCase {

	/** @return iterable<string, array{list<OrderLine>, list<list<OrderLine>>, list<string>}> its orders, lines. */
	public static function sales(): iterable {
		yield 'each line again, on one child each' => [
			[ self::line( 1, 10 ), self::line( 2, 20 ) ],
			[ [ self::line( 11, 10 ) ], [ self::line( 21, 20 ) ] ],
			[ '11 of order 101 is 1', '21 of order 102 is 2' ],
		];
		yield 'the same product twice, by its price' => [
			[ self::line( 1, 10, '8' ), self::line( 2, 10, '10' ) ],
			[ [ self::line( 11, 10, '10' ), self::line( 12, 10, '8' ) ] ],
			[ '11 of order 101 is 2', '12 of order 101 is 1' ],
		];
		yield 'the same product twice at one price' => [
			[ self::line( 1, 10 ), self::line( 2, 10 ) ],
			[ [ self::line( 11, 10 ) ], [ self::line( 21, 10 ) ] ],
			[ '11 of order 101 is 1', '21 of order 102 is 2' ],
		];
		yield 'another quantity is another line' => [
			[ self::line( 1, 10 ) ],
			[ [ self::line( 11, 10, '10', '2' ), self::line( 12, 10 ) ] ],
			[ '12 of order 101 is 1', '11 of order 101 is 0' ],
		];
		yield 'one delivery that the children share' => [
			[ self::line( 1, 10 ), self::delivery( 2, '10' ) ],
			[ [ self::line( 11, 10 ), self::delivery( 12, '4' ) ], [ self::delivery( 22, '6' ) ] ],
			[ '11 of order 101 is 1', '12 of order 101 is 2', '22 of order 102 is 2' ],
		];
		yield 'deliveries that do not come to the parents' => [
			[ self::delivery( 2, '10' ) ],
			[ [ self::delivery( 12, '4' ) ], [ self::delivery( 22, '5' ) ] ],
			[ '2 of order 0 is 2', '12 of order 101 is 0', '22 of order 102 is 0' ],
		];
		yield 'a fee of the marketplace, on the parent alone' => [
			[ self::line( 1, 10 ), self::line( 3, 0, '2' ) ],
			[ [ self::line( 11, 10 ) ] ],
			[ '11 of order 101 is 1', '3 of order 0 is 3' ],
		];
		yield 'a line that only a child has' => [
			[ self::line( 1, 10 ) ],
			[ [ self::line( 11, 10 ), self::line( 12, 30 ) ] ],
			[ '11 of order 101 is 1', '12 of order 101 is 0' ],
		];
	}

	/**
	 * @param list<OrderLine>       $parent
	 * @param list<list<OrderLine>> $children
	 * @param list<string>          $lines
	 */
	#[DataProvider( 'sales' )]
	public function test_which_lines_are_one( array $parent, array $children, array $lines ): void {
		$shared = SharedLines::of(
			self::order( 100, $parent ),
			array_map( self::order( ... ), array_slice( [ 101, 102 ], 0, count( $children ) ), $children )
		);
		$said   = static fn ( SharedLine $line ): string =>
			"{$line->line->id} of order $line->child_id is $line->parent_line_id";
		self::assertSame( $lines, array_map( $said, $shared ) );
	}

	/** @return iterable<string, array{int, int, array{bool, bool, bool}, array{int, int, int}}> */
	public static function places(): iterable {
		yield 'on a child and its parent' => [ 101, 2, [ true, true, false ], [ 2, 11, 2 ] ];
		yield 'on the parent alone' => [ 0, 11, [ true, false, false ], [ 11, 11, 11 ] ];
		yield 'on a child alone' => [ 101, 0, [ false, true, false ], [ 0, 11, 0 ] ];
	}

	/**
	 * @param list<bool> $is_on
	 * @param list<int>  $ids
	 */
	#[DataProvider( 'places' )]
	public function test_where_a_line_stands( int $child_id, int $parent_line_id, array $is_on, array $ids ): void {
		$line   = new SharedLine( self::line( 11, 10 ), $child_id, $parent_line_id );
		$orders = [ 100, 101, 102 ];
		self::assertSame( $is_on, array_map( static fn ( int $id ): bool => $line->is_on( $id, 100 ), $orders ) );
		self::assertSame( $ids, array_map( $line->id_on( ... ), $orders ) );
	}

	private static function line( int $id, int $product, string $total = '10', string $quantity = '1' ): OrderLine {
		return Orders::line( $id, $total, [ 1 => '2' ], $quantity, [ 'product_id' => $product ] );
	}

	private static function delivery( int $id, string $total ): OrderLine {
		return Orders::line( $id, $total, [ 1 => '2' ], '1', [ 'kind' => LineKind::Shipping ] );
	}

	/** @param list<OrderLine> $lines */
	private static function order( int $id, array $lines ): OrderSnapshot {
		return Orders::of( '12', $lines, [ 1 => '2' ], more: [ 'id' => $id ] );
	}
}
