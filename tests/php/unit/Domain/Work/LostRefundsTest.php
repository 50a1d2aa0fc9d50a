<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Work\LostRefunds;
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

	/** A page in each pass, however many there are; then it begins anew. */
	public function test_one_behind_thousands_is_noticed(): void {
		$sale   = $this->credited();
		$credit = array_values(
			array_filter(
				$sale->world->ledger->for_order( SaleWorld::PARENT ),
				static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
			)
		)[0];
		$refund = $sale->world->shop->refunds[ SaleWorld::PARENT ][0];
		$tasks  = $sale->world->ledger->all();
		for ( $id = 1; $id <= 2300; $id++ ) {
			$key     = new TaskKey( 7, Effect::CreateCreditNote, 10_000 + $id );
			$tasks[] = $credit->with(
				[
					'id'  => 10_000 + $id,
					'key' => $key,
				]
			);
			$sale->world->shop->refunds[7][] = new RefundSnapshot(
				...[
					...get_object_vars( $refund ),
					'id' => 10_000 + $id,
				]
			);
		}
		$sale->world->ledger->put( $tasks );
		$follow = new TaskKey( SaleWorld::PARENT, Effect::FollowOrder );
		$before = $sale->world->ledger->find_by_key( $follow );
		$lost   = ( new \ReflectionProperty( $sale->world->sweep, 'refunds' ) )->getValue( $sale->world->sweep );
		self::assertInstanceOf( LostRefunds::class, $lost );
		foreach ( [ false, true ] as $is_gone ) {
			if ( $is_gone ) {
				unset( $sale->world->shop->refunds[ SaleWorld::PARENT ] );
			}
			for ( $pass = 0; $pass < 25; $pass++ ) {
				$lost->run();
			}
			$now = $sale->world->ledger->find_by_key( $follow );
			self::assertSame( $is_gone, $now?->is_under_way() === true && $before?->is_under_way() !== true );
		}
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
