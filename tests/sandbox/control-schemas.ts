import * as z from 'zod/mini';
import { optionsPatchSchema } from './options.ts';

export const resetSchema = z.object( {
	seed: z._default( z.enum( [ 'empty', 'demo' ] ), 'empty' ),
	options: z._default( optionsPatchSchema, {} ),
} );

export const clockSchema = z.object( {
	/** Seconds to move on. */
	advance: z.optional( z.number() ),
	/** An ISO moment to jump to. */
	now: z.optional( z.string() ),
} );

export const tokensSchema = z.object( {
	/** `expire` kills access tokens; `revoke` refresh tokens too. */
	action: z.enum( [ 'expire', 'revoke' ] ),
} );

export const clientSchema = z.object( {
	scopes: z.optional( z.array( z.string() ) ),
	revoked: z.optional( z.boolean() ),
} );

/** A browser's form sends texts, and empty ones for "any". */
export const faultFormSchema = z.object( {
	mode: z.string(),
	method: z.string(),
	path: z.string(),
	times: z.coerce.number(),
	ms: z.coerce.number(),
} );
