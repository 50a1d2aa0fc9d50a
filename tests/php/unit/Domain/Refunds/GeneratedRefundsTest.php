<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Amounts\OrderAmounts;
use OrderInvoicer\Domain\Amounts\OrderRates;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\RowSplitter;
use OrderInvoicer\Domain\Content\TotalsCheck;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderLessRefunds;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Tests\Unit\Domain\Content\CartArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\EnglishTexts;
use OrderInvoicer\Tests\Unit\Domain\Content\OrderGenerator;
use OrderInvoicer\Tests\Unit\Domain\Content\SellsyArithmetic;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;
use OrderInvoicer\Tests\Size;
use PHPUnit\Framework\TestCase;

/**
 * A thousand orders given back in one to five refunds, by line as WooCommerce's screen proposes it or as a sum: every
 * credit note is its refund to the cent, the last one leaves nothing, and none stops.
 *
 * @phpstan-import-type Cart from CartArithmetic
 */
final class GeneratedRefundsTest extends TestCase {

	private int $orders;
	private SeededNumbers $numbers;

	/** @var array<int, int> pieces that are not given back yet, by line id. */
	private array $pieces = [];

	protected function setUp(): void {
		parent::setUp();
		$this->orders = Size::of( 300, 1_000 );
	}

	public function test_every_credit_note_is_its_refund_and_the_last_one_leaves_nothing(): void {
		$this->numbers = new SeededNumbers( 20_261_125 );
		$generator     = new OrderGenerator( 20_261_125 );
		$emptied       = 0;
		for ( $i = 0; $i < $this->orders; $i++ ) {
			$cart     = $generator->cart();
			$order    = CartArithmetic::order( $cart );
			$emptied += $this->give_back( $order, $cart ) === 0 ? 1 : 0;
		}
		$this->assertGreaterThan( $this->orders / 2, $emptied );
	}

	/** Its draft is lowered, or it is issued anew, also where less is left at a tax than a discount takes of it. */
	public function test_an_invoice_less_its_refunds_is_what_is_left(): void {
		$this->numbers = new SeededNumbers( 20_261_126 );
		$generator     = new OrderGenerator( 20_261_126 );
		$shop          = new Shop();
		$made          = 0;
		for ( $i = 0; $i < $this->orders; $i++ ) {
			$cart   = $generator->cart();
			$order  = CartArithmetic::order( $cart );
			$billed = OrderLessRefunds::order( $order, $this->some_refunds( $order, $cart['round_at_subtotal'] ) );
			if ( $billed->total->compare( Decimal::from_string( '0.05' ) ) <= 0 ) {
				continue;
			}
			$amounts = ( new OrderAmounts() )
				->amounts( $billed, new OrderRates( $billed, $shop->map(), new Exemptions(), false ), $shop->cap );
			$this->assertSame( $billed->total->to_minor( 2 ), $amounts->total );
			++$made;
		}
		$this->assertGreaterThan( $this->orders / 2, $made );
	}

	/** @return list<RefundSnapshot> */
	private function some_refunds( OrderSnapshot $order, bool $at_subtotal ): array {
		$left         = $order->total->to_minor( 2 );
		$this->pieces = array_map(
			static fn ( $line ): int => $line->quantity->to_minor( 0 ),
			array_column( $order->lines, null, 'id' )
		);
		$refunds      = [];
		$count        = $this->numbers->between( 1, 4 );
		for ( $i = 1; $i <= $count; $i++ ) {
			$refund = $this->refund( $i, $order, $left, false, $at_subtotal );
			if ( $refund !== null ) {
				$refunds[] = $refund;
				$left     -= $refund->amount->to_minor( 2 );
			}
		}
		return $refunds;
	}

