import { isObject, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';

/** The old API takes numbers as numbers or as texts; the contract has checked them. */
export function numberOf( value: Json | undefined ): number {
	return Number( value ?? 0 );
}

/** A decimal string, whichever way it was sent. */
export function decimalOf( value: Json | undefined ): string {
	return typeof value === 'number' ? String( value ) : textOf( value );
}

/** `YYYY-MM-DD` in the account's time zone, of Unix seconds. */
export function dateOf( seconds: Json | undefined ): string {
	return new Date( numberOf( seconds ) * 1000 ).toLocaleDateString( 'en-CA', {
		timeZone: 'Europe/Paris',
	} );
}

export function objectAt( params: JsonObject, name: string ): JsonObject {
	const value = params[ name ];
	return isObject( value ) ? value : {};
}

/** Amounts and quantities come back with nine decimals. */
export function nine( decimal: string ): string {
	const [ whole = '0', fraction = '' ] = decimal.split( '.' );
	return `${ whole === '' ? '0' : whole }.${ fraction.padEnd( 9, '0' ) }`;
}

/** PHP writes an empty array as a list, a filled one keyed by id as an object. */
export function keyed(
	entries: readonly ( readonly [ number, JsonObject ] )[]
): Json {
	return entries.length === 0
		? []
		: Object.fromEntries(
				entries.map( ( [ id, value ] ) => [ String( id ), value ] )
			);
}
