/** Leaving for Sellsy's own page, and what the address says after coming back. */
import * as z from 'zod/mini';

/** As `Sellsy\Auth\ConsentOutcome` names them. */
const OutcomeSchema = z.enum( [
	'connected',
	'denied',
	'expired',
	'code_refused',
	'keys_refused',
	'no_answer',
	'not_stored',
] );

export type Outcome = z.infer< typeof OutcomeSchema >;

/** As `Admin\ConnectCallback` writes it. */
const PARAMETER = 'orderinvoicer_connect';

/** Where the owner begins, to come back to. */
export const routeHere = (): string =>
	/^#((?:\/[a-z][a-z-]*)+)/.exec( window.location.hash )?.[ 1 ] ??
	'/connection';

export const leaveFor = ( address: string ): void =>
	window.location.assign( address );

/** Told once: a reload or a bookmark must not tell it again. */
export function takeOutcome(): Outcome | null {
	const address = new URL( window.location.href );
	const { data } = z.safeParse(
		OutcomeSchema,
		address.searchParams.get( PARAMETER )
	);
	if ( address.searchParams.has( PARAMETER ) ) {
		address.searchParams.delete( PARAMETER );
		window.history.replaceState( window.history.state, '', address.href );
	}
	return data ?? null;
}