	/**
	 * @param Cart $cart
	 * @return int what the invoice holds in the end.
	 */
	private function give_back( OrderSnapshot $order, array $cart ): int {
		$shop         = new Shop();
		$left         = $order->total->to_minor( 2 );
		$before       = [];
		$this->pieces = array_map(
			static fn ( $line ): int => $line->quantity->to_minor( 0 ),
			array_column( $order->lines, null, 'id' )
		);
		$count        = $this->numbers->between( 1, 5 );
		for ( $i = 1; $i <= $count; $i++ ) {
			$refund = $this->refund( $i, $order, $left, $i === $count, $cart['round_at_subtotal'] );
			if ( $refund === null ) {
				continue;
			}
			$credit = ( new CreditedOrder( new EnglishTexts() ) )
				->credit_for( $order, $before, $refund, $shop->map(), $shop->cap );
			$this->assert_sellsy_finds( $refund->amount, $shop, $shop->credit_note( $credit ) );
			$before[] = $refund;
			$left    -= $refund->amount->to_minor( 2 );
			$this->assertSame( $left, $credit->left );
		}
		return $left;
	}

	private function refund(
		int $id,
		OrderSnapshot $order,
		int $left,
		bool $is_last,
		bool $at_subtotal,
	): ?RefundSnapshot {
		if ( $left > 0 && $this->numbers->once_in( 3 ) ) {
			return $this->snapshot( $id, $is_last ? $left : $this->numbers->between( 1, $left ), [] );
		}
		$lines = $this->lines( $order, $is_last, $at_subtotal );
		$sum   = Decimal::zero();
		foreach ( $lines as $line ) {
			$sum = array_reduce(
				$line->taxes,
				static fn ( Decimal $a, Decimal $b ): Decimal => $a->plus( $b ),
				$sum->plus( $line->total )
			);
		}
		$amount = min( $left, $sum->rounded_minor( 2, Rounding::HalfUp ) );
		$amount = $is_last && $left - $amount < 5 ? $left : $amount;
		return $amount > 0 ? $this->snapshot( $id, $amount, $lines ) : null;
	}

	/** @return list<RefundLine> */
	private function lines( OrderSnapshot $order, bool $is_last, bool $at_subtotal ): array {
		$lines = [];
		foreach ( $order->lines as $line ) {
			$there = $this->pieces[ $line->id ];
			if ( $there === 0 || ( ! $is_last && $this->numbers->once_in( 2 ) ) ) {
				continue;
			}
			$taken                      = $is_last ? $there : $this->numbers->between( 1, $there );
			$share                      = static fn ( Decimal $amount, int $scale ): Decimal =>
				$amount->times( Decimal::of_int( $taken ) )
					->divided_by( $line->quantity, 6, Rounding::HalfUp )
					->round( $scale, Rounding::HalfUp );
			$this->pieces[ $line->id ] -= $taken;
			// The screen rounds VAT to cents unless the shop rounds at the subtotal, and HT never.
			$lines[] = new RefundLine(
				order_line_id: $line->id,
				quantity: Decimal::of_int( $taken ),
				total: $share( $line->total, 6 ),
				taxes: array_map(
					static fn ( Decimal $tax ): Decimal => $share( $tax, $at_subtotal ? 6 : 2 ),
					$line->taxes
				)
			);
		}
		return $lines;
	}

	/** @param list<RefundLine> $lines */
	private function snapshot( int $id, int $amount, array $lines ): RefundSnapshot {
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::of_minor( $amount, 2 ),
			lines: $lines,
			reason: '',
			created_at: new \DateTimeImmutable( '2026-03-03' ),
			is_paid_back: false
		);
	}

	private function assert_sellsy_finds( Decimal $amount, Shop $shop, DocumentDraft $draft ): void {
		$splitter = new RowSplitter( new EnglishTexts() );
		$check    = new TotalsCheck( $splitter );
		$sellsy   = SellsyArithmetic::of( $shop, $this->numbers->one_of( [ 2, 4, 5 ] ) );
		$draft    = $splitter->split( $draft, $check->check( $draft, $sellsy->compute( $draft ) )->rows_to_split );
		$this->assertTrue( $check->check( $draft, $sellsy->compute( $draft ) )->agrees() );
		$this->assertSame( $amount->to_string(), $sellsy->compute( $draft )->incl_tax->to_string() );
	}
}
