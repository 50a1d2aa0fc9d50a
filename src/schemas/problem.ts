import * as z from 'zod/mini';

/** What happened and why, and what to do next; both sentences come translated from the site. */
export const ProblemSchema = z.strictObject( {
	code: z.string(),
	text: z.string(),
	next_step: z.string(),
} );

export type Problem = z.infer< typeof ProblemSchema >;
