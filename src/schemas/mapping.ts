import * as z from 'zod/mini';
import { ProblemSchema } from './problem';
import { SellsyTaxSchema } from './sellsy';
import { SettingsSchema } from './settings';
import { SituationSchema } from './shop';

/** `GET /order-usage`: sold orders of the last twelve months, the newest of them where there are very many. */
export const OrderUsageSchema = z.strictObject( {
	since: z.iso.datetime( { offset: true } ),
	/** How many were looked at; null: they cannot be counted. */
	orders: z.nullable( z.int() ),
	is_cut: z.boolean(),
	rates: z.array( z.strictObject( { rate_id: z.int(), orders: z.int() } ) ),
	/** Rates that orders carry and WooCommerce no longer has. */
	gone: z.array(
		z.strictObject( {
			id: z.int(),
			label: z.string(),
			percent: z.string(),
		} )
	),
	gateways: z.array(
		z.strictObject( {
			id: z.string(),
			title: z.string(),
			orders: z.int(),
		} )
	),
} );

const id = () => z.int().check( z.minimum( 1 ) );

/** `POST /tax-doctor`: the mapping as it stands on the page. */
export const TaxDoctorRequestSchema = z.strictObject( {
	tax_rates: SettingsSchema.shape.tax_rates,
	exempt_taxes: SettingsSchema.shape.exempt_taxes,
	exempt_reasons: z.optional( SettingsSchema.shape.exempt_reasons ),
	/** Optional: WordPress takes a null for a value that is missing. */
	rounding_tax_id: z.optional( SettingsSchema.shape.rounding_tax_id ),
} );

/** Its answer, the gravest first. */
export const TaxDoctorSchema = z.strictObject( {
	findings: z.array(
		z.strictObject( {
			code: z.string(),
			severity: z.enum( [ 'error', 'warning', 'info' ] ),
			title: z.string(),
			why: z.string(),
			next_step: z.string(),
			orders: z.int().check( z.minimum( 0 ) ),
			rate_ids: z.array( id() ),
			situation: z.enum( [ 'none', ...SituationSchema.options ] ),
			/** Null: a person must decide. */
			fix: z.nullable(
				z.strictObject( {
					tax_rates: SettingsSchema.shape.tax_rates,
					rounding_tax_id: SettingsSchema.shape.rounding_tax_id,
				} )
			),
		} )
	),
	problem: z.nullable( ProblemSchema ),
} );

/** `POST /sellsy/taxes`: a percentage, or a reason for 0 %. */
export const TaxCreationSchema = z.strictObject( {
	label: z.string().check( z.minLength( 1 ), z.maxLength( 100 ) ),
	percent: z.string().check( z.regex( /^\d{1,3}(\.\d{1,4})?$/ ) ),
	reason: z.enum( [
		'none',
		'intra_eu',
		'export',
		'reverse_charge',
		'out_of_scope',
		'franchise',
	] ),
} );

/** `created` is false where Sellsy had such a tax already. */
export const TaxCreatedSchema = z.strictObject( {
	tax: SellsyTaxSchema,
	created: z.boolean(),
} );

const count = () => z.int().check( z.minimum( 0 ) );

/** `GET /customer-choices`: orders that wait for a person. */
export const CustomerChoicesSchema = z.strictObject( {
	several: count(),
	other_kind: count(),
} );

/** `POST /customer-links/search`. */
export const SearchQuerySchema = z.strictObject( {
	search: z.optional( z.string().check( z.maxLength( 100 ) ) ),
	page: z.optional( id() ),
	per_page: z.optional( z.int().check( z.minimum( 1 ), z.maximum( 100 ) ) ),
} );

/** Its answer, the latest first. */
export const CustomerLinksSchema = z.array(
	z.strictObject( {
		id: z.int(),
		/** As WooCommerce has it now; empty where account and order are gone. */
		name: z.string(),
		is_guest: z.boolean(),
		profile_url: z.string(),
		/** SIREN or VAT number that the account buys with. */
		number: z.string(),
		order: z.nullable(
			z.strictObject( {
				id: z.int(),
				number: z.string(),
				edit_url: z.string(),
			} )
		),
		type: z.enum( [ 'company', 'individual' ] ),
		sellsy_id: z.int(),
		url: z.string(),
		origin: z.enum( [
			'unknown',
			'customer_remembered',
			'customer_by_siret',
			'customer_by_reference',
			'customer_by_email',
			'customer_created',
			'chosen',
		] ),
		since: z.iso.datetime( { offset: true } ),
	} )
);

/** Something remembered was forgotten. */
export const ForgottenSchema = z.strictObject( { forgotten: z.boolean() } );

/** `GET /products`, by name. */
export const ProductsSchema = z.array(
	z.strictObject( {
		id: z.int(),
		name: z.string(),
		/** Under which it is sold; empty where there is none. */
		sku: z.string(),
		problem: z.enum( [ 'none', 'missing', 'short', 'duplicate' ] ),
		/** Order lines. */
		lines: z.int(),
		edit_url: z.string(),
		/** What it is remembered as at Sellsy. */
		item: z.nullable( z.strictObject( { id: z.int(), url: z.string() } ) ),
	} )
);

/** `POST /products/check`: Sellsy is asked for each that is remembered. */
export const ProductsCheckSchema = z.strictObject( {
	ids: z.array( id() ).check( z.maxLength( 25 ) ),
} );

/** Products whose item is gone; it was forgotten. */
export const ProductsCheckedSchema = z.strictObject( {
	gone: z.array( z.int() ),
} );

export type CustomerLink = z.infer< typeof CustomerLinksSchema >[ number ];
export type Product = z.infer< typeof ProductsSchema >[ number ];
export type OrderUsage = z.infer< typeof OrderUsageSchema >;
export type TaxDoctorRequest = z.infer< typeof TaxDoctorRequestSchema >;
export type TaxDoctor = z.infer< typeof TaxDoctorSchema >;
export type Finding = TaxDoctor[ 'findings' ][ number ];
export type TaxCreation = z.infer< typeof TaxCreationSchema >;
export type TaxCreated = z.infer< typeof TaxCreatedSchema >;
export type TaxReason = TaxCreation[ 'reason' ];
