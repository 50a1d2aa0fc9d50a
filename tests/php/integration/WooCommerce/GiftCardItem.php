<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

/** In place of the items of plugins that sell gift cards: a type of their own, a code as name, and `get_amount()`. */
final class GiftCardItem extends \WC_Order_Item {

	public static string $type = 'gift_card';

	public function get_type(): string {
		return self::$type;
	}

	public function get_amount(): string {
		$amount = $this->get_meta( 'amount' );
		return is_string( $amount ) ? $amount : '0';
	}

	/**
	 * @param array<string, mixed> $stores
	 * @return array<string, mixed>
	 */
	public static function stored( array $stores ): array {
		$store = new class() extends \Abstract_WC_Order_Item_Type_Data_Store
			implements \WC_Object_Data_Store_Interface, \WC_Order_Item_Type_Data_Store_Interface {};
		return $stores + [ 'order-item-' . self::$type => $store ];
	}
}
