<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Privacy;

defined( 'ABSPATH' ) || exit;

/** What WordPress proposes for the shop's privacy policy. It wants to be told on each page of wp-admin. */
final class PolicyText {

	public function register(): void {
		add_action( 'admin_init', [ $this, 'handle_admin_init' ] );
	}

	/** @internal */
	public function handle_admin_init(): void {
		wp_add_privacy_policy_content(
			__( 'Order Invoicer', 'orderinvoicer' ),
			wp_kses_post(
				wpautop(
					__( 'To make your invoice we send what it must contain to our invoicing software, Sellsy: your name, company and its numbers, billing and delivery address, e-mail address, telephone number, what you ordered, how and when it was paid with the number of the payment, what was refunded, and the tracking number of your parcel. Invoices are kept there as long as the law demands. On this site we keep the address, the number, the date and the amounts of each invoice with your order.', 'orderinvoicer' )
				)
			)
		);
	}
}
