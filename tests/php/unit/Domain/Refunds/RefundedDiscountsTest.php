<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderLessRefunds;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Tests\Unit\Domain\Content\CartArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\EnglishTexts;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\Domain\Content\SellsyArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Orders with a discount that is a negative fee, spread over the rates of the goods, given back until nothing is left:
 * pieces, parts of amounts and sums, with the fee's own line, whole or in parts. Each credit note is its refund to the
 * cent, and all together take of no rate more than the invoice has, rounding of each line aside.
 *
 * @phpstan-import-type Cart from CartArithmetic
 */
final class RefundedDiscountsTest extends TestCase {

	private Shop $shop;
	private SeededNumbers $numbers;

	/** @var array<int, int> tenths that are not given back yet, by line id. */
	private array $tenths = [];

	protected function setUp(): void {
		parent::setUp();
		$this->shop    = new Shop();
		$this->numbers = new SeededNumbers( 20_261_202 );
	}

	/**
	 * Of 100.00 at 20 % and 100.00 at 10 %, less a fee of 30.00 that lies on both: 85.00 + 17.00 and 85.00 + 8.50.
	 *
	 * @return iterable<string, array{list<array{string, array<int, string>}>, list<array<int, int>>}> refunds: amount
	 *         and HT by line; what is credited: TTC in cents by Sellsy tax.
	 */
	public static function named(): iterable {
		$first = [
			'85.50',
			[
				1 => '100',
				3 => '-30',
			],
		];
		yield 'what lies on the other rate comes off this one' => [ [ $first ], [ [ 101 => 8_550 ] ] ];
		yield 'of half a piece too' => [
			[
				[
					'25.50',
					[
						1 => '50',
						3 => '-30',
					],
				],
			],
			[ [ 101 => 2_550 ] ],
		];
		yield 'each rate as the refund says, where it gives something' => [
			[
				[
					'97.75',
					[
						1 => '50',
						2 => '50',
						3 => '-15',
					],
				],
			],
			[
				[
					101 => 5_100,
					102 => 4_675,
				],
			],
		];
		yield 'a rate gives what it holds, the other the rest' => [
			[ $first, [ '104.50', [ 2 => '95' ] ] ],
			[
				[ 101 => 8_550 ],
				[
					101 => 1_100,
					102 => 9_350,
				],
			],
		];
		yield 'the last takes what is left' => [
			[ $first, [ '110.00', [ 2 => '100' ] ] ],
			[
				[ 101 => 8_550 ],
				[
					101 => 1_650,
					102 => 9_350,
				],
			],
		];
		yield 'the fee in two parts' => [
			[
				[
					'42.75',
					[
						1 => '50',
						3 => '-15',
					],
				],
				[
					'42.75',
					[
						1 => '50',
						3 => '-15',
					],
				],
			],
			[
				[
					101 => 4_274,
					190 => 1,
				],
				[
					101 => 4_274,
					190 => 1,
				],
			],
		];
	}

	/**
	 * @param list<array{string, array<int, string>}> $refunds
	 * @param list<array<int, int>>                   $credited
	 */
	#[DataProvider( 'named' )]
	public function test_a_refund_that_names_the_fee( array $refunds, array $credited ): void {
		$shares = [
			1 => [ 1 => '0.2' ],
			2 => [ 2 => '0.1' ],
			3 => [
				1 => '0.1',
				2 => '0.05',
			],
		];
		foreach ( [ true, false ] as $ttc ) {
			$order  = Orders::of(
				'195.50',
				[
					Orders::line( 1, '100', [ 1 => '20' ] ),
					Orders::line( 2, '100', [ 2 => '10' ] ),
					Orders::line(
						3,
						'-30',
						[
							1 => '-3',
							2 => '-1.5',
						],
						'1',
						[ 'kind' => LineKind::Fee ]
					),
				],
				[
					1 => '17',
					2 => '8.5',
				],
				$ttc
			);
			$before = [];
			foreach ( $refunds as $i => [ $amount, $lines ] ) {
				$back = [];
				foreach ( $lines as $id => $ht ) {
					$total  = Decimal::from_string( $ht );
					$back[] = new RefundLine(
						order_line_id: $id,
						quantity: Decimal::of_int( 1 ),
						total: $total,
						taxes: array_map(
							static fn ( string $share ): Decimal => $total->times( Decimal::from_string( $share ) ),
							$shares[ $id ]
						)
					);
				}
				$refund = $this->snapshot( $i + 1, $order, Decimal::from_string( $amount )->to_minor( 2 ), $back );
				self::assertEquals( $credited[ $i ], $this->by_tax( $this->note( $order, $before, $refund ) ) );
				$before[] = $refund;
			}
		}
	}

