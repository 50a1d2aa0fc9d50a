/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */
import { __ } from '@wordpress/i18n';

/** `Wording\HelpTopic`: the screens of the settings page, each of which has its help. */
export type HelpTopic = 'overview' | 'todo' | 'history' | 'figures' | 'settings' | 'connection' | 'documents' | 'taxes' | 'payments' | 'statuses' | 'customers' | 'products' | 'emails' | 'orders' | 'diagnostics' | 'log' | 'setup';

/** `Domain\Actions\RowAct`, the likeliest first. */
export const ROW_ACTS = [ 'choose_customer', 'accept_company', 'refuse_company', 'mark_sent', 'send_again', 'retry', 'accept_rounding', 'bill_parent', 'bill_children', 'bill_nobody', 'one_refund', 'two_refunds', 'credit_dispute', 'leave_unpaid', 'record_payment', 'leave_it', 'move_payment', 'leave_out', 'done_by_hand', 'make_now', 'all_right', 'keep', 'reissue', 'finalise', 'unlink' ] as const;

/** `Domain\Documents\DocumentKind`, as an order goes through them. */
export const KINDS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice', 'creditnote' ] as const;

/** Credit notes follow refunds. */
export const KINDS_OF_ORDERS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ] as const;

type Kind = ( typeof KINDS )[ number ];

type KindFacts = {
	label: () => string;
	purpose?: () => string;
	switchLabel: () => string;
	/** Sellsy gives these a number of their own when they become final. */
	isValidated: boolean;
	/** Only API v1 makes these. */
	needsV1: boolean;
	/** Documents that this one may be made from, the nearest first. */
	parents: readonly Kind[];
	states: ReadonlyArray< 'draft' | 'sent' | 'shipped' | 'finalised' | 'cancelled' >;
};

export const KIND_FACTS: Readonly< Record< Kind, KindFacts > > = {
	estimate: {
		label: () => __( 'Estimate', 'orderinvoicer' ),
		purpose: () => __( 'A quote in Sellsy, for shops whose orders are agreed on first.', 'orderinvoicer' ),
		switchLabel: () => __( 'Make estimates from orders', 'orderinvoicer' ),
		isValidated: false,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'sent', 'cancelled' ],
	},
	order: {
		label: () => __( 'Sales order', 'orderinvoicer' ),
		purpose: () => __( 'An order in Sellsy too: delivery notes and invoices are then made from it.', 'orderinvoicer' ),
		switchLabel: () => __( 'Make sales orders from orders', 'orderinvoicer' ),
		isValidated: false,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'sent', 'shipped', 'cancelled' ],
	},
	delivery: {
		label: () => __( 'Delivery note', 'orderinvoicer' ),
		purpose: () => __( 'Goes with the parcel: what was shipped, with its tracking number where the shop knows it.', 'orderinvoicer' ),
		switchLabel: () => __( 'Make delivery notes from orders', 'orderinvoicer' ),
		isValidated: false,
		needsV1: true,
		parents: [ 'order' ],
		states: [ 'draft', 'sent', 'shipped' ],
	},
	proforma: {
		label: () => __( 'Proforma', 'orderinvoicer' ),
		purpose: () => __( 'What is to be paid, before it is: useful for bank transfers. Not an accounting document.', 'orderinvoicer' ),
		switchLabel: () => __( 'Make proformas from orders', 'orderinvoicer' ),
		isValidated: false,
		needsV1: true,
		parents: [],
		states: [ 'draft', 'sent', 'cancelled' ],
	},
	invoice: {
		label: () => __( 'Invoice', 'orderinvoicer' ),
		switchLabel: () => __( 'Make invoices from orders', 'orderinvoicer' ),
		isValidated: true,
		needsV1: false,
		parents: [ 'delivery', 'order', 'estimate' ],
		states: [ 'draft', 'finalised' ],
	},
	creditnote: {
		label: () => __( 'Credit note', 'orderinvoicer' ),
		purpose: () => __( 'Each refund of an invoiced order becomes a credit note, set against its invoice.', 'orderinvoicer' ),
		switchLabel: () => __( 'Make credit notes from refunds', 'orderinvoicer' ),
		isValidated: true,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'finalised' ],
	},
};

export const byKind = < T >( make: ( kind: Kind ) => T ) => ( {
	estimate: make( 'estimate' ),
	order: make( 'order' ),
	delivery: make( 'delivery' ),
	proforma: make( 'proforma' ),
	invoice: make( 'invoice' ),
	creditnote: make( 'creditnote' ),
} );

/** `Domain\Ledger\Effect`. */
export const EFFECTS = [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice', 'create_creditnote', 'validate_invoice', 'validate_creditnote', 'link_creditnote', 'record_payment', 'pay_back', 'send_document', 'notify_customer', 'held_email', 'change_state', 'change_company', 'follow_document', 'check_balance', 'follow_order' ] as const;

/** The work that is listed. */
export const LISTED_EFFECTS = [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice', 'create_creditnote', 'validate_invoice', 'validate_creditnote', 'link_creditnote', 'record_payment', 'pay_back', 'send_document', 'notify_customer', 'held_email', 'change_state', 'change_company', 'follow_document', 'check_balance' ] as const;

export const EFFECT_LABELS: Readonly< Record< ( typeof EFFECTS )[ number ], () => string > > = {
	create_estimate: () => __( 'Estimate', 'orderinvoicer' ),
	create_order: () => __( 'Sales order', 'orderinvoicer' ),
	create_delivery: () => __( 'Delivery note', 'orderinvoicer' ),
	create_proforma: () => __( 'Proforma', 'orderinvoicer' ),
	create_invoice: () => __( 'Invoice', 'orderinvoicer' ),
	create_creditnote: () => __( 'Credit note', 'orderinvoicer' ),
	validate_invoice: () => __( 'Finalising the invoice', 'orderinvoicer' ),
	validate_creditnote: () => __( 'Finalising the credit note', 'orderinvoicer' ),
	link_creditnote: () => __( 'Setting the credit note off against the invoice', 'orderinvoicer' ),
	record_payment: () => __( 'Payment', 'orderinvoicer' ),
	pay_back: () => __( 'Money paid back', 'orderinvoicer' ),
	send_document: () => __( 'E-mail to the customer', 'orderinvoicer' ),
	notify_customer: () => __( 'E-mail from the shop to the customer', 'orderinvoicer' ),
	held_email: () => __( 'E-mail of WooCommerce that waits for its document', 'orderinvoicer' ),
	change_state: () => __( 'State of the document', 'orderinvoicer' ),
	change_company: () => __( 'Invoice in a company’s name', 'orderinvoicer' ),
	follow_document: () => __( 'Status of the order, as in Sellsy', 'orderinvoicer' ),
	check_balance: () => __( 'Comparing the sums of order and documents', 'orderinvoicer' ),
	follow_order: () => __( 'Checking whether the documents still fit the order', 'orderinvoicer' ),
};
