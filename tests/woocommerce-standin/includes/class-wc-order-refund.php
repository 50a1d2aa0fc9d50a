<?php
/** A refund is an order of its own, child of the order it refunds. */

defined( 'ABSPATH' ) || exit;

class WC_Order_Refund extends WC_Abstract_Order {

	public function get_type() {
		return 'shop_order_refund';
	}

	public function get_parent_id( $context = 'view' ) {
		return (int) ( $this->data['parent_id'] ?? 0 );
	}

	public function set_parent_id( $value ) {
		$this->data['parent_id'] = (int) $value;
	}

	public function get_amount( $context = 'view' ) {
		return $this->data['amount'] ?? '0';
	}

	public function set_amount( $value ) {
		$this->data['amount'] = wc_format_decimal( $value );
	}

	public function get_refunded_payment( $context = 'view' ) {
		return (bool) ( $this->data['refunded_payment'] ?? false );
	}

	public function get_reason( $context = 'view' ) {
		return $this->data['reason'] ?? '';
	}

	public function set_reason( $value ) {
		$this->data['reason'] = $value;
	}
}
