<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Sales;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Sales\Claim;
use OrderInvoicer\Domain\Sales\SaleRefunds;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A sale of 30.00 stands as order 100 with the lines 1 (12.00) and 2 (18.00), and once more as its parts: 101 with line
 * 11 (12.00) and 102 with line 21 (18.00). What is given back on either side is credited once.
 */
final class SaleRefundsTest extends TestCase {

	/** @return iterable<string, array{list<Claim>, list<string>, list<string>, list<string>}> on 100, 101 and 102. */
	public static function refunds(): iterable {
		yield 'a line of a part' => [
			[ self::on( 101, 7, '6', [ 11 => '5' ] ) ],
			[ '7: 6 of 1' ],
			[ '7: 6 of 11' ],
			[],
		];
		yield 'a line of the whole' => [
			[ self::on( 100, 7, '6', [ 2 => '5' ] ) ],
			[ '7: 6 of 2' ],
			[],
			[ '7: 6 of 21' ],
		];
		yield 'two lines of the whole' => [
			[
				self::on(
					100,
					7,
					'9',
					[
						1 => '5',
						2 => '2.5',
					]
				),
			],
			[ '7: 9 of 1 and 2' ],
			[ '7: 6 of 11' ],
			[ '7: 3 of 21' ],
		];
		yield 'a sum on the whole is shared as its lines are' => [
			[ self::on( 100, 7, '5' ) ],
			[ '7: 5' ],
			[ '7: 2 of 11' ],
			[ '7: 3 of 21' ],
		];
		yield 'a sum on a part' => [
			[ self::on( 101, 7, '5' ) ],
			[ '7: 5 of 1' ],
			[ '7: 5' ],
			[],
		];
		yield 'all of a part' => [
			[ self::on( 101, 7, '12' ) ],
			[ '7: 12 of 1' ],
			[ '7: 12' ],
			[],
		];
		yield 'a part was cancelled' => [
			[ Claim::end_of( self::order( 102, [ 21 => '15' ] ) ) ],
			[ '102: 18 of 2' ],
			[],
			[ '102: 18 of 21' ],
		];
		yield 'a part was cancelled after a refund of it' => [
			[ self::on( 102, 7, '6', [ 21 => '5' ] ), Claim::end_of( self::order( 102, [ 21 => '15' ] ) ) ],
			[ '7: 6 of 2', '102: 12 of 2' ],
			[],
			[ '7: 6 of 21', '102: 12 of 21' ],
		];
		yield 'entered on both sides in one moment' => [
			[ self::on( 100, 7, '6', [ 1 => '5' ] ), self::on( 101, 8, '6', [ 11 => '5' ], 300 ) ],
			[ '7: 6 of 1' ],
			[ '7: 6 of 11' ],
			[],
		];
		yield 'entered on both sides, minutes apart: somebody has to say whether it is one' => [
			[ self::on( 100, 7, '6', [ 1 => '5' ] ), self::on( 101, 8, '6', [ 11 => '5' ], 301 ) ],
			[ '7: 6 of 1', '8: 6 of 1, doubtful' ],
			[ '7: 6 of 11', '8: 6 of 11, doubtful' ],
			[],
		];
		yield 'another amount on the other side' => [
			[ self::on( 100, 7, '6', [ 1 => '5' ] ), self::on( 101, 8, '3', [ 11 => '2.5' ] ) ],
			[ '7: 6 of 1', '8: 3 of 1, doubtful' ],
			[ '7: 6 of 11', '8: 3 of 11, doubtful' ],
			[],
		];
		yield 'a sum here, its line there' => [
			[ self::on( 100, 7, '6' ), self::on( 101, 8, '6', [ 11 => '5' ], 60 ) ],
			[ '7: 6' ],
			[ '7: 2.4 of 11' ],
			[ '7: 3.6 of 21' ],
		];
		yield 'twice on one side is twice' => [
			[ self::on( 101, 7, '3', [ 11 => '2.5' ] ), self::on( 101, 8, '3', [ 11 => '2.5' ] ) ],
			[ '7: 3 of 1', '8: 3 of 1' ],
			[ '7: 3 of 11', '8: 3 of 11' ],
			[],
		];
		yield 'more than there is' => [
			[ self::on( 101, 7, '12', [ 11 => '10' ] ), self::on( 101, 8, '12', [ 11 => '10' ], 900 ) ],
			[ '7: 12 of 1' ],
			[ '7: 12 of 11' ],
			[],
		];
	}

