<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Drafts\CheckMoney;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Answers;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Money on an order that may be no price: a person is asked before anything is made. */
final class NoPriceTest extends TestCase {

	public function test_a_negative_fee_without_vat_beside_an_exempt_line_asks(): void {
		$world = self::with_fee( 'Cagnotte' );

		self::assertSame( [], $world->sellsy->documents );
		self::assertSame( ProblemCode::FeeUnclear, $world->row()->problem?->code );
		self::assertSame(
			[ 'Cagnotte', '10.00' ],
			[ $world->row()->problem->fact( 'line' ), $world->row()->problem->fact( 'amount' ) ]
		);
	}

	/** @return iterable<string, array{list<OrderLine>, string}> */
	public static function fees(): iterable {
		$line = static fn ( string $total, string $vat, LineKind $kind = LineKind::Product ): OrderLine =>
			Orders::line( 1, $total, $vat === '0' ? [] : [ 1 => $vat ], more: [ 'kind' => $kind ] );
		$fee  = static fn ( string $total, string $vat = '0' ): OrderLine => $line( $total, $vat, LineKind::Fee );
		yield 'beside an exempt line' => [ [ $line( '50', '0' ), $fee( '-10' ) ], '10.00' ];
		yield 'in more decimals than money has' => [ [ $line( '50', '0' ), $fee( '-9.9999' ) ], '9.9999' ];
		yield 'beside an exempt fee' => [ [ $fee( '50' ), $fee( '-10' ) ], '10.00' ];
		yield 'beside lines with VAT alone' => [ [ $line( '50', '10' ), $fee( '-10' ) ], '' ];
		yield 'with VAT' => [ [ $line( '50', '0' ), $fee( '-10', '-2' ) ], '' ];
		yield 'one that is charged' => [ [ $line( '50', '0' ), $fee( '10' ) ], '' ];
		yield 'one of nothing' => [ [ $line( '50', '0' ), $fee( '0' ) ], '' ];
		yield 'a line that is no fee' => [ [ $line( '50', '0' ), $line( '-10', '0' ) ], '' ];
		yield 'with nothing beside it' => [ [ $fee( '-10' ), $line( '0', '0' ) ], '' ];
	}

	/** @param list<OrderLine> $lines */
	#[DataProvider( 'fees' )]
	public function test_which_fees_ask( array $lines, string $amount ): void {
		$question = CheckMoney::question( Orders::of( '40', $lines, [] ), new Answers() );
		self::assertSame( $amount, $question?->fact( 'amount' ) ?? '' );
	}

	public function test_retrying_says_that_it_is_a_discount(): void {
		$world = self::with_fee( 'Remise' );
		$world->retry->retry( $world->row()->id );
		$world->pass_time( 5 );

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( '40', array_values( $world->sellsy->documents )[0]->amounts->incl_tax->to_string() );
	}

	public function test_an_outage_takes_no_answer_away(): void {
		$world = self::with_fee( 'Remise' );
		$world->retry->retry( $world->row()->id );
		$world->sellsy->is_down = true;
		$world->pass_time( 5 );
		$world->sellsy->is_down = false;
		$world->pass_time( 60 );

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
	}

	public function test_a_document_that_never_came_asks_nothing_again(): void {
		$world = self::with_fee( 'Remise' );
		$world->sellsy->plan( 'create', FailureKind::OutcomeUnknown );
		$world->retry->retry( $world->row()->id );
		$world->pass_time( 60 );

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
	}

	public function test_another_fee_is_another_question(): void {
		$world = self::with_fee( 'Remise' );
		$world->retry->retry( $world->row()->id );
		$world->sellsy->is_down = true;
		$world->pass_time( 5 );
		$order                  = $world->shop->orders[1];
		$fee                    = new OrderLine(
			...[
				...get_object_vars( $order->lines[1] ),
				'name' => 'Cagnotte',
			]
		);
		$world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => [ $order->lines[0], $fee ],
			]
		);
		$world->sellsy->is_down = false;
		$world->pass_time( 60 );

		self::assertSame( [], $world->sellsy->documents );
		self::assertSame( 'Cagnotte', $world->row()->problem?->fact( 'line' ) );
	}

	public function test_an_event_of_the_order_is_no_answer(): void {
		$world = self::with_fee( 'Remise' );
		$world->fire( 1 );
		$world->pass_time( 30 );

		self::assertSame( [], $world->sellsy->documents );
		self::assertSame( ProblemCode::FeeUnclear, $world->row()->problem?->code );
	}

	public function test_retrying_all_leaves_it_out(): void {
		$world = self::with_fee( 'Remise' );
		self::assertSame( 0, $world->retry->retry_all() );
		$world->pass_time( 5 );
		self::assertSame( [], $world->sellsy->documents );
	}

	public function test_a_deposit_stops_with_the_plugins_name(): void {
		$world                  = new World();
		$order                  = $world->order( 1 );
		$world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				...[ 'payment' => new OrderPayment( 'stripe', 'Carte', deposits_by: 'Acowebs' ) ],
			]
		);
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( [], $world->sellsy->documents );
		self::assertSame( ProblemCode::DepositOrder, $world->row()->problem?->code );
		self::assertSame( 'Acowebs', $world->row()->problem->fact( 'plugin' ) );
	}

	/** An exempt article of 50.00 and a fee of −10.00. */
	private static function with_fee( string $name ): World {
		$world = new World();
		$world->change_settings(
			[
				'exempt_taxes' => [
					[
						'situation' => 'domestic_untaxed_item',
						'tax_id'    => 99,
					],
				],
			]
		);
		$order                  = $world->order( 1 );
		$line                   = static fn ( int $id, LineKind $kind, string $of, string $total ) => new OrderLine(
			...[
				...get_object_vars( $order->lines[0] ),
				'id'       => $id,
				'kind'     => $kind,
				'name'     => $of,
				'total'    => Decimal::from_string( $total ),
				'subtotal' => Decimal::from_string( $total ),
				'taxes'    => [],
				'taxable'  => false,
			]
		);
		$world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'total' => Decimal::from_string( '40' ),
				'taxes' => [],
				'lines' => [
					$line( 1, LineKind::Product, 'Livre', '50' ),
					$line( 2, LineKind::Fee, $name, '-10' ),
				],
			]
		);
		$world->fire( 1 );
		$world->pass_time( 5 );
		return $world;
	}
}
