<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The stock of an item that we create goes with it, once. */
final class OpeningStockTest extends TestCase {

	public function test_opening_stock_goes_with_items_that_we_create_and_once(): void {
		$world = $this->with_stock();
		$world->items->has_item( 'SKU-2' );
		$this->bill( $world, 1 );
		$this->bill( $world, 2 );
		$this->bill( $world, 3, 'SKU-2' );
		$opened = $world->fake( FakeSellsyStocks::class )->opened;
		self::assertSame( [ [ $this->first_item( $world ), 3, '7' ] ], $opened );
	}

	public function test_an_unknown_outcome_is_never_repeated(): void {
		$world = $this->with_stock();
		$world->sellsy->plan( 'open_stock', FailureKind::OutcomeUnknown, after_effect: true );
		$this->bill( $world, 1 );
		$this->bill( $world, 2 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( 1, $world->sellsy->count( 'open_stock' ) );
	}

	public function test_stock_that_a_runner_owed_when_it_died_is_paid_by_the_next(): void {
		$world = $this->with_stock();
		$world->sellsy->plan( 'compute', FailureKind::NotSent );
		$item = $world->sellsy->next_id() + 1;
		$world->links->remember( 'account-1', 'stock_owed', (string) $item, 'product', $item );
		$world->items->has_item( 'SKU-1' );
		$this->bill( $world );
		self::assertSame( [ [ $item, 3, '7' ] ], $world->fake( FakeSellsyStocks::class )->opened );
	}

	public function test_a_shop_that_does_not_count_has_no_opening_stock(): void {
		$world = $this->with_stock( null );
		$this->bill( $world );
		self::assertCount( 1, $world->items->created );
		self::assertSame( 0, $world->sellsy->count( 'open_stock' ) );
	}

	public function test_a_runner_killed_at_any_step_leaves_one_item_and_its_stock_once_at_most(): void {
		$whole = $this->with_stock();
		$this->bill( $whole );
		$paid = 0;
		for ( $step = 1; $step <= $whole->fate->steps; $step++ ) {
			$world                = $this->with_stock();
			$world->fate->kill_at = $step;
			$this->bill_and_die( $world );
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 40 );

			self::assertSame( TaskState::Done, $world->row()->state, "killed at step $step" );
			self::assertCount( 1, $world->sellsy->items, "killed at step $step" );
			$opened = count( $world->fake( FakeSellsyStocks::class )->opened );
			self::assertLessThanOrEqual( 1, $opened, "killed at step $step" );
			$paid += $opened;
		}
		self::assertGreaterThan( 40, $whole->fate->steps );
		self::assertGreaterThan(
			$whole->fate->steps - 8,
			$paid,
			'It is lost only where nobody can know whether it was sent.'
		);
	}

	private function bill_and_die( World $world ): void {
		try {
			$this->bill( $world );
		} catch ( Killed ) {
			return;
		}
	}

	private function with_stock( ?string $stock = '7' ): World {
		$world = new World( create_items: true );
		$world->change_settings(
			[
				'items' => [
					'opening_stock' => true,
					'warehouse_id'  => 3,
				],
			]
		);
		$world->products->product = FakeProducts::product( stock: $stock );
		return $world;
	}

	private function first_item( World $world ): int {
		return $world->invoicing->created[0]->rows[0]->item?->id ?? 0;
	}

	private function bill( World $world, int $order_id = 1, string $sku = 'SKU-1' ): void {
		$world->order( $order_id, null, 'processing', $sku );
		$world->fire( $order_id );
		$world->due->run( 20 );
	}
}
