<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Stock\Rules\MarkStock;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\WordPress\Options\FreshOptions;

/** What the site must know of the stock before anything of it is made (npm run composition). */
final class StockFeature {

	/** On which hooks what is made. A sale at the checkout is heard, and costs nothing. */
	public const HOOKS = [
		StockListener::class => [ 'woocommerce_product_set_stock', 'woocommerce_variation_set_stock' ],
	];

	/** What a sale asks before the use cases are there. */
	public const OWN = [ MarkStock::class ];

	public const TABLES = [ StockTable::class ];

	/** Options that go with the plugin whatever the owner chose: another installation must ask for the consent anew. */
	public const GO_ALWAYS = [ StockLooks::OPTION ];

	/** Its own: to read here must not let the batch keep over what somebody else changed. */
	public static function orders_on_the_way_looks( FreshOptions $options ): StockLooks {
		return new StockLooks( $options );
	}

	public static function stock_view_looks( FreshOptions $options ): StockLooks {
		return new StockLooks( $options );
	}

	public static function stock_facts_stock_looks( FreshOptions $options ): StockLooks {
		return new StockLooks( $options );
	}
}
