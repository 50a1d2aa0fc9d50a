import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
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

describe( 'items', () => {
	const item = {
		type: 'product',
		reference: 'TSHIRT-BLEU',
		name: 'T-shirt bleu',
		reference_price: '19.90',
		tax_id: 1,
	};

	test( 'a TTC price is kept with nine decimals of HT', async () => {
		const { body } = await bench.post( '/items', {
			...item,
			is_reference_price_taxes_free: false,
		} );
		assert.equal( body[ 'reference_price_taxes_exc' ], '16.583333333' );
		assert.equal( body[ 'reference_price_taxes_inc' ], '19.9' );
	} );

	test( 'a search by reference may find more than the exact one', async () => {
		const short = await bench.post( '/items', {
			...item,
			reference: 'TSHIRT',
		} );
		const long = await bench.post( '/items', item );
		assert.deepEqual(
			ids( await search( '/items', { reference: 'tshirt' } ) ),
			[ short.body[ 'id' ], long.body[ 'id' ] ]
		);
		await bench.control( 'POST', '/options', {
			item_reference_search: 'exact',
		} );
		assert.deepEqual(
			ids( await search( '/items', { reference: 'TSHIRT' } ) ),
			[ short.body[ 'id' ] ]
		);
	} );
} );

describe( 'lists', () => {
	test( 'are read page by page through the cursor', async () => {
		for ( let number = 0; number < 5; number++ ) {
			await bench.individual( { reference: `C${ number }` } );
		}
		const seen: unknown[] = [];
		let offset = '';
		for ( let count = 2; count === 2; ) {
			const page = await bench.get(
				`/individuals?limit=2&order=id&direction=desc${ offset }`
			);
			const pagination = page.body[ 'pagination' ];
			assert.ok( isObject( pagination ) );
			assert.equal( pagination[ 'total' ], 5 );
			count = Number( pagination[ 'count' ] );
			offset = `&offset=${ encodeURIComponent( String( pagination[ 'offset' ] ) ) }`;
			seen.push( ...ids( page ) );
		}
		assert.deepEqual( seen, [ 1005, 1004, 1003, 1002, 1001 ] );
	} );

	test( 'a number is a record offset', async () => {
		await bench.individual();
		const second = await bench.individual();
		assert.deepEqual(
			ids( await bench.get( '/individuals?limit=1&offset=1' ) ),
			[ second ]
		);
	} );

	test( 'an invented cursor and a limit above 100 are refused', async () => {
		assert.equal(
			( await bench.get( '/individuals?offset=x' ) ).status,
			400
		);
		assert.equal(
			( await bench.get( '/individuals?limit=101' ) ).status,
			400
		);
	} );

	test( 'fields can be chosen', async () => {
		const third = await bench.individual( { email: 'a@exemple.example' } );
		const { body } = await bench.get(
			`/individuals/${ third }?field[]=email&field[]=owner.id`
		);
		assert.deepEqual( body, {
			email: 'a@exemple.example',
			owner: { id: 1 },
		} );
	} );
} );

test( 'reference data of a French shop', async () => {
	const { body } = await bench.post( '/taxes/search', {
		filters: { is_active: true, rate: { min: 5, max: 20 } },
	} );
	assert.deepEqual(
		listOf( body[ 'data' ] )
			.filter( isObject )
			.map( ( { rate } ) => rate ),
		[ 20, 10, 5.5, 8.5, 19 ]
	);
	assert.equal(
		( await bench.get( '/staffs/me' ) ).body[ 'email' ],
		'gerance@boutique.example'
	);
	assert.deepEqual(
		ids(
			await bench.post( '/staffs/search', {
				filters: { status: [ 'ok' ] },
			} )
		),
		[ 1, 2 ]
	);
	await bench.control( 'POST', '/options', { staffs_restricted: true } );
	assert.deepEqual( ids( await bench.get( '/staffs' ) ), [ 1 ] );
} );

test( 'every answer of the lists is what the document describes', async () => {
	await bench.control( 'POST', '/reset', { seed: 'demo' } );
	await bench.connect();
	for ( const path of [
		'/taxes',
		'/taxes/1',
		'/rate-categories',
		'/document-layouts',
		'/staffs',
		'/staffs/2',
		'/units',
		'/payments/methods',
		'/payment-terms',
		'/documents/models',
		'/accounts/conformities',
		'/quotas',
		'/currencies',
		'/countries',
		'/companies',
		'/individuals',
		'/contacts',
		'/items',
		'/invoices',
		'/payments',
	] ) {
		assert.equal( ( await bench.get( path ) ).status, 200, path );
	}
	for ( const path of [
		'/documents/models/search',
		'/payments/methods/search',
		'/payments/search',
		'/invoices/search',
	] ) {
		assert.equal(
			( await bench.post( path, { filters: {} } ) ).status,
			200,
			path
		);
	}
	assert.deepEqual( await bench.list( '/violations' ), [] );
} );

test( 'who is connected: the account and what the person may do', async () => {
	await bench.control( 'POST', '/options', {
		denied_operations: [ 'POST /invoices/{id}/validate' ],
		account_uuid: 'another-account',
	} );
	const { body } = await bench.get(
		'/staffs/me?embed[]=account&embed[]=acl'
	);
	const { account, acl } = objectOf( body[ '_embed' ] );
	assert.equal( objectOf( account )[ 'uuid' ], 'another-account' );
	assert.equal( objectOf( acl )[ 'validate_invoices' ], false );
	assert.equal( objectOf( acl )[ 'create_invoices' ], true );
	assert.equal( '_embed' in ( await bench.get( '/staffs/me' ) ).body, false );
	assert.deepEqual( await bench.list( '/violations' ), [] );
} );
