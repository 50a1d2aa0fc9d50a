<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Internal\DataStores\Fulfillments\FulfillmentsDataStore;
use Automattic\WooCommerce\Utilities\FeaturesUtil;
use OrderInvoicer\Domain\Order\Shipment;

/**
 * An order's parcels that are on their way: WooCommerce's fulfilments, Shiptastic, Advanced Shipment Tracking and
 * WooCommerce Shipment Tracking. Each is asked only where it is installed. What it answers comes from other code and is
 * checked.
 */
final class Parcels {

	/** Both tracking plugins keep a list of parcels in it. */
	private const TRACKING_META = '_wc_shipment_tracking_items';

	/** @return list<Shipment> */
	public function parcels( \WC_Order $order ): array {
		$parcels = [];
		foreach ( [
			...$this->fulfilments( $order ),
			...$this->tracking_items( $order ),
			...$this->shiptastic( $order ),
		] as $parcel ) {
			$parcels[ $parcel->tracking_number === '' ? count( $parcels ) : " $parcel->tracking_number" ] ??= $parcel;
		}
		return array_values( $parcels );
	}

	/** Whether other code or another table than the order's own is asked. */
	public static function are_kept_elsewhere(): bool {
		return FeaturesUtil::feature_is_enabled( 'fulfillments' )
			|| function_exists( 'ast_get_tracking_items' )
			|| is_callable( [ 'WC_Shipment_Tracking_Actions', 'get_instance' ] )
			|| function_exists( 'wc_stc_get_shipments_by_order' )
			|| function_exists( 'wc_stc_get_shipment_order' );
	}

	/** @return list<Shipment> */
	private function fulfilments( \WC_Order $order ): array {
		if ( ! class_exists( FulfillmentsDataStore::class ) || ! FeaturesUtil::feature_is_enabled( 'fulfillments' ) ) {
			return [];
		}
		$store = wc_get_container()->get( FulfillmentsDataStore::class );
		$found = is_object( $store ) && is_callable( [ $store, 'read_fulfillments' ] )
			? $store->read_fulfillments( \WC_Order::class, (string) $order->get_id() )
			: [];
		$sent  = [];
		foreach ( is_array( $found ) ? $found : [] as $fulfilment ) {
			if (
				$fulfilment instanceof \WC_Data
				&& is_callable( [ $fulfilment, 'get_is_fulfilled' ] )
				&& $fulfilment->get_is_fulfilled() === true
			) {
				$sent[] = $this->parcel(
					$fulfilment->get_meta( '_shipment_provider' ),
					$fulfilment->get_meta( '_tracking_number' ),
					$fulfilment->get_meta( '_tracking_url' ),
					self::day( $fulfilment->get_meta( '_date_fulfilled' ) )
				);
			}
		}
		return $sent;
	}

	/** @return list<Shipment> */
	private function tracking_items( \WC_Order $order ): array {
		$parcels = [];
		foreach ( $this->tracked( $order ) as $item ) {
			if ( is_array( $item ) && ( $item['tracking_number'] ?? '' ) !== '' ) {
				$carrier   = $this->first(
					$item,
					[ 'custom_tracking_provider', 'formatted_tracking_provider', 'tracking_provider' ]
				);
				$parcels[] = $this->parcel(
					$carrier,
					$item['tracking_number'],
					$this->first( $item, [ 'custom_tracking_link', 'formatted_tracking_link' ] ),
					self::day( $item['date_shipped'] ?? '' )
				);
			}
		}
		return $parcels;
	}

	/**
	 * As the plugin that is there says it, which knows the carrier's name and makes the address from the number:
	 * neither is stored. Without one, as it was stored.
	 *
	 * @return array<mixed>
	 */
	private function tracked( \WC_Order $order ): array {
		$actions = [ 'WC_Shipment_Tracking_Actions', 'get_instance' ];
		$plugin  = is_callable( $actions ) ? $actions() : null;
		$items   = match ( true ) {
			function_exists( 'ast_get_tracking_items' ) => ast_get_tracking_items( $order->get_id() ),
			is_object( $plugin ) && is_callable( [ $plugin, 'get_tracking_items' ] ) =>
				$plugin->get_tracking_items( $order->get_id(), true ),
			default => $order->get_meta( self::TRACKING_META ),
		};
		return is_array( $items ) ? $items : [];
	}

	/**
	 * @param array<mixed> $item
	 * @param list<string> $keys
	 */
	private function first( array $item, array $keys ): mixed {
		foreach ( $keys as $key ) {
			if ( ( $item[ $key ] ?? '' ) !== '' ) {
				return $item[ $key ];
			}
		}
		return '';
	}

	/** @return list<Shipment> */
	private function shiptastic( \WC_Order $order ): array {
		$shipments = function_exists( 'wc_stc_get_shipments_by_order' ) ? wc_stc_get_shipments_by_order( $order ) : [];
		$parcels   = [];
		foreach ( is_array( $shipments ) ? $shipments : [] as $shipment ) {
			if (
				is_object( $shipment )
				&& $this->says( $shipment, 'get_type' ) !== 'return'
				&& $this->says( $shipment, 'get_tracking_id' ) !== ''
			) {
				$parcels[] = $this->parcel(
					$this->says( $shipment, 'get_shipping_provider_title' ),
					$this->says( $shipment, 'get_tracking_id' ),
					$this->says( $shipment, 'get_tracking_url' ),
					$this->sent_on( $shipment )
				);
			}
		}
		return $parcels;
	}

	private function says( object $shipment, string $getter ): string {
		$said = is_callable( [ $shipment, $getter ] ) ? call_user_func( [ $shipment, $getter ] ) : '';
		return is_scalar( $said ) ? (string) $said : '';
	}

	private function sent_on( object $shipment ): string {
		$sent = is_callable( [ $shipment, 'get_date_sent' ] ) ? $shipment->get_date_sent() : null;
		return $sent instanceof \WC_DateTime ? (string) wp_date( 'Y-m-d', $sent->getTimestamp() ) : '';
	}

	/**
	 * WooCommerce writes the shop's own day and hour, the tracking plugins a day as the moment at which it begins in
	 * UTC.
	 */
	private static function day( mixed $stored ): string {
		return match ( true ) {
			is_numeric( $stored ) && (int) $stored > 0 => gmdate( 'Y-m-d', (int) $stored ),
			is_string( $stored ) && preg_match( '/^\d{4}-\d{2}-\d{2}(?!\d)/', $stored, $day ) === 1 => $day[0],
			default => '',
		};
	}

	private function parcel( mixed $carrier, mixed $number, mixed $url, string $sent_on ): Shipment {
		$text = static fn ( mixed $value ): string =>
			is_scalar( $value ) ? trim( wp_strip_all_tags( (string) $value ) ) : '';
		$link = is_string( $url ) ? esc_url_raw( $url, [ 'https', 'http' ] ) : '';
		return new Shipment(
			carrier: $text( $carrier ),
			tracking_number: $text( $number ),
			tracking_url: $link,
			sent_on: $sent_on
		);
	}
}
