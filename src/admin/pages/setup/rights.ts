import { RIGHTS } from '../../../generated/rights';
import type { Kind } from '../../../generated/schemas';

/**
 * What a connection must be allowed to do: scopes are ticked on the access, privileges belong to the person it acts as;
 * both in Sellsy's own words, which are French whatever the page speaks.
 */
type Rights = { scopes: readonly string[]; privileges: readonly string[] };

export function rightsFor( kinds: readonly Kind[] ): Rights {
	const all = [ RIGHTS.always, ...kinds.map( ( kind ) => RIGHTS[ kind ] ) ];
	const once = ( texts: string[] ) => [ ...new Set( texts ) ];
	return {
		scopes: once( all.flatMap( ( { scopes } ) => scopes ) ),
		privileges: once( all.flatMap( ( { privileges } ) => privileges ) ),
	};
}
