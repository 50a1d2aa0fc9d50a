/** What only the old API can change. */
export interface V1State {
	warehouses: Warehouse[];
	/** One per item (or declination) and warehouse, once stock is kept for the item. */
	stock: StockLine[];
	mails: Mail[];
	variation_fields: VariationField[];
	/** By item: the fields its variations differ in. */
	item_fields: Map< number, number[] >;
	/** By declination: one value per field of its item. */
	variation_values: Map< number, string[] >;
}

/** What variations differ in, as colour or size. */
export interface VariationField {
	id: number;
	name: string;
	syscode: string;
	values: { name: string; syscode: string }[];
}

export interface Warehouse {
	id: number;
	label: string;
	is_default: boolean;
}

export interface StockLine {
	id: number;
	item_id: number;
	declination_id: number | null;
	warehouse_id: number;
	/** Decimal string. */
	quantity: string;
}

export interface Mail {
	at: string;
	document_id: number;
	kind: string;
	to: string[];
	with_sender: boolean;
	with_attachments: boolean;
	/** Null where it went at once. */
	scheduled_at: string | null;
}

export function emptyV1State(): V1State {
	return {
		warehouses: [
			{ id: 1, label: 'Entrepôt principal', is_default: true },
			{ id: 2, label: 'Boutique', is_default: false },
		],
		stock: [],
		mails: [],
		variation_fields: [],
		item_fields: new Map(),
		variation_values: new Map(),
	};
}
