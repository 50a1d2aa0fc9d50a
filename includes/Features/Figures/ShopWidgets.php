<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;

/**
 * WooCommerce's own cards, chart and tables, for the page of figures. They are large, with all that they need, so our
 * page has them only where it is asked for them, as text that no browser runs: the figures ask once they are opened
 * (src/admin/pages/figures/widgets.ts). Where WooCommerce does not have them, the page shows its own.
 */
final class ShopWidgets {

	/** Behind all scripts of our own page alone. */
	public const FOOTER = 'admin_footer-woocommerce_page_' . AdminPage::SLUG;

	/** In the address of our page. */
	public const ASKED = 'orderinvoicer_widgets';

	private const HANDLE = 'wc-components';

	public function register(): void {
		add_action( self::FOOTER, [ $this, 'handle_admin_footer' ] );
	}

	/** @internal */
	public function handle_admin_footer(): void {
		// Nothing is changed by it.
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended
		if ( ! isset( $_GET[ self::ASKED ] ) || ! wp_script_is( self::HANDLE, 'registered' ) ) {
			return;
		}
		echo '<template id="orderinvoicer-shop-widgets">';
		wp_print_styles( [ self::HANDLE ] );
		wp_print_scripts( [ self::HANDLE ] );
		echo '</template>';
	}
}
