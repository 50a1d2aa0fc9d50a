<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\StockLevels\ShopStocks;
use OrderInvoicer\Domain\StockLevels\StockLooks;
use OrderInvoicer\Domain\StockLevels\StockRows;
use OrderInvoicer\WooCommerce\Stock\OrdersOnTheWay;
use OrderInvoicer\WooCommerce\Stock\WooStocks;
use OrderInvoicer\WordPress\Stock\OptionStockLooks;

/**
 * The ports of stock that WordPress and WooCommerce answer.
 *
 * @property Foundation $on
 */
trait StockAdapters {

	private ?OptionStockLooks $stock_looks = null;

	public function shop_stocks(): ShopStocks {
		return new WooStocks(
			wpdb: $this->on->wpdb(),
			sql: $this->on->sql(),
			orders: new OrdersOnTheWay(
				wpdb: $this->on->wpdb(),
				sql: $this->on->sql(),
				settings: $this->on->settings(),
				// Its own: to read here must not let the batch keep over what somebody else changed.
				looks: new OptionStockLooks( $this->on->options() )
			),
			own: $this->on->own_stock_change()
		);
	}

	public function stock_rows(): StockRows {
		return $this->on->stock_rows();
	}

	/** One for all: it knows what this process read last. */
	public function stock_looks(): StockLooks {
		return $this->stock_looks ??= new OptionStockLooks( $this->on->options() );
	}
}
