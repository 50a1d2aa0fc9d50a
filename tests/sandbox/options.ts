import * as z from 'zod/mini';

const quota = z.object( {
	second: z.int(),
	minute: z.int(),
	day: z.int(),
	month: z.int(),
} );

/**
 * Behaviour that Sellsy does not document, or that differs between accounts. `POST /_sandbox/options` takes any part of
 * it.
 */
export const optionsSchema = z.strictObject( {
	/** Decimals of unit prices that the account keeps: 2, 4 or 5 in practice. */
	unit_price_decimals: z.int().check( z.minimum( 0 ), z.maximum( 9 ) ),
	/** Amounts in answers: decimal numbers as Sellsy documents them, or as they are written in French. */
	amounts: z.enum( [ 'decimal', 'comma' ] ),
	/** What happens to a unit price with more decimals. */
	unit_price_mode: z.enum( [ 'refuse', 'round' ] ),
	/** Rows with a negative amount. */
	negative_rows: z.enum( [ 'refuse', 'keep' ] ),
	/** VAT: once for each rate of a document, or row by row. */
	vat_rounding: z.enum( [ 'document', 'row' ] ),
	/** An `eco_tax` on a row: only kept, added to the row for each piece, or refused. */
	eco_tax: z.enum( [ 'keep', 'add', 'refuse' ] ),
	/** Documents in a rate category with taxes included: refused, or unit amounts read as TTC. */
	inclusive_rate_category: z.enum( [ 'refuse', 'ttc' ] ),
	/** Whether the first rate category names its currency; where not, a document without one is in EUR or USD. */
	nameless_category: z.enum( [ 'none', 'own', 'another' ] ),
	/** Decimals of the currencies that do not have two. */
	currency_decimals: z.record( z.string(), z.int() ),
	/** Conform (anti-fraud) invoicing: no date in the future, none before the last validated invoice. */
	conform: z.boolean(),
	/** `reference` of an item search: the whole reference or a part of it. */
	item_reference_search: z.enum( [ 'exact', 'partial' ] ),
	/** `email` of a search for companies, individuals or contacts: as written, whatever its case, or kept small. */
	email_search: z.enum( [ 'exact', 'any-case', 'small-letters' ] ),
	/** `endpoint` of a search for webhooks: the whole address or a part of it. */
	webhook_search: z.enum( [ 'exact', 'partial' ] ),
	/** `number` of a search for documents: the whole number or a part of it. */
	number_search: z.enum( [ 'exact', 'partial' ] ),
	/** `created` of a search for documents: what was made then, or nothing. */
	created_search: z.enum( [ 'found', 'none' ] ),
	/** Lists of documents: in the order that is asked for, or the oldest first whatever that is. */
	document_order: z.enum( [ 'asked', 'oldest-first' ] ),
	/** `status` of a search for documents: what has it, or nothing. */
	status_search: z.enum( [ 'found', 'none' ] ),
	/** The status of a document in a list: its own, or that of one which was sent, whatever became of it. */
	listed_status: z.enum( [ 'own', 'sent' ] ),
	/** `embed[]` of documents: the objects as they are now, or none. */
	embedded_objects: z.enum( [ 'now', 'none' ] ),
	/** The buyer's reference of an invoice. */
	order_references: z.enum( [ 'keep', 'drop' ] ),
	/** The dates of a service on documents. */
	service_dates: z.enum( [ 'keep', 'drop', 'refuse' ] ),
	/** The note of a payment. */
	payment_notes: z.enum( [ 'keep', 'drop' ] ),
	/** Lists of payments: in the order that is asked for, or the oldest first whatever that is. */
	payment_order: z.enum( [ 'asked', 'oldest-first' ] ),
	/** `related_objects` of a search for payments: those of the customer, none, or all. */
	payments_of_customers: z.enum( [ 'found', 'none', 'all' ] ),
	/** What the list of events calls what happens to documents: by a name that is known, or by another. */
	document_events: z.enum( [ 'docslog', 'other' ] ),
	/** `contacts` of a search for companies: those of the contacts, none, or all. */
	companies_of_contacts: z.enum( [ 'found', 'none', 'all' ] ),
	/** Seconds until a search finds what was created. */
	search_lag_seconds: z.int(),
	/** The same of documents. */
	document_lag_seconds: z.int(),
	/** What `verify=true` creates: nothing, or what would be created without it. */
	verify: z.enum( [ 'nothing', 'all' ] ),
	/** What a PUT of companies and individuals does to what is left out. */
	put_customers: z.enum( [ 'keep', 'clear' ] ),
	/** What a PUT of companies does to what is left out of `legal_france`. */
	put_legal_numbers: z.enum( [ 'keep', 'clear' ] ),
	/** What a PUT of items does to what is left out. */
	put_items: z.enum( [ 'keep', 'clear' ] ),
	/** The addresses of a customer: all of them, or without the one that was added last. */
	address_list: z.enum( [ 'whole', 'without-last' ] ),
	/** An e-mail that another customer has already. */
	duplicate_emails: z.enum( [ 'accept', 'refuse' ] ),
	/** Linking a payment to an invoice that is still a draft. */
	payments_on_drafts: z.enum( [ 'accept', 'refuse' ] ),
	/** A payment linked to an order or estimate: its amount is used up, or still free for the invoice made from it. */
	payments_of_parents: z.enum( [ 'used', 'free' ] ),
	/** A final invoice of 0.00: paid by itself, due until `Document.updateStep` says otherwise, or due for good. */
	free_invoices: z.enum( [ 'paid', 'due', 'stuck' ] ),
	/** Taking a payment off an invoice. */
	payment_unlinking: z.enum( [ 'accept', 'refuse' ] ),
	/** `amount` in a document's list of payments: what stands on that document, or the whole payment. */
	amounts_in_lists: z.enum( [ 'part', 'whole' ] ),
	/** `paid_at` of a payment: as it was given, or in UTC. */
	payment_days: z.enum( [ 'own-zone', 'utc' ] ),
	/** Deleting a payment that is set against no document; one that is, never: the OpenAPI says so. */
	payment_deletion: z.enum( [ 'accept', 'refuse' ] ),
	/** Setting a credit note that is still a draft against an invoice, a draft too. */
	links_of_draft_credit_notes: z.enum( [ 'accept', 'refuse' ] ),
	/** Setting a credit note against another invoice than the one that it was made from. */
	credit_notes_on_others: z.enum( [ 'accept', 'refuse' ] ),
	/** Whether GET /staffs shows the caller alone. */
	staffs_restricted: z.boolean(),
	/** Sellsy's own identifier of the account: another one is another account. */
	account_uuid: z.string(),
	/** Whether `GET /staffs/me` says all that the person may do, or leaves out a part. */
	whole_acl: z.boolean(),
	/** Operations that the connected person has no privilege for, as `POST /invoices`: 403. */
	denied_operations: z.array( z.string() ),
	/** Whether a scope or privilege that is missing is noticed before or after what the request asks for. */
	rights_checked: z.enum( [ 'first', 'last' ] ),
	/** Whether a document's `pdf_link` wants the token. */
	pdf_wants_token: z.boolean(),
	/** Where `pdf_link` leads: to the account's own host, or to one that nobody knows. */
	pdf_host: z.enum( [ 'own', 'foreign' ] ),
	/** Seconds that an access token lives. */
	access_token_seconds: z.int(),
	/** A new token of the same client kills the one before. */
	single_token: z.boolean(),
	quota,
	/** Requests a second that the old API takes: 5 by its documentation, so many here that tests need no pauses. */
	v1_per_second: z.int(),
	/** How the old API refuses a token: HTTP 401, or its own envelope. */
	v1_invalid_token: z.enum( [ 'http-401', 'envelope' ] ),
	/** Parents of what the old API makes: in any status (an order that is invoiced already), or in v2's alone. */
	v1_parents: z.enum( [ 'any', 'as-v2' ] ),
	/** VAT of what the old API makes. */
	v1_vat_rounding: z.enum( [ 'document', 'row' ] ),
	/** What the old API's public link leads to: the file, or a page around it. */
	v1_links: z.enum( [ 'file', 'page' ] ),
	/** A step of the old API that is answered with success: done, or not. */
	v1_steps: z.enum( [ 'done', 'said' ] ),
	/** The moments of creation in a list of the old API: what was made then, nothing, or all. */
	v1_created_search: z.enum( [ 'found', 'none', 'all' ] ),
	/** `steps` of a list of the old API: what stands at them, nothing, or all. */
	v1_steps_search: z.enum( [ 'found', 'none', 'all' ] ),
	/** Whether stock can only be added to an item whose stock was activated. */
	v1_stock_activation: z.boolean(),
	/** What a quantity below zero does in `Stock.add`: it takes away, adds, nothing, or it is refused. */
	v1_stock_below_zero: z.enum( [ 'take', 'turn', 'ignore', 'refuse' ] ),
	/** Whether answers tell what is left of the allowance. */
	quota_headers: z.boolean(),
	/** Seconds in `Retry-After` of a 429; null leaves the header out. */
	retry_after: z.nullable( z.int() ),
} );

