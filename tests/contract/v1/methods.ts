/**
 * The methods of Sellsy's old API (v1) that the plugin uses. No OpenAPI describes them: each file beside this one holds
 * one method's documented parameters, closed, and what its answers may hold.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Checker } from '../checker.ts';
import { objectOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Problem } from '../problems.ts';

/** Shared by the methods; no method itself. */
const TYPES = 'types.json';

interface Method {
	params: JsonObject;
	response: JsonObject;
	/** Parameters as they may be sent. */
	example: JsonObject;
}

export class V1Contract {
	private readonly methods = new Map< string, Method >();
	private readonly checker = new Checker( read( TYPES ) );

	constructor() {
		for ( const file of readdirSync( new URL( '.', import.meta.url ) ) ) {
			if ( file.endsWith( '.json' ) && file !== TYPES ) {
				const facts = read( file );
				this.methods.set( String( facts[ 'method' ] ), {
					params: objectOf( facts[ 'params' ] ),
					response: objectOf( facts[ 'response' ] ),
					example: objectOf( facts[ 'example' ] ),
				} );
			}
		}
	}

	names(): string[] {
		return [ ...this.methods.keys() ].sort();
	}

	factsOf( method: string ): Method | undefined {
		return this.methods.get( method );
	}

	validateParams( method: string, params: unknown ): Problem[] {
		return this.check( method, 'params', params );
	}

	validateResponse( method: string, response: unknown ): Problem[] {
		return this.check( method, 'response', response );
	}

	private check(
		method: string,
		side: 'params' | 'response',
		value: unknown
	): Problem[] {
		const facts = this.methods.get( method );
		return facts === undefined
			? [ { field: '', message: `Méthode inconnue : ${ method }` } ]
			: this.checker.check(
					`${ method } ${ side }`,
					facts[ side ],
					value
				);
	}
}

function read( file: string ): JsonObject {
	const parsed: unknown = JSON.parse(
		readFileSync( new URL( file, import.meta.url ), 'utf8' )
	);
	return objectOf( parsed );
}
