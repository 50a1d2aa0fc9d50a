import * as z from 'zod/mini';
import { ProblemSchema } from '../generated/schemas';

/** What the order box tells of `GET /orders/{id}/timeline`; the page of tasks knows the whole (`TimelineSchema`). */
export const HistorySchema = z.object( {
	rows: z.array(
		z.object( {
			task: z.object( { id: z.int(), what: z.string() } ),
			tries: z.array(
				z.object( {
					at: z.string(),
					outcome: z.enum( [
						'done',
						'released',
						'attention',
						'skipped',
						'chosen',
					] ),
					problem: z.nullable( ProblemSchema ),
					steps: z.array( z.string() ),
				} )
			),
		} )
	),
} );

export type History = z.infer< typeof HistorySchema >;
