<?php
/** The order list and the order screen: WordPress's own, with an order's data, status, notes and a refund. */

defined( 'ABSPATH' ) || exit;

final class Standin_Order_Screen {

	public function register(): void {
		add_filter( 'manage_edit-shop_order_columns', [ $this, 'handle_columns' ], 5 );
		add_action( 'manage_shop_order_posts_custom_column', [ $this, 'handle_custom_column' ], 5, 2 );
		add_action( 'add_meta_boxes_shop_order', [ $this, 'handle_add_meta_boxes' ] );
		add_action( 'admin_post_standin_order', [ $this, 'handle_admin_post' ] );
		add_filter( 'request', [ $this, 'handle_request' ] );
		add_filter( 'wp_insert_post_data', [ $this, 'handle_insert_post_data' ], 10, 2 );
	}

	/** "All" means every status of an order. */
	public function handle_request( array $query ): array {
		if ( is_admin() && ( $query['post_type'] ?? '' ) === 'shop_order' && empty( $query['post_status'] ) ) {
			$query['post_status'] = array_keys( wc_get_order_statuses() );
		}
		return $query;
	}

	public function handle_columns(): array {
		return [
			'cb'           => '<input type="checkbox">',
			'order_number' => apply_filters( 'standin_text', 'Order' ),
			'order_date'   => apply_filters( 'standin_text', 'Date' ),
			'order_status' => apply_filters( 'standin_text', 'Status' ),
			'order_total'  => apply_filters( 'standin_text', 'Total' ),
		];
	}

	public function handle_custom_column( string $column, int $id ): void {
		$order = wc_get_order( $id );
		if ( $column === 'order_number' ) {
			printf(
				'<a href="%1$s"><strong>#%2$s %3$s</strong></a>',
				esc_url( $order->get_edit_order_url() ),
				esc_html( $order->get_order_number() ),
				esc_html( $order->get_formatted_billing_full_name() )
			);
		}
		$cells = [
			'order_date'   => $order->get_date_created()->date( 'Y-m-d H:i' ),
			'order_status' => wc_get_order_statuses()[ 'wc-' . $order->get_status() ] ?? $order->get_status(),
			'order_total'  => $order->get_total() . ' ' . $order->get_currency(),
		];
		echo esc_html( $cells[ $column ] ?? '' );
	}

	public function handle_add_meta_boxes(): void {
		remove_meta_box( 'submitdiv', 'shop_order', 'side' );
		remove_meta_box( 'commentstatusdiv', 'shop_order', 'normal' );
		remove_meta_box( 'commentsdiv', 'shop_order', 'normal' );
		$title = apply_filters( 'standin_text', 'Order' );
		add_meta_box( 'woocommerce-order-data', $title, [ $this, 'render_order' ], 'shop_order', 'normal', 'high' );
		$actions = [ $this, 'render_actions' ];
		$title   = apply_filters( 'standin_text', 'Status and refund' );
		add_meta_box( 'woocommerce-order-actions', $title, $actions, 'shop_order', 'side', 'high' );
		$notes = [ $this, 'render_notes' ];
		$title = apply_filters( 'standin_text', 'Order notes' );
		add_meta_box( 'woocommerce-order-notes', $title, $notes, 'shop_order', 'side', 'low' );
	}

	public function render_order( WP_Post $post ): void {
		$order = wc_get_order( $post->ID );
		printf(
			'<p>%1$s<br>%2$s<br>%3$s</p><table class="widefat">',
			esc_html( $order->get_formatted_billing_full_name() ),
			esc_html( $order->get_billing_company() ),
			esc_html( $order->get_billing_email() )
		);
		foreach ( $order->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $item ) {
			$this->render_row( $item->get_name(), $item->get_total() );
		}
		foreach ( $order->get_items( 'tax' ) as $item ) {
			$tax = (float) $item->get_tax_total() + (float) $item->get_shipping_tax_total();
			$this->render_row( $item->get_label(), (string) $tax );
		}
		printf(
			'<tr><th>%3$s</th><th>%1$s %2$s</th></tr></table>',
			esc_html( $order->get_total() ),
			esc_html( $order->get_currency() ),
			esc_html( apply_filters( 'standin_text', 'Total' ) )
		);
	}

