<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Tests\Unit\Domain\Sales\SaleWorld;
use PHPUnit\Framework\TestCase;

/** A refund that is gone without a hook is noticed, and nothing is looked at again and again. */
final class LostRefundsTest extends TestCase {

	public function test_a_credited_refund_that_is_gone_is_noticed(): void {
		$sale = $this->credited();
		$sale->world->shop->refunds = [];
		$sale->world->pass_time( 3 );
		self::assertSame( ProblemCode::RefundUndone->value, $sale->outcome()['asks'] ?? '' );
	}

	public function test_an_order_that_is_gone_with_its_refund_is_looked_at_once_a_day(): void {
		$sale = $this->credited();
		unset( $sale->world->shop->orders[ SaleWorld::PARENT ] );
		$sale->world->shop->refunds = [];
		$sale->world->pass_time( 10 );
		$tries = count( $sale->world->shop->tries );
		$sale->world->pass_time( 60 );
		self::assertCount( $tries, $sale->world->shop->tries );
	}

	public function test_a_child_that_was_cancelled_is_no_refund_that_is_gone(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->placed();
		$sale->change( SaleWorld::A, [ 'status' => 'cancelled' ] );
		$sale->world->fire( SaleWorld::A );
		$sale->world->pass_time( 5 );
		self::assertSame( '30.00', $sale->outcome()['creditnote'] );
		$tries = count( $sale->world->shop->tries );
		$sale->world->pass_time( 10 );
		self::assertCount( $tries, $sale->world->shop->tries );
	}

	private function credited(): SaleWorld {
		$sale = new SaleWorld();
		$sale->order( SaleWorld::PARENT, [ 'a' => '25' ] );
		$sale->placed();
		$sale->refund( SaleWorld::PARENT, '6.00', 'a' );
		$sale->told( SaleWorld::PARENT );
		self::assertSame( '6.00', $sale->outcome()['creditnote'] );
		return $sale;
	}
}
