import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemTitle } from './problems';

const ENUM = path.resolve(
	__dirname,
	'../../includes/Domain/Failures/ProblemCode.php'
);

/** They hold up everything instead of stopping a row. */
const PAUSES = [ 'not_connected', 'secrets_unreadable', 'other_account' ];

const codesFor = ( comment: string ): string[] => {
	const source = readFileSync( ENUM, 'utf8' );
	const [ section = '' ] = source
		.slice( source.indexOf( comment ) )
		.split( /\n\n|\n}/ );
	return [ ...section.matchAll( /= '([a-z0-9_]+)'/g ) ].map(
		( [ , code = '' ] ) => code
	);
};

describe( 'titles of causes', () => {
	it( 'name each for which a person must act', () => {
		const codes = codesFor( '// A person must act.' );
		expect( codes.length ).toBeGreaterThan( 30 );
		expect(
			codes.filter( ( code ) => problemTitle( code ) === code )
		).toEqual( PAUSES );
	} );
} );
