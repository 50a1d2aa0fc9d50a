<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

/** "Your credit note is available". */
final class CreditNoteEmail extends DocumentEmail {

	protected function purpose(): string {
		return __( 'Tells the customer once a credit note at Sellsy is final: its number, date and total, and a link to the page of the order. Only for credit notes that become final from now on.', 'orderinvoicer' );
	}

	protected function default_subject(): string {
		return __( 'Your credit note {document_number} is available', 'orderinvoicer' );
	}

	protected function default_heading(): string {
		return __( 'Your credit note is available', 'orderinvoicer' );
	}

	protected function introduction( \WC_Order $order ): string {
		return sprintf(
			/* translators: %s: number of an order. */
			__( 'A credit note for your order %s is available.', 'orderinvoicer' ),
			$order->get_order_number()
		);
	}
}
