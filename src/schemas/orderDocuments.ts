import * as z from 'zod/mini';
import { KINDS } from '../generated/facts';
import { ProblemSchema } from './problem';

const text = () => z.nullable( z.string() );

/** What a credit note can be previewed of. Amounts are decimals, TTC. */
export const CreditableSchema = z.strictObject( {
	order_id: z.int(),
	currency: z.string(),
	/** Something of the order can still be refunded. */
	refundable: z.boolean(),
	/** Entered, without a credit note; oldest first. */
	refunds: z.array( z.strictObject( { id: z.int(), amount: z.string() } ) ),
} );

export type Creditable = z.infer< typeof CreditableSchema >;

/** `GET /orders/{id}/documents`. Amounts are decimals in the document's currency; null is unknown. */
export const OrderDocumentsSchema = z.strictObject( {
	documents: z.array(
		z.strictObject( {
			task_id: z.int(),
			kind: z.enum( KINDS ),
			/** Empty while it is a draft. */
			number: z.string(),
			url: z.string(),
			/** Its own, YYYY-MM-DD. */
			date: text(),
			currency: text(),
			excl_tax: text(),
			vat: text(),
			incl_tax: text(),
			taxes: z.nullable(
				z.array(
					z.strictObject( { percent: z.string(), vat: z.string() } )
				)
			),
			/** TTC of the order, or of the refund that it credits. */
			ordered: text(),
			/** `Domain\OrderSheet\Agreement`; null where they cannot be compared. */
			agreement: text(),
			/** What this plugin recorded. */
			paid: text(),
			due: text(),
			/** What is said of its rule. Empty: the kind has no rules. */
			rule: z.string(),
		} )
	),
	/** One for each kind that is switched on and of which there is nothing yet. */
	to_come: z.array(
		z.strictObject( {
			kind: z.enum( KINDS ),
			prospect: z.enum( [ 'soon', 'later', 'passed', 'nothing' ] ),
			trigger: z.string(),
			finalise: z.string(),
			/** The document of the same order that comes first. */
			after: text(),
			problem: z.nullable( ProblemSchema ),
			rule: z.string(),
			text: z.string(),
		} )
	),
	/** It will look different in a moment. */
	moves: z.boolean(),
	/** How each entry of the ledger stands, in words. */
	lines: z.array( z.string() ),
	/** The same as the order box shows it. */
	html: z.string(),
	/** The same in short, as it stands above WooCommerce's order actions. */
	pills: z.string(),
	/** What this plugin adds to WooCommerce's order actions. */
	actions: z.array(
		z.strictObject( { name: z.string(), label: z.string() } )
	),
	/** Null where nothing can be credited. */
	credit_preview: z.nullable( CreditableSchema ),
} );

export type OrderDocuments = z.infer< typeof OrderDocumentsSchema >;
