<?php
/** Orders, and WooCommerce's order of hooks. */

defined( 'ABSPATH' ) || exit;

class WC_Order extends Standin_Addressed_Order {

	/** @var array{from: string, to: string, note: string|false, manual: bool}|false */
	private $status_transition = false;

	public function get_type() {
		return 'shop_order';
	}

	public function save() {
		$this->data['order_key'] ??= 'wc_order_' . wp_generate_password( 13, false );
		parent::save();
		$this->status_transition();
		return $this->id;
	}

	protected function standin_saved( bool $is_new ) {
		do_action( $is_new ? 'woocommerce_new_order' : 'woocommerce_update_order', $this->id, $this );
	}

	public function delete( $force_delete = false ) {
		if ( $force_delete ) {
			wp_delete_post( $this->id, true );
		} else {
			wp_trash_post( $this->id );
		}
		$this->id = 0;
		return true;
	}

	public function set_status( $new_status, $note = '', $manual_update = false ) {
		$result = parent::set_status( $new_status );
		if ( $this->object_read && $result['from'] !== '' && $result['from'] !== $result['to'] ) {
			$this->status_transition = [
				'from'   => $this->status_transition ? $this->status_transition['from'] : $result['from'],
				'to'     => $result['to'],
				'note'   => $note,
				'manual' => (bool) $manual_update,
			];
			if ( $manual_update ) {
				do_action( 'woocommerce_order_edit_status', $this->id, $result['to'] );
			}
			$this->maybe_set_date_paid();
			if ( $result['to'] === 'completed' ) {
				$this->data['date_completed'] ??= time();
			}
		}
		return $result;
	}

	public function update_status( $new_status, $note = '', $manual = false ) {
		if ( $this->id === 0 ) {
			return false;
		}
		$this->set_status( $new_status, $note, $manual );
		$this->save();
		return true;
	}

	/** The save, with the change of status inside, comes before the hook; `Exception` is caught, `Error` is not. */
	public function payment_complete( $transaction_id = '' ) {
		if ( $this->id === 0 ) {
			return false;
		}
		try {
			do_action( 'woocommerce_pre_payment_complete', $this->id, $transaction_id );
			if ( ! $this->has_status(
				apply_filters(
					'woocommerce_valid_order_statuses_for_payment_complete',
					[ 'on-hold', 'pending', 'failed', 'cancelled' ],
					$this
				)
			) ) {
				do_action(
					'woocommerce_payment_complete_order_status_' . $this->get_status(),
					$this->id,
					$transaction_id
				);
				return true;
			}
			$this->data['date_paid'] ??= time();
			if ( $transaction_id !== '' ) {
				$this->data['transaction_id'] = $transaction_id;
			}
			$this->set_status( $this->standin_paid_status(), false );
			$this->add_order_note( apply_filters( 'standin_text', 'Payment complete.' ) );
			$this->save();
			do_action( 'woocommerce_payment_complete', $this->id, $transaction_id );
		} catch ( Exception $e ) {
			wc_get_logger()->error( "Error completing payment for order #{$this->id}" );
			$this->add_order_note( 'Payment complete event failed. ' . $e->getMessage() );
			return false;
		}
		return true;
	}

	/** Nothing to send: all products are virtual and can be downloaded. */
	public function needs_processing() {
		foreach ( $this->get_items() as $item ) {
			$product = $item->get_product();
			if ( $product && ! ( $product->is_virtual() && $product->is_downloadable() ) ) {
				return true;
			}
		}
		return false;
	}

	private function maybe_set_date_paid() {
		if ( isset( $this->data['date_paid'] ) ) {
			return;
		}
		$paid_at = $this->standin_paid_status();
		if ( $this->has_status( $paid_at ) || ( $paid_at === 'processing' && $this->has_status( 'completed' ) ) ) {
			$this->data['date_paid'] = time();
		}
	}

	/** Cash on delivery is paid when it is completed, everything else when it is processed. */
	private function standin_paid_status(): string {
		$status = $this->needs_processing() && ( $this->data['payment_method'] ?? '' ) !== 'cod'
			? 'processing'
			: 'completed';
		return apply_filters( 'woocommerce_payment_complete_order_status', $status, $this->id, $this );
	}

	public function is_paid() {
		return apply_filters( 'woocommerce_order_is_paid', $this->has_status( wc_get_is_paid_statuses() ), $this );
	}

