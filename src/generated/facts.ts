/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */
import { __, sprintf } from '@wordpress/i18n';

/** `Wording\HelpTopic`: the screens of the settings page, each of which has its help. */
export type HelpTopic = 'overview' | 'tasks' | 'connection' | 'documents' | 'taxes' | 'payments' | 'statuses' | 'customers' | 'products' | 'emails' | 'orders' | 'diagnostics' | 'setup';

/** `Domain\Failures\Place`: where a person mends a problem. */
export type Place = 'taxes' | 'rate_category' | 'payments' | 'customer' | 'connection' | 'old_interface';

/** By `Domain\Failures\ProblemCode`; what each means: `ProblemTraits`. */
export const PROBLEMS: Readonly<
	Record< string, { title?: () => string; place?: Place; bySetting?: true; oneByOne?: true; holdsAll?: true } >
> = {
	credited_by_hand: { title: () => __( 'Other credit notes of the invoice are by hand', 'orderinvoicer' ) },
	unauthorized: { place: 'connection', holdsAll: true },
	account_blocked: { title: () => __( 'Sellsy does not allow this access to do it', 'orderinvoicer' ), place: 'connection', holdsAll: true },
	copied_site: { holdsAll: true },
	tries_used_up: { title: () => __( 'Tried six times without success', 'orderinvoicer' ), place: 'connection' },
	not_connected: { place: 'connection', holdsAll: true },
	secrets_unreadable: { place: 'connection', holdsAll: true },
	other_account: { place: 'connection', holdsAll: true },
	code_clash: { title: () => __( 'Another shop uses the same shop code', 'orderinvoicer' ) },
	unrecorded_document: { title: () => __( 'Sellsy has a document that the shop has lost', 'orderinvoicer' ) },
	rejected: { title: () => __( 'Sellsy refused the document', 'orderinvoicer' ) },
	company_asked: { title: () => __( 'Customers ask for an invoice in their company’s name', 'orderinvoicer' ), oneByOne: true },
	rate_category_unset: { title: () => __( 'No rate category is chosen', 'orderinvoicer' ), place: 'rate_category', bySetting: true },
	rate_category_unfit: { title: () => __( 'The rate category is in another currency', 'orderinvoicer' ), place: 'rate_category', bySetting: true },
	several_customers: { title: () => __( 'Several customers at Sellsy match', 'orderinvoicer' ), place: 'customer' },
	customer_other_kind: { title: () => __( 'Company or person: Sellsy and the order differ', 'orderinvoicer' ), place: 'customer' },
	customer_nameless: { title: () => __( 'The order names no customer', 'orderinvoicer' ) },
	buyer_differs: { title: () => __( 'A draft names the wrong customer', 'orderinvoicer' ) },
	tax_unmapped: { title: () => __( 'A tax rate has no Sellsy tax', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	tax_percent_differs: { title: () => __( 'The Sellsy tax has another percentage', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	tax_unusable: { title: () => __( 'The Sellsy tax can no longer be used', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	tax_rate_missing: { title: () => __( 'A tax rate is missing in the order', 'orderinvoicer' ) },
	tax_without_rate: { title: () => __( 'An amount of tax has no rate', 'orderinvoicer' ) },
	tax_split_unknown: { title: () => __( 'Taxes of a line cannot be told apart', 'orderinvoicer' ) },
	exemption_unmapped: { title: () => __( 'A sale without VAT has no Sellsy tax', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	exemption_unknown: { title: () => __( 'Nothing says why there is no VAT', 'orderinvoicer' ) },
	rounding_tax_unset: { title: () => __( 'No tax is chosen for roundings', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	rounding_over_cap: { title: () => __( 'The rounding is larger than you allow', 'orderinvoicer' ), place: 'taxes', bySetting: true },
	taxes_are_not_rates: { title: () => __( 'The taxes do not fit their rates', 'orderinvoicer' ) },
	lines_do_not_add_up: { title: () => __( 'The lines do not add up to the order’s total', 'orderinvoicer' ) },
	filter_broken: { title: () => __( 'Code of another plugin fails', 'orderinvoicer' ) },
	lines_missing: { title: () => __( 'An order has a total but no lines', 'orderinvoicer' ) },
	negative_fee_too_big: { title: () => __( 'A negative fee is too large', 'orderinvoicer' ) },
	amount_not_writable: { title: () => __( 'Sellsy cannot write an amount', 'orderinvoicer' ) },
	totals_differ: { title: () => __( 'Sellsy calculates another total', 'orderinvoicer' ), place: 'taxes' },
	document_gone: { title: () => __( 'A document was deleted at Sellsy', 'orderinvoicer' ) },
	document_cancelled: { title: () => __( 'A document was cancelled at Sellsy', 'orderinvoicer' ), oneByOne: true },
	proforma_invoiced: { title: () => __( 'An invoice was made from the proforma in Sellsy', 'orderinvoicer' ), oneByOne: true },
	differs_from_order: { title: () => __( 'The order was edited after its document', 'orderinvoicer' ), oneByOne: true },
	draft_not_writable: { title: () => __( 'A draft cannot follow its order', 'orderinvoicer' ), oneByOne: true },
	draft_to_delete: { title: () => __( 'A draft is to be deleted at Sellsy', 'orderinvoicer' ) },
	invoice_missing: { title: () => __( 'There is no invoice to credit', 'orderinvoicer' ) },
	refund_over_invoice: { title: () => __( 'The refund exceeds the invoice', 'orderinvoicer' ) },
	refund_lines_differ: { title: () => __( 'The lines of the refund do not add up', 'orderinvoicer' ) },
	refund_undone: { title: () => __( 'A refund was deleted after its credit note', 'orderinvoicer' ) },
	refund_unclear: { title: () => __( 'A refund may have been credited already', 'orderinvoicer' ) },
	refund_before_link: { title: () => __( 'A credit note may stand at Sellsy already', 'orderinvoicer' ), oneByOne: true },
	credit_of_another: { title: () => __( 'A credit stands with another customer', 'orderinvoicer' ) },
	v1_missing: { title: () => __( 'The right to Sellsy’s older interface is missing', 'orderinvoicer' ), place: 'old_interface' },
	send_unknown: { title: () => __( 'It is not known whether an e-mail was sent', 'orderinvoicer' ), oneByOne: true },
	no_email: { title: () => __( 'The order has no e-mail address', 'orderinvoicer' ) },
	mail_refused: { title: () => __( 'This site cannot send e-mails', 'orderinvoicer' ) },
	payment_method_unset: { title: () => __( 'A payment method is not assigned', 'orderinvoicer' ), place: 'payments', bySetting: true },
	payment_over_due: { title: () => __( 'The payment exceeds what is due', 'orderinvoicer' ) },
};

/** `Domain\Actions\RowAct`, the likeliest first. */
export const ROW_ACTS = [ 'choose_customer', 'accept_company', 'refuse_company', 'mark_sent', 'send_again', 'retry', 'accept_rounding', 'leave_out', 'done_by_hand', 'make_now', 'keep', 'reissue', 'finalise', 'unlink' ] as const;

/** `order`: its number. */
type Said = ( order: string ) => string;

/** `path`: the end of its route; what each text is: `Wording\ActText`. */
export const ACTS: Readonly<
	Record<
		( typeof ROW_ACTS )[ number ],
		{ path?: string; label: () => string; question?: Said; warning?: () => string; done?: Said; goesOn: Said }
	>
> = {
	choose_customer: {
		label: () => __( 'Choose the customer', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'The customer of order %s is chosen and remembered for later orders; this one goes on by itself.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	accept_company: {
		path: 'accept-company',
		label: () => __( 'Accept', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Invoice in the company’s name? Order %s', 'orderinvoicer' ), order ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s has the company’s billing data now. Its documents follow; what needs you stands with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	refuse_company: {
		label: () => __( 'Refuse', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: refused. The customer reads why with the order.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	mark_sent: {
		path: 'sent',
		label: () => __( 'It was sent', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: the e-mail counts as sent.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	send_again: {
		path: 'retry',
		label: () => __( 'Send it again', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Send it again? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Find out first: if the customer received the e-mail after all, they get it twice.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	retry: {
		path: 'retry',
		label: () => __( 'Retry', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Retry? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s went back to the queue.', 'orderinvoicer' ), order ),
	},
	accept_rounding: {
		path: 'accept-rounding',
		label: () => __( 'Accept this rounding', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Accept this rounding? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	leave_out: {
		path: 'leave-out',
		label: () => __( 'Do not make it again', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Leave it without this document? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'It was deleted at Sellsy, and none is made in its place, whatever becomes of the order, unless you ask for it yourself.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this is left without a document.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	done_by_hand: {
		path: 'done-by-hand',
		label: () => __( 'Done by hand', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Done by hand? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'Say so once it is done in Sellsy. Nothing is made for it here any more, whatever becomes of the order, unless you ask for it yourself; what waited for it goes on. If it is a document with a number, rather link it on the order: refunds are then credited on it.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: this counts as done by hand.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	make_now: {
		label: () => __( 'Make it now', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Make the document now? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	keep: {
		path: 'keep',
		label: () => __( 'Keep the invoice as it is', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Keep the invoice as it is? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The order was edited after its invoice became final, but its amounts are the same. Look at both first: lines, addresses or the customer’s numbers may differ. “Credit and re-issue” is then offered again only once the order is edited again.', 'orderinvoicer' ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	reissue: {
		label: () => __( 'Credit and re-issue', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Credit and re-issue? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	finalise: {
		path: 'finalise',
		label: () => __( 'Make it final', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Make it final? Order %s', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
	unlink: {
		path: 'unlink',
		label: () => __( 'Unlink', 'orderinvoicer' ),
		question: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Unlink this document? Order %s', 'orderinvoicer' ), order ),
		warning: () => __( 'The order loses its link to this document, in which nothing changes; payments that were recorded on it stay there. None is made in its place unless you ask for it, or link another: on that one, what your settings say about payments is done anew.', 'orderinvoicer' ),
		done: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: its document is unlinked.', 'orderinvoicer' ), order ),
		goesOn: ( order ) => sprintf( /* translators: %s: number of an order. */ __( 'Order %s: begun, it goes on by itself.', 'orderinvoicer' ), order ),
	},
};

/** `Domain\Documents\DocumentKind`, as an order goes through them. */
export const KINDS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice', 'creditnote' ] as const;

/** Credit notes follow refunds. */
export const KINDS_OF_ORDERS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ] as const;

type Kind = ( typeof KINDS )[ number ];

type KindFacts = {
	label: () => string;
	purpose: () => string;
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
		purpose: () => __( 'What your accountant needs.', 'orderinvoicer' ),
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
export const EFFECTS = [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice', 'create_creditnote', 'validate_invoice', 'validate_creditnote', 'link_creditnote', 'record_payment', 'pay_back', 'send_document', 'notify_customer', 'held_email', 'change_state', 'change_company', 'follow_order' ] as const;

/** The work that is listed. */
export const LISTED_EFFECTS = [ 'create_estimate', 'create_order', 'create_delivery', 'create_proforma', 'create_invoice', 'create_creditnote', 'validate_invoice', 'validate_creditnote', 'link_creditnote', 'record_payment', 'pay_back', 'send_document', 'notify_customer', 'held_email', 'change_state', 'change_company' ] as const;

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
	follow_order: () => __( 'Checking whether the documents still fit the order', 'orderinvoicer' ),
};

/** Scopes are ticked on the access (`Sellsy\Rights\NeededRights`), privileges belong to the person it acts as (`Wording\Names\RightText`). */
export const RIGHTS: Readonly<
	Record< 'always' | 'estimate' | 'order' | 'delivery' | 'proforma' | 'invoice' | 'creditnote', { scopes: readonly string[]; privileges: readonly string[] } >
> = {
	always: {
		scopes: [ 'accounts.read', 'staffs.read', 'taxes.read', 'rate-categories.read', 'payment-terms.read', 'models.read', 'companies.read', 'companies.write', 'individuals.read', 'individuals.write', 'contacts.read', 'contacts.write', 'items.read', 'items.write' ],
		privileges: [ 'Clients / Niveau de visualisation des clients : Tous', 'Clients / Créer des clients', 'Contacts / Niveau de visualisation des contacts : Tous', 'Contacts / Créer des contacts', 'Facturation / Niveau de visualisation des modèles : Tous', 'Catalogue / Créer des produits et services', 'Catalogue / Modifier des produits et services', 'Facturation / Accès au module Facturation', 'Facturation / Autoriser à ajouter des lignes simples dans les documents' ],
	},
	estimate: {
		scopes: [ 'estimates.read', 'estimates.write' ],
		privileges: [],
	},
	order: {
		scopes: [ 'orders.read', 'orders.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des bons de commande : Tous', 'Facturation / Créer des bons de commande', 'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard' ],
	},
	delivery: {
		scopes: [ 'api-v1' ],
		privileges: [],
	},
	proforma: {
		scopes: [ 'api-v1' ],
		privileges: [],
	},
	invoice: {
		scopes: [ 'invoices.read', 'invoices.write', 'payments.read', 'payments.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des factures : Toutes', 'Facturation / Créer des factures', 'Facturation / Valider des factures' ],
	},
	creditnote: {
		scopes: [ 'credit-notes.read', 'credit-notes.write' ],
		privileges: [ 'Facturation / Niveau de visualisation des avoirs : Tous', 'Facturation / Créer des avoirs', 'Facturation / Valider des avoirs' ],
	},
};
