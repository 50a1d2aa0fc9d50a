import * as z from 'zod/mini';
import { OrderBoxSchema } from '../generated/schemas';

/** What `Admin\OrderBox` writes beside what it printed. */
const SheetSchema = z.strictObject( {
	order_id: z.int(),
	/** It will look different in a moment. */
	moves: z.boolean(),
	/** How each entry stands, in words. */
	lines: z.array( z.string() ),
	/** Something was done for it. */
	history: z.boolean(),
	box: OrderBoxSchema,
} );

export type Sheet = z.infer< typeof SheetSchema >;

export function readSheet( json: string ): Sheet | null {
	try {
		return SheetSchema.parse( JSON.parse( json ) );
	} catch {
		return null;
	}
}
