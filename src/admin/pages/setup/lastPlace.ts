/** Where this browser was last in the wizard: the site knows what is saved, not what was only chosen. */
import { type Place, placeOf, stepHref } from './steps';

const NAME = 'orderinvoicer-setup';

const NOWHERE: Place = { step: null, choice: null };

/** Sites of a network share their origin. */
const keyHere = () => `${ NAME } ${ window.location.pathname }`;

/** A browser may forbid it; the wizard then begins where the site says. */
export function lastPlace(): Place {
	try {
		const href = window.localStorage.getItem( keyHere() ) ?? '';
		return placeOf( href.split( '/' ).slice( 2 ) );
	} catch {
		return NOWHERE;
	}
}

export function rememberPlace( { step, choice }: Place ): void {
	try {
		if ( step !== null ) {
			window.localStorage.setItem( keyHere(), stepHref( step, choice ) );
		}
	} catch {
		// As above.
	}
}
