<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Stock\StockTable;
use OrderInvoicer\WordPress\Tables\FeatureTable;

/**
 * What the site must know of the features before anything of them is made. Written by `npm run composition`: never
 * edit it (docs/ARCHITECTURE.md, "Features").
 */
final class Features {

	/** @var list<class-string<FeatureTable>> */
	public const TABLES = [ StockTable::class ];

	/** Options that go with the plugin whatever the owner chose. */
	public const GO_ALWAYS = [ 'orderinvoicer_stock_look' ];

	/**
	 * What is made on which hook.
	 *
	 * @param \Closure( non-empty-list<string>, \Closure(): list<object> ): void $before
	 * @param \Closure(): Adapters                                             $adapters
	 * @param \Closure(): Screens                                              $screens
	 */
	public static function register( \Closure $before, \Closure $adapters, \Closure $screens ): void {
		$before(
			[ 'woocommerce_product_set_stock', 'woocommerce_variation_set_stock' ],
			static fn (): array => [ $adapters()->stock_listener() ]
		);
	}
}
