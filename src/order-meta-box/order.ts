import * as z from 'zod/mini';

/** What `Admin\CreditPreviewPart` writes beside the place where it is drawn. */
const OrderSchema = z.strictObject( {
	order_id: z.int(),
	currency: z.string(),
	/** Something of the order can still be refunded. */
	refundable: z.boolean(),
	/** Entered, without a credit note; oldest first. */
	refunds: z.array( z.strictObject( { id: z.int(), amount: z.string() } ) ),
} );

export type Order = z.infer< typeof OrderSchema >;

export function readOrder( json: string ): Order | null {
	try {
		return OrderSchema.parse( JSON.parse( json ) );
	} catch {
		return null;
	}
}