	private function render_row( string $name, string $amount ): void {
		printf( '<tr><td>%1$s</td><td>%2$s</td></tr>', esc_html( $name ), esc_html( $amount ) );
	}

	/** The box stands inside WordPress's own form, so its fields belong to a form behind it. */
	public function render_actions( WP_Post $post ): void {
		$order = wc_get_order( $post->ID );
		printf(
			'<p><label>%s <select name="order_status" form="standin-order">',
			esc_html( apply_filters( 'standin_text', 'Status' ) )
		);
		foreach ( wc_get_order_statuses() as $status => $label ) {
			printf(
				'<option value="%1$s" %2$s>%3$s</option>',
				esc_attr( $status ),
				selected( $status, 'wc-' . $order->get_status(), false ),
				esc_html( $label )
			);
		}
		printf(
			'</select></label> <button class="button" form="standin-order" name="act" value="status">%1$s</button></p>'
				. '<p><label>%2$s <input type="text" size="8" name="amount" form="standin-order"></label> <button'
				. ' class="button" form="standin-order" name="act" value="refund">%2$s</button></p>',
			esc_html( apply_filters( 'standin_text', 'Update' ) ),
			esc_html( apply_filters( 'standin_text', 'Refund' ) )
		);
		foreach ( $order->get_refunds() as $refund ) {
			printf(
				'<p>%1$s %2$s</p>',
				esc_html( sprintf( apply_filters( 'standin_text', 'Refunded: %s' ), $refund->get_amount() ) ),
				esc_html( $refund->get_reason() )
			);
		}
		add_action(
			'admin_footer',
			static function () use ( $post ): void {
				printf(
					'<form id="standin-order" method="post" action="%1$s"><input type="hidden" name="action"'
						. ' value="standin_order"><input type="hidden" name="order_id" value="%2$d">',
					esc_url( admin_url( 'admin-post.php' ) ),
					absint( $post->ID )
				);
				wp_nonce_field( "standin_order_{$post->ID}" );
				echo '</form>';
			}
		);
	}

	public function render_notes( WP_Post $post ): void {
		echo '<ul class="order_notes">';
		foreach ( wc_get_order_notes( [ 'order_id' => $post->ID ] ) as $note ) {
			printf(
				'<li class="note"><div class="note_content">%s</div></li>',
				wp_kses_post( wpautop( $note->content ) )
			);
		}
		echo '</ul>';
	}

	public function handle_admin_post(): void {
		$id = absint( $_POST['order_id'] ?? 0 );
		check_admin_referer( "standin_order_$id" );
		$order = wc_get_order( $id );
		if ( ! current_user_can( 'edit_shop_orders' ) || ! $order instanceof WC_Order ) {
			wp_die( 'You may not edit this order.', 403 );
		}
		$act = sanitize_key( $_POST['act'] ?? '' );
		if ( $act === 'status' ) {
			$order->update_status( sanitize_key( $_POST['order_status'] ?? '' ), '', true );
		}
		if ( $act === 'refund' ) {
			$amount = str_replace( ',', '.', sanitize_text_field( wp_unslash( $_POST['amount'] ?? '' ) ) );
			$refund = wc_create_refund(
				[
					'order_id' => $id,
					'amount'   => wc_format_decimal( $amount, wc_get_price_decimals() ),
				]
			);
			if ( $refund instanceof WP_Error ) {
				wp_die( esc_html( $refund->get_error_message() ), 400 );
			}
		}
		wp_safe_redirect( $order->get_edit_order_url() );
		exit;
	}

	/** WordPress's own form knows "publish" only and would lose the order's status. */
	public function handle_insert_post_data( array $data, array $post ): array {
		if ( $data['post_type'] === 'shop_order' && $data['post_status'] === 'publish' && ! empty( $post['ID'] ) ) {
			$data['post_status'] = get_post_status( $post['ID'] );
		}
		return $data;
	}
}
