<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * A notice on the lists of orders: another shop uses this shop's code. Work goes on, so other screens do not show it.
 */
final class ClashNotice {

	/** With WooCommerce's own tables, and with orders as posts. */
	private const SCREENS = [ 'woocommerce_page_wc-orders', 'edit-shop_order' ];

	/** @param \Closure(): ProblemText $problem_text */
	public function __construct(
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly \Closure $problem_text,
		private readonly FreshOptions $options,
	) {}

	public function register(): void {
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
	}

	/** @internal */
	public function handle_admin_notices(): void {
		if (
			! in_array( get_current_screen()->id ?? '', self::SCREENS, true )
			|| ! current_user_can( AdminPage::CAPABILITY )
		) {
			return;
		}
		try {
			$clash = $this->options->together( $this->shop_code_conflicts->standing( ... ) );
		} catch ( DatabaseRefused ) {
			return; // No page fails for want of a notice.
		}
		if ( $clash !== null ) {
			printf(
				'<div class="notice notice-warning"><p><strong>%1$s</strong> – %2$s</p><p><a'
					. ' href="%3$s">%4$s</a></p></div>',
				esc_html__( 'Order Invoicer', 'orderinvoicer' ),
				esc_html( ( $this->problem_text )()->sentences( $clash->problem() ) ),
				esc_url( AdminPage::url() . '#/connection' ),
				esc_html__( 'Open the settings', 'orderinvoicer' )
			);
		}
	}
}
