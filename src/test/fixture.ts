/**
 * Documents of tests/contract/fixtures. `*.patch.json` names another one (`of`) and what differs (`patch`), as JSON
 * Patch (RFC 6902) has it: `replace`, `remove`, and `add` of a missing key or at the end of a list.
 * In others `like` names an answer. tests/php/Fixture.php reads the same files.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { example } from './example';
import { isObject } from './json-schema';

const FIXTURES = path.resolve( __dirname, '../../tests/contract/fixtures' );

const OperationSchema = z.strictObject( {
	op: z.enum( [ 'add', 'replace', 'remove' ] ),
	path: z.string(),
	value: z.optional( z.unknown() ),
} );

const PatchSchema = z.strictObject( {
	of: z.string(),
	patch: z.array( OperationSchema ),
} );

type Operation = z.infer< typeof OperationSchema >;

/** @param name below the folder, as `settings/valid/complete.json`. */
export function fixture( name: string ): unknown {
	const data: unknown = JSON.parse(
		readFileSync( path.join( FIXTURES, name ), 'utf8' )
	);
	if ( ! name.endsWith( '.patch.json' ) ) {
		return whole( data );
	}
	const { of, patch } = PatchSchema.parse( data );
	return patch.reduce( patched, fixture( of ) );
}

const LikeSchema = z.looseObject( { like: z.string() } );

/** `like` names an answer: what stands beside it is said, all else is as in its example. */
function whole( node: unknown ): unknown {
	if ( Array.isArray( node ) ) {
		return node.map( whole );
	}
	if ( ! isObject( node ) ) {
		return node;
	}
	const all = Object.fromEntries(
		Object.entries( node ).map( ( [ key, value ] ) => [
			key,
			whole( value ),
		] )
	);
	const { data } = z.safeParse( LikeSchema, all );
	if ( data === undefined ) {
		return all;
	}
	const { like, ...says } = data;
	return { ...Object( example( like ) ), ...says };
}

/** Throws for a patch of something that is not there, or is there already. */
export const patched = ( document: unknown, operation: Operation ): unknown =>
	changed( document, operation.path.slice( 1 ).split( '/' ), operation );

function changed(
	node: unknown,
	[ key = '', ...further ]: string[],
	operation: Operation
): unknown {
	const { op, value } = operation;
	const isLast = further.length === 0;
	const entries = Object.entries( Object( node ) );
	const isThere = entries.some( ( [ name ] ) => name === key );
	if ( isThere === ( isLast && op === 'add' ) ) {
		throw new Error(
			`${ op } ${ operation.path }: ${ isThere ? 'is' : 'is not' } there`
		);
	}
	const left = entries.flatMap( ( [ name, before ] ) => {
		if ( name !== key ) {
			return [ [ name, before ] ];
		}
		if ( isLast ) {
			return op === 'remove' ? [] : [ [ name, value ] ];
		}
		return [ [ name, changed( before, further, operation ) ] ];
	} );
	const all = isThere ? left : [ ...left, [ key, value ] ];
	return isObject( node )
		? Object.fromEntries( all )
		: all.map( ( [ , entry ] ) => entry );
}
