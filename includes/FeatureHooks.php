<?php
declare( strict_types=1 );

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Screens;

/** What of the features is made on which hook. Written by `npm run composition`: never edit it. */
final class FeatureHooks {

	/**
	 * @param \Closure( non-empty-list<string>, \Closure(): list<object> ): void $before
	 * @param \Closure(): Adapters                                             $adapters
	 * @param \Closure(): Screens                                              $screens
	 */
	public static function register( \Closure $before, \Closure $adapters, \Closure $screens ): void {
		$before(
			[ 'orderinvoicer_archive' ],
			static fn (): array => [ $screens()->archive_runner() ]
		);
		$before(
			[ 'wp_ajax_orderinvoicer_archive' ],
			static fn (): array => [ $screens()->archive_list() ]
		);
		$before(
			[ 'admin_footer-woocommerce_page_orderinvoicer' ],
			static fn (): array => [ $adapters()->shop_widgets() ]
		);
		$before(
			[ 'woocommerce_email_settings_before' ],
			static fn (): array => [ $screens()->email_settings_note() ]
		);
		$before(
			[ 'woocommerce_product_set_stock', 'woocommerce_variation_set_stock' ],
			static fn (): array => [ $adapters()->stock_listener() ]
		);
	}
}
