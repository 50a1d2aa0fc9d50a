/** Where this browser was last in the wizard: the site knows what is saved, not what was only chosen. */
import * as z from 'zod/mini';
import { type Place, placeOf, stepHref } from './steps';

const NAME = 'orderinvoicer-setup';

const NOWHERE: Place = { step: null, choice: null };

/** What was chosen longer ago is no wish any more. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const KeptSchema = z.object( {
	href: z.string(),
	/** The kinds that were switched on then. */
	on: z.string(),
	at: z.number(),
} );

/** Sites of a network share their origin. */
const keyHere = () => `${ NAME } ${ window.location.pathname }`;

/**
 * Where others were switched on or off since, the choice is dropped. A browser may forbid it; the wizard then begins
 * where the site says.
 *
 * @param on The kinds that are switched on now.
 */
export function lastPlace( on: string ): Place {
	try {
		const kept = z.parse(
			KeptSchema,
			JSON.parse( window.localStorage.getItem( keyHere() ) ?? '' )
		);
		const { step, choice } = placeOf( kept.href.split( '/' ).slice( 2 ) );
		if ( Date.now() - kept.at > KEPT_MS ) {
			return NOWHERE;
		}
		// As it is now: that needs no memory, and where all is off it is no choice.
		return {
			step,
			choice: kept.on === on && choice !== 'keep' ? choice : null,
		};
	} catch {
		return NOWHERE;
	}
}

export function rememberPlace( { step, choice }: Place, on: string ): void {
	try {
		if ( step !== null ) {
			window.localStorage.setItem(
				keyHere(),
				JSON.stringify( {
					href: stepHref( step, choice ),
					on,
					at: Date.now(),
				} )
			);
		}
	} catch {
		// As above.
	}
}
