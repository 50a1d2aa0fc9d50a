<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Items;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeProducts;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * A variation is billed under its own reference: a declination, an item of its own, or a free row; never its parent's
 * item.
 */
final class VariationsTest extends TestCase {

	public function test_a_declination_of_the_parents_item_is_billed_as_one(): void {
		$world = new World( create_items: true );
		$item  = $world->items->has_item( 'CHEMISE' );
		$world->items->has_declination( $item, 'CHEMISE-ROUGE' );
		$blue = $world->items->has_declination( $item, ' CHEMISE-BLEUE ' );

		$row = $this->bill( $world );

		self::assertSame( [ $item->ref->id, $blue ], [ $row->item?->id, $row->item?->declination_id ] );
		self::assertSame( 'CHEMISE-BLEUE', $row->reference );
		self::assertSame( [], $world->items->created );
	}

	public function test_a_declination_is_remembered(): void {
		$world = new World();
		$item  = $world->items->has_item( 'CHEMISE' );
		$blue  = $world->items->has_declination( $item, 'CHEMISE-BLEUE' );
		$this->bill( $world );

		$row = $this->bill( $world, 2 );

		self::assertSame( $blue, $row->item?->declination_id );
		self::assertSame( 1, $world->sellsy->count( 'declinations' ) );
		self::assertSame( 1, $world->sellsy->count( 'find_item' ) );
	}

	public function test_without_a_declination_it_is_an_item_of_its_own(): void {
		$world = new World();
		$world->items->has_item( 'CHEMISE' );
		$own = $world->items->has_item( 'CHEMISE-BLEUE' );

		self::assertSame(
			[ $own->ref->id, null ],
			[ $this->bill( $world )->item?->id, $world->invoicing->created[0]->rows[0]->item?->declination_id ]
		);
	}

	public function test_an_unknown_variation_is_created_or_stays_free_as_the_owner_chose(): void {
		foreach ( [ true, false ] as $created ) {
			$world = new World( create_items: true );
			$world->change_settings( [ 'items' => [ 'variations' => $created ] ] );
			$world->products->product = FakeProducts::product( is_variation: true );
			$world->items->has_item( 'CHEMISE' );

			$row = $this->bill( $world );

			self::assertSame(
				$created ? [ 'CHEMISE-BLEUE' ] : [],
				array_column( $world->items->created, 'reference' )
			);
			self::assertSame( $created, $row->item !== null, 'Its parent is another product.' );
		}
	}

	public function test_a_declination_that_was_deleted_is_looked_for_again(): void {
		$world = new World();
		$item  = $world->items->has_item( 'CHEMISE' );
		$world->items->has_declination( $item, 'CHEMISE-BLEUE' );
		$this->bill( $world );
		$world->items->declined[ $item->ref->id ] = [];
		$world->sellsy->plan( 'compute', FailureKind::Rejected );

		$row = $this->bill( $world, 2 );

		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		self::assertNull( $row->item );
	}

	public function test_where_sellsy_does_not_tell_the_declinations_nothing_is_created_beside_them(): void {
		$world = new World( create_items: true );
		$world->items->has_item( 'CHEMISE' );
		$world->sellsy->plan( 'declinations', FailureKind::Rejected );

		self::assertNull( $this->bill( $world )->item );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertSame( [], $world->items->created );
	}

	private function bill( World $world, int $order_id = 1 ): DraftRow {
		$order = $world->order( $order_id, null, 'processing', 'CHEMISE-BLEUE' );
		$line  = new OrderLine(
			...[
				...get_object_vars( $order->lines[0] ),
				'skus' => [
					'CHEMISE-BLEUE',
					'CHEMISE',
				],
			]
		);

		$world->shop->orders[ $order_id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => [ $line ],
			]
		);
		$world->fire( $order_id );
		$world->due->run( 20 );
		return $world->invoicing->created[ $order_id - 1 ]->rows[0];
	}
}