	/** `Exception` is caught, `Error` is not, as in WooCommerce. */
	protected function status_transition() {
		$transition              = $this->status_transition;
		$this->status_transition = false;
		if ( ! $transition ) {
			return;
		}
		try {
			do_action( 'woocommerce_order_status_' . $transition['to'], $this->id, $this, $transition );
			if ( $transition['note'] !== false ) {
				$this->add_order_note(
					trim(
						$transition['note'] . " Order status changed from {$transition['from']} to {$transition['to']}."
					)
				);
			}
			do_action( "woocommerce_order_status_{$transition['from']}_to_{$transition['to']}", $this->id, $this );
			do_action( 'woocommerce_order_status_changed', $this->id, $transition['from'], $transition['to'], $this );
			if (
				in_array( $transition['from'], [ 'pending', 'failed' ], true )
				&& in_array( $transition['to'], wc_get_is_paid_statuses(), true )
			) {
				do_action( 'woocommerce_order_payment_status_changed', $this->id, $this );
			}
		} catch ( Exception $e ) {
			wc_get_logger()->error( "Status transition of order #{$this->id} errored!" );
			$this->add_order_note( 'Error during status transition. ' . $e->getMessage() );
		}
	}

	public function add_order_note( $note, $is_customer_note = 0, $added_by_user = false, $meta_data = [] ) {
		$id = wp_insert_comment(
			[
				'comment_post_ID'  => $this->id,
				'comment_author'   => 'WooCommerce',
				'comment_content'  => wp_slash( $note ),
				'comment_type'     => 'order_note',
				'comment_approved' => 1,
			]
		);
		if ( $is_customer_note ) {
			add_comment_meta( $id, 'is_customer_note', 1 );
		}
		return $id;
	}

	/** @return list<WC_Order_Refund> newest first. */
	public function get_refunds() {
		$ids = get_posts(
			[
				'post_type'   => 'shop_order_refund',
				'post_parent' => $this->id,
				'post_status' => 'any',
				'numberposts' => -1,
				'orderby'     => 'ID',
				'fields'      => 'ids',
			]
		);
		return array_map( static fn ( $id ) => new WC_Order_Refund( $id ), $ids );
	}

	public function get_total_refunded() {
		return (string) array_sum(
			array_map( static fn ( $refund ) => (float) $refund->get_amount(), $this->get_refunds() )
		);
	}

	public function get_remaining_refund_amount() {
		return wc_format_decimal(
			(float) $this->get_total() - (float) $this->get_total_refunded(),
			wc_get_price_decimals()
		);
	}

	/** @return string the recording that this order was placed from. */
	public function standin_recording() {
		return $this->data['recording'] ?? '';
	}

	public function get_order_number() {
		return (string) apply_filters( 'woocommerce_order_number', $this->id, $this );
	}

	public function get_edit_order_url() {
		return admin_url( "post.php?post={$this->id}&action=edit" );
	}

	public function get_date_paid( $context = 'view' ) {
		return isset( $this->data['date_paid'] ) ? new WC_DateTime( '@' . $this->data['date_paid'] ) : null;
	}

	public function get_date_completed( $context = 'view' ) {
		return isset( $this->data['date_completed'] )
			? new WC_DateTime( '@' . $this->data['date_completed'] )
			: null;
	}

	public function set_transaction_id( $value ) {
		$this->data['transaction_id'] = $value;
	}

	public function get_customer_id( $context = 'view' ) {
		return (int) $this->data['customer_id'];
	}

	public function get_customer_note( $context = 'view' ) {
		return $this->data['customer_note'] ?? '';
	}

	public function get_payment_method( $context = 'view' ) {
		return $this->data['payment_method'] ?? '';
	}

	public function get_transaction_id( $context = 'view' ) {
		return $this->data['transaction_id'] ?? '';
	}

	public function set_date_paid( $date = null ) {
		$this->data['date_paid'] = is_numeric( $date ) ? (int) $date : null;
	}

	public function get_payment_method_title( $context = 'view' ) {
		return $this->data['payment_method_title'] ?? '';
	}

	public function set_payment_method( $payment_method = '' ) {
		$this->data['payment_method'] = $payment_method;
	}

	/** By the shipping address, as French shops do; nothing else is offered. */
	public function get_taxable_location( $args = [] ) {
		$places = array_filter(
			[
				[ $this->get_shipping_country(), $this->get_shipping_postcode() ],
				[ $this->get_billing_country(), $this->get_billing_postcode() ],
				[ WC()->countries->get_base_country(), WC()->countries->get_base_postcode() ],
			],
			static fn ( $place ) => $place[0] !== ''
		);
		return [
			'country'  => current( $places )[0],
			'state'    => '',
			'postcode' => current( $places )[1],
			'city'     => '',
		];
	}
}
