<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features\Stock;

use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\SellsyStockLevels;
use OrderInvoicer\Tests\Integration\Sellsy\SellsyTestCase;

/** The stock of an item, which only the old API knows. */
final class OpeningStockTest extends SellsyTestCase {

	public function test_opening_stock_is_counted_in_its_warehouse(): void {
		$item = $this->items->create(
			new ItemDraft(
				type: 'product',
				reference: 'SAC',
				name: 'SAC',
				price: Decimal::from_string( '12.00' ),
				price_includes_tax: true,
				tax_id: 1,
				description: 'En cuir'
			)
		);

		( new SellsyStockLevels( $this->v1 ) )->open( $item->ref->id, 1, Decimal::from_string( '7' ) );

		$stock = $this->v1->call( 'Stock.getForItem', [ 'itemid' => $item->ref->id ] )->each();
		self::assertCount( 1, $stock );
		self::assertSame( [ 1, '7' ], [ $stock[0]->int( 'whid' ), $stock[0]->decimal( 'qt' )->to_string() ] );
	}
}
