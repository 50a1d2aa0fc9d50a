import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { Bench } from '../testing.ts';

const bench = new Bench();
const DO_IN = JSON.stringify( { method: 'Stock.getWarehouses', params: {} } );
const FORM = { request: '1', io_mode: 'json', do_in: DO_IN };

async function violations(): Promise< string[] > {
	return listOf( await bench.list( '/violations' ) )
		.filter( isObject )
		.map(
			( { operation, field } ) =>
				`${ String( operation ) } ${ String( field ) }`
		);
}

describe( 'the envelope', () => {
	test( 'of a success, urlencoded or multipart', async () => {
		const multipart = new FormData();
		for ( const [ name, value ] of Object.entries( FORM ) ) {
			multipart.set( name, value );
		}
		for ( const form of [ FORM, multipart ] ) {
			const { status, body } = await bench.v1Form( form );
			assert.equal( status, 200 );
			assert.equal( body[ 'status' ], 'success' );
			assert.equal( body[ 'error' ], '' );
			assert.deepEqual(
				objectOf( objectOf( body[ 'response' ] )[ '1' ] )[
					'isdefault'
				],
				'Y'
			);
		}
		assert.deepEqual( await violations(), [] );
	} );

	const broken: [ string, Record< string, string >, string ][] = [
		[
			'no io_mode',
			{ request: '1', do_in: DO_IN },
			'E_IO_MODE_DONT_EXIST',
		],
		[
			'no do_in',
			{ request: '1', io_mode: 'json' },
			'E_DO_IN_PARAM_MISSING',
		],
		[
			'do_in that is no JSON',
			{ ...FORM, do_in: '{' },
			'E_DO_IN_WRONG_FORMAT',
		],
		[ 'no method', { ...FORM, do_in: '{}' }, 'E_METHOD_DONT_EXIT' ],
	];
	for ( const [ name, form, code ] of broken ) {
		test( `of ${ name }: 200, and ${ code }`, async () => {
			const { status, body } = await bench.v1Form( form );
			assert.equal( status, 200 );
			assert.equal( body[ 'status' ], 'error' );
			assert.equal( body[ 'response' ], null );
			assert.equal( objectOf( body[ 'error' ] )[ 'code' ], code );
		} );
	}

	test( 'no parameters are an empty list, as PHP writes them', async () => {
		const { body } = await bench.v1Form( {
			...FORM,
			do_in: '{"method":"Stock.getWarehouses","params":[]}',
		} );
		assert.equal( body[ 'status' ], 'success' );
		assert.deepEqual( await violations(), [] );
	} );

	test( 'whatever else stands in the form is a violation', async () => {
		await bench.v1Form( { ...FORM, request: '0', extra: '1' } );
		assert.deepEqual( await violations(), [ 'v1 extra', 'v1 request' ] );
	} );
} );

describe( 'who may', () => {
	test( 'a token that is none: 401, or the envelope where the account answers so', async () => {
		bench.use( 'nobody' );
		assert.equal( ( await bench.v1Form( FORM ) ).status, 401 );
		await bench.control( 'POST', '/options', {
			v1_invalid_token: 'envelope',
		} );
		const { status, code } = await bench.v1( 'Stock.getWarehouses', {} );
		assert.equal( status, 200 );
		assert.equal( code, 'E_USER_NOT_LOGGED' );
	} );

	test( 'the scope api-v1 is needed, whatever the other scopes', async () => {
		await bench.connect( 'sandbox-modern', 'sandbox-modern-secret' );
		const { status, code } = await bench.v1( 'Stock.getWarehouses', {} );
		assert.equal( status, 200 );
		assert.equal( code, 'E_PRIV_NOT_ALLOWED' );
		assert.equal( ( await bench.get( '/invoices' ) ).status, 200 );
	} );

	test( 'a person without the privilege is refused the same way', async () => {
		await bench.control( 'POST', '/options', {
			denied_operations: [ 'Stock.add' ],
		} );
		assert.equal(
			( await bench.v1( 'Stock.add', {} ) ).code,
			'E_PRIV_NOT_ALLOWED'
		);
		assert.equal(
			( await bench.v1( 'Stock.getWarehouses', {} ) ).code,
			''
		);
	} );

	test( 'not more often than the limit', async () => {
		await bench.control( 'POST', '/options', { v1_per_second: 0 } );
		assert.equal(
			( await bench.v1( 'Stock.getWarehouses', {} ) ).code,
			'E_LIMIT_REQUEST_REACHED'
		);
	} );
} );

