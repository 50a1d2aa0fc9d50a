/**
 * Brings a schema to one form, whether zod made it or WordPress reads it: `required` as a sorted list, null as a flag,
 * nothing that only explains.
 */
import * as z from 'zod/mini';

type JsonObject = Record< string, unknown >;

const ObjectSchema = z.record( z.string(), z.unknown() );

export const isObject = ( value: unknown ): value is JsonObject =>
	z.safeParse( ObjectSchema, value ).success;

const EXPLAINING = [ '$schema', 'title', 'description', 'default', 'context' ];

export function canonical( schema: unknown ): unknown {
	if ( ! isObject( schema ) ) {
		return schema;
	}
	return sorted( withRequired( withoutNoise( withNull( schema ) ) ) );
}

/** `type: [ X, null ]` and `anyOf: [ X, null ]` say the same. */
function withNull( schema: JsonObject ): JsonObject {
	const { type, anyOf, ...rest } = schema;
	if ( Array.isArray( anyOf ) ) {
		const [ first, second ] = anyOf.filter( isObject );
		return second?.[ 'type' ] === 'null'
			? { ...rest, ...first, isNullable: true }
			: schema;
	}
	return Array.isArray( type )
		? {
				...rest,
				type: type.filter( ( name ) => name !== 'null' ).join(),
				isNullable: true,
			}
		: schema;
}

function withoutNoise( schema: JsonObject ): JsonObject {
	return Object.fromEntries(
		Object.entries( schema ).filter(
			( [ key, value ] ) =>
				! EXPLAINING.includes( key ) &&
				// zod bounds every integer to what JavaScript can hold.
				! (
					typeof value === 'number' &&
					Math.abs( value ) === Number.MAX_SAFE_INTEGER
				) &&
				// zod writes a pattern beside the format.
				! ( key === 'pattern' && schema[ 'format' ] === 'date-time' )
		)
	);
}

/** Draft 3 and WordPress write `required: true` at the property, draft 4 a list at the object. */
function withRequired( schema: JsonObject ): JsonObject {
	const { properties, items, required, ...rest } = schema;
	const result = isObject( items )
		? { ...rest, items: canonical( items ) }
		: rest;
	if ( ! isObject( properties ) ) {
		return result;
	}
	const listed = Array.isArray( required ) ? required : [];
	return {
		...result,
		properties: Object.fromEntries(
			Object.entries( properties ).map( ( [ name, property ] ) => [
				name,
				canonical( property ),
			] )
		),
		required: Object.entries( properties )
			.filter(
				( [ name, property ] ) =>
					listed.includes( name ) ||
					( isObject( property ) && property[ 'required' ] === true )
			)
			.map( ( [ name ] ) => name )
			.sort(),
	};
}

const sorted = ( object: JsonObject ): JsonObject =>
	Object.fromEntries(
		Object.entries( object )
			.filter(
				( [ key, value ] ) => key !== 'required' || value !== true
			)
			.sort( ( [ a ], [ b ] ) => a.localeCompare( b ) )
	);
