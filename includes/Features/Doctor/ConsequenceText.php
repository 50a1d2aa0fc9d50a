<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

/** What follows of an assumption that is otherwise on this account. */
final class ConsequenceText {

	/** What a person does once; of all others the plugin takes care, and asks where an order needs it. */
	private const ASKS = [ 'currency-of-category', 'dry-run' ];

	public function asks( string $assumption ): bool {
		return in_array( $assumption, self::ASKS, true );
	}

	/**
	 * Null where both answers are right.
	 *
	 * @param string $seen the code of what was seen.
	 */
	public function of( string $assumption, string $seen ): ?string {
		return match ( $assumption ) {
			'account-of-token' =>
				__( 'Sellsy does not say. The account is known by this access alone.', 'orderinvoicer' ),
			'amounts-are-strings' => __( 'An order whose amounts cannot be read stops, and says so.', 'orderinvoicer' ),
			'cancelling' =>
				__( 'Sellsy leaves payments on it: you are asked to move them to the new invoice.', 'orderinvoicer' ),
			'companies-of-contact' =>
				__( 'Each contact is asked for its companies, which takes a little longer.', 'orderinvoicer' ),
			'credit-note-on-any' => __( 'An invoice that is issued anew asks you to settle it.', 'orderinvoicer' ),
			'currency-of-category' =>
				__( 'Choose a rate category that names its currency, under Order Invoicer › Settings › Documents: otherwise documents may stop.', 'orderinvoicer' ),
			'day-of-goods' => __( 'The days of a service stand in the text of the document alone.', 'orderinvoicer' ),
			'day-of-payment' => __( 'Where it matters what came first on a day, you are asked.', 'orderinvoicer' ),
			'dispute' => __( 'You are asked to take the payment off the invoice in Sellsy.', 'orderinvoicer' ),
			'draft-keeps-fields' => self::of_fields( $seen ),
			'drafts-by-status' => __( 'Each draft is read by itself, which takes longer.', 'orderinvoicer' ),
			'dry-run' =>
				__( 'From now on a test of the connection tries the rights without it. Earlier ones may have left clients and a contact named “Order Invoicer” in Sellsy: delete them.', 'orderinvoicer' ),
			'eco-tax' => __( 'Eco-participation stands in the text of the row instead.', 'orderinvoicer' ),
			'embedded-parties' =>
				__( 'Clients and addresses are read by themselves, which takes longer.', 'orderinvoicer' ),
			'events-of-documents' =>
				__( 'Sellsy does not tell the shop of changes: they are noticed later.', 'orderinvoicer' ),
			'free-invoice-paid' =>
				__( 'An invoice of 0 may stay due in Sellsy, and its order says so.', 'orderinvoicer' ),
			'newest-first' =>
				__( 'Longer lists are read; after a lost answer, what is not found is left to you.', 'orderinvoicer' ),
			'newest-payments' =>
				__( 'What is done in Sellsy itself is noticed later, document by document.', 'orderinvoicer' ),
			'payment-keeps-customer' =>
				__( 'A payment cannot be deleted: one of another client is left to you.', 'orderinvoicer' ),
			'payment-lowers-due' => __( 'The sums of an order may disagree: then it asks you.', 'orderinvoicer' ),
			'payments-of-customer' =>
				__( 'A payment that cannot be seen is not counted: you are asked where it matters.', 'orderinvoicer' ),
			'pdf-link' => __( 'Clients get Sellsy’s own page instead of the file.', 'orderinvoicer' ),
			'put-keeps-customers' =>
				__( 'Sellsy empties what is not sent: all of the client is, or the order tells you.', 'orderinvoicer' ),
			'put-keeps-items' =>
				__( 'Sellsy empties what is not sent: all of the product is, or it stays as it is.', 'orderinvoicer' ),
			'quota-headers' =>
				__( 'The plugin keeps to its own pace, and waits where Sellsy asks it to.', 'orderinvoicer' ),
			'rights-before-objects' => __( 'What this access may do shows with the first document.', 'orderinvoicer' ),
			'rounding' =>
				__( 'Sellsy computes each document first: one that is not right to the cent stops.', 'orderinvoicer' ),
			'search-lag' =>
				__( 'It takes minutes. Where an answer of Sellsy is lost meanwhile, the order asks you: nothing is made twice.', 'orderinvoicer' ),
			'lost-document', 'payment-by-note' =>
				__( 'What is not found after an answer was lost is left to you, never made again.', 'orderinvoicer' ),
			'unit-price-decimals' =>
				__( 'This account keeps fewer of them. Rows whose price has more are split, so that the sum stays right.', 'orderinvoicer' ),
			'v1-file' => __( 'Nobody gets a proforma from the shop: have Sellsy send it.', 'orderinvoicer' ),
			'v1-arithmetic' => __( 'A delivery note whose sums differ is left to you.', 'orderinvoicer' ),
			'v1-list' =>
				__( 'A delivery note that is not found after an answer was lost is left to you.', 'orderinvoicer' ),
			'v1-success' => __( 'A state may not be set although Sellsy says so: look at it there.', 'orderinvoicer' ),
			'v1-steps' => __( 'Each delivery note is read by itself, which takes longer.', 'orderinvoicer' ),
			default => null,
		};
	}

	/** A code such as without-order-reference names them. */
	private static function of_fields( string $seen ): string {
		$fields = [
			'subject'              => __( 'the subject', 'orderinvoicer' ),
			'note'                 => __( 'the note', 'orderinvoicer' ),
			'order-reference'      => __( 'the reference of the order', 'orderinvoicer' ),
			'sale-type'            => __( 'the kind of sale', 'orderinvoicer' ),
			'invoicing-address-id' => __( 'the invoicing address', 'orderinvoicer' ),
			'delivery-address-id'  => __( 'the delivery address', 'orderinvoicer' ),
			'shipping-weight'      => __( 'the weight', 'orderinvoicer' ),
			'owner'                => __( 'the owner', 'orderinvoicer' ),
			'rows'                 => __( 'what a row says: its reference, text, VAT or price', 'orderinvoicer' ),
		];
		$is_in  = static fn ( string $code ): bool => str_contains( $seen, $code );
		$lost   = array_filter( $fields, $is_in, ARRAY_FILTER_USE_KEY );
		$named  = $lost === [] ? __( 'a part of what is sent', 'orderinvoicer' ) : implode( ', ', $lost );
		return sprintf(
			/* translators: %s: parts of a document, such as "the subject, the weight". */
			__( 'Sellsy does not keep this: %s. Documents stand there without it. Where an answer of Sellsy is lost, the order asks you: no document is made twice.', 'orderinvoicer' ),
			$named
		);
	}
}
