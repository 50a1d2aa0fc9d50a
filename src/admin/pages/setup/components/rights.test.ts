import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KINDS } from '../../../settings/kinds';
import { rightsFor } from '../rights';

const source = ( file: string ) =>
	readFileSync(
		path.resolve( __dirname, '../../../../../includes', file ),
		'utf8'
	);

/** What stands in quotes in one table of a PHP class. */
const quoted = ( text: string, table: string ): string[] => {
	const [ , rest = '' ] = text.split( `const ${ table }` );
	const [ body = '' ] = rest.split( '];' );
	return [ ...body.matchAll( /=> '([^']+)'/g ) ].map(
		( [ , one = '' ] ) => one
	);
};

const listed = ( texts: string[] ): Set< string > =>
	new Set( texts.flatMap( ( text ) => text.split( ', ' ) ) );

describe( 'the rights that are asked for', () => {
	it( 'are the scopes of the routes that are called, and no others', () => {
		// Taxes are only created, and webhooks only made, where a person asks; the page then names the right.
		const asked = [ 'taxes.write', 'webhooks.read', 'webhooks.write' ];
		expect( [ ...rightsFor( KINDS ).scopes, ...asked ].sort() ).toEqual(
			[
				...listed(
					quoted(
						source( 'Sellsy/Rights/RouteScopes.php' ),
						'SCOPES'
					)
				),
				'api-v1',
			].sort()
		);
	} );

	it( 'are all nineteen privileges that Sellsy asks for', () => {
		const known = [
			...source( 'Sellsy/Rights/Privilege.php' ).matchAll(
				/'((?:Clients|Contacts|Facturation|Catalogue) \/ [^']+)'/g
			),
		].map( ( [ , one = '' ] ) => one );
		expect( known ).toHaveLength( 19 );
		expect( [ ...rightsFor( KINDS ).privileges ].sort() ).toEqual(
			known.sort()
		);
	} );

	it( 'grow with the documents, and name nothing twice', () => {
		expect( rightsFor( [ 'invoice' ] ).scopes ).not.toContain( 'api-v1' );
		expect( rightsFor( [ 'invoice' ] ).scopes ).not.toContain(
			'orders.write'
		);
		const { scopes } = rightsFor( [ 'proforma', 'delivery' ] );
		expect( scopes.filter( ( scope ) => scope === 'api-v1' ) ).toHaveLength(
			1
		);
	} );
} );
