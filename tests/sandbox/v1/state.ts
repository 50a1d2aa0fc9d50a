/** What only the old API can change. */
export interface V1State {
	warehouses: Warehouse[];
	/** One per item (or declination) and warehouse, once stock is kept for the item. */
	stock: StockLine[];
	mails: Mail[];
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
	};
}
