<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** A parcel, as a shipping plugin or WooCommerce's fulfilments describe it. Any of it may be empty. */
final class Shipment {

	/** @param string $sent_on `Y-m-d` in the shop's time zone. */
	public function __construct(
		public readonly string $carrier,
		public readonly string $tracking_number,
		public readonly string $tracking_url,
		public readonly string $sent_on = '',
	) {}
}
