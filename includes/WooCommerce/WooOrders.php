<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;

defined( 'ABSPATH' ) || exit;

/** The shop's orders, read from the database and not from WooCommerce's cache of order objects. */
final class WooOrders implements Orders {

	/** More than WooCommerce stores (its column has 8). */
	private const ALL_DECIMALS = 8;

	public function __construct(
		private readonly OrderSnapshotFactory $snapshots,
		private readonly OrderRefunds $refunds,
	) {}

	public function snapshot( int $order_id ): ?OrderSnapshot {
		$order = $this->read( $order_id );
		return $order === null || in_array( $order->get_status( 'edit' ), [ 'trash', 'auto-draft', 'checkout-draft' ], true ) ? null : $this->snapshots->of( $order );
	}

	public function refunds( int $order_id ): array {
		$order = $this->read( $order_id );
		return $order === null ? [] : $this->refunds->of( $order );
	}

	/**
	 * WooCommerce rounds totals to the shop's current decimals while reading, whatever the order's currency is; with all
	 * decimals kept for that moment the stored amounts come through.
	 */
	private function read( int $order_id ): ?\WC_Order {
		if ( $order_id < 1 || OrderUtil::get_order_type( $order_id ) !== 'shop_order' ) {
			return null;
		}
		$this->forget();
		$all_decimals = static fn (): int => self::ALL_DECIMALS;
		add_filter( 'wc_get_price_decimals', $all_decimals, PHP_INT_MAX );
		try {
			return new \WC_Order( $order_id );
		} catch ( \Exception ) {
			return null;
		} finally {
			remove_filter( 'wc_get_price_decimals', $all_decimals, PHP_INT_MAX );
		}
	}

	/**
	 * A runner works for a while, and other processes change orders meanwhile: of what is kept in memory some would be new and
	 * some old, such as a total and its lines. A cache that processes share is left alone.
	 */
	private function forget(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
	}
}
