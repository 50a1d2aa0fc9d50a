import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench } from './testing.ts';
import type { Reply } from './testing.ts';

const bench = new Bench();

function ids( { body }: Reply ): unknown[] {
	return listOf( body[ 'data' ] )
		.filter( isObject )
		.map( ( { id } ) => id );
}

function search( path: string, filters: JsonObject ): Promise< Reply > {
	return bench.post( `${ path }/search`, { filters } );
}

const ADDRESS = {
	name: 'Client Test',
	address_line_1: '3 place du Marché',
	postal_code: '31000',
	city: 'Toulouse',
	country_code: 'FR',
};

describe( 'strictness', () => {
	test( 'an unknown key and a missing field are named in French', async () => {
		const { status, body, details } = await bench.post( '/individuals', {
			type: 'client',
			linked_to: 3,
		} );
		assert.equal( status, 400 );
		assert.deepEqual( details, {
			last_name: 'Ce champ est manquant.',
			linked_to: 'Ce champ est inconnu.',
		} );
		assert.deepEqual( Object.keys( body ), [ 'error' ] );
	} );

	test( 'a search without its wrapper is refused', async () => {
		const { status, details } = await bench.post( '/companies/search', {} );
		assert.equal( status, 400 );
		assert.deepEqual( details, { filters: 'Ce champ est manquant.' } );
	} );

	test( 'unknown objects, routes and verbs', async () => {
		assert.equal( ( await bench.get( '/companies/4' ) ).status, 404 );
		assert.equal( ( await bench.get( '/nowhere' ) ).status, 404 );
		assert.equal( ( await bench.post( '/payments', {} ) ).status, 405 );
		assert.deepEqual( ( await bench.get( '/companies/4' ) ).body, {
			error: {
				code: 404,
				message: 'Not Found',
				context: null,
				details: [],
			},
		} );
	} );

	test( 'a body that is no JSON is 400', async () => {
		assert.equal(
			( await bench.raw( 'POST', '/taxes/search', '{' ) ).status,
			400
		);
		assert.equal(
			( await bench.raw( 'POST', '/companies/search', '[]' ) ).status,
			400
		);
	} );
} );

describe( 'companies and individuals', () => {
	test( 'are found by reference whatever its case, by e-mail and by SIRET', async () => {
		const created = await bench.post( '/companies', {
			type: 'client',
			name: 'Acme SARL',
			email: 'contact@acme.example',
			reference: 'SHOP-C7',
			legal_france: { siret: '73282932000074' },
		} );
		assert.equal( created.status, 201 );
		const { id } = created.body;
		assert.deepEqual(
			ids( await search( '/companies', { reference: [ 'shop-c7' ] } ) ),
			[ id ]
		);
		assert.deepEqual(
			ids( await search( '/companies', { siret: '73282932000074' } ) ),
			[ id ]
		);
		assert.deepEqual(
			ids(
				await search( '/companies', { email: 'contact@acme.example' } )
			),
			[ id ]
		);
		assert.deepEqual(
			ids(
				await search( '/companies', { email: 'Contact@acme.example' } )
			),
			[]
		);
		assert.deepEqual(
			ids( await search( '/companies', { type: [ 'prospect' ] } ) ),
			[]
		);
		assert.deepEqual( ids( await search( '/individuals', {} ) ), [] );
	} );

	test( 'share their ids', async () => {
		const company = await bench.post( '/companies', {
			type: 'client',
			name: 'Acme SARL',
		} );
		const person = await bench.post( '/individuals', {
			type: 'client',
			last_name: 'Test',
		} );
		assert.equal( person.body[ 'id' ], Number( company.body[ 'id' ] ) + 1 );
	} );

	test( 'refuse an e-mail of the account’s own people', async () => {
		for ( const path of [ '/individuals', '/contacts' ] ) {
			const { status, details } = await bench.post( path, {
				...( path === '/contacts' ? {} : { type: 'client' } ),
				last_name: 'Test',
				email: 'Gerance@boutique.example',
			} );
			assert.equal( status, 400 );
			assert.match( String( details[ 'email' ] ), /collaborateurs/ );
		}
	} );

	test( 'accept the same e-mail twice, unless the account refuses it', async () => {
		const body = {
			type: 'client',
			last_name: 'Test',
			email: 'client@exemple.example',
		};
		assert.equal(
			( await bench.post( '/individuals', body ) ).status,
			201
		);
		assert.equal(
			( await bench.post( '/individuals', body ) ).status,
			201
		);
		await bench.control( 'POST', '/options', {
			duplicate_emails: 'refuse',
		} );
		assert.deepEqual(
			Object.keys( ( await bench.post( '/individuals', body ) ).details ),
			[ 'email' ]
		);
	} );

	test( 'a dry run saves nothing', async () => {
		const { status } = await bench.post( '/individuals?verify=true', {
			type: 'client',
			last_name: 'Test',
		} );
		assert.equal( status, 204 );
		assert.deepEqual( ids( await bench.get( '/individuals' ) ), [] );
	} );

	test( 'an update keeps what it does not name', async () => {
		const { body } = await bench.post( '/individuals', {
			type: 'client',
			last_name: 'Test',
			email: 'a@exemple.example',
		} );
		const updated = await bench.put(
			`/individuals/${ String( body[ 'id' ] ) }`,
			{ reference: 'SHOP-C1' }
		);
		assert.equal( updated.body[ 'email' ], 'a@exemple.example' );
		assert.equal( updated.body[ 'reference' ], 'SHOP-C1' );
	} );

	test( 'a prospect becomes a client once', async () => {
		const { body } = await bench.post( '/companies', {
			type: 'prospect',
			name: 'Prospect SAS',
		} );
		const path = `/companies/${ String( body[ 'id' ] ) }/convert`;
		const conversion = {
			target: 'client',
			also_enable_custom_fields_on_target: { mode: 'none' },
		};
		assert.equal(
			( await bench.post( path, conversion ) ).body[ 'type' ],
			'client'
		);
		assert.equal( ( await bench.post( path, conversion ) ).status, 400 );
	} );
} );

