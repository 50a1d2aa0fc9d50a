import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** Resolves `#/components/…` of the document being reduced. */
export type Resolve = ( reference: string ) => JsonObject;

const COMBINERS = [ '$ref', 'allOf', 'oneOf', 'anyOf' ];

/**
 * A schema as a list of alternatives, none of which holds a reference or a combiner at its top:
 * `allOf` is merged, `oneOf` and `anyOf` become alternatives. Only so can every object be closed.
 */
export function flatten( schema: JsonObject, resolve: Resolve ): JsonObject[] {
	const own: JsonObject = {};
	for ( const [ key, value ] of Object.entries( schema ) ) {
		if ( ! COMBINERS.includes( key ) ) {
			own[ key ] = value;
		}
	}
	let alternatives: JsonObject[] = [ own ];
	if ( '$ref' in schema ) {
		alternatives = cross(
			alternatives,
			flatten( resolve( textOf( schema[ '$ref' ] ) ), resolve )
		);
	}
	for ( const part of listOf( schema[ 'allOf' ] ) ) {
		alternatives = cross(
			alternatives,
			flatten( objectOf( part ), resolve )
		);
	}
	for ( const choice of [ schema[ 'oneOf' ], schema[ 'anyOf' ] ] ) {
		const branches = listOf( choice ).flatMap( ( branch ) =>
			flatten( objectOf( branch ), resolve )
		);
		alternatives =
			branches.length > 0
				? cross( alternatives, branches )
				: alternatives;
	}
	return alternatives;
}

function cross( left: JsonObject[], right: JsonObject[] ): JsonObject[] {
	return left.flatMap( ( one ) =>
		right.map( ( other ) => merge( one, other ) )
	);
}

function merge( left: JsonObject, right: JsonObject ): JsonObject {
	const merged: JsonObject = { ...left, ...right };
	const required = [
		...listOf( left[ 'required' ] ),
		...listOf( right[ 'required' ] ),
	].map( textOf );
	if ( required.length > 0 ) {
		merged[ 'required' ] = [ ...new Set( required ) ];
	}
	if (
		isObject( left[ 'properties' ] ) &&
		isObject( right[ 'properties' ] )
	) {
		merged[ 'properties' ] = mergeProperties(
			left[ 'properties' ],
			right[ 'properties' ]
		);
	}
	if ( Array.isArray( left[ 'enum' ] ) && Array.isArray( right[ 'enum' ] ) ) {
		const allowed = right[ 'enum' ];
		const both = left[ 'enum' ].filter( ( value ) =>
			allowed.includes( value )
		);
		// Progress invoices overwrite the type of their rows instead of narrowing it.
		merged[ 'enum' ] = both.length > 0 ? both : allowed;
	}
	return merged;
}

function mergeProperties( left: JsonObject, right: JsonObject ): JsonObject {
	const merged: JsonObject = { ...left };
	for ( const [ name, schema ] of Object.entries( right ) ) {
		const before = left[ name ];
		merged[ name ] =
			before === undefined ? schema : { allOf: [ before, schema ] };
	}
	return merged;
}
