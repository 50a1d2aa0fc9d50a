import * as z from 'zod/mini';
import { ProblemSchema } from './problem';

const typed = () => z.string().check( z.maxLength( 40 ) );

/**
 * `POST /orders/{id}/credit-note-preview`: a refund that is entered, or the amount, and the lines if any, of one that
 * is not.
 */
export const CreditNotePreviewRequestSchema = z.strictObject( {
	refund_id: z.optional( z.int().check( z.minimum( 1 ) ) ),
	amount: z.optional( typed() ),
	lines: z.optional(
		z
			.array(
				z.strictObject( {
					/** The order line: product, shipping or fee. */
					line_id: z.int().check( z.minimum( 1 ) ),
					quantity: typed(),
					total: typed(),
					taxes: z
						.array(
							z.strictObject( {
								rate_id: z.int(),
								amount: typed(),
							} )
						)
						.check( z.maxLength( 100 ) ),
				} )
			)
			.check( z.maxLength( 1000 ) )
	),
} );

/** Amounts are decimals in the order's currency. */
export const CreditNotePreviewSchema = z.strictObject( {
	/** `held`: it would say this, but `problem` keeps it from being made now. */
	outcome: z.enum( [ 'made', 'held', 'lowers_draft', 'stops' ] ),
	currency: z.string(),
	totals: z.nullable(
		z.strictObject( {
			excl_tax: z.string(),
			vat: z.string(),
			incl_tax: z.string(),
			/** Stands under one of the taxes too. */
			rounding: z.string(),
			taxes: z.array(
				z.strictObject( {
					label: z.string(),
					percent: z.string(),
					excl_tax: z.string(),
					vat: z.string(),
					incl_tax: z.string(),
				} )
			),
		} )
	),
	/** What the invoice holds afterwards. */
	remaining: z.nullable( z.string() ),
	sellsy: z.enum( [ 'agrees', 'not_asked' ] ),
	problem: z.nullable( ProblemSchema ),
} );

export type CreditNotePreview = z.infer< typeof CreditNotePreviewSchema >;
export type CreditNotePreviewRequest = z.infer<
	typeof CreditNotePreviewRequestSchema
>;
