<?php
/** The five kinds of items. */

defined( 'ABSPATH' ) || exit;

class WC_Order_Item_Product extends WC_Order_Item {

	public function get_type() {
		return 'line_item';
	}

	/** @return WC_Product|false */
	public function get_product() {
		$product = $this->standin_stored( '_standin_product' );
		if ( is_array( $product ) ) {
			return new WC_Product( $product );
		}
		$id = (int) $this->standin_stored( '_product_id' );
		return $id > 0 && get_post( $id ) !== null && get_post_type( $id ) === 'product'
			? new WC_Product( $id )
			: false;
	}

	public function get_product_id( $context = 'view' ) {
		return (int) $this->standin_stored( '_product_id' );
	}

	/** WooCommerce cuts fractions off, and so does the stand-in. */
	public function get_quantity( $context = 'view' ) {
		return (int) $this->standin_stored( '_qty' );
	}

	public function get_subtotal( $context = 'view' ) {
		return wc_format_decimal( $this->standin_stored( '_line_subtotal' ) );
	}

	public function get_total( $context = 'view' ) {
		return wc_format_decimal( $this->standin_stored( '_line_total' ) );
	}

	public function get_taxes( $context = 'view' ) {
		$taxes = $this->standin_stored( '_line_tax_data' );
		return is_array( $taxes ) ? $taxes : [ 'total' => [] ];
	}

	public function set_quantity( $value ) {
		$this->stored['_qty'] = (string) $value;
	}

	public function set_subtotal( $value ) {
		$this->stored['_line_subtotal'] = wc_format_decimal( $value );
	}

	public function set_total( $value ) {
		$this->stored['_line_total'] = wc_format_decimal( $value );
	}

	public function set_product_id( $value ) {
		$this->stored['_product_id'] = (string) $value;
	}
}

class WC_Order_Item_Shipping extends WC_Order_Item {

	public function get_type() {
		return 'shipping';
	}

	public function get_method_title( $context = 'view' ) {
		return $this->name;
	}

	public function get_method_id( $context = 'view' ) {
		return $this->standin_stored( 'method_id' );
	}

	public function get_instance_id( $context = 'view' ) {
		return $this->standin_stored( 'instance_id' );
	}

	public function get_total( $context = 'view' ) {
		return wc_format_decimal( $this->standin_stored( 'cost' ) );
	}

	public function get_taxes( $context = 'view' ) {
		$taxes = $this->standin_stored( 'taxes' );
		return is_array( $taxes ) ? $taxes : [ 'total' => [] ];
	}
}

class WC_Order_Item_Fee extends WC_Order_Item {

	public function get_type() {
		return 'fee';
	}

	public function set_total( $amount ) {
		$this->stored['_line_total'] = wc_format_decimal( $amount );
	}

	public function set_tax_class( $value ) {
		$this->stored['_tax_class'] = (string) $value;
	}

	public function get_tax_class( $context = 'view' ) {
		return $this->standin_stored( '_tax_class' );
	}

	public function get_tax_status( $context = 'view' ) {
		return $this->stored['_tax_status'] ?? 'taxable';
	}

	public function get_total( $context = 'view' ) {
		return wc_format_decimal( $this->standin_stored( '_line_total' ) );
	}

	public function get_total_tax( $context = 'view' ) {
		return wc_format_decimal( array_sum( $this->get_taxes()['total'] ) );
	}

	public function get_taxes( $context = 'view' ) {
		$taxes = $this->standin_stored( '_line_tax_data' );
		return is_array( $taxes ) ? $taxes : [ 'total' => [] ];
	}
}

class WC_Order_Item_Tax extends WC_Order_Item {

	public function get_type() {
		return 'tax';
	}

	public function set_rate( $tax_rate_id ) {
		$this->stored['rate_id']      = (string) $tax_rate_id;
		$this->stored['label']        = WC_Tax::get_rate_label( $tax_rate_id );
		$this->stored['rate_percent'] = (string) WC_Tax::get_rate_percent_value( $tax_rate_id );
	}

	public function get_rate_id( $context = 'view' ) {
		return (int) $this->standin_stored( 'rate_id' );
	}

	public function get_label( $context = 'view' ) {
		return $this->standin_stored( 'label' );
	}

	public function get_rate_percent( $context = 'view' ) {
		return (float) $this->standin_stored( 'rate_percent' );
	}

	public function get_compound( $context = 'view' ) {
		return (bool) $this->standin_stored( 'compound' );
	}

	public function get_tax_total( $context = 'view' ) {
		return $this->standin_stored( 'tax_amount' );
	}

	public function get_shipping_tax_total( $context = 'view' ) {
		return $this->standin_stored( 'shipping_tax_amount' );
	}
}

class WC_Order_Item_Coupon extends WC_Order_Item {

	public function get_type() {
		return 'coupon';
	}

	public function get_code( $context = 'view' ) {
		return $this->name;
	}

	public function set_code( $value ) {
		$this->name = $value;
	}

	public function get_discount( $context = 'view' ) {
		return $this->standin_stored( 'discount_amount' );
	}

	public function get_discount_tax( $context = 'view' ) {
		return $this->standin_stored( 'discount_amount_tax' );
	}
}
