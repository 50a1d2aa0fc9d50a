<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Items;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRemoteIds;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * Products by SKU; whatever happens to one, the invoice is made.
 *
 * @assumes declinations-whole
 * @assumes item-search-by-part
 */
final class ResolveItemsTest extends TestCase {

	public function test_the_exact_reference_is_taken_not_one_that_contains_it(): void {
		$world = new World();
		$world->items->has_item( 'SKU-10' );
		$world->items->has_item( 'sku-1' );
		$exact = $world->items->has_item( ' SKU-1 ' );
		$this->bill( $world );
		self::assertSame( $exact->ref->id, $world->invoicing->created[0]->rows[0]->item?->id );
	}

	public function test_an_unknown_product_is_a_free_row_unless_the_owner_wants_it_created(): void {
		$world = new World();
		$this->bill( $world );
		self::assertNull( $world->invoicing->created[0]->rows[0]->item );

		$world = new World( create_items: true );
		$this->bill( $world );
		self::assertSame( array_key_first( $world->sellsy->items ), $world->invoicing->created[0]->rows[0]->item?->id );
		$this->bill( $world, 2 );
		self::assertCount( 1, $world->sellsy->items );
		self::assertSame( 1, $world->sellsy->count( 'find_item' ), 'Remembered: the second order searches no more.' );
	}

	public function test_what_is_remembered_of_an_orders_items_is_read_with_what_else_it_needs(): void {
		$world = new World();
		$this->bill( $world );
		self::assertInstanceOf( FakeRemoteIds::class, $world->links );
		self::assertContains( 'item|' . ItemKey::key( 'SKU-1' ), $world->links->expected, 'No question of its own.' );
	}

	public function test_a_sku_of_one_character_is_not_looked_for(): void {
		$world = new World( create_items: true );
		$this->bill( $world, 1, 'A' );
		self::assertSame( 0, $world->sellsy->count( 'find_item' ) );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_a_sku_of_two_characters_is_looked_for(): void {
		$world = new World();
		$item  = $world->items->has_item( 'A1' );
		$this->bill( $world, 1, 'A1' );
		self::assertSame( $item->ref->id, $world->invoicing->created[0]->rows[0]->item?->id );
	}

	public function test_an_archived_item_is_left_in_peace(): void {
		$world = new World( create_items: true );
		$world->items->has_item( 'SKU-1', 'Ancien', true );
		$this->bill( $world );
		self::assertNull( $world->invoicing->created[0]->rows[0]->item );
		self::assertCount( 1, $world->sellsy->items );
	}

	public function test_a_refused_item_does_not_stop_the_invoice(): void {
		$world = new World( create_items: true );
		$world->sellsy->plan( 'create_item', FailureKind::Rejected );
		$this->bill( $world );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertNull( $world->invoicing->created[0]->rows[0]->item );
	}

	public function test_a_remembered_item_that_was_deleted_is_replaced_by_a_free_row(): void {
		$world = new World();
		$world->items->has_item( 'SKU-1' );
		$this->bill( $world );
		$world->sellsy->items = [];
		$world->sellsy->plan( 'compute', FailureKind::Rejected );
		$this->bill( $world, 2 );
		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		self::assertNull( $world->invoicing->created[1]->rows[0]->item );
	}

	public function test_so_it_is_where_sellsy_is_asked_nothing_beforehand(): void {
		$world = new World();

		$world->agreements->otherwise = Agreements::ENOUGH;
		$world->items->has_item( 'SKU-1' );
		$this->bill( $world );
		$world->sellsy->items = [];
		$world->sellsy->plan( 'create', FailureKind::Rejected );
		$world->sellsy->plan( 'compute', FailureKind::Rejected );
		$this->bill( $world, 2 );
		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		self::assertNull( $world->invoicing->created[1]->rows[0]->item );
	}

	public function test_two_orders_that_need_the_same_new_item_meet(): void {
		$world = new World( create_items: true );
		$now   = $world->clock->now();
		$world->links->claim(
			'account-1',
			'item',
			substr( hash( 'sha256', 'SKU-1' ), 0, 40 ),
			'another runner',
			$now,
			$now->modify( '+2 minutes' )
		);
		$this->bill( $world );
		self::assertSame( ProblemCode::WaitsForItem, $world->row()->problem?->code );
		self::assertSame( 0, $world->row()->attempts );
	}

	/**
	 * @testWith [2, false]
	 *           [5, true]
	 */
	public function test_rows_are_split_where_the_account_keeps_or_takes_two_decimals(
		int $decimals,
		bool $refuses_more,
	): void {
		$world                   = new World();
		$world->sellsy->decimals = $decimals;
		if ( $refuses_more ) {
			$world->sellsy->plan( 'compute', FailureKind::Rejected );
		}
		$order                   = $world->order( 1, null, 'processing', 'SKU-1', '24.97', '4.99' );
		$line                    = $order->lines[0];
		$three                   = new \OrderInvoicer\Domain\Order\OrderLine(
			id: $line->id,
			kind: $line->kind,
			name: $line->name,
			quantity: \OrderInvoicer\Domain\Money\Decimal::from_string( '3' ),
			total: $line->total,
			subtotal: $line->subtotal,
			taxes: $line->taxes,
			taxable: true,
			skus: [],
			product_id: 1,
			is_virtual: false,
			details: ''
		);

		$world->shop->orders[1] = new \OrderInvoicer\Domain\Order\OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => [ $three ],
			]
		);
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( [ '8.32', '8.33' ], $this->units( $world ) );
	}

	/** @return list<string> */
	private function units( World $world ): array {
		$units = array_map(
			static fn( $row ): string => (string) $row->unit_amount?->to_string(),
			$world->invoicing->created[0]->rows
		);
		sort( $units );
		return $units;
	}

	private function bill( World $world, int $order_id = 1, string $sku = 'SKU-1' ): void {
		$world->order( $order_id, null, 'processing', $sku );
		$world->fire( $order_id );
		$world->due->run( 20 );
	}
}
