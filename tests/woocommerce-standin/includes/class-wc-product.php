<?php
/** A product without a price: the stand-in has no catalogue, only what an order's line asks its product. */

defined( 'ABSPATH' ) || exit;

class WC_Product extends WC_Data {

	private const META = '_standin_product';

	private $data = [
		'name'         => '',
		'sku'          => '',
		'tax_status'   => 'taxable',
		'virtual'      => false,
		'downloadable' => false,
	];

	/** @param int|array<string, mixed> $product id, or what a recorded line knows of its product. */
	public function __construct( $product = 0 ) {
		if ( is_array( $product ) ) {
			$this->data = array_merge( $this->data, $product );
		} elseif ( $product > 0 ) {
			$this->id   = $product;
			$this->data = array_merge( $this->data, (array) get_post_meta( $product, self::META, true ) );
		}
	}

	public function save() {
		if ( $this->id === 0 ) {
			$this->id = wp_insert_post(
				[
					'post_type'   => 'product',
					'post_status' => 'publish',
					'post_title'  => wp_slash( $this->data['name'] ),
				]
			);
		}
		update_post_meta( $this->id, self::META, wp_slash( $this->data ) );
		return $this->id;
	}

	public function get_name( $context = 'view' ) {
		return $this->data['name'];
	}

	public function get_sku( $context = 'view' ) {
		return $this->data['sku'];
	}

	public function get_tax_status( $context = 'view' ) {
		return $this->data['tax_status'];
	}

	public function get_tax_class( $context = 'view' ) {
		return '';
	}

	/** None of this is known here. */
	public function get_weight( $context = 'view' ) {
		return '';
	}

	public function get_global_unique_id( $context = 'view' ) {
		return '';
	}

	public function get_regular_price( $context = 'view' ) {
		return '';
	}

	public function get_short_description( $context = 'view' ) {
		return '';
	}

	public function get_description( $context = 'view' ) {
		return '';
	}

	public function get_manage_stock( $context = 'view' ) {
		return false;
	}

	public function get_stock_quantity( $context = 'view' ) {
		return null;
	}

	public function get_parent_id( $context = 'view' ) {
		return 0;
	}

	public function is_virtual() {
		return $this->data['virtual'];
	}

	public function is_downloadable() {
		return $this->data['downloadable'];
	}

	public function set_name( $name ) {
		$this->data['name'] = $name;
	}

	public function set_sku( $sku ) {
		$this->data['sku'] = $sku;
	}

	public function set_virtual( $virtual ) {
		$this->data['virtual'] = (bool) $virtual;
	}

	public function set_downloadable( $downloadable ) {
		$this->data['downloadable'] = (bool) $downloadable;
	}

	/** Prices are nobody's business here. */
	public function set_regular_price( $price ) {
		unset( $price );
	}
}
