import * as z from 'zod/mini';

const product = {
	product_id: z.int(),
	/** Empty where it is gone. */
	name: z.string(),
	sku: z.string(),
	edit_url: z.string(),
	item_url: z.string(),
	state: z.enum( [
		'marked',
		'agrees',
		'differs',
		'not_kept',
		'waits',
		'unclear',
		'uncountable',
		'sent',
		'blocked',
		'done',
		'lost',
		'refused',
		'ignored',
	] ),
	/** The same as a sentence, with what would be done. */
	text: z.string(),
};

const StockProductSchema = z.strictObject( {
	...product,
	/** Quantities are decimal strings, empty where unknown. */
	shop: z.string(),
	on_the_way: z.string(),
	sellsy: z.string(),
	difference: z.string(),
} );

const StockChangeSchema = z.strictObject( {
	...product,
	id: z.int(),
	at: z.iso.datetime( { offset: true } ),
	side: z.enum( [ 'shop', 'sellsy' ] ),
	from: z.string(),
	to: z.string(),
} );

/** `GET` and `POST /stock`: how the stock of shop and Sellsy stands. */
export const StockComparisonSchema = z.strictObject( {
	standing: z.enum( [
		'no_warehouse',
		'cannot_lead',
		'not_compared',
		'comparing',
		'compared',
		'agreeing',
	] ),
	text: z.string(),
	/** Why it rests; empty where it does not. */
	trouble: z.string(),
	/** Of the last whole comparison. */
	seen_at: z.nullable( z.iso.datetime( { offset: true } ) ),
	/** Products that this comparison still goes through. */
	left: z.int().check( z.minimum( 0 ) ),
	total: z.int().check( z.minimum( 0 ) ),
	differ: z.int().check( z.minimum( 0 ) ),
	products: z.array( StockProductSchema ),
	changes: z.array( StockChangeSchema ),
	changes_total: z.int().check( z.minimum( 0 ) ),
} );

/** `POST /stock`: `seen` is `seen_at` of the comparison that was shown. */
export const StockActSchema = z.strictObject( {
	act: z.enum( [ 'compare', 'go_on', 'start', 'stop' ] ),
	seen: z.optional( z.string().check( z.maxLength( 40 ) ) ),
} );

/** `GET /stock/warehouses` */
export const WarehousesSchema = z.array(
	z.strictObject( {
		id: z.int(),
		label: z.string(),
		is_default: z.boolean(),
	} )
);

export type StockProduct = z.infer< typeof StockProductSchema >;
export type StockChange = z.infer< typeof StockChangeSchema >;
export type StockComparison = z.infer< typeof StockComparisonSchema >;
export type StockAct = z.infer< typeof StockActSchema >;
export type Warehouses = z.infer< typeof WarehousesSchema >;
