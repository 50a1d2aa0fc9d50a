<?php
/** Orders as posts: their data and items in one private meta each, everything else as ordinary meta. */

defined( 'ABSPATH' ) || exit;

final class Standin_Storage {

	private const DATA  = '_standin_data';
	private const ITEMS = '_standin_items';
	private const NEXT  = 'standin_next_item';

	/** What WooCommerce keeps in metas of a post, for those who ask the database. */
	private const ASKED_FOR = [
		'_order_currency' => 'currency',
		'_order_total'    => 'total',
		'_payment_method' => 'payment_method',
		'_date_paid'      => 'date_paid',
		'_billing_email'  => 'email',
	];

	/** @throws Exception when there is no such order, as WooCommerce does. */
	public function read( WC_Abstract_Order $order, int $id ): void {
		$data = get_post_type( $id ) === $order->get_type() ? get_post_meta( $id, self::DATA, true ) : '';
		if ( ! is_array( $data ) ) {
			throw new Exception( 'Invalid order.' );
		}
		$data['status'] = preg_replace( '/^wc-/', '', (string) get_post_status( $id ) );
		$order->standin_fill(
			$id,
			$data,
			array_map( WC_Order_Item::standin_from( ... ), (array) get_post_meta( $id, self::ITEMS, true ) ),
			$this->meta( $id )
		);
	}

	public function write( WC_Abstract_Order $order ): void {
		$state = $order->standin_state();
		$post  = [
			'ID'            => $order->get_id(),
			'post_type'     => $order->get_type(),
			'post_status'   => $this->post_status( $state['data']['status'] ),
			'post_title'    => 'Order',
			'post_parent'   => $state['data']['parent_id'] ?? 0,
			'post_date_gmt' => gmdate( 'Y-m-d H:i:s', $state['data']['date_created'] ),
			'post_date'     => wp_date( 'Y-m-d H:i:s', $state['data']['date_created'] ),
		];
		$id    = $order->get_id() === 0 ? wp_insert_post( $post, true ) : wp_update_post( $post, true );
		if ( $id instanceof WP_Error ) {
			throw new Exception( esc_html( $id->get_error_message() ) );
		}
		update_post_meta( $id, self::DATA, wp_slash( $state['data'] ) );
		$values = $state['data'] + ( $state['data']['billing'] ?? [] );
		foreach ( self::ASKED_FOR as $key => $name ) {
			update_post_meta( $id, $key, wp_slash( $values[ $name ] ?? '' ) );
		}
		$order->standin_fill(
			$id,
			$state['data'],
			array_map( WC_Order_Item::standin_from( ... ), $state['items'] ),
			$order->get_meta_data()
		);
		$this->write_meta( $order );
	}

	public function write_items( WC_Abstract_Order $order ): void {
		update_post_meta( $order->get_id(), self::ITEMS, wp_slash( $order->standin_state()['items'] ) );
	}

	public function write_meta( WC_Abstract_Order $order ): void {
		$values = [];
		foreach ( $order->get_meta_data() as $meta ) {
			$values[ $meta->key ] = $meta->value;
			update_post_meta( $order->get_id(), $meta->key, wp_slash( $meta->value ) );
		}
		foreach ( $this->meta( $order->get_id() ) as $meta ) {
			if ( ! array_key_exists( $meta->key, $values ) ) {
				delete_post_meta( $order->get_id(), $meta->key );
			}
		}
	}

	public function next_item_id(): int {
		$id = (int) get_option( self::NEXT, 1 );
		update_option( self::NEXT, $id + 1, false );
		return $id;
	}

	/** @return list<WC_Meta_Data> */
	private function meta( int $id ): array {
		$meta = [];
		foreach ( (array) get_post_meta( $id ) as $key => $values ) {
			if ( ! in_array(
				$key,
				[
					self::DATA,
					self::ITEMS,
					'_edit_lock',
					'_edit_last',
					'_wp_trash_meta_status',
					'_wp_trash_meta_time',
					'_wp_desired_post_slug',
					...array_keys( self::ASKED_FOR ),
				],
				true
			) ) {
				$meta[] = new WC_Meta_Data(
					[
						'id'    => count( $meta ) + 1,
						'key'   => (string) $key,
						'value' => maybe_unserialize( $values[0] ),
					]
				);
			}
		}
		return $meta;
	}

	private function post_status( string $status ): string {
		return array_key_exists( "wc-$status", wc_get_order_statuses() ) ? "wc-$status" : $status;
	}
}
