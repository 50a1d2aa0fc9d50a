import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, objectOf } from './json.ts';
import type { Json } from './json.ts';
import { operations } from './operations.ts';
import { committedContract, findDocument, reduceDocument } from './reduce.ts';
import { Contract, parseQuery } from './validate.ts';

const contract = new Contract();

describe( 'the reduction', () => {
	const path = findDocument();
	test(
		'sellsy.json is what the document says today',
		{
			skip:
				path === null
					? 'Sellsy’s OpenAPI document is not at hand (SELLSY_OPENAPI)'
					: false,
		},
		() => {
			assert.ok( path !== null );
			assert.deepEqual(
				JSON.parse( committedContract() ),
				JSON.parse( reduceDocument( path ) )
			);
		}
	);

	test( 'holds exactly the operations that are used', () => {
		assert.deepEqual(
			contract.operations.map( ( { name } ) => name ),
			[ ...operations ].sort()
		);
	} );

	test( 'closes every object', () => {
		const parsed: unknown = JSON.parse( committedContract() );
		assert.deepEqual( openObjects( objectOf( parsed ) ), [] );
	} );

	test( 'names the scopes of a route', () => {
		assert.deepEqual(
			contract.find( 'GET', '/companies/7/contacts' )?.scopes,
			[ 'companies.read', 'contacts.read' ]
		);
	} );
} );

describe( 'requests', () => {
	const fields = (
		method: string,
		path: string,
		query: string,
		body: unknown
	) =>
		contract
			.validateRequest( method, path, query, body )
			.map( ( { field, message } ) => `${ field }: ${ message }` );

	test( 'the filters wrapper is mandatory, an empty one is fine', () => {
		assert.deepEqual( fields( 'POST', '/companies/search', '', {} ), [
			'filters: Ce champ est manquant.',
		] );
		assert.deepEqual(
			fields( 'POST', '/companies/search', '', { filters: {} } ),
			[]
		);
	} );

	test( 'paging belongs to the address, not to the body', () => {
		assert.deepEqual(
			fields( 'POST', '/invoices/search', '', {
				filters: {},
				limit: 10,
			} ),
			[ 'limit: Ce champ est inconnu.' ]
		);
		assert.deepEqual(
			fields(
				'POST',
				'/invoices/search',
				'limit=10&order=id&direction=desc',
				{ filters: {} }
			),
			[]
		);
	} );

	test( 'an empty list where an object is due is refused', () => {
		assert.equal(
			fields( 'POST', '/invoices/3/validate', '', [] ).length,
			1
		);
		assert.deepEqual(
			fields( 'POST', '/invoices/3/validate', '', {} ),
			[]
		);
	} );

	test( 'read-only fields are unknown in a request', () => {
		assert.deepEqual(
			fields( 'PUT', '/invoices/3', '', {
				status: 'due',
				pdf_link: 'x',
			} ).sort(),
			[
				'pdf_link: Ce champ est inconnu.',
				'status: Ce champ est inconnu.',
			]
		);
	} );

	test( 'a row is judged by its own type', () => {
		const body = {
			related: [ { id: 1, type: 'company' } ],
			rows: [
				{
					type: 'single',
					unit_amount: '1.00',
					quantity: '1',
					warehouse_id: 3,
				},
				{
					type: 'catalog',
					quantity: 1,
					related: { id: 4, type: 'shipping' },
				},
				{ type: 'comment', text: 'ok' },
				{ type: 'invented' },
			],
		};
		const found = fields( 'POST', '/invoices', '', body );
		assert.equal( found.length, 4 );
		assert.equal(
			found[ 0 ],
			'rows[0].warehouse_id: Ce champ est inconnu.'
		);
		assert.match( String( found[ 1 ] ), /^rows\[1\]\.related\.type: / );
		assert.match( String( found[ 2 ] ), /^rows\[1\]\.quantity: / );
		assert.equal( found[ 3 ], 'rows[3]: Cette valeur n’est pas valide.' );
	} );

	test( 'limits, formats and enums are checked', () => {
		const found = fields( 'POST', '/companies', '', {
			type: 'customer',
			name: 'x'.repeat( 251 ),
			email: 'nobody',
			legal_france: { siret: '123' },
		} );
		assert.equal( found.length, 4 );
	} );

	test( 'the amount of a payment link is a number, that of a payment a text', () => {
		assert.equal(
			fields( 'POST', '/invoices/1/payments/2', '', { amount: '1.00' } )
				.length,
			1
		);
		assert.deepEqual(
			fields( 'POST', '/invoices/1/payments/2', '', { amount: 1 } ),
			[]
		);
	} );

	test( 'unknown routes, parameters and identifiers are refused', () => {
		assert.equal( fields( 'POST', '/payments', '', {} ).length, 1 );
		assert.equal(
			fields( 'GET', '/invoices/abc', '', undefined ).length,
			1
		);
		assert.equal(
			fields( 'GET', '/invoices', 'limit=101', undefined ).length,
			1
		);
		assert.equal(
			fields( 'GET', '/invoices', 'embed=owner', undefined ).length,
			1
		);
		assert.deepEqual(
			fields(
				'GET',
				'/invoices',
				'embed[]=owner&embed[]=cf.3',
				undefined
			),
			[]
		);
		assert.deepEqual( fields( 'GET', '/staffs/me', '', undefined ), [] );
		assert.equal( fields( 'GET', '/staffs/you', '', undefined ).length, 1 );
	} );
} );

describe( 'answers', () => {
	test( 'an undeclared status, key or type is a violation', () => {
		const item = { id: 1, type: 'individual', last_name: 'Client' };
		assert.equal(
			contract.validateResponse( 'POST', '/individuals', 200, item )
				.length,
			1
		);
		assert.equal(
			contract.validateResponse( 'POST', '/invoices/1/validate', 200, {
				id: '1',
			} ).length > 0,
			true
		);
		assert.equal(
			contract.validateResponse( 'GET', '/invoices/1', 200, {
				id: 1,
				ref: 'x',
			} ).length > 0,
			true
		);
	} );

	test( 'error answers are not described', () => {
		assert.deepEqual(
			contract.validateResponse( 'GET', '/invoices/1', 404, {
				anything: 1,
			} ),
			[]
		);
	} );
} );

test( 'queries are read the PHP way', () => {
	assert.deepEqual( parseQuery( 'a[]=1&a[]=2&b=3&c[0]=4' ), {
		a: [ '1', '2' ],
		b: '3',
		c: [ '4' ],
	} );
} );

/** Paths of the objects that would let an unknown key pass. */
function openObjects( node: Json, path = '' ): string[] {
	if ( Array.isArray( node ) ) {
		return node.flatMap( ( entry, index ) =>
			openObjects( entry, `${ path }/${ index }` )
		);
	}
	if ( ! isObject( node ) ) {
		return [];
	}
	const isOpen =
		isObject( node[ 'properties' ] ) &&
		node[ 'type' ] !== undefined &&
		node[ 'additionalProperties' ] === undefined;
	return [
		...( isOpen ? [ path ] : [] ),
		...Object.entries( node ).flatMap( ( [ key, value ] ) =>
			openObjects( value, `${ path }/${ key }` )
		),
	];
}
