<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** "Your invoice is available". */
final class InvoiceEmail extends DocumentEmail {

	/** @param \Closure(): SettingsStore $settings */
	public function __construct( \Closure $settings ) {
		parent::__construct( DocumentKind::Invoice, $settings );
	}

	protected function purpose(): string {
		return __( 'Tells the customer once their invoice at Sellsy is final: its number, date and total, and a link to the page of the order. Only for invoices that become final from now on.', 'orderinvoicer' );
	}

	protected function default_subject(): string {
		return __( 'Your invoice {document_number} is available', 'orderinvoicer' );
	}

	protected function default_heading(): string {
		return __( 'Your invoice is available', 'orderinvoicer' );
	}

	protected function introduction( \WC_Order $order ): string {
		return sprintf(
			/* translators: %s: number of an order. */
			__( 'The invoice for your order %s is available.', 'orderinvoicer' ),
			$order->get_order_number()
		);
	}
}
