import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import * as generated from '../generated/schemas';
import { fixture } from './fixture';
import { canonical, isObject } from './json-schema';

const PROJECT = path.resolve( __dirname, '../..' );
const FIXTURES = path.join( PROJECT, 'tests/contract/fixtures' );

const RecordSchema = z.record( z.string(), z.unknown() );

/** `tax-created` is `TaxCreatedSchema`. */
const schemaOf = ( name: string ): z.ZodMiniType => {
	const pascal = name.replace( /(^|-)(.)/g, ( _, __, letter: string ) =>
		letter.toUpperCase()
	);
	const found = Object.entries( generated ).find(
		( [ key ] ) => key === `${ pascal }Schema`
	);
	if ( found === undefined ) {
		throw new Error( `${ name } is not written: npm run schemas.` );
	}
	return found[ 1 ];
};

const ANSWERS = RecordSchema.parse(
	JSON.parse(
		readFileSync(
			path.join( PROJECT, 'includes/Rest/answers.json' ),
			'utf8'
		)
	)
);

/** As `Rest\SchemaSet` reads them: `use` is another answer. */
const complete = ( schema: unknown ): unknown => {
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

describe( 'what TypeScript reads and what the REST API answers', () => {
	it.each( Object.entries( ANSWERS ) )( '%s agrees', ( name, schema ) => {
		expect(
			canonical(
				z.toJSONSchema( schemaOf( name ), { target: 'draft-4' } )
			)
		).toEqual( canonical( complete( schema ) ) );
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
