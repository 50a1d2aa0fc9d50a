import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PROJECT } from '../tests/environment/cache.ts';

/** Where a field of an answer is filled, handed on and shown. */
const MOST = 5;

/** Words that columns, settings or other answers have too: they say nothing of one field. */
const IS_COMMON =
	/^(?:(?:order|task|client|method)_id|(?:created|updated|made|due)_at|in_use|is_cut|by_hand|left_out)$/;
const IS_OF_SHOP = /_(?:taxes|statuses|categories|terms|tax)$/;

const isNode = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null;

/** Each field, with the answers that have it. */
function fields(): Map< string, Set< string > > {
	const found = new Map< string, Set< string > >();
	const walk = ( node: unknown, answer: string ): void => {
		if ( ! isNode( node ) ) {
			return;
		}
		if ( isNode( node[ 'properties' ] ) ) {
			Object.keys( node[ 'properties' ] ).forEach( ( name ) =>
				found.set(
					name,
					( found.get( name ) ?? new Set() ).add( answer )
				)
			);
		}
		Object.values( node ).forEach( ( below ) => walk( below, answer ) );
	};
	const declared: unknown = JSON.parse(
		readFileSync(
			path.join( PROJECT, 'includes/Rest/answers.json' ),
			'utf8'
		)
	);
	Object.entries( isNode( declared ) ? declared : {} ).forEach(
		( [ answer, schema ] ) => walk( schema, answer )
	);
	return found;
}

const sources = (): Array< { file: string; text: string } > =>
	[ 'includes', 'src' ].flatMap( ( folder ) =>
		readdirSync( path.join( PROJECT, folder ), {
			recursive: true,
			encoding: 'utf8',
		} )
			.filter(
				( file ) =>
					/\.(?:php|tsx?)$/.test( file ) &&
					! /\.test\.|^generated|^test\//.test( file )
			)
			.map( ( file ) => ( {
				file: `${ folder }/${ file }`,
				text: readFileSync(
					path.join( PROJECT, folder, file ),
					'utf8'
				),
			} ) )
	);

test( 'a field of an answer is named in five files at most', () => {
	const own = [ ...fields() ]
		.filter(
			( [ name, answers ] ) =>
				answers.size === 1 &&
				name.includes( '_' ) &&
				! IS_COMMON.test( name ) &&
				! IS_OF_SHOP.test( name )
		)
		.map( ( [ name ] ) => name );
	assert.ok( own.length > 30, 'These are enough to say something.' );
	const files = sources();
	const tooMany = own.flatMap( ( name ) => {
		// In PHP a key, in quotes: methods and properties may have the same name.
		const php = new RegExp( `(?:'${ name }'|\\b${ name }\\??:)` );
		const ts = new RegExp( `\\b${ name }\\b` );
		const naming = files.filter( ( { file, text } ) =>
			( file.endsWith( '.php' ) ? php : ts ).test( text )
		);
		return naming.length > MOST
			? [
					`${ name }: ${ naming.map( ( { file } ) => file ).join( ', ' ) }`,
				]
			: [];
	} );
	assert.deepEqual( tooMany, [] );
} );
