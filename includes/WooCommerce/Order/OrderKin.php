<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\Kinship;

/**
 * Marketplaces split an order among sellers, as orders of their own with the order as parent. Those that do so are one
 * line each. WCFM splits nothing, WC Vendors makes a kind of order of its own, which is no `shop_order`.
 */
final class OrderKin {

	/**
	 * By the plugin's name: what the order that is split has (`split`, metas that are not empty), and how a part was
	 * made (`via`, as `get_created_via()` says) or whom it belongs to (`seller`, metas).
	 */
	private const MARKETPLACES = [
		'YITH Multi Vendor' => [
			'split'  => [ 'has_sub_order' ],
			'via'    => [ 'yith_wcmv_vendor_suborder' ],
			'seller' => [],
		],
		'MultiVendorX'      => [
			'split'  => [ 'has_mvx_sub_order', 'has_wcmp_sub_order', 'has_multivendorx_sub_order' ],
			'via'    => [ 'mvx_vendor_order', 'wcmp_vendor_order' ],
			'seller' => [ '_vendor_id', 'multivendorx_store_id' ],
		],
		'Dokan'             => [
			'split'  => [ 'has_sub_order' ],
			'via'    => [ 'dokan' ],
			'seller' => [ '_dokan_vendor_id' ],
		],
	];

	/** What says that an order is a sale of its own, whatever its parent is: WooCommerce's subscriptions, YITH's. */
	private const OWN = [
		'_subscription_renewal',
		'_subscription_switch',
		'_subscription_resubscribe',
		'is_a_renew',
	];

	public function of( \WC_Order $order ): Kinship {
		$parent_id = $order->get_parent_id( 'edit' );
		return new Kinship(
			parent_id: $parent_id,
			split_by: $parent_id > 0 ? '' : $this->split_by( $order ),
			part_by: $parent_id > 0 ? $this->part_by( $order ) : '',
			is_own: $parent_id > 0 && $this->has_one_of( self::OWN, $order )
		);
	}

	private function split_by( \WC_Order $order ): string {
		foreach ( self::MARKETPLACES as $name => $marks ) {
			if ( $this->has_one_of( $marks['split'], $order ) ) {
				return $name;
			}
		}
		return '';
	}

	private function part_by( \WC_Order $order ): string {
		$via = $order->get_created_via( 'edit' );
		foreach ( self::MARKETPLACES as $name => $marks ) {
			if ( in_array( $via, $marks['via'], true ) || $this->has_one_of( $marks['seller'], $order ) ) {
				return $name;
			}
		}
		return '';
	}

	/** @param list<string> $metas */
	private function has_one_of( array $metas, \WC_Order $order ): bool {
		foreach ( $metas as $meta ) {
			if ( ! in_array( $order->get_meta( $meta, true, 'edit' ), [ '', false, '0', 'no' ], true ) ) {
				return true;
			}
		}
		return false;
	}
}