describe( 'addresses', () => {
	test( 'the first becomes the default, a later one only if asked', async () => {
		const third = await bench.individual();
		const path = `/individuals/${ third }/addresses`;
		const first = await bench.post( path, ADDRESS );
		const second = await bench.post( path, {
			...ADDRESS,
			city: 'Lyon',
			is_invoicing_address: false,
			is_delivery_address: false,
		} );
		assert.equal( first.body[ 'is_invoicing_address' ], true );
		assert.equal( second.body[ 'is_invoicing_address' ], false );
		assert.equal(
			( await bench.get( `/individuals/${ third }` ) ).body[
				'invoicing_address_id'
			],
			first.body[ 'id' ]
		);
		assert.deepEqual( ids( await bench.get( path ) ), [
			first.body[ 'id' ],
			second.body[ 'id' ],
		] );
	} );

	test( 'a postcode of one character is refused', async () => {
		const third = await bench.individual();
		const { details } = await bench.post(
			`/individuals/${ third }/addresses`,
			{ ...ADDRESS, postal_code: '3' }
		);
		assert.deepEqual( Object.keys( details ), [ 'postal_code' ] );
	} );
} );

describe( 'contacts', () => {
	test( 'are linked once, and found by company', async () => {
		const company = String(
			(
				await bench.post( '/companies', {
					type: 'client',
					name: 'Acme SARL',
				} )
			).body[ 'id' ]
		);
		const contact = (
			await bench.post( '/contacts', {
				last_name: 'Test',
				email: 'client@acme.example',
			} )
		).body[ 'id' ];
		const path = `/companies/${ company }/contacts/${ String( contact ) }`;
		assert.equal(
			( await bench.post( path, { roles: [ 'main' ] } ) ).status,
			201
		);
		assert.equal( ( await bench.post( path, {} ) ).status, 200 );
		assert.deepEqual(
			ids( await bench.get( `/companies/${ company }/contacts` ) ),
			[ contact ]
		);
		assert.deepEqual(
			ids(
				await search( '/contacts', {
					companies: [ Number( company ) ],
				} )
			),
			[ contact ]
		);
		assert.deepEqual(
			ids( await search( '/contacts', { is_linked: false } ) ),
			[]
		);
		assert.deepEqual(
			ids(
				await bench.get( `/contacts/${ String( contact ) }/companies` )
			),
			[ Number( company ) ]
		);
		assert.deepEqual(
			ids(
				await search( '/companies', {
					contacts: [ Number( contact ) ],
				} )
			),
			[ Number( company ) ],
			'And the company by its contact.'
		);
	} );

	test( 'are found whatever the case of the e-mail address only where the account is told so', async () => {
		const email = { email: 'CLIENT@acme.example' };
		const found = async ( path: string ) =>
			ids( await search( path, email ) ).length;
		await bench.post( '/companies', {
			type: 'client',
			name: 'Acme SARL',
			email: 'client@acme.example',
		} );
		await bench.post( '/contacts', {
			last_name: 'Test',
			email: 'client@acme.example',
		} );
		assert.deepEqual(
			[ await found( '/companies' ), await found( '/contacts' ) ],
			[ 0, 0 ]
		);
		await bench.control( 'POST', '/options', { email_search: 'any-case' } );
		assert.deepEqual(
			[ await found( '/companies' ), await found( '/contacts' ) ],
			[ 1, 1 ]
		);
	} );
} );