	/** Of 100.00 at 20 %, 100.00 at 10 % and 100.00 without VAT, less a fee of 30.00 that lies on all three. */
	public function test_a_fee_lies_on_goods_without_vat_too(): void {
		$of    = static fn ( string ...$taxes ): array => array_combine( [ 1, 2, 5 ], $taxes );
		$order = Orders::of(
			'297.00',
			[
				Orders::line( 1, '100', [ 1 => '20' ] ),
				Orders::line( 2, '100', [ 2 => '10' ] ),
				Orders::line( 3, '100', [ 5 => '0' ] ),
				Orders::line( 4, '-30', $of( '-2', '-1', '0' ), '1', [ 'kind' => LineKind::Fee ] ),
			],
			$of( '18', '9', '0' )
		);
		$back  = static fn ( int $id, string $ht, array $taxes ): RefundLine => new RefundLine(
			order_line_id: $id,
			quantity: Decimal::of_int( 1 ),
			total: Decimal::from_string( $ht ),
			taxes: array_map( Decimal::from_string( ... ), $taxes )
		);
		// WooCommerce leaves out what is zero.
		$fee = $back(
			4,
			'-30',
			[
				1 => '-2',
				2 => '-1',
			]
		);
		$refund = $this->snapshot( 1, $order, 8_700, [ $back( 1, '100', [ 1 => '20' ] ), $fee ] );
		self::assertEquals( [ 101 => 8_700 ], $this->by_tax( $this->note( $order, [], $refund ) ) );
	}

	public function test_each_refund_is_credited_to_the_cent_until_nothing_is_left(): void {
		$refunds = 0;
		for ( $i = Size::of( 250, 3_000 ); $i > 0; $i-- ) {
			$currency = $this->numbers->once_in( 4 ) ? 'XPF' : 'EUR';
			$refunds += $this->give_back( CartArithmetic::order( $this->cart( $currency ), $currency ) );
		}
		self::assertGreaterThan( Size::of( 750, 9_000 ), $refunds );
	}

	/** @return int refunds that were made. */
	private function give_back( OrderSnapshot $order ): int {
		$decimals     = $order->currency->decimals;
		$left         = $order->total->to_minor( $decimals );
		$held         = $this->by_tax( $this->shop->invoice( $order ) );
		$rounded      = count( $order->lines );
		$before       = [];
		$this->tenths = array_fill_keys( array_column( $order->lines, 'id' ), 10 );
		for ( $i = 1; $left > 0; $i++ ) {
			$refund = $this->refund( $i, $order, $left, $i === 6 );
			if ( $refund === null ) {
				continue;
			}
			$sums     = $this->by_tax( $this->note( $order, $before, $refund ) );
			$before[] = $refund;
			$left    -= $refund->amount->to_minor( $decimals );
			$rounded += max( 1, count( $refund->lines ) );
			self::assertSame( $refund->amount->to_minor( $decimals ), array_sum( $sums ) );
			foreach ( $sums as $tax => $ttc ) {
				$held[ $tax ] = ( $held[ $tax ] ?? 0 ) - $ttc;
				self::assertGreaterThanOrEqual( -$rounded, $held[ $tax ], "$tax " . self::told( $order, $before ) );
			}
			$this->assert_billed_less( $order, $before, $left );
		}
		self::assertSame( 0, array_sum( $held ) );
		return count( $before );
	}

	/** @param list<RefundSnapshot> $before */
	private function note( OrderSnapshot $order, array $before, RefundSnapshot $refund ): DocumentDraft {
		$splitter = new RowSplitter( new EnglishTexts() );
		$check    = new TotalsCheck( $splitter );
		$sellsy   = SellsyArithmetic::of( $this->shop, $this->numbers->one_of( [ 2, 4, 5 ] ) );
		try {
			$credit = ( new CreditedOrder( new EnglishTexts() ) )
				->credit_for( $order, $before, $refund, $this->shop->map(), $this->shop->cap );
			$draft  = $this->shop->credit_note( $credit );
		} catch ( NeedsAttention $stop ) {
			self::fail( $stop->problem->code->value . ' ' . self::told( $order, [ ...$before, $refund ] ) );
		}
		$draft = $splitter->split( $draft, $check->check( $draft, $sellsy->compute( $draft ) )->rows_to_split );
		self::assertTrue( $check->check( $draft, $sellsy->compute( $draft ) )->agrees() );
		return $draft;
	}

	/**
	 * An invoice that is made after these refunds, or whose draft is lowered by them.
	 *
	 * @param list<RefundSnapshot> $refunds
	 */
	private function assert_billed_less( OrderSnapshot $order, array $refunds, int $left ): void {
		if ( $left < 10 ) {
			return;
		}
		$billed = OrderLessRefunds::order( $order, $refunds );
		try {
			self::assertSame( $left, array_sum( $this->by_tax( $this->shop->invoice( $billed ) ) ) );
		} catch ( NeedsAttention $stop ) {
			self::fail( 'billed: ' . $stop->problem->code->value . ' ' . self::told( $order, $refunds ) );
		}
	}

	/** @return array<int, int> TTC in minor units by Sellsy tax id. */
	private function by_tax( DocumentDraft $draft ): array {
		$sums = [];
		foreach ( $draft->rows as $row ) {
			if ( $row->tax_id !== null ) {
				$sums[ $row->tax_id ] = ( $sums[ $row->tax_id ] ?? 0 ) + $row->total;
			}
		}
		foreach ( $sums as $tax => $ht ) {
			$percent       = Decimal::from_string( Shop::RATES[ $tax - 100 ] ?? '0' );
			$sums[ $tax ] += Decimal::of_int( $ht )->times( $percent )->times( Decimal::of_minor( 1, 2 ) )
				->rounded_minor( 0, Rounding::HalfUp );
		}
		return $sums;
	}

