<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/** The products that the items of an order sold: WooCommerce builds one anew whenever an item is asked for it. */
final class SoldProducts {

	/** @var \WeakMap<\WC_Order_Item_Product, array{\WC_Product|null}> for as long as the order that was read. */
	private readonly \WeakMap $products;

	public function __construct() {
		$this->products = new \WeakMap();
	}

	/** Null for one that was deleted. */
	public function product( \WC_Order_Item_Product $item ): ?\WC_Product {
		$this->products[ $item ] ??= [ self::read( $item ) ];
		return $this->products[ $item ][0];
	}

	private static function read( \WC_Order_Item_Product $item ): ?\WC_Product {
		$product = $item->get_product();
		return $product instanceof \WC_Product ? $product : null;
	}
}
