<?php
/** Orders found and made. */

defined( 'ABSPATH' ) || exit;

function wc_get_order( $the_order = false ) {
	if ( $the_order instanceof WC_Abstract_Order ) {
		$the_order = $the_order->get_id();
	}
	$id = $the_order instanceof WP_Post ? $the_order->ID : (int) $the_order;
	try {
		return match ( get_post_type( $id ) ) {
			'shop_order'        => new WC_Order( $id ),
			'shop_order_refund' => new WC_Order_Refund( $id ),
			default             => false,
		};
	} catch ( Exception $e ) {
		return false;
	}
}

/** Of WooCommerce's arguments: type, limit, page, orderby, order, return, customer. */
function wc_get_orders( $args ) {
	$ids = get_posts(
		[
			'post_type'   => $args['type'] ?? 'shop_order',
			'post_status' => array_keys( wc_get_order_statuses() ),
			'numberposts' => isset( $args['customer'] ) ? -1 : $args['limit'] ?? 10,
			'paged'       => isset( $args['customer'] ) ? 1 : $args['page'] ?? 1,
			'orderby'     => $args['orderby'] ?? 'date',
			'order'       => $args['order'] ?? 'DESC',
			'fields'      => 'ids',
		]
	);
	$ids = array_map( 'intval', $ids );
	if ( isset( $args['customer'] ) ) {
		$mine = static fn ( $id ) => array_intersect(
			(array) $args['customer'],
			[ wc_get_order( $id )->get_billing_email(), wc_get_order( $id )->get_customer_id() ]
		) !== [];
		$ids  = array_slice(
			array_values( array_filter( $ids, $mine ) ),
			( ( $args['page'] ?? 1 ) - 1 ) * ( $args['limit'] ?? 10 ),
			$args['limit'] ?? 10
		);
	}
	return ( $args['return'] ?? 'objects' ) === 'ids' ? $ids : array_map( 'wc_get_order', $ids );
}

function wc_create_order( $args = [] ) {
	$order = new WC_Order();
	if ( isset( $args['status'] ) ) {
		$order->set_status( $args['status'] );
	}
	$order->save();
	return $order;
}

/** A refund that was recorded with this order comes with its recorded items; any other amount is a lump sum. */
function wc_create_refund( $args = [] ) {
	$order  = wc_get_order( $args['order_id'] ?? 0 );
	$amount = wc_format_decimal( $args['amount'] ?? 0 );
	if ( ! $order instanceof WC_Order ) {
		return new WP_Error( 'error', 'Invalid order ID.' );
	}
	$left = (float) $order->get_remaining_refund_amount();
	if ( (float) $amount < 0 || (float) $amount > $left ) {
		return new WP_Error( 'error', 'Invalid refund amount.' );
	}
	$refund = ( new Standin_Recordings() )->refund( $order, $amount, $args['reason'] ?? '' );
	try {
		do_action( 'woocommerce_create_refund', $refund, $args );
		$refund->save();
		if ( round( $left - (float) $amount, wc_get_price_decimals() ) > 0 ) {
			do_action( 'woocommerce_order_partially_refunded', $order->get_id(), $refund->get_id() );
		} else {
			do_action( 'woocommerce_order_fully_refunded', $order->get_id(), $refund->get_id() );
			$order->update_status(
				apply_filters(
					'woocommerce_order_fully_refunded_status',
					'refunded',
					$order->get_id(),
					$refund->get_id()
				)
			);
		}
		$order->save();
		do_action( 'woocommerce_refund_created', $refund->get_id(), $args );
		do_action( 'woocommerce_order_refunded', $order->get_id(), $refund->get_id() );
	} catch ( Exception $e ) {
		wp_delete_post( $refund->get_id(), true );
		return new WP_Error( 'error', $e->getMessage() );
	}
	return $refund;
}

function wc_get_order_item_meta( $item_id, $key, $single = true ) {
	return Standin_Item_Index::meta( (int) $item_id, $key );
}

/** @return list<stdClass> newest first. */
function wc_get_order_notes( $args ) {
	$comments = get_comments(
		[
			'post_id' => $args['order_id'],
			'type'    => 'order_note',
			'orderby' => 'comment_ID',
		]
	);
	return array_map(
		static fn ( $comment ) => (object) [
			'id'            => (int) $comment->comment_ID,
			'content'       => $comment->comment_content,
			'customer_note' => (bool) get_comment_meta( (int) $comment->comment_ID, 'is_customer_note', true ),
		],
		$comments
	);
}

/** Of what WooCommerce searches: the billing name and e-mail. */
function wc_order_search( $term ) {
	$fits = static fn ( $order ) => stripos(
		"{$order->get_billing_first_name()} {$order->get_billing_last_name()} {$order->get_billing_email()}",
		$term
	) !== false;
	return array_map(
		static fn ( $order ) => $order->get_id(),
		array_values( array_filter( wc_get_orders( [ 'limit' => 100 ] ), $fits ) )
	);
}
