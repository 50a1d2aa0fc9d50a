import * as z from 'zod/mini';
import { KINDS_OF_ORDERS } from '../generated/facts';
import { ProblemSchema } from './problem';
import { SettingsUpdateSchema } from './settings';

const count = () => z.int().check( z.minimum( 0 ) );

/** Kinds that an order becomes by itself; credit notes follow refunds. */
const KindOfOrderSchema = z.enum( KINDS_OF_ORDERS );

/** `GET` and `POST /dry-run`: what would be made of the latest orders; amounts are decimals in the order's currency. */
export const DryRunSchema = z.strictObject( {
	orders: z.array(
		z.strictObject( {
			id: z.int(),
			number: z.string(),
			edit_url: z.string(),
			status: z.string(),
			currency: z.string(),
			created_at: z.iso.datetime( { offset: true } ),
			excl_tax: z.string(),
			incl_tax: z.string(),
			taxes: z.array(
				z.strictObject( {
					label: z.string(),
					percent: z.string(),
					vat: z.string(),
				} )
			),
			documents: z.array(
				z.strictObject( {
					kind: KindOfOrderSchema,
					/** `not_due`: the order is not, or no longer, where the trigger is. */
					outcome: z.enum( [
						'made',
						'exists',
						'not_due',
						'no_rule',
						'stops',
					] ),
					totals: z.nullable(
						z.strictObject( {
							excl_tax: z.string(),
							incl_tax: z.string(),
							rounding: z.string(),
							taxes: z.array(
								z.strictObject( {
									label: z.string(),
									percent: z.string(),
									base: z.string(),
									vat: z.string(),
								} )
							),
						} )
					),
					/** Asked only where Sellsy knows the customer. */
					sellsy: z.enum( [ 'agrees', 'not_asked' ] ),
					problem: z.nullable( ProblemSchema ),
					/** Id of the rule that takes the order; 0: all other orders, null: none. */
					rule: z.nullable( z.int() ),
					/** The same in words; empty where the kind has no rules. */
					rule_text: z.string(),
				} )
			),
		} )
	),
	problem: z.nullable( ProblemSchema ),
} );

/** `POST /dry-run`: settings that are not saved; what is left out is as saved. */
export const DryRunRequestSchema = z.strictObject( {
	page: z.optional( z.int().check( z.minimum( 1 ) ) ),
	per_page: z.optional( z.int().check( z.minimum( 1 ), z.maximum( 20 ) ) ),
	settings: SettingsUpdateSchema,
} );

const day = () => z.string().check( z.regex( /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ ) );

const chosen = {
	from: day(),
	to: day(),
	/** Without `wc-`. */
	statuses: z
		.array( z.string().check( z.regex( /^[a-z0-9_-]{1,40}$/ ) ) )
		.check( z.minLength( 1 ) ),
	kinds: z.array( KindOfOrderSchema ).check( z.minLength( 1 ) ),
};

/** `POST /backfill`. */
export const BackfillRequestSchema = z.strictObject( {
	...chosen,
	/** Everything stays a draft, whatever the settings say. */
	drafts: z.boolean(),
} );

/** `POST /backfill/count`: `cursor` is the `next` of the answer before, empty at first. */
export const BackfillCountRequestSchema = z.strictObject( {
	...chosen,
	cursor: z.string().check( z.regex( /^([0-9]{1,11}\.[0-9]{1,9})?$/ ) ),
} );

/** What this step looked at, to be added up; `orders` is how many there are in all. */
export const BackfillCountSchema = z.strictObject( {
	orders: count(),
	looked_at: count(),
	with_documents: count(),
	would_stop: count(),
	problems: z.array(
		z.strictObject( { orders: count(), problem: ProblemSchema } )
	),
	/** null at the end. */
	next: z.nullable( z.string() ),
	problem: z.nullable( ProblemSchema ),
} );

/** `GET /backfill`: the one that was started last. */
export const BackfillSchema = z.strictObject( {
	backfill: z.nullable(
		z.strictObject( {
			id: count(),
			state: z.enum( [ 'running', 'paused', 'finished', 'cancelled' ] ),
			from: z.string(),
			to: z.string(),
			statuses: z.array( z.string() ),
			kinds: z.array( z.string() ),
			drafts: z.boolean(),
			/** `passed`: documents were asked for, or are there already. */
			orders: z.strictObject( { total: count(), passed: count() } ),
			documents: z.strictObject( {
				done: count(),
				failed: count(),
				left_out: count(),
				waiting: count(),
			} ),
		} )
	),
} );

export type DryRun = z.infer< typeof DryRunSchema >;
export type DryRunRequest = z.infer< typeof DryRunRequestSchema >;
export type BackfillRequest = z.infer< typeof BackfillRequestSchema >;
export type BackfillCountRequest = z.infer< typeof BackfillCountRequestSchema >;
export type BackfillCount = z.infer< typeof BackfillCountSchema >;
export type Backfill = z.infer< typeof BackfillSchema >;
