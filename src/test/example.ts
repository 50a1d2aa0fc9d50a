/** What an answer says where it has nothing to say: tests/php/Example.php makes the same of `answers.json`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import * as generated from '../generated/schemas';
import { isObject } from './json-schema';

/** Of texts that have a pattern. */
const SAMPLES = [ '2026-11-24', '2026-11', 'https://shop.test/' ];

const NamedSchema = z.record( z.string(), z.unknown() );

const SchemaSchema = z.looseObject( {
	type: z.union( [ z.string(), z.array( z.string() ) ] ),
	enum: z.optional( z.array( z.string() ) ),
	format: z.optional( z.string() ),
	pattern: z.optional( z.string() ),
	minimum: z.optional( z.number() ),
	properties: z.optional( NamedSchema ),
	required: z.optional( z.boolean() ),
} );

/** By name, as `Rest\SchemaSet` reads them. */
export const ANSWERS = NamedSchema.parse(
	JSON.parse(
		readFileSync(
			path.resolve( __dirname, '../../includes/Rest/answers.json' ),
			'utf8'
		)
	)
);

/** `use` is another answer. */
export const complete = ( schema: unknown ): unknown => {
	if ( ! isObject( schema ) ) {
		return schema;
	}
	const { use, nullable, ...own } = Object.fromEntries(
		Object.entries( schema ).map( ( [ key, value ] ) => [
			key,
			complete( value ),
		] )
	);
	const base = complete( ANSWERS[ String( use ) ] );
	if ( ! isObject( base ) ) {
		return own;
	}
	return {
		...base,
		...own,
		type: nullable === true ? [ base[ 'type' ], 'null' ] : base[ 'type' ],
	};
};

const neutral = ( schema: unknown ): unknown => {
	const is = SchemaSchema.parse( schema );
	switch ( Array.isArray( is.type ) ? 'null' : is.type ) {
		case 'null':
			return null;
		case 'object':
			return Object.fromEntries(
				Object.entries( is.properties ?? {} )
					.filter(
						( [ , field ] ) => SchemaSchema.parse( field ).required
					)
					.map( ( [ name, field ] ) => [ name, neutral( field ) ] )
			);
		case 'array':
			return [];
		case 'boolean':
			return false;
		case 'integer':
			return is.minimum ?? 0;
		default:
			return text( is );
	}
};

const text = ( {
	enum: cases,
	format,
	pattern,
}: z.infer< typeof SchemaSchema > ): string => {
	if ( format !== undefined ) {
		return '2026-11-24T10:00:00Z';
	}
	const fits = ( sample: string ) =>
		pattern === undefined || new RegExp( pattern ).test( sample );
	return cases?.[ 0 ] ?? [ '', ...SAMPLES ].find( fits ) ?? '';
};

export const example = ( name: string ): unknown =>
	neutral( complete( ANSWERS[ name ] ) );

/** `tax-created` is `TaxCreatedSchema`. */
const pascal = ( name: string ): string =>
	name.replace( /(^|-)(.)/g, ( _, __, letter: string ) =>
		letter.toUpperCase()
	);

export const schemaOf = ( name: string ): z.ZodMiniType => {
	const found = Object.entries( generated ).find(
		( [ key ] ) => key === `${ pascal( name ) }Schema`
	);
	if ( found === undefined ) {
		throw new Error( `${ name } is not written: npm run schemas.` );
	}
	return found[ 1 ];
};

/** An answer that says this, and nothing beside it. */
export const like = < S extends z.ZodMiniType< object > >(
	schema: S,
	says: Partial< z.infer< S > >
): z.infer< S > => {
	const name = Object.keys( ANSWERS ).find(
		( one ) => schemaOf( one ) === schema
	);
	return z.parse( schema, {
		...NamedSchema.parse( example( String( name ) ) ),
		...says,
	} );
};
