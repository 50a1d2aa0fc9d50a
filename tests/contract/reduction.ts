import { flatten } from './flatten.ts';
import type { Resolve } from './flatten.ts';
import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** Field facts that survive; prose, examples and defaults do not. */
const FACTS = [
	'type',
	'enum',
	'format',
	'pattern',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'uniqueItems',
];

/** The embedded objects that are asked for; all of them would be four fifths of the whole document. */
const EMBEDDED = [
	'account',
	'acl',
	'profile',
	'company',
	'individual',
	'invoicing_address',
	'delivery_address',
];

export type Direction = 'request' | 'response';

/**
 * Turns schemas of an OpenAPI 3.0 document into closed JSON Schemas. Named schemas are kept as definitions, once per
 * direction: read-only fields are unknown in a request, write-only ones in an answer.
 */
export class Reduction {
	readonly definitions: Record< Direction, JsonObject > = {
		request: {},
		response: {},
	};
	private readonly resolve: Resolve;

	constructor( document: JsonObject ) {
		this.resolve = ( reference ) => {
			const node = walk( document, reference );
			if ( ! isObject( node ) ) {
				throw new Error( `The document has no ${ reference }.` );
			}
			return node;
		};
	}

	dereferenced( node: Json ): JsonObject {
		const object = objectOf( node );
		return '$ref' in object
			? this.resolve( textOf( object[ '$ref' ] ) )
			: object;
	}

	schema( source: JsonObject, direction: Direction ): JsonObject {
		const reference = textOf( source[ '$ref' ] );
		if ( reference !== '' && source[ 'nullable' ] !== true ) {
			return this.named( reference, direction );
		}
		const seen = new Map< string, JsonObject >();
		for ( const alternative of flatten( source, this.resolve ) ) {
			const reduced = this.facts( alternative, direction );
			seen.set( JSON.stringify( reduced ), reduced );
		}
		const alternatives = [ ...seen.values() ];
		const [ first ] = alternatives;
		return alternatives.length === 1 && first !== undefined
			? first
			: { anyOf: alternatives };
	}

	private named( reference: string, direction: Direction ): JsonObject {
		const name = reference
			.replace( '#/components/schemas/', '' )
			.replace( /[^\w]+/g, '.' );
		const definitions = this.definitions[ direction ];
		if ( ! ( name in definitions ) ) {
			definitions[ name ] = {};
			definitions[ name ] = this.schema(
				this.resolve( reference ),
				direction
			);
		}
		return { $ref: `#/definitions/${ direction }/${ name }` };
	}

	private facts( source: JsonObject, direction: Direction ): JsonObject {
		const reduced: JsonObject = {};
		for ( const fact of FACTS ) {
			const value = source[ fact ];
			if ( value !== undefined ) {
				reduced[ fact ] = value;
			}
		}
		const items = source[ 'items' ];
		if ( isObject( items ) ) {
			reduced[ 'items' ] = this.schema( items, direction );
		}
		if (
			source[ 'type' ] === 'object' ||
			isObject( source[ 'properties' ] )
		) {
			Object.assign( reduced, this.closedObject( source, direction ) );
		}
		return source[ 'nullable' ] === true ? nullable( reduced ) : reduced;
	}

	private closedObject(
		source: JsonObject,
		direction: Direction
	): JsonObject {
		const properties: JsonObject = {};
		for ( const [ name, schema ] of Object.entries(
			objectOf( source[ 'properties' ] )
		) ) {
			if ( name === '_embed' && isObject( schema ) ) {
				properties[ name ] = this.embedded( schema, direction );
			} else if (
				isObject( schema ) &&
				this.isVisible( schema, direction )
			) {
				properties[ name ] = this.schema( schema, direction );
			}
		}
		const required = listOf( source[ 'required' ] )
			.map( textOf )
			.filter( ( name ) => name in properties );
		const extra = source[ 'additionalProperties' ];
		return {
			type: 'object',
			properties,
			...( required.length > 0 ? { required } : {} ),
			additionalProperties: isObject( extra )
				? this.schema( extra, direction )
				: false,
		};
	}

	private embedded( schema: JsonObject, direction: Direction ): JsonObject {
		const properties: JsonObject = {};
		for ( const alternative of flatten( schema, this.resolve ) ) {
			const known = objectOf( alternative[ 'properties' ] );
			for ( const name of EMBEDDED ) {
				const found = known[ name ];
				if ( found !== undefined ) {
					properties[ name ] = found;
				}
			}
		}
		return this.schema(
			{ type: 'object', nullable: true, properties },
			direction
		);
	}

	private isVisible( schema: JsonObject, direction: Direction ): boolean {
		const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
		return flatten( schema, this.resolve ).some(
			( alternative ) => alternative[ hidden ] !== true
		);
	}
}

/** Follows a JSON pointer; a reference in the middle of the way (an allOf's, say) is followed too. */
function walk( document: JsonObject, reference: string ): unknown {
	let node: unknown = document;
	for ( const encoded of reference.split( '/' ).slice( 1 ) ) {
		const step = decodeURIComponent( encoded ).replaceAll( '~1', '/' );
		const onward = objectOf( node )[ '$ref' ];
		const here: unknown =
			typeof onward === 'string' ? walk( document, onward ) : node;
		node = Array.isArray( here )
			? here[ Number( step ) ]
			: objectOf( here )[ step ];
	}
	return node;
}

function nullable( schema: JsonObject ): JsonObject {
	const result = { ...schema };
	if ( typeof schema[ 'type' ] === 'string' ) {
		result[ 'type' ] = [ schema[ 'type' ], 'null' ];
	}
	if (
		Array.isArray( schema[ 'enum' ] ) &&
		! schema[ 'enum' ].includes( null )
	) {
		result[ 'enum' ] = [ ...schema[ 'enum' ], null ];
	}
	return result;
}
