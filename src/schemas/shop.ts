import * as z from 'zod/mini';

/** Why a line carries no tax rate at all. */
export const SituationSchema = z.enum( [
	'shop_exempt',
	'domestic_exempt_customer',
	'domestic_untaxed_item',
	'untaxed_delivery',
	'eu_business',
	'eu_business_services',
	'eu_consumer',
	'outside_eu',
	'outside_eu_services',
] );

/** Of the latest 50 orders. */
const ordersRecent = z.int().check( z.minimum( 0 ) );

/** `GET /shop`. */
export const ShopSchema = z.strictObject( {
	currency: z.string(),
	country: z.string(),
	prices_include_tax: z.boolean(),
	tax_enabled: z.boolean(),
	proposed_shop_code: z.string(),
	shop_code_fixed: z.boolean(),
	order_statuses: z.array(
		z.strictObject( {
			slug: z.string(),
			label: z.string(),
			paid: z.boolean(),
		} )
	),
	tax_rates: z.array(
		z.strictObject( {
			id: z.int().check( z.minimum( 1 ) ),
			label: z.string(),
			percent: z.string(),
			country: z.string(),
			class: z.string(),
			/** As the shop's owner called it. */
			class_name: z.string(),
			orders_recent: ordersRecent,
		} )
	),
	emails: z.array(
		z.strictObject( {
			kind: z.enum( [ 'invoice', 'creditnote' ] ),
			enabled: z.boolean(),
			url: z.string(),
		} )
	),
	/** Those in use first. */
	gateways: z.array(
		z.strictObject( { id: z.string(), title: z.string() } )
	),
	exempt_situations: z.array(
		z.strictObject( {
			situation: SituationSchema,
			label: z.string(),
			orders_recent: ordersRecent,
			/** What is chosen for that one counts where nothing is chosen for this one. */
			before: z.enum( [ 'none', ...SituationSchema.options ] ),
			/** Letters of EN 16931 that fit; none: no tax does. */
			categories: z.array( z.string() ),
			advice: z.string(),
		} )
	),
} );

export type Shop = z.infer< typeof ShopSchema >;
export type Situation = z.infer< typeof SituationSchema >;
export type ShopTaxRate = Shop[ 'tax_rates' ][ number ];
export type ShopSituation = Shop[ 'exempt_situations' ][ number ];
