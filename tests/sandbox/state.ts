import type { JsonObject } from '../contract/json.ts';

export type ThirdKind = 'company' | 'individual';

/** A company or an individual as Sellsy answers it. */
export interface Third extends JsonObject {
	id: number;
	type: string;
	email: string | null;
	reference: string | null;
	is_archived: boolean;
	created: string;
	updated_at: string;
	invoicing_address_id: number | null;
	delivery_address_id: number | null;
}

export interface Contact extends JsonObject {
	id: number;
	email: string | null;
	last_name: string | null;
	created: string;
	updated: string;
}

export interface Address extends JsonObject {
	id: number;
	is_invoicing_address: boolean;
	is_delivery_address: boolean;
}

/** Whose address it is stands beside it: Sellsy's answers do not say. */
export interface OwnedAddress {
	owner: number;
	address: Address;
}

export interface Item extends JsonObject {
	id: number;
	type: string;
	name: string | null;
	reference: string;
	tax_id: number | null;
	reference_price_taxes_exc: string;
	is_archived: boolean;
}

/** A variant of an item: made by a person or through the old API, only read in v2. */
export interface Declination extends JsonObject {
	id: number;
	item_id: number;
	name: string;
	reference: string;
	tax_id: number;
	reference_price_taxes_exc: string;
}

export interface Barcode {
	id: number;
	code: string;
	label: string;
	item_id: number;
	declination_id: number | null;
}

/** `amount` is HT or TTC as its rate category is. */
export interface ItemPrice {
	item_id: number;
	rate_category_id: number;
	amount: string;
}

export interface Tax extends JsonObject {
	id: number;
	rate: number;
	label: string;
	is_active: boolean;
	is_einvoicing_compliant: boolean;
}

export interface RateCategory extends JsonObject {
	id: number;
	includes_taxes: boolean;
	currency: string | null;
	is_default: boolean;
}

export interface Staff extends JsonObject {
	id: number;
	email: string;
	status: string;
}

export interface Labelled extends JsonObject {
	id: number;
	label: string;
}

/** `amount` in the currency's own decimals, as a decimal string. */
export interface PaymentLink {
	payment_id: number;
	document_id: number;
	amount: string;
	date: string;
}

/** A credit note set against an invoice; `amount` as in a payment's link. */
export interface CreditLink {
	credit_note_id: number;
	invoice_id: number;
	amount: string;
	date: string;
}

export interface Payment {
	id: number;
	third: { id: number; type: ThirdKind };
	number: string | null;
	paid_at: string;
	payment_method_id: number;
	type: string;
	/** Decimal string in the currency's own decimals. */
	total: string;
	currency: string;
	note: string | null;
	/** As Sellsy names them: `pending` (a direct debit on its way), `confirmed`, `rejected` … */
	status: string;
}

export interface Webhook extends JsonObject {
	id: number;
	is_enabled: boolean;
	endpoint: string;
	sign_key: string;
}

/** As the old API names them. */
export type DocumentKind =
	'invoice' | 'estimate' | 'order' | 'creditnote' | 'delivery' | 'proforma';

export interface Parent {
	type: DocumentKind | 'model';
	id: number;
}

export interface SellsyDocument {
	id: number;
	kind: DocumentKind;
	/** Empty while an invoice or a credit note is a draft; the others are numbered at once. */
	number: string;
	/**
	 * What somebody made of it: `draft`, `validated` or `cancelled` for invoices and credit notes, Sellsy's own status
	 * for the others. What follows from payments, credits and invoices is worked out when it is asked for.
	 */
	step: string;
	/** Of orders and deliveries: none, wait, picking, partialsent, sent. */
	delivery_step: string;
	date: string;
	/** Of an estimate: until when it holds. */
	due_date: string;
	created: string;
	/** What was sent to create it, with later updates merged in. */
	body: JsonObject;
	/** As `compute` answers them, with ids. */
	rows: JsonObject[];
	taxes: JsonObject[];
	amounts: JsonObject;
	currency: string;
	/** Decimal string TTC. */
	total: string;
	third: { id: number; type: ThirdKind };
	parent: Parent | null;
}

export interface Reference {
	taxes: Tax[];
	rate_categories: RateCategory[];
	layouts: Labelled[];
	staffs: Staff[];
	units: Labelled[];
	payment_methods: Labelled[];
	payment_terms: Labelled[];
	models: JsonObject[];
	currencies: JsonObject[];
	countries: JsonObject[];
}

export interface State {
	reference: Reference;
	companies: Map< number, Third >;
	individuals: Map< number, Third >;
	contacts: Map< number, Contact >;
	/** Company or individual id and contact id. */
	contact_links: { third: number; contact: number; roles: string[] }[];
	addresses: Map< number, OwnedAddress >;
	items: Map< number, Item >;
	declinations: Map< number, Declination >;
	barcodes: Barcode[];
	item_prices: ItemPrice[];
	/** Of every kind: an id means one document alone, as far as the old API's `docid` goes too. */
	documents: Map< number, SellsyDocument >;
	payments: Map< number, Payment >;
	payment_links: PaymentLink[];
	credit_links: CreditLink[];
	webhooks: Map< number, Webhook >;
	/** Last id given, per kind; companies and individuals share theirs, as at Sellsy. */
	last_ids: Record< string, number >;
}

const FIRST_IDS: Record< string, number > = {
	third: 1000,
	contact: 5000,
	address: 9000,
	item: 3000,
	declination: 4000,
	barcode: 4500,
	document: 7000,
	payment: 8000,
	row: 100000,
	tax: 100,
	webhook: 600,
};

export function emptyState( reference: Reference ): State {
	return {
		reference,
		companies: new Map(),
		individuals: new Map(),
		contacts: new Map(),
		contact_links: [],
		addresses: new Map(),
		items: new Map(),
		declinations: new Map(),
		barcodes: [],
		item_prices: [],
		documents: new Map(),
		payments: new Map(),
		payment_links: [],
		credit_links: [],
		webhooks: new Map(),
		last_ids: { ...FIRST_IDS },
	};
}

export function nextId( state: State, kind: string ): number {
	const id = ( state.last_ids[ kind ] ?? 0 ) + 1;
	state.last_ids[ kind ] = id;
	return id;
}

export function thirdsOf(
	state: State,
	kind: ThirdKind
): Map< number, Third > {
	return kind === 'company' ? state.companies : state.individuals;
}
