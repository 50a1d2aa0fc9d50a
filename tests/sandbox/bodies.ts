import { isObject } from '../contract/json.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { SellsyError } from './errors.ts';

export const MALFORMED = '{"id": 1, "status": "dra';

export const PROXY_PAGE =
	'<html><head><title>Service unavailable</title></head><body><h1>Please wait</h1></body></html>';

/** What a request body says; undefined where there is none. */
export function parseJson( text: string ): Json | undefined {
	if ( text === '' ) {
		return undefined;
	}
	try {
		const parsed: Json = JSON.parse( text );
		return parsed;
	} catch {
		throw new SellsyError(
			400,
			'Le contenu de la requête n’est pas du JSON valide.'
		);
	}
}

/** A form or JSON object as flat texts: the login host takes both. */
export function parseForm(
	text: string,
	contentType: string
): Record< string, string > {
	if ( ! contentType.includes( 'json' ) ) {
		return Object.fromEntries( new URLSearchParams( text ) );
	}
	const parsed = parseJson( text );
	const object: JsonObject = isObject( parsed ) ? parsed : {};
	return Object.fromEntries(
		Object.entries( object ).map( ( [ name, value ] ) => [
			name,
			String( value ),
		] )
	);
}
