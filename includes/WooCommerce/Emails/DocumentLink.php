<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

/** Where an e-mail about a document leads the shopper: the page of their order, where their documents are. */
final class DocumentLink {

	/** A guest has no account: the address of the confirmation page holds the order's key. */
	public function url( \WC_Order $order ): string {
		return $order->get_customer_id() > 0
			? $order->get_view_order_url()
			: $order->get_checkout_order_received_url();
	}
}
