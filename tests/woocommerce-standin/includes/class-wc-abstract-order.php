<?php
/** What orders and refunds have in common. */

defined( 'ABSPATH' ) || exit;

abstract class WC_Abstract_Order extends WC_Data {

	/** @var array<string, mixed> */
	protected $data = [
		'status'             => 'pending',
		'currency'           => '',
		'prices_include_tax' => false,
		'total'              => '0',
		'customer_id'        => 0,
	];

	/** @var list<WC_Order_Item> */
	protected $items = [];

	/** @var bool */
	protected $object_read = false;

	/** @param int|WC_Abstract_Order $order */
	public function __construct( $order = 0 ) {
		$this->data['currency']           = get_woocommerce_currency();
		$this->data['prices_include_tax'] = wc_prices_include_tax();
		$this->data['date_created']       = time();
		if ( is_numeric( $order ) && $order > 0 ) {
			( new Standin_Storage() )->read( $this, (int) $order );
		}
		$this->object_read = true;
	}

	abstract public function get_type();

	public function save() {
		$is_new = $this->id === 0;
		( new Standin_Storage() )->write( $this );
		$this->standin_saved( $is_new );
		( new Standin_Storage() )->write_items( $this );
		return $this->id;
	}

	public function save_meta_data() {
		( new Standin_Storage() )->write_meta( $this );
	}

	public function get_status( $context = 'view' ) {
		return $this->data['status'];
	}

	public function has_status( $status ) {
		return in_array( $this->get_status(), (array) $status, true );
	}

	public function set_status( $new_status ) {
		$old_status           = $this->data['status'];
		$this->data['status'] = preg_replace( '/^wc-/', '', $new_status );
		return [
			'from' => $old_status,
			'to'   => $this->data['status'],
		];
	}

	public function get_currency( $context = 'view' ) {
		return $this->data['currency'];
	}

	public function set_currency( $value ) {
		$this->data['currency'] = $value;
	}

	public function get_prices_include_tax( $context = 'view' ) {
		return $this->data['prices_include_tax'];
	}

	public function get_total( $context = 'view' ) {
		return $this->data['total'];
	}

	/** Rounded to the shop's decimals, also while an order is read, as WooCommerce does. */
	public function set_total( $value, $deprecated = '' ) {
		$this->data['total'] = wc_format_decimal( $value, wc_get_price_decimals() );
	}

	public function get_date_created( $context = 'view' ) {
		return new WC_DateTime( '@' . $this->data['date_created'] );
	}

	/** What was recorded is not saved again. */
	public function get_date_modified( $context = 'view' ) {
		return $this->get_date_created( $context );
	}

	public function set_date_created( $date = null ) {
		$this->data['date_created'] = is_numeric( $date ) ? (int) $date : strtotime( (string) $date );
	}

	public function get_items( $types = 'line_item' ) {
		$items = [];
		// WooCommerce groups them in the order of the types asked for.
		foreach ( (array) $types as $type ) {
			foreach ( $this->items as $item ) {
				if ( $item->get_type() === $type ) {
					$items[ $item->get_id() ] = $item;
				}
			}
		}
		return $items;
	}

	public function get_shipping_method() {
		return implode( ', ', array_map( static fn ( $item ) => $item->get_name(), $this->get_items( 'shipping' ) ) );
	}

	public function add_item( $item ) {
		if ( $item->get_id() === 0 ) {
			$item->standin_set_id( ( new Standin_Storage() )->next_item_id() );
		}
		$this->items[] = $item;
	}

	/** Adds the line without a price: the stand-in calculates nothing. */
	public function add_product( $product, $qty = 1, $args = [] ) {
		$item = new WC_Order_Item_Product();
		$item->set_name( $product->get_name() );
		$item->set_product_id( $product->get_id() );
		$item->set_quantity( $qty );
		$item->set_subtotal( '0' );
		$item->set_total( '0' );
		$this->add_item( $item );
		return $item->get_id();
	}

	/** @return array{data: array<string, mixed>, items: list<array<string, mixed>>} */
	final public function standin_state() {
		return [
			'data'  => $this->data,
			'items' => array_map( static fn ( $item ) => $item->standin_row(), $this->items ),
		];
	}

	/**
	 * @param array<string, mixed> $data
	 * @param list<WC_Order_Item>  $items
	 * @param list<WC_Meta_Data>   $meta
	 */
	final public function standin_fill( int $id, array $data, array $items, array $meta ) {
		$this->id        = $id;
		$this->data      = array_merge( $this->data, $data );
		$this->items     = $items;
		$this->meta_data = $meta;
		$this->set_total( $this->data['total'] );
	}

	/** Hooks that belong into a save, between the row and its items. */
	protected function standin_saved( bool $is_new ) {
		unset( $is_new );
	}
}
