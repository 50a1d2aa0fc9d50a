import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import { Bench, line } from './testing.ts';

const bench = new Bench();

describe( 'a person in Sellsy', () => {
	test( 'renames and archives a customer, changes an address; a document answers them as they are', async () => {
		const third = await bench.individual();
		const address = await bench.post( `/individuals/${ third }/addresses`, {
			name: 'Client Test',
			address_line_1: '3 place du Marché',
			postal_code: '31000',
			city: 'Toulouse',
			country_code: 'FR',
		} );
		const draft = String( ( await bench.draft( third ) ).body[ 'id' ] );
		await bench.control( 'POST', `/individuals/${ third }/edit`, {
			last_name: 'Autre',
			is_archived: true,
		} );
		await bench.control(
			'POST',
			`/addresses/${ String( address.body[ 'id' ] ) }/edit`,
			{ address_line_1: '4 place du Marché' }
		);
		const { body } = await bench.get(
			`/invoices/${ draft }?embed[]=company&embed[]=individual&embed[]=invoicing_address`
		);
		const { company, individual, invoicing_address } = objectOf(
			body[ '_embed' ]
		);
		assert.equal( company, null );
		assert.equal( objectOf( individual )[ 'last_name' ], 'Autre' );
		assert.equal( objectOf( individual )[ 'is_archived' ], true );
		assert.equal(
			objectOf( invoicing_address )[ 'address_line_1' ],
			'4 place du Marché'
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
		assert.equal(
			( await bench.control( 'POST', '/companies/1/edit', {} ) ).status,
			404
		);
	} );

	test( 'finalises, edits and deletes drafts behind the plugin’s back', async () => {
		const third = await bench.individual();
		const one = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const two = String( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.equal(
			(
				await bench.control( 'POST', `/invoices/${ one }/edit`, {
					note: 'à la main',
				} )
			).status,
			200
		);
		assert.equal(
			( await bench.get( `/invoices/${ one }` ) ).body[ 'note' ],
			'à la main'
		);
		await bench.control( 'POST', `/invoices/${ one }/validate` );
		assert.equal(
			( await bench.get( `/invoices/${ one }` ) ).body[ 'status' ],
			'due'
		);
		assert.equal(
			( await bench.control( 'POST', `/invoices/${ one }/delete` ) )
				.status,
			400
		);
		assert.equal(
			( await bench.control( 'POST', `/invoices/${ two }/delete` ) )
				.status,
			200
		);
		assert.equal( ( await bench.get( `/invoices/${ two }` ) ).status, 404 );
	} );

	const kinds: [ string, string ][] = [
		[ 'estimates', 'accepted' ],
		[ 'orders', 'accepted' ],
		[ 'deliveries', 'accepted' ],
		[ 'proformas', 'accepted' ],
		[ 'credit-notes', 'stored' ],
	];
	for ( const [ path, finished ] of kinds ) {
		test( `edits, finishes, cancels and deletes ${ path } by hand`, async () => {
			const third = await bench.individual();
			const body = {
				related: [ { id: third, type: 'individual' } ],
				rows: [ line( '10.00', '1' ) ],
			};
			const added: number[] = [];
			for ( const record of [ body, body ] ) {
				const answer = await bench.control(
					'POST',
					`/records/${ path }`,
					record
				);
				added.push( Number( answer.body[ 'id' ] ) );
			}
			const [ one = 0, two = 0 ] = added;
			const act = async ( id: number, action: string ) => {
				const answer = await bench.control(
					'POST',
					`/${ path }/${ id }/${ action }`,
					action === 'edit' ? { note: 'à la main' } : {}
				);
				return answer.status;
			};
			const state = async () => {
				const answer = await bench.control( 'GET', '/state' );
				return listOf( answer.body[ path.replace( '-', '_' ) ] ).filter(
					isObject
				);
			};
			assert.equal( await act( one, 'edit' ), 200 );
			assert.equal( await act( one, 'validate' ), 200 );
			const [ changed ] = await state();
			assert.equal( changed?.[ 'note' ], 'à la main' );
			assert.equal( changed?.[ 'status' ], finished );
			assert.equal( await act( one, 'cancel' ), 200 );
			assert.equal( ( await state() )[ 0 ]?.[ 'status' ], 'cancelled' );
			assert.equal( await act( two, 'delete' ), 200 );
			assert.equal( ( await state() ).length, 1 );
			assert.equal( await act( two, 'delete' ), 404 );
			assert.equal( await act( one, 'frame' ), 404 );
		} );
	}

	test( 'adds and removes records', async () => {
		const { body } = await bench.control( 'POST', '/records/individuals', {
			type: 'client',
			last_name: 'Test',
		} );
		assert.equal(
			( await bench.get( `/individuals/${ String( body[ 'id' ] ) }` ) )
				.status,
			200
		);
		await bench.control(
			'DELETE',
			`/records/individuals/${ String( body[ 'id' ] ) }`
		);
		assert.equal(
			( await bench.get( `/individuals/${ String( body[ 'id' ] ) }` ) )
				.status,
			404
		);
		assert.equal(
			(
				await bench.control( 'POST', '/records/individuals', {
					type: 'client',
				} )
			).status,
			400
		);
	} );
} );

describe( 'the control routes', () => {
	test( 'show everything the sandbox holds', async () => {
		const third = await bench.individual();
		await bench.draft( third );
		const { body } = await bench.control( 'GET', '/state' );
		assert.equal( listOf( body[ 'individuals' ] ).length, 1 );
		assert.equal(
			listOf(
				listOf( body[ 'invoices' ] ).filter( isObject )[ 0 ]?.[ 'rows' ]
			).length,
			1
		);
		assert.equal( listOf( body[ 'calls' ] ).length, 3 );
	} );

	test( 'a reset empties it and gives the same ids again', async () => {
		const before = await bench.individual();
		await bench.control( 'POST', '/reset' );
		await bench.connect();
		assert.equal( await bench.individual(), before );
	} );

	test( 'what was saved is put back after a reset, and ids go on from there', async () => {
		const third = await bench.individual();
		const draft = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const saved = ( await bench.control( 'GET', '/saved' ) ).body;
		await bench.control( 'POST', '/reset' );
		await bench.connect();
		await bench.control( 'POST', '/saved', saved );
		assert.equal(
			( await bench.get( `/invoices/${ draft }` ) ).status,
			200
		);
		assert.equal( await bench.individual(), third + 1 );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'options that do not exist are refused', async () => {
		assert.equal(
			(
				await bench.control( 'POST', '/options', {
					unit_price_decimal: 2,
				} )
			).status,
			400
		);
		const { body } = await bench.control( 'POST', '/options', {
			unit_price_decimals: 2,
		} );
		assert.equal( body[ 'unit_price_decimals' ], 2 );
		assert.equal( body[ 'negative_rows' ], 'refuse' );
	} );
} );
