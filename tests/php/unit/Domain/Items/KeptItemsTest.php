<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Items;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
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

	private function world( string $existing ): World {
		$world = new World();
		$world->change_settings( [ 'items' => [ 'existing' => $existing ] ] );
		return $world;
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

	/** Under these words any release finds what an earlier one remembered. */
	public function test_an_item_is_remembered_under_the_same_words_for_ever(): void {
		self::assertSame( '75bbb0f60c30207dda479ca30a7444f3b2f4a27a', ItemKey::key( 'SKU-1' ) );
		self::assertSame(
			'3001:75bbb0f60c30207dda479ca30a7444f3b2f4a27a',
			ItemKey::of_declination( 3001, 'SKU-1' )
		);
	}
}
