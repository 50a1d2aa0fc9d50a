<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What is known about the delivery of the goods, and the period that a service covers. None of it is billed. */
final class OrderDelivery {

	/**
	 * @param string         $method        name of the shipping method; empty when nothing is shipped.
	 * @param list<Shipment> $shipments
	 * @param bool           $is_fulfilled  WooCommerce's own fulfilments, or Shiptastic, say that all is on its way.
	 * @param Decimal|null   $weight        grams; null where a product's weight is not known.
	 * @param string         $service_start `Y-m-d`; empty when nothing lasts (subscriptions).
	 * @param string         $completed_on  `Y-m-d` in the shop's time zone: WooCommerce's day of "completed".
	 * @param list<string>|null $methods    ids of the methods, and of those of a zone, such as `flat_rate` and
	 *                                      `flat_rate:3`; null: not read.
	 */
	public function __construct(
		public readonly string $method = '',
		public readonly array $shipments = [],
		public readonly bool $is_fulfilled = false,
		public readonly ?Decimal $weight = null,
		public readonly string $service_start = '',
		public readonly string $service_end = '',
		public readonly string $completed_on = '',
		public readonly ?array $methods = null,
	) {}

	/** When the last parcel of those whose day is known left; `Y-m-d`, or empty. */
	public function sent_on(): string {
		$days = array_column( $this->shipments, 'sent_on' );
		return $days === [] ? '' : max( $days );
	}

	/** As far as anything is known of it; empty otherwise. */
	public function shipped_on(): string {
		return $this->sent_on() !== '' ? $this->sent_on() : $this->completed_on;
	}
}
