<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** One thing done at Sellsy, with its own repeat policy. Each is one row of the ledger. */
enum Effect: string {
	case CreateEstimate   = 'create_estimate';
	case CreateOrder      = 'create_order';
	case CreateDelivery   = 'create_delivery';
	case CreateProforma   = 'create_proforma';
	case CreateInvoice    = 'create_invoice';
	/** One per refund: `refund_id`. */
	case CreateCreditNote = 'create_creditnote';

	case ValidateInvoice    = 'validate_invoice';
	case ValidateCreditNote = 'validate_creditnote';

	/** The credit note is set against the invoice. */
	case LinkCreditNote = 'link_creditnote';
	/** `part`: '' for the gateway's payment, else what paid a part (gift card, store credit). */
	case RecordPayment = 'record_payment';
	/** Money paid back, one per refund. */
	case PayBack = 'pay_back';
	/** `part`: the document's kind. */
	case SendDocument = 'send_document';
	/** The shop's own e-mail about a final document: nothing at Sellsy. `part`: the document's kind. */
	case NotifyCustomer = 'notify_customer';
	/** An e-mail of WooCommerce that waits for its document: nothing at Sellsy. `part`: WooCommerce's id of it. */
	case HeldEmail = 'held_email';
	/** `part`: kind and state, `order:sent`. */
	case ChangeState = 'change_state';

	/**
	 * The buyer asks for the invoice in their company's name: the owner answers, and the order gets its billing data.
	 * At Sellsy at most the company becomes a customer. `part`: the how many-th of the order.
	 */
	case ChangeCompany = 'change_company';

	/**
	 * Nothing is written at Sellsy: the order comes into a status, or becomes paid, because its document there did.
	 * `part`: kind and what was noticed, `proforma:accepted`.
	 */
	case FollowDocument = 'follow_document';

	/** Nothing at Sellsy: documents and payments of an order at rest do not come to what it says (`Balance`). */
	case CheckBalance = 'check_balance';

	/**
	 * Nothing at Sellsy: the order changed, so that other rows may be needed. One per order, opened again and again.
	 */
	case FollowOrder = 'follow_order';

	/** @return list<self> what is listed as work: looking after an order is nobody's business while it works. */
	public static function listed(): array {
		return array_values(
			array_filter( self::cases(), static fn ( self $effect ): bool => $effect !== self::FollowOrder )
		);
	}

	/** It makes nothing itself: it opens what the order asks for by now, or compares. */
	public function only_looks(): bool {
		return in_array( $this, [ self::FollowOrder, self::FollowDocument, self::CheckBalance ], true );
	}

	/** A payment at Sellsy. */
	public function is_money(): bool {
		return in_array( $this, [ self::RecordPayment, self::PayBack ], true );
	}

	public function makes_final(): bool {
		return in_array( $this, [ self::ValidateInvoice, self::ValidateCreditNote ], true );
	}

	public static function create( DocumentKind $kind ): self {
		return self::from( "create_{$kind->value}" );
	}

	/** @return list<self> what makes an order's own documents, as a back-fill does; the rest follows from those. */
	public static function of_orders(): array {
		return array_map( self::create( ... ), DocumentKind::of_orders() );
	}

	/** @throws \ValueError for a kind that Sellsy does not validate. */
	public static function validate( DocumentKind $kind ): self {
		return self::from( "validate_{$kind->value}" );
	}

	/** What needs nothing of Sellsy is done as well while no work is allowed there. */
	public function needs_sellsy(): bool {
		return ! in_array( $this, [ self::HeldEmail, self::CheckBalance ], true );
	}

	/** The kind that this effect creates; null when it creates none. */
	public function creates(): ?DocumentKind {
		return str_starts_with( $this->value, 'create_' )
			? DocumentKind::from( substr( $this->value, strlen( 'create_' ) ) )
			: null;
	}
}
