<?php
/** Meta data as WooCommerce's CRUD objects have them. */

defined( 'ABSPATH' ) || exit;

final class WC_Meta_Data {

	/** @param array{id: int, key: string, value: mixed} $meta */
	public function __construct( $meta = [] ) {
		$this->id    = $meta['id'];
		$this->key   = $meta['key'];
		$this->value = $meta['value'];
	}

	public int $id;
	public string $key;
	public mixed $value;

	public function get_data() {
		return get_object_vars( $this );
	}
}

abstract class WC_Data {

	protected $id = 0;

	/** @var list<WC_Meta_Data> */
	protected $meta_data = [];

	public function get_id() {
		return $this->id;
	}

	public function get_meta_data() {
		return $this->meta_data;
	}

	public function get_meta( $key = '', $single = true, $context = 'view' ) {
		$values = array_values(
			array_map(
				static fn ( $meta ) => $meta->value,
				array_filter( $this->meta_data, static fn ( $meta ) => $meta->key === $key )
			)
		);
		return $single ? $values[0] ?? '' : $values;
	}

	public function update_meta_data( $key, $value, $meta_id = 0 ) {
		$this->delete_meta_data( $key );
		$this->add_meta_data( $key, $value );
	}

	public function add_meta_data( $key, $value, $unique = false ) {
		$this->meta_data[] = new WC_Meta_Data(
			[
				'id'    => count( $this->meta_data ) + 1,
				'key'   => $key,
				'value' => $value,
			]
		);
	}

	public function delete_meta_data( $key ) {
		$this->meta_data = array_values( array_filter( $this->meta_data, static fn ( $meta ) => $meta->key !== $key ) );
	}
}