export type Options = z.infer< typeof optionsSchema >;

export const optionsPatchSchema = z.partial( optionsSchema );

export type OptionsPatch = z.infer< typeof optionsPatchSchema >;

export const DEFAULT_OPTIONS: Options = {
	unit_price_decimals: 5,
	amounts: 'decimal',
	unit_price_mode: 'refuse',
	negative_rows: 'refuse',
	vat_rounding: 'document',
	eco_tax: 'keep',
	inclusive_rate_category: 'refuse',
	nameless_category: 'none',
	currency_decimals: { JPY: 0, KRW: 0, XPF: 0 },
	conform: true,
	item_reference_search: 'partial',
	email_search: 'exact',
	webhook_search: 'partial',
	number_search: 'exact',
	created_search: 'found',
	document_order: 'asked',
	status_search: 'found',
	listed_status: 'own',
	embedded_objects: 'now',
	order_references: 'keep',
	service_dates: 'keep',
	payment_notes: 'keep',
	payment_order: 'asked',
	payments_of_customers: 'found',
	document_events: 'docslog',
	companies_of_contacts: 'found',
	search_lag_seconds: 0,
	document_lag_seconds: 0,
	verify: 'nothing',
	put_customers: 'keep',
	put_legal_numbers: 'clear',
	put_items: 'keep',
	address_list: 'whole',
	duplicate_emails: 'accept',
	payments_on_drafts: 'refuse',
	payments_of_parents: 'used',
	free_invoices: 'paid',
	payment_unlinking: 'accept',
	amounts_in_lists: 'part',
	payment_days: 'own-zone',
	payment_deletion: 'accept',
	links_of_draft_credit_notes: 'refuse',
	credit_notes_on_others: 'accept',
	staffs_restricted: false,
	account_uuid: '5f0c1a52-0000-4000-8000-000000000001',
	whole_acl: false,
	denied_operations: [],
	rights_checked: 'first',
	pdf_wants_token: false,
	pdf_host: 'own',
	access_token_seconds: 3600,
	single_token: false,
	quota: { second: 1000, minute: 20000, day: 1000000, month: 10000000 },
	v1_per_second: 1000,
	v1_invalid_token: 'http-401',
	v1_parents: 'any',
	v1_vat_rounding: 'document',
	v1_links: 'file',
	v1_steps: 'done',
	v1_created_search: 'found',
	v1_steps_search: 'found',
	v1_stock_activation: true,
	v1_stock_below_zero: 'take',
	quota_headers: true,
	retry_after: null,
};

export function mergeOptions( options: Options, patch: OptionsPatch ): Options {
	return optionsSchema.parse( { ...options, ...patch } );
}

export function decimalsOf( currency: string, options: Options ): number {
	return options.currency_decimals[ currency ] ?? 2;
}
