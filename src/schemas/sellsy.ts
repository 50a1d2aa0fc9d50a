import * as z from 'zod/mini';
import { ProblemSchema } from './problem';
import { SituationSchema } from './shop';

/** Each list says by itself why it could not be read. */
const list = < S extends z.ZodMiniType >( item: S ) =>
	z.strictObject( {
		items: z.array( item ),
		problem: z.nullable( ProblemSchema ),
	} );

const NamedSchema = z.strictObject( { id: z.int(), label: z.string() } );

export const SellsyTaxSchema = z.strictObject( {
	id: z.int(),
	label: z.string(),
	percent: z.string(),
	/** EN 16931 letter, or empty. */
	category: z.string(),
	usable: z.boolean(),
	exempt: z.boolean(),
} );

/** `GET /sellsy`: what settings choose from. */
export const SellsySchema = z.strictObject( {
	taxes: list( SellsyTaxSchema ),
	rate_categories: list(
		z.strictObject( {
			id: z.int(),
			label: z.string(),
			currency: z.string(),
			is_default: z.boolean(),
		} )
	),
	staffs: list( NamedSchema ),
	models: list( NamedSchema ),
	payment_terms: list( NamedSchema ),
	/** Whether API v1 may be used; null: not known. */
	has_v1: z.nullable( z.boolean() ),
} );

const confidence = z.enum( [ 'certain', 'likely', 'none' ] );

const proposal = { tax_id: z.nullable( z.int() ), confidence };

/** `GET /tax-proposals`: nothing is used before the owner saved it. */
export const TaxProposalsSchema = z.strictObject( {
	tax_rates: z.array( z.strictObject( { rate_id: z.int(), ...proposal } ) ),
	exempt_taxes: z.array(
		z.strictObject( { situation: SituationSchema, ...proposal } )
	),
	rounding_tax_id: z.nullable( z.int() ),
	rounding_confidence: confidence,
	problem: z.nullable( ProblemSchema ),
} );

export type Sellsy = z.infer< typeof SellsySchema >;
export type SellsyTax = z.infer< typeof SellsyTaxSchema >;
export type RateCategory = Sellsy[ 'rate_categories' ][ 'items' ][ number ];
export type TaxProposals = z.infer< typeof TaxProposalsSchema >;
export type Confidence = TaxProposals[ 'tax_rates' ][ number ][ 'confidence' ];
