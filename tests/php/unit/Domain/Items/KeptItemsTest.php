<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Items;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * What is made of products at Sellsy comes from the shop's catalogue; what stands there is the owner's choice.
 *
 * @assumes put-keeps-items
 */
final class KeptItemsTest extends TestCase {

	public function test_a_created_item_has_the_products_price_not_the_orders(): void {
		$world = new World( create_items: true );
		$world->products->product = FakeProducts::product( price: '12.50', rate_id: 2 );

		$this->bill( $world );

		$made = $world->items->created[0];
		self::assertSame(
			[ '12.5', true, 10, 'Description' ],
			[ $made->price?->to_string(), $made->price_includes_tax, $made->tax_id, $made->description ]
		);
	}

	public function test_without_a_rate_of_its_own_the_product_takes_the_lines(): void {
		$world = new World( create_items: true );
		$world->products->product = FakeProducts::product( rate_id: null );
		$this->bill( $world );
		self::assertSame( 20, $world->items->created[0]->tax_id );
	}

	public function test_a_product_that_is_gone_is_not_created(): void {
		$world = new World( create_items: true );
		$world->products->product = null;
		$this->bill( $world );
		self::assertSame( [], $world->items->created );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_existing_items_are_left_alone_by_default(): void {
		$world = new World( create_items: true );
		$world->items->has_item( 'SKU-1', '' );
		$this->bill( $world );
		self::assertSame( 0, $world->sellsy->count( 'get_item' ) );
		self::assertSame( [], $world->items->changed );
	}

	public function test_blanks_are_filled_and_nothing_else(): void {
		$world = $this->world( ItemSettings::FILL );
		$item  = $this->standing( $world, 'À nous', '', '9.99', null );

		$this->bill( $world );

		$change = $world->items->changed[ $item->ref->id ];
		self::assertSame(
			[ null, 'Description', null, 20 ],
			[ $change->name, $change->description, $change->price, $change->tax_id ]
		);
	}

	public function test_a_price_of_nothing_is_a_blank(): void {
		$world = $this->world( ItemSettings::FILL );
		$item  = $this->standing( $world, 'À nous', 'À nous', '0.00', 20 );
		$this->bill( $world );
		self::assertSame( '12', $world->items->changed[ $item->ref->id ]->price?->to_string() );
	}

	public function test_items_are_kept_as_the_shop_has_them(): void {
		$world = $this->world( ItemSettings::UPDATE );
		$item  = $this->standing( $world, 'Ancien', 'Description', '9.99', 20 );

		$this->bill( $world );

		$change = $world->items->changed[ $item->ref->id ];
		self::assertSame(
			[ 'Produit', null, '12', true, null ],
			[
				$change->name,
				$change->description,
				$change->price?->to_string(),
				$change->price_includes_tax,
				$change->tax_id,
			]
		);
	}

	public function test_what_says_the_same_is_not_written(): void {
		$world = $this->world( ItemSettings::UPDATE );
		$this->standing( $world, 'Produit', 'Description', '12.000000004', 20 );
		$this->bill( $world );
		self::assertSame( 1, $world->sellsy->count( 'get_item' ) );
		self::assertSame( 0, $world->sellsy->count( 'update_item' ) );
	}

	public function test_an_item_is_looked_at_once_a_day(): void {
		$world = $this->world( ItemSettings::UPDATE );
		$this->standing( $world, 'Ancien', 'Description', '9.99', 20 );
		$this->bill( $world );
		$this->bill( $world, 2 );
		self::assertSame( 1, $world->sellsy->count( 'get_item' ) );
		$world->clock->advance( 86400 );
		$this->bill( $world, 3 );
		self::assertSame( 2, $world->sellsy->count( 'get_item' ) );
	}

	public function test_a_refused_change_stops_no_invoice(): void {
		$world = $this->world( ItemSettings::UPDATE );
		$this->standing( $world, 'Ancien', '', '9.99', 20 );
		$world->sellsy->plan( 'update_item', FailureKind::Rejected );
		$this->bill( $world );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_opening_stock_goes_with_items_that_we_create_and_once(): void {
		$world = $this->with_stock();
		$world->items->has_item( 'SKU-2' );
		$this->bill( $world, 1 );
		$this->bill( $world, 2 );
		$this->bill( $world, 3, 'SKU-2' );
		self::assertSame( [ [ $this->first_item( $world ), 3, '7' ] ], $world->stock->opened );
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
		self::assertSame( [ [ $item, 3, '7' ] ], $world->stock->opened );
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
			self::assertLessThanOrEqual( 1, count( $world->stock->opened ), "killed at step $step" );
			$paid += count( $world->stock->opened );
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

	private function world( string $existing ): World {
		$world = new World();
		$world->change_settings( [ 'items' => [ 'existing' => $existing ] ] );
		return $world;
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

	private function standing(
		World $world,
		string $name,
		string $description,
		string $price,
		?int $tax_id,
	): RemoteItem {
		$item     = $world->items->has_item( 'SKU-1' );
		$standing = new RemoteItem(
			ref: $item->ref,
			reference: 'SKU-1',
			name: $name,
			archived: false,
			description: $description,
			price: Decimal::from_string( $price ),
			price_includes_tax: true,
			tax_id: $tax_id
		);

		$world->sellsy->items[ $item->ref->id ] = $standing;
		return $standing;
	}

	private function bill( World $world, int $order_id = 1, string $sku = 'SKU-1' ): void {
		$world->order( $order_id, null, 'processing', $sku );
		$world->fire( $order_id );
		$world->due->run( 20 );
	}
}