	/**
	 * @param list<Claim>  $claims
	 * @param list<string> $on_whole
	 * @param list<string> $on_first
	 * @param list<string> $on_second
	 */
	#[DataProvider( 'refunds' )]
	public function test_what_is_given_back(
		array $claims,
		array $on_whole,
		array $on_first,
		array $on_second
	): void {
		$orders  = self::orders();
		$refunds = new SaleRefunds( $orders[0], [ $orders[1], $orders[2] ], $claims, [] );
		self::assertSame( [ $on_whole, $on_first, $on_second ], self::said( $refunds ) );
	}

	/** A person says whether two of them are one. */
	public function test_what_a_person_says_counts(): void {
		$orders = self::orders();
		$claims = static fn (): array => [
			self::on( 100, 7, '6', [ 1 => '5' ] ),
			self::on( 101, 8, '6', [ 11 => '5' ], 301 ),
		];
		$once   = new SaleRefunds( $orders[0], [ $orders[1], $orders[2] ], $claims(), [ 8 => false ] );
		self::assertSame( [ '7: 6 of 1' ], self::said( $once )[0] );
		$twice = new SaleRefunds( $orders[0], [ $orders[1], $orders[2] ], $claims(), [ 8 => true ] );
		self::assertSame( [ '7: 6 of 1', '8: 6 of 1' ], self::said( $twice )[0] );
	}

	/** Its money left, on whichever side that was entered. */
	public function test_what_was_paid_back_on_one_side_was_paid_back(): void {
		$orders = self::orders();
		$claims = [
			self::on( 100, 7, '6', [ 1 => '5' ] ),
			self::on( 101, 8, '6', [ 11 => '5' ], 60, is_paid_back: true ),
		];
		$refund = ( new SaleRefunds( $orders[0], [ $orders[1], $orders[2] ], $claims, [] ) )->of( $orders[0] )[0];
		self::assertTrue( $refund->is_paid_back );
		self::assertSame( 'Broken', $refund->reason );
	}

	/** @return list<list<string>> by order. */
	private static function said( SaleRefunds $refunds ): array {
		$said = static fn ( RefundSnapshot $refund ): string => rtrim(
			"$refund->id: {$refund->amount->to_string()} of "
				. implode( ' and ', array_column( $refund->lines, 'order_line_id' ) ),
			' of'
		) . ( $refund->is_doubtful ? ', doubtful' : '' );
		return array_map(
			static fn ( OrderSnapshot $order ): array => array_map( $said, $refunds->of( $order ) ),
			self::orders()
		);
	}

	/**
	 * @param array<int, string> $lines HT by line; none: a sum.
	 */
	private static function on(
		int $order_id,
		int $id,
		string $amount,
		array $lines = [],
		int $seconds = 0,
		bool $is_paid_back = false,
	): Claim {
		$refunded = [];
		foreach ( $lines as $line_id => $ht ) {
			$total      = Decimal::from_string( $ht );
			$refunded[] = new RefundLine(
				order_line_id: $line_id,
				quantity: Decimal::zero(),
				total: $total,
				taxes: [ 1 => $total->times( Decimal::from_string( '0.2' ) ) ]
			);
		}
		$refund = new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $amount ),
			lines: $refunded,
			reason: 'Broken',
			created_at: new \DateTimeImmutable( '@' . ( 1_764_590_400 + $seconds ) ),
			is_paid_back: $is_paid_back
		);
		return Claim::refund( $order_id, $refund );
	}

	/** @return list<OrderSnapshot> the whole, and its two parts. */
	private static function orders(): array {
		return [
			self::order(
				100,
				[
					1 => '10',
					2 => '15',
				]
			),
			self::order( 101, [ 11 => '10' ] ),
			self::order( 102, [ 21 => '15' ] ),
		];
	}

	/** @param array<int, string> $lines HT by id. */
	private static function order( int $id, array $lines ): OrderSnapshot {
		$sold  = [];
		$total = Decimal::zero();
		foreach ( $lines as $line_id => $ht ) {
			$vat    = Decimal::from_string( $ht )->times( Decimal::from_string( '0.2' ) );
			$total  = $total->plus( $vat )->plus( Decimal::from_string( $ht ) );
			$sold[] = Orders::line( $line_id, $ht, [ 1 => $vat->to_string() ], '1', [ 'product_id' => (int) $ht ] );
		}
		return Orders::of( $total->to_string(), $sold, [ 1 => '5' ], more: [ 'id' => $id ] );
	}
}
