<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderLessRefunds;
use OrderInvoicer\Domain\OrderBook\RefundedLines;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/**
 * What is left to bill of an order of 23.00: two pieces at 5.00 and 20 % on line 1, one at 10.00 and 10 % on line 2.
 */
final class OrderLessRefundsTest extends TestCase {

	/** @return iterable<string, array{list<RefundSnapshot>, string, list<string>}> refunds, total, lines. */
	public static function refunds(): iterable {
		$one   = self::refund( '6', [ self::line( 1, '1', '5', [ 1 => '1' ] ) ] );
		$both  = self::refund( '12', [ self::line( 1, '2', '10', [ 1 => '2' ] ) ] );
		$whole = '1: 2 × 10 + 2';
		$other = '2: 1 × 10 + 1';
		yield 'none' => [ [], '23', [ $whole, $other ] ];
		yield 'one piece of two' => [ [ $one ], '17', [ '1: 1 × 5 + 1', $other ] ];
		yield 'both, one after the other' => [ [ $one, $one ], '11', [ $other ] ];
		yield 'a line that was given back whole is gone' => [ [ $both ], '11', [ $other ] ];
		yield 'its amount without its pieces' => [
			[ self::refund( '12', [ self::line( 1, '0', '10', [ 1 => '2' ] ) ] ) ],
			'11',
			[ '1: 2 × 0 + 0', $other ],
		];
		yield 'a sum lowers all lines alike' => [
			[ self::refund( '11.5', [] ) ],
			'11.5',
			[ '1: 2 × 5 + 1', '2: 1 × 5 + 0.5' ],
		];
		yield 'in whichever sequence they were entered' => [
			[ self::refund( '5.5', [] ), $both ],
			'5.5',
			[ '2: 1 × 5 + 0.5' ],
		];
		yield 'the line first, then the sum' => [
			[ $both, self::refund( '5.5', [] ) ],
			'5.5',
			[ '2: 1 × 5 + 0.5' ],
		];
		yield 'a piece that only went back on the shelf is a sum' => [
			[ self::refund( '11.5', [ self::line( 1, '1', '0', [ 1 => '0' ] ) ] ) ],
			'11.5',
			[ '1: 2 × 5 + 1', '2: 1 × 5 + 0.5' ],
		];
		yield 'a cent of rounding is taken off the largest line' => [
			[ self::refund( '6.01', [ self::line( 1, '1', '5', [ 1 => '1' ] ) ] ) ],
			'16.99',
			[ '1: 1 × 5 + 1', '2: 1 × 9.9909090909 + 0.9990909091' ],
		];
		yield 'two cents of one line are none of rounding' => [
			[ self::refund( '6.02', [ self::line( 1, '1', '5', [ 1 => '1' ] ) ] ) ],
			'16.98',
			[ '1: 1 × 5 + 1', $other ],
		];
		yield 'everything' => [ [ self::refund( '23', [] ) ], '0', [ '1: 2 × 0 + 0', '2: 1 × 0 + 0' ] ];
	}

	/**
	 * @param list<RefundSnapshot> $refunds
	 * @param list<string>         $lines
	 */
	#[DataProvider( 'refunds' )]
	public function test_what_is_left( array $refunds, string $total, array $lines ): void {
		$left = OrderLessRefunds::order( self::order(), $refunds );
		self::assertSame( $total, $left->total->to_string() );
		self::assertSame( $lines, self::said( $left ) );
	}

	public function test_a_refund_as_an_order_holds_what_it_gave_back_at_the_orders_rates(): void {
		$refund = self::refund(
			'5',
			[
				self::line( 1, '1', '5', [] ),
				self::line( 2, '1', '0', [] ),
				self::line( 99, '1', '5', [] ),
			]
		);
		$back   = ( new RefundedLines() )->order( self::order(), $refund );
		self::assertSame( [ '5', [ '1: 1 × 5 + 0' ] ], [ $back->total->to_string(), self::said( $back ) ] );
	}

	#[TestWith( [ '10', '2', true ] )]
	#[TestWith( [ '10', '2.01', true ], 'a cent of rounding' )]
	#[TestWith( [ '10', '2.02', false ] )]
	public function test_no_line_gives_back_more_than_it_charged( string $total, string $vat, bool $is_so ): void {
		$refund = self::refund( '12', [ self::line( 1, '2', $total, [ 1 => $vat ] ) ] );
		self::assertSame( $is_so, RefundedLines::were_charged( self::order(), [ $refund ] ) );
		$again = self::refund( '1', [ self::line( 1, '0', '1', [] ) ] );
		self::assertFalse( RefundedLines::were_charged( self::order(), [ $refund, $again ] ) );
	}

	public function test_nor_a_line_that_is_not_there(): void {
		$refund = self::refund( '1', [ self::line( 99, '1', '1', [] ) ] );
		self::assertFalse( RefundedLines::were_charged( self::order(), [ $refund ] ) );
		self::assertTrue( RefundedLines::were_charged( self::order(), [] ) );
	}

	private static function order(): OrderSnapshot {
		return Orders::of(
			'23',
			[ Orders::line( 1, '10', [ 1 => '2' ], '2' ), Orders::line( 2, '10', [ 2 => '1' ] ) ],
			[
				1 => '2',
				2 => '1',
			]
		);
	}

	/** @param list<RefundLine> $lines */
	private static function refund( string $amount, array $lines ): RefundSnapshot {
		return new RefundSnapshot(
			id: 100,
			amount: Decimal::from_string( $amount ),
			lines: $lines,
			reason: '',
			created_at: new \DateTimeImmutable( '2026-11-24' ),
			is_paid_back: true
		);
	}

	/** @param array<int, string> $taxes */
	private static function line( int $line_id, string $quantity, string $total, array $taxes ): RefundLine {
		return new RefundLine(
			order_line_id: $line_id,
			quantity: Decimal::from_string( $quantity ),
			total: Decimal::from_string( $total ),
			taxes: array_map( Decimal::from_string( ... ), $taxes )
		);
	}

	/** @return list<string> */
	private static function said( OrderSnapshot $order ): array {
		return array_map(
			static fn ( OrderLine $line ): string => "$line->id: {$line->quantity->to_string()} × "
				. "{$line->total->to_string()} + " . Decimal::sum( $line->taxes )->to_string(),
			$order->lines
		);
	}
}