describe( 'parameters', () => {
	const cases: [ string, string, JsonObject, string, string ][] = [
		[
			'an unknown method',
			'Document.delete',
			{ docid: 1 },
			'E_METHOD_DONT_EXIT',
			'',
		],
		[
			'one is missing',
			'Document.getOne',
			{ doctype: 'delivery' },
			'E_PARAM_REQUIRED',
			'docid',
		],
		[
			'one is not documented',
			'Document.getOne',
			{ doctype: 'delivery', docid: 1, id: 1 },
			'E_PARAM_INVALID',
			'id',
		],
		[
			'one is of no known kind',
			'Document.getOne',
			{ doctype: 'receipt', docid: 1 },
			'E_PARAM_INVALID',
			'doctype',
		],
	];
	for ( const [ name, method, params, code, field ] of cases ) {
		test( `${ name }: ${ code }, and a violation`, async () => {
			assert.equal( ( await bench.v1( method, params ) ).code, code );
			assert.deepEqual( await violations(), [
				`v1:${ method } ${ field }`,
			] );
		} );
	}
} );

describe( 'a fault', () => {
	const ITEM = { type: 'product', reference: 'SKU', name: 'Objet' };
	const add = ( item: number ) =>
		bench.v1( 'Stock.activate', {
			itemid: item,
			warehouseid: 1,
			stock: {
				method: 'simple',
				initialqt: 3,
				initialpurprice: '0',
				minstock: 0,
				valotype: 'NONE',
			},
		} );
	const stock = async () => listOf( await bench.list( '/stock' ) ).length;
	const arm = ( mode: string, path = 'v1:Stock.activate' ) =>
		bench.control( 'POST', '/faults', { mode, path } );

	test( 'of one method leaves the others alone', async () => {
		await arm( '500-before' );
		assert.equal(
			( await bench.v1( 'Stock.getWarehouses', {} ) ).status,
			200
		);
		const item = Number(
			( await bench.post( '/items', ITEM ) ).body[ 'id' ]
		);
		assert.equal( ( await add( item ) ).status, 500 );
		assert.equal( await stock(), 0 );
		assert.equal( ( await add( item ) ).code, '' );
	} );

	test( 'after the write: it was done all the same', async () => {
		const item = Number(
			( await bench.post( '/items', ITEM ) ).body[ 'id' ]
		);
		await arm( '500-after' );
		assert.equal( ( await add( item ) ).status, 500 );
		assert.equal( await stock(), 1 );
		const other = Number(
			( await bench.post( '/items', ITEM ) ).body[ 'id' ]
		);
		await arm( 'drop-after', 'v1:*' );
		await assert.rejects( add( other ) );
		assert.equal( await stock(), 2 );
	} );

	test( 'before it: nothing was', async () => {
		const item = Number(
			( await bench.post( '/items', ITEM ) ).body[ 'id' ]
		);
		await arm( 'drop-before' );
		await assert.rejects( add( item ) );
		for ( const [ mode, status ] of [
			[ '429', 429 ],
			[ 'html', 200 ],
			[ 'v1-unavailable', 200 ],
		] as const ) {
			await arm( mode );
			assert.equal( ( await add( item ) ).status, status );
		}
		assert.equal( await stock(), 0 );
	} );

	test( 'malformed and proxy pages spoil what was done', async () => {
		const item = Number(
			( await bench.post( '/items', ITEM ) ).body[ 'id' ]
		);
		await arm( 'malformed' );
		await assert.rejects( add( item ), SyntaxError );
		assert.equal( await stock(), 1 );
	} );

	test( 'of the old API itself is its own code', async () => {
		await arm( 'v1-unavailable' );
		assert.equal( ( await add( 1 ) ).code, 'E_SERVICE_UNVAILABLE' );
	} );

	test( 'without a path hits it like any other request', async () => {
		await bench.control( 'POST', '/faults', {
			mode: '503',
			method: 'POST',
		} );
		assert.equal(
			( await bench.v1( 'Stock.getWarehouses', {} ) ).status,
			503
		);
	} );
} );

test( 'the history shows method and parameters, and no token', async () => {
	await bench.v1( 'Stock.getWarehouses', { includeAddresses: 'N' } );
	const calls = listOf( await bench.list( '/calls' ) ).filter( isObject );
	const last = calls.at( -1 );
	assert.equal( last?.[ 'host' ], 'v1' );
	assert.equal( last?.[ 'path' ], 'v1:Stock.getWarehouses' );
	assert.equal( last?.[ 'operation' ], 'Stock.getWarehouses' );
	assert.equal( last?.[ 'status' ], 200 );
	assert.deepEqual( last?.[ 'request' ], { includeAddresses: 'N' } );
	assert.doesNotMatch( JSON.stringify( calls ), /Bearer|sandbox-access/ );
} );
