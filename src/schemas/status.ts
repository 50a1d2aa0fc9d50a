import * as z from 'zod/mini';
import { ProblemSchema } from './problem';

const optionalTime = () => z.nullable( z.iso.datetime( { offset: true } ) );
const count = () => z.int().check( z.minimum( 0 ) );

/** `GET /status`. */
export const StatusSchema = z.strictObject( {
	/** Why everything waits; `until` is null where a person must act. */
	pause: z.nullable( z.extend( ProblemSchema, { until: optionalTime() } ) ),
	/** Another shop writes with the same code to the same account; `url` shows its newest document. */
	clash: z.nullable( z.extend( ProblemSchema, { url: z.string() } ) ),
	counts: z.strictObject( {
		queued: count(),
		working: count(),
		done: count(),
		attention: count(),
		skipped: count(),
	} ),
	oldest_due_at: optionalTime(),
	last_sweep_at: optionalTime(),
	/** When every open draft had last been compared with Sellsy. */
	drafts_seen_at: optionalTime(),
	sellsy_seen_at: optionalTime(),
	loopback: z.enum( [ 'works', 'blocked', 'unknown' ] ),
} );

/** `POST /site`, when the home address changed. */
export const SiteDecisionSchema = z.strictObject( {
	decision: z.enum( [ 'moved', 'copy' ] ),
} );

export type Status = z.infer< typeof StatusSchema >;
export type SiteDecision = z.infer< typeof SiteDecisionSchema >;
