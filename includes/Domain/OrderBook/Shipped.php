<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Domain\Settings\Settings;

/** Whether an order is shipped, by the signs that the owner chose. */
final class Shipped {

	/** @param string $status of the order, without the `wc-` prefix. */
	public static function is( string $status, OrderDelivery $delivery, Settings $settings ): bool {
		foreach ( $settings->shipped as $sign ) {
			$is_seen = match ( $sign ) {
				Settings::SHIPPED_FULFILMENT => $delivery->is_fulfilled,
				Settings::SHIPPED_TRACKING   => array_filter(
					$delivery->shipments,
					static fn ( Shipment $one ): bool => $one->tracking_number !== ''
				) !== [],
				default                      => $sign === "status:$status",
			};
			if ( $is_seen ) {
				return true;
			}
		}
		return false;
	}
}
