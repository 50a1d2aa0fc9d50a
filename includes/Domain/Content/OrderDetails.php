<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;

/** What an order's documents say beside their rows. */
final class OrderDetails {

	public static function details( OrderSnapshot $order, Settings $settings, SaleDays $days ): DocumentDetails {
		$delivery = $order->delivery;
		$parcel   = $delivery->shipments[0] ?? null;
		return new DocumentDetails(
			sale_type: self::sale_type( $order ),
			vat_mode: $settings->vat_mode,
			service_start: $delivery->service_start,
			service_end: $delivery->service_end,
			weight: $delivery->weight,
			tracking_number: $parcel->tracking_number ?? '',
			tracking_url: $parcel->tracking_url ?? '',
			payment_method_ids: self::payment_methods( $order, $settings ),
			shipping_date: $days->shipped,
		);
	}

	/** What is virtual is a service; shipping and fees go with what is sold. */
	private static function sale_type( OrderSnapshot $order ): string {
		$natures = [];
		foreach ( $order->lines as $line ) {
			if ( $line->kind === LineKind::Product ) {
				$natures[ $line->is_virtual ? 'service' : 'product' ] = true;
			}
		}
		return count( $natures ) === 2 ? 'mixed' : (string) array_key_first( $natures );
	}

	/** @return list<int> of the gateway and of what paid a part, where the owner said which they are. */
	private static function payment_methods( OrderSnapshot $order, Settings $settings ): array {
		$ids = [];
		foreach ( [ $order->payment->gateway, ...array_column( $order->payment->parts, 'method' ) ] as $method ) {
			$id = $settings->payments->methods[ $method ] ?? null;
			if ( $id !== null && ! in_array( $id, $ids, true ) ) {
				$ids[] = $id;
			}
		}
		return $ids;
	}
}
