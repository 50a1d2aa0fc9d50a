<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use OrderInvoicer\Domain\Settings\Settings;

/** What this shop has that may say "shipped": statuses, WooCommerce's fulfilments, tracking numbers. */
final class ShippedSigns {

	/** In names of statuses, without accents. */
	private const WORDS = '/ship|sent|dispatch|deliver|expedi|envoy|livr|transit/';

	/** WooCommerce's own statuses that come before any parcel, or after none. */
	private const NEVER = [ 'pending', 'on-hold', 'processing', 'cancelled', 'refunded', 'failed', 'checkout-draft' ];

	/** @return list<array{value: string, label: string}> the likeliest first. */
	public function found(): array {
		$likely = [];
		$others = [];
		foreach ( wc_get_order_statuses() as $slug => $label ) {
			$status = (string) preg_replace( '/^wc-/', '', (string) $slug );
			if ( ! in_array( $status, self::NEVER, true ) ) {
				$sign = $this->sign( "status:$status", (string) $label );
				if ( preg_match( self::WORDS, strtolower( remove_accents( "$status $label" ) ) ) === 1 ) {
					$likely[] = $sign;
				} else {
					$others[] = $sign;
				}
			}
		}
		return [ ...$likely, ...$this->parcels(), ...$others ];
	}

	/** @return list<array{value: string, label: string}> */
	private function parcels(): array {
		$signs = [];
		if ( $this->has_shiptastic() ) {
			$signs[] = $this->sign(
				Settings::SHIPPED_FULFILMENT,
				__( 'Every product of the order is shipped (Shiptastic)', 'orderinvoicer' )
			);
		} elseif ( FeaturesUtil::feature_is_enabled( 'fulfillments' ) ) {
			$signs[] = $this->sign(
				Settings::SHIPPED_FULFILMENT,
				__( 'Every product of the order is fulfilled (WooCommerce)', 'orderinvoicer' )
			);
		}
		if ( $this->has_tracking() ) {
			$signs[] = $this->sign( Settings::SHIPPED_TRACKING, __( 'A tracking number was set', 'orderinvoicer' ) );
		}
		return $signs;
	}

	/** Fulfilments, Shiptastic, Advanced Shipment Tracking (Pro too) and WooCommerce Shipment Tracking. */
	private function has_tracking(): bool {
		return FeaturesUtil::feature_is_enabled( 'fulfillments' )
			|| $this->has_shiptastic()
			|| function_exists( 'ast_get_tracking_items' )
			|| class_exists( 'WC_Shipment_Tracking_Actions', false );
	}

	private function has_shiptastic(): bool {
		return function_exists( 'wc_stc_get_shipments_by_order' );
	}

	/** @return array{value: string, label: string} */
	private function sign( string $value, string $label ): array {
		return [
			'value' => $value,
			'label' => $label,
		];
	}
}
