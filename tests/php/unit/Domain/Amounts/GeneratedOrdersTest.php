<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Amounts;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Tests\Unit\Domain\Content\CartArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\EnglishTexts;
use OrderInvoicer\Tests\Unit\Domain\Content\OrderGenerator;
use OrderInvoicer\Tests\Unit\Domain\Content\SellsyArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\TestCase;

/** Thousands of orders: every document's total is the order's, none stops, and Sellsy finds the same. */
final class GeneratedOrdersTest extends TestCase {

	/** @var array<int, int> orders by minor units of their rest. */
	private array $rests = [];

	public function test_every_total_is_exact_and_no_order_stops(): void {
		$orders    = Size::of( 3_000, 10_000 );
		$generator = new OrderGenerator( 20_261_124 );
		$shop      = new Shop();
		for ( $i = 0; $i < $orders; $i++ ) {
			$cart = $generator->cart();
			try {
				$this->check( $shop, $cart, [ 2, 4, 5 ][ $i % 3 ] );
			} catch ( NeedsAttention $stop ) {
				$this->fail(
					"Order $i stopped: "
						. json_encode(
							[ $stop->problem->code->value, $stop->problem->facts, $cart ],
							JSON_THROW_ON_ERROR
						)
				);
			}
		}
		ksort( $this->rests );
		$this->assertGreaterThan(
			$orders * 0.75,
			$this->rests[0],
			'Most orders need no rest: ' . json_encode( $this->rests, JSON_THROW_ON_ERROR )
		);
		$this->assertLessThanOrEqual( 5, array_key_last( $this->rests ) );
	}

	/** @param array<string, mixed> $cart */
	private function check( Shop $shop, array $cart, int $unit_decimals ): void {
		$order = CartArithmetic::order( $cart );
		$draft    = $shop->invoice( $order );
		$splitter = new RowSplitter( new EnglishTexts() );
		$check    = new TotalsCheck( $splitter );
		$sellsy   = SellsyArithmetic::of( $shop, $unit_decimals );
		$verdict  = $check->check( $draft, $sellsy->compute( $draft ) );
		if ( $verdict->rows_to_split !== [] ) {
			$draft   = $splitter->split( $draft, $verdict->rows_to_split );
			$verdict = $check->check( $draft, $sellsy->compute( $draft ) );
		}
		$this->assertTrue( $verdict->agrees(), json_encode( [ $verdict, $cart ], JSON_THROW_ON_ERROR ) );
		$this->assertSame( $order->total->to_string(), $sellsy->compute( $draft )->incl_tax->to_string() );
		$rest                 = $this->rest( $draft );
		$this->rests[ $rest ] = ( $this->rests[ $rest ] ?? 0 ) + 1;
	}

	private function rest( DocumentDraft $draft ): int {
		return $draft->totals->by_tax[ Shop::ROUNDING_TAX ]['ht'] ?? 0;
	}
}
