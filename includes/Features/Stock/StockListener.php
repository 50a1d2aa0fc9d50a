<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\Stock\Rules\MarkStock;

/**
 * Notices a change of stock by hand: in wp-admin, by WooCommerce's API, by WP-CLI. A sale at the checkout is none, and
 * costs nothing; whatever else changes stock is found by the look of the night.
 */
final class StockListener {

	/** @param \Closure(): MarkStock $mark_stock */
	public function __construct(
		private readonly \Closure $mark_stock,
		private readonly OwnStockChange $own,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'woocommerce_product_set_stock', [ $this, 'handle_set_stock' ] );
		add_action( 'woocommerce_variation_set_stock', [ $this, 'handle_set_stock' ] );
	}

	/** @internal */
	public function handle_set_stock( mixed $product ): void {
		if ( ! $product instanceof \WC_Product || $this->own->is_running() || ! $this->is_by_hand() ) {
			return;
		}
		try {
			( $this->mark_stock )()->mark( $product->get_id() );
		} catch ( \Throwable $error ) {
			// The stock is saved all the same; the night finds it.
			$this->logger->error( 'A change of stock could not be noted.', [], $error );
		}
	}

	private function is_by_hand(): bool {
		return ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) || current_user_can( 'edit_products' );
	}
}
