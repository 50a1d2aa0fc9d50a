<?php
/** The billing and delivery addresses of an order. */

defined( 'ABSPATH' ) || exit;

abstract class Standin_Addressed_Order extends WC_Abstract_Order {

	public function has_shipping_address() {
		return $this->get_shipping_address_1() !== '' || $this->get_shipping_address_2() !== '';
	}

	public function get_formatted_billing_full_name() {
		return trim( $this->get_billing_first_name() . ' ' . $this->get_billing_last_name() );
	}

	public function get_formatted_shipping_full_name() {
		return trim( $this->address( 'shipping', 'first_name' ) . ' ' . $this->address( 'shipping', 'last_name' ) );
	}

	public function set_address( $address, $type = 'billing' ) {
		$this->data[ $type ] = array_merge( $this->data[ $type ] ?? [], $address );
	}

	public function get_billing_first_name( $context = 'view' ) {
		return $this->address( 'billing', 'first_name' );
	}

	public function get_billing_last_name( $context = 'view' ) {
		return $this->address( 'billing', 'last_name' );
	}

	public function get_billing_company( $context = 'view' ) {
		return $this->address( 'billing', 'company' );
	}

	public function get_billing_address_1( $context = 'view' ) {
		return $this->address( 'billing', 'address_1' );
	}

	public function get_billing_address_2( $context = 'view' ) {
		return $this->address( 'billing', 'address_2' );
	}

	public function get_billing_city( $context = 'view' ) {
		return $this->address( 'billing', 'city' );
	}

	public function get_billing_state( $context = 'view' ) {
		return $this->address( 'billing', 'state' );
	}

	public function get_billing_postcode( $context = 'view' ) {
		return $this->address( 'billing', 'postcode' );
	}

	public function get_billing_country( $context = 'view' ) {
		return $this->address( 'billing', 'country' );
	}

	public function get_billing_email( $context = 'view' ) {
		return $this->address( 'billing', 'email' );
	}

	public function get_billing_phone( $context = 'view' ) {
		return $this->address( 'billing', 'phone' );
	}

	public function get_shipping_company( $context = 'view' ) {
		return $this->address( 'shipping', 'company' );
	}

	public function get_shipping_address_1( $context = 'view' ) {
		return $this->address( 'shipping', 'address_1' );
	}

	public function get_shipping_address_2( $context = 'view' ) {
		return $this->address( 'shipping', 'address_2' );
	}

	public function get_shipping_city( $context = 'view' ) {
		return $this->address( 'shipping', 'city' );
	}

	public function get_shipping_state( $context = 'view' ) {
		return $this->address( 'shipping', 'state' );
	}

	public function get_shipping_postcode( $context = 'view' ) {
		return $this->address( 'shipping', 'postcode' );
	}

	public function get_shipping_country( $context = 'view' ) {
		return $this->address( 'shipping', 'country' );
	}

	public function set_billing_first_name( $value ) {
		$this->data['billing']['first_name'] = $value;
	}

	public function set_billing_last_name( $value ) {
		$this->data['billing']['last_name'] = $value;
	}

	public function set_billing_company( $value ) {
		$this->data['billing']['company'] = $value;
	}

	public function set_billing_country( $value ) {
		$this->data['billing']['country'] = $value;
	}

	public function set_billing_email( $value ) {
		$this->data['billing']['email'] = $value;
	}

	public function set_shipping_country( $value ) {
		$this->data['shipping']['country'] = $value;
	}

	protected function address( string $type, string $field ): string {
		return (string) ( $this->data[ $type ][ $field ] ?? '' );
	}

	public function get_parent_id( $context = 'view' ) {
		return (int) ( $this->data['parent_id'] ?? 0 );
	}

	public function set_parent_id( $value ) {
		$this->data['parent_id'] = (int) $value;
	}

	public function get_order_key( $context = 'view' ) {
		return $this->data['order_key'] ?? '';
	}

	public function get_created_via( $context = 'view' ) {
		return $this->data['created_via'] ?? '';
	}

	/** What was set since it was read is not told apart here. */
	public function get_changes() {
		return [];
	}

	public function get_base_data() {
		return $this->data;
	}

	public function get_view_order_url() {
		return home_url( "/my-account/view-order/{$this->id}/" );
	}

	public function get_checkout_order_received_url() {
		return add_query_arg( 'key', $this->get_order_key(), home_url( "/checkout/order-received/{$this->id}/" ) );
	}
}
