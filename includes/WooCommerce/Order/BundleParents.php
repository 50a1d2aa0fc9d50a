<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/** Which line of an order is a part of which other line, from the meta that bundle plugins write on order items. */
final class BundleParents {

	/**
	 * A part names its parent by a key that the parent has in a meta of its own: Product Bundles and YITH, Composite
	 * Products, Mix and Match.
	 */
	private const KEYS = [
		'_bundled_by'       => [ '_bundle_cart_key', '_yith_bundle_cart_key' ],
		'_composite_parent' => [ '_composite_cart_key' ],
		'_mnm_container'    => [ '_mnm_cart_key' ],
	];

	/** WPC Product Bundles names the product of the parent, whose line comes before those of its parts. */
	private const PRODUCT = '_woosb_parent_id';

	/** @return array<int, int> parent's line id by line id; what is part of nothing is left out. */
	public function parents( \WC_Order $order ): array {
		$items   = array_filter(
			$order->get_items(),
			static fn ( \WC_Order_Item $item ): bool => $item instanceof \WC_Order_Item_Product
		);
		$parents = [];
		$last    = 0;
		foreach ( $items as $item ) {
			$parent = $this->parent( $item, $items, $last );
			if ( $parent > 0 ) {
				$parents[ $item->get_id() ] = $parent;
			} else {
				$last = $item->get_id();
			}
		}
		return $parents;
	}

	/**
	 * @param array<\WC_Order_Item> $items
	 * @param int                   $last  the last line that is no part: the parent where a plugin leaves no key on it
	 *                                     (YITH's free version).
	 */
	private function parent( \WC_Order_Item $item, array $items, int $last ): int {
		foreach ( self::KEYS as $named_by => $keys ) {
			$name = $item->get_meta( $named_by );
			if ( is_string( $name ) && $name !== '' ) {
				return $this->named( $name, $keys, $items ) ?? $last;
			}
		}
		$product = $item->get_meta( self::PRODUCT );
		return is_numeric( $product ) && (int) $product > 0
			? $this->before( $item, (int) $product, $items ) ?? $last
			: 0;
	}

	/** @param array<\WC_Order_Item> $items */
	private function before( \WC_Order_Item $part, int $product, array $items ): ?int {
		$parent = null;
		foreach ( $items as $item ) {
			if ( $item === $part ) {
				break;
			}
			if (
				$item instanceof \WC_Order_Item_Product
				&& in_array( $product, [ $item->get_product_id( 'edit' ), $item->get_variation_id( 'edit' ) ], true )
			) {
				$parent = $item->get_id();
			}
		}
		return $parent;
	}

	/**
	 * @param list<string>          $keys
	 * @param array<\WC_Order_Item> $items
	 */
	private function named( string $name, array $keys, array $items ): ?int {
		foreach ( $items as $item ) {
			foreach ( $keys as $key ) {
				if ( $item->get_meta( $key ) === $name ) {
					return $item->get_id();
				}
			}
		}
		return null;
	}
}
