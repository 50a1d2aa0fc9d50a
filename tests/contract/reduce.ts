/**
 * Reduces Sellsy's OpenAPI document to the facts about the operations that we use:
 *   npx tsx tests/contract/reduce.ts [path of the YAML]
 * The path may also stand in SELLSY_OPENAPI. The result, sellsy.json, is committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { operations } from './operations.ts';
import { Reduction } from './reduction.ts';

const COMMITTED = fileURLToPath( new URL( './sellsy.json', import.meta.url ) );
const CONVENTIONAL = fileURLToPath(
	new URL( '../../../shared/sellsy/openapi-2.264.0.yaml', import.meta.url )
);

/** Lists that the document describes as one object: answered like the search beside them. */
const ANSWERED_LIKE: Record< string, string > = {
	'GET /documents/models': 'POST /documents/models/search',
};

/** Where the full document lies, or null where it is not at hand. */
export function findDocument(): string | null {
	const candidates = [
		process.argv[ 2 ],
		process.env[ 'SELLSY_OPENAPI' ],
		CONVENTIONAL,
	];
	return (
		candidates.find(
			( path ) => path?.endsWith( '.yaml' ) && existsSync( path )
		) ?? null
	);
}

/** The text that sellsy.json must hold for this document. */
export function reduceDocument( path: string ): string {
	const document: unknown = parse( readFileSync( path, 'utf8' ), {
		maxAliasCount: -1,
	} );
	if ( ! isObject( document ) ) {
		throw new Error( `${ path } is no OpenAPI document.` );
	}
	const reduction = new Reduction( document );
	const reduced: JsonObject = {};
	for ( const operation of [ ...operations ].sort() ) {
		reduced[ operation ] = reduceOperation(
			operation,
			document,
			reduction
		);
	}
	const contract = {
		version: textOf( objectOf( document[ 'info' ] )[ 'version' ] ),
		operations: reduced,
		definitions: {
			request: sorted( reduction.definitions.request ),
			response: sorted( reduction.definitions.response ),
		},
	};
	return serialized( contract, 3 ) + '\n';
}

/** Indented down to `depth`, so that one operation or definition is one line of a diff. */
function serialized( value: Json, depth: number, indent = '' ): string {
	if ( depth === 0 || ! isObject( value ) ) {
		return JSON.stringify( value );
	}
	const inner = indent + '\t';
	const lines = Object.entries( value ).map(
		( [ key, entry ] ) =>
			`${ inner }${ JSON.stringify( key ) }: ${ serialized( entry, depth - 1, inner ) }`
	);
	return `{\n${ lines.join( ',\n' ) }\n${ indent }}`;
}

function reduceOperation(
	operation: string,
	document: JsonObject,
	reduction: Reduction
): JsonObject {
	const { pathItem, source } = operationIn( document, operation );
	const answers = operationIn(
		document,
		ANSWERED_LIKE[ operation ] ?? operation
	).source;
	const parameters = [
		...listOf( pathItem[ 'parameters' ] ),
		...listOf( source[ 'parameters' ] ),
	];
	const body = objectOf( source[ 'requestBody' ] );
	return {
		scopes: listOf( source[ 'security' ] ).flatMap( ( entry ) =>
			listOf( objectOf( entry )[ 'oauth2' ] ).map( textOf )
		),
		path: parametersOf( 'path', parameters, reduction ),
		query: parametersOf( 'query', parameters, reduction ),
		request: schemaOfContent( body, 'request', reduction ),
		responses: Object.fromEntries(
			Object.entries( objectOf( answers[ 'responses' ] ) )
				.filter( ( [ status ] ) => status.startsWith( '2' ) )
				.map( ( [ status, answer ] ) => [
					status,
					schemaOfContent(
						objectOf( answer ),
						'response',
						reduction
					),
				] )
		),
	};
}

function operationIn(
	document: JsonObject,
	operation: string
): { pathItem: JsonObject; source: JsonObject } {
	const [ method = '', path = '' ] = operation.split( ' ' );
	const pathItem = objectOf( objectOf( document[ 'paths' ] )[ path ] );
	const source = pathItem[ method.toLowerCase() ];
	if ( ! isObject( source ) ) {
		throw new Error( `The document has no ${ operation }.` );
	}
	return { pathItem, source };
}

function parametersOf(
	place: string,
	parameters: unknown[],
	reduction: Reduction
): JsonObject {
	const found: JsonObject = {};
	for ( const entry of parameters ) {
		const parameter = reduction.dereferenced( objectOf( entry ) );
		if ( parameter[ 'in' ] === place ) {
			const name = textOf( parameter[ 'name' ] ).replace( /\[\]$/, '' );
			found[ name ] = reduction.schema(
				objectOf( parameter[ 'schema' ] ),
				'request'
			);
		}
	}
	return sorted( found );
}

function schemaOfContent(
	owner: JsonObject,
	direction: 'request' | 'response',
	reduction: Reduction
): JsonObject | null {
	const content = objectOf(
		objectOf( owner[ 'content' ] )[ 'application/json' ]
	);
	return isObject( content[ 'schema' ] )
		? reduction.schema( content[ 'schema' ], direction )
		: null;
}

function sorted( object: JsonObject ): JsonObject {
	return Object.fromEntries(
		Object.entries( object ).sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) )
	);
}

export function committedContract(): string {
	return readFileSync( COMMITTED, 'utf8' );
}

if ( process.argv[ 1 ] === fileURLToPath( import.meta.url ) ) {
	const path = findDocument();
	if ( path === null ) {
		throw new Error(
			'Name the OpenAPI document: npx tsx tests/contract/reduce.ts <path> (or SELLSY_OPENAPI).'
		);
	}
	writeFileSync( COMMITTED, reduceDocument( path ) );
}