	/** @return Cart */
	private function cart( string $currency ): array {
		$scale = $currency === 'XPF' ? 0 : 2;
		$lines = [];
		$sum   = 0;
		for ( $i = $this->numbers->between( 1, 4 ); $i > 0; $i-- ) {
			$price   = $this->numbers->between( 50, 12_000 );
			$line    = [
				'price' => Decimal::of_minor( $price, $scale )->to_string(),
				'qty'   => $this->numbers->between( 1, 3 ),
				'rate'  => $this->numbers->one_of( [ 1, 1, 2, 3 ] ),
			];
			$sum    += $price * $line['qty'];
			$lines[] = $line;
		}
		$shipping = [
			'cost' => Decimal::of_minor( 490, $scale )->to_string(),
			'rate' => 1,
		];
		$discount = $this->numbers->between( 1, intdiv( $sum * 6, 10 ) );
		return [
			'prices_include_tax' => $this->numbers->once_in( 2 ),
			'round_at_subtotal'  => $this->numbers->once_in( 3 ),
			'lines'              => $lines,
			'coupons'            => [],
			'shipping'           => $this->numbers->once_in( 2 ) ? [ $shipping ] : [],
			'fees'               => [
				[
					'amount' => Decimal::of_minor( -$discount, $scale )->to_string(),
					'rate'   => 1,
				],
			],
		];
	}

	private function refund( int $id, OrderSnapshot $order, int $left, bool $is_last ): ?RefundSnapshot {
		if ( $this->numbers->once_in( $is_last ? 2 : 6 ) ) {
			return $this->snapshot( $id, $order, $is_last ? $left : $this->numbers->between( 1, $left ), [] );
		}
		$tenths = $this->tenths;
		$lines  = $this->lines( $order, $is_last );
		$sum    = Decimal::sum( array_map( static fn ( RefundLine $line ): Decimal => $line->incl_tax(), $lines ) );
		$amount = $sum->rounded_minor( $order->currency->decimals, Rounding::HalfUp );
		if ( ! $is_last && ( $amount <= 0 || $amount > $left ) ) {
			$this->tenths = $tenths;
			return null;
		}
		return $this->snapshot( $id, $order, $is_last ? $left : $amount, $lines );
	}

	/**
	 * Whole as WooCommerce's screen proposes it, or a part of its amount as somebody types it.
	 *
	 * @return list<RefundLine>
	 */
	private function lines( OrderSnapshot $order, bool $is_last ): array {
		$decimals = $order->currency->decimals;
		$lines    = [];
		foreach ( $order->lines as $line ) {
			$there = $this->tenths[ $line->id ];
			if ( $there === 0 || $line->total->is_zero() || ( ! $is_last && $this->numbers->once_in( 2 ) ) ) {
				continue;
			}
			$is_all                     = $is_last || $this->numbers->once_in( 2 );
			$taken                      = $is_all ? $there : $this->numbers->between( 1, $there );
			$this->tenths[ $line->id ] -= $taken;
			$share                      = static fn ( Decimal $amount, int $scale ): Decimal =>
				$amount->times( Decimal::of_minor( $taken, 1 ) )->round( $scale, Rounding::HalfUp );
			$lines[]                    = new RefundLine(
				order_line_id: $line->id,
				quantity: $taken === 10 ? $line->quantity : Decimal::zero(),
				total: $share( $line->total, $taken === 10 ? 6 : $decimals ),
				taxes: array_filter(
					array_map( static fn ( Decimal $tax ): Decimal => $share( $tax, $decimals ), $line->taxes ),
					static fn ( Decimal $tax ): bool => ! $tax->is_zero() // WooCommerce leaves these out.
				)
			);
		}
		return $lines;
	}

	/** @param list<RefundLine> $lines */
	private function snapshot( int $id, OrderSnapshot $order, int $amount, array $lines ): RefundSnapshot {
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::of_minor( $amount, $order->currency->decimals ),
			lines: $lines,
			reason: '',
			created_at: new \DateTimeImmutable( '2026-03-03' ),
			is_paid_back: false
		);
	}

	/** @param list<RefundSnapshot> $refunds */
	private static function told( OrderSnapshot $order, array $refunds ): string {
		$line = static fn ( OrderLine|RefundLine $line ): string => ( $line->order_line_id ?? $line->id ) . ': '
			. $line->total->to_string() . ' + ' . implode( ', ', array_map( self::text( ... ), $line->taxes ) );
		$told = [ $order->total->to_string() => array_map( $line, $order->lines ) ];
		foreach ( $refunds as $refund ) {
			$told[ "refund $refund->id of {$refund->amount->to_string()}" ] = array_map( $line, $refund->lines );
		}
		return (string) json_encode( $told, JSON_PRETTY_PRINT );
	}

	private static function text( Decimal $amount ): string {
		return $amount->to_string();
	}
}
