<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** A parcel, as a shipping plugin or WooCommerce's fulfilments describe it. Any of the three may be empty. */
final class Shipment {

	public function __construct(
		public readonly string $carrier,
		public readonly string $tracking_number,
		public readonly string $tracking_url,
	) {}
}
