<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Tests\Unit\Features\Stock\FakeSellsyStocks;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeShopStocks;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeStock;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeStockRows;

/** Who answers the ports of the features in the world of the unit tests. Written by `npm run composition`. */
trait FeatureFakes {

	public function sellsy_stocks(): FakeSellsyStocks {
		return $this->world->fake( FakeSellsyStocks::class );
	}

	public function shop_stocks(): FakeShopStocks {
		return $this->world->fake( FakeShopStocks::class );
	}

	public function stock(): FakeStock {
		return $this->world->fake( FakeStock::class );
	}

	public function stock_rows(): FakeStockRows {
		return $this->world->fake( FakeStockRows::class );
	}
}
