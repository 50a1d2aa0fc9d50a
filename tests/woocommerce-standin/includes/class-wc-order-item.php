<?php
/** An item as its row and meta were recorded; `_line_total` and the like are WooCommerce's own keys. */

defined( 'ABSPATH' ) || exit;

abstract class WC_Order_Item extends WC_Data {

	protected $name = '';

	/** @var array<string, mixed> the item's stored meta. */
	protected $stored = [];

	/** @param array{id?: int, name?: string, meta?: array<string, mixed>} $item */
	public function __construct( $item = [] ) {
		$this->id     = $item['id'] ?? 0;
		$this->name   = $item['name'] ?? '';
		$this->stored = $item['meta'] ?? [];
		Standin_Item_Index::remember( $this );
	}

	abstract public function get_type();

	public function get_name( $context = 'view' ) {
		return $this->name;
	}

	public function set_name( $value ) {
		$this->name = $value;
	}

	/** Meta for people; recorded orders have none on their products. */
	public function get_formatted_meta_data( $hideprefix = '_', $include_all = false ) {
		return [];
	}

	/** @param array{type: string, id: int, name: string, meta: array<string, mixed>} $row */
	final public static function standin_from( array $row ): WC_Order_Item {
		return match ( $row['type'] ) {
			'line_item' => new WC_Order_Item_Product( $row ),
			'shipping'  => new WC_Order_Item_Shipping( $row ),
			'fee'       => new WC_Order_Item_Fee( $row ),
			'tax'       => new WC_Order_Item_Tax( $row ),
			'coupon'    => new WC_Order_Item_Coupon( $row ),
		};
	}

	/** @return array{type: string, id: int, name: string, meta: array<string, mixed>} */
	final public function standin_row() {
		return [
			'type' => $this->get_type(),
			'id'   => $this->id,
			'name' => $this->name,
			'meta' => $this->stored,
		];
	}

	final public function standin_set_id( int $id ) {
		$this->id = $id;
		Standin_Item_Index::remember( $this );
	}

	final public function standin_stored( string $key ) {
		return $this->stored[ $key ] ?? '';
	}
}

/**
 * Stored meta of the items of every order that was read: `wc_get_order_item_meta()` is given nothing but an item's id.
 */
final class Standin_Item_Index {

	/** @var array<int, WC_Order_Item> */
	private static array $items = [];

	public static function remember( WC_Order_Item $item ): void {
		self::$items[ $item->get_id() ] = $item;
	}

	public static function item( int $id ): WC_Order_Item|false {
		return self::$items[ $id ] ?? false;
	}

	public static function meta( int $id, string $key ): mixed {
		return isset( self::$items[ $id ] ) ? self::$items[ $id ]->standin_stored( $key ) : '';
	}
}

class WC_Order_Factory {

	public static function get_order_item( $item_id = 0 ) {
		return Standin_Item_Index::item( (int) $item_id );
	}
}
