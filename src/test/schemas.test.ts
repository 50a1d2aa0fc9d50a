import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { ANSWERS, complete, example, schemaOf } from './example';
import { fixture } from './fixture';
import { canonical } from './json-schema';

const FIXTURES = path.resolve( __dirname, '../../tests/contract/fixtures' );

describe( 'what TypeScript reads and what the REST API answers', () => {
	it.each( Object.entries( ANSWERS ) )( '%s agrees', ( name, schema ) => {
		expect(
			canonical(
				z.toJSONSchema( schemaOf( name ), { target: 'draft-4' } )
			)
		).toEqual( canonical( complete( schema ) ) );
	} );
} );

describe( 'an answer that says nothing', () => {
	it.each( Object.keys( ANSWERS ) )( 'may be %s', ( name ) => {
		expect( z.parse( schemaOf( name ), example( name ) ) ).toEqual(
			example( name )
		);
	} );
} );

/** Of a request, everything may be left out. */
const MAY_BE_EMPTY = [
	'doctor-request',
	'credit-note-preview-request',
	'order-reissue',
	'order-sync',
	'search-query',
	'settings-update',
	'task-retry',
	'tasks-retry-request',
];
const folders = readdirSync( FIXTURES ).sort();

describe.each( folders )( '%s refuses', ( name ) => {
	it.each( [
		[ 'an object of another kind', { nonsense: [ 1, null ] } ],
		[ 'a page of HTML', '<html><body>Bad gateway</body></html>' ],
		[ 'null', null ],
		[ 'an empty object', {} ],
	] )( '%s', ( what, answer ) => {
		const isAllowed =
			what === 'an empty object' && MAY_BE_EMPTY.includes( name );
		expect( z.safeParse( schemaOf( name ), answer ).success ).toBe(
			isAllowed
		);
	} );
} );

const CASES = folders.flatMap( ( name ) =>
	[ 'valid', 'invalid' ].flatMap( ( kind ) => {
		const folder = path.join( FIXTURES, name, kind );
		return ( existsSync( folder ) ? readdirSync( folder ) : [] )
			.filter( ( file ) => file.endsWith( '.json' ) )
			.map( ( file ) => ( { name, kind, file } ) );
	} )
);

/** The same files run through the REST API's own validation on the PHP side. */
describe( 'fixtures', () => {
	it( 'show what is refused and what is not', () => {
		expect( new Set( CASES.map( ( { kind } ) => kind ) ) ).toEqual(
			new Set( [ 'valid', 'invalid' ] )
		);
	} );

	it( 'are judged as the REST API judges them', () => {
		const wrong = CASES.filter( ( { name, kind, file } ) => {
			const { success } = z.safeParse(
				schemaOf( name ),
				fixture( `${ name }/${ kind }/${ file }` )
			);
			return success !== ( kind === 'valid' );
		} );
		expect( wrong ).toEqual( [] );
	} );
} );
