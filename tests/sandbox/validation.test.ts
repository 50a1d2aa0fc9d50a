import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

describe( 'validation', () => {
	test( 'numbers one after the other, and cannot be undone', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-03-02T10:00:00+01:00',
		} );
		await bench.connect();
		const third = await bench.individual();
		const first = await bench.finalised( third );
		const second = await bench.finalised( third );
		assert.equal(
			( await bench.get( `/invoices/${ first }` ) ).body[ 'number' ],
			'F-2026-00001'
		);
		assert.equal(
			( await bench.get( `/invoices/${ second }` ) ).body[ 'number' ],
			'F-2026-00002'
		);
		assert.equal(
			( await bench.get( `/invoices/${ second }` ) ).body[ 'status' ],
			'due'
		);
		assert.equal(
			( await bench.put( `/invoices/${ first }`, { note: 'x' } ) ).status,
			400
		);
		assert.equal(
			( await bench.post( `/invoices/${ first }/validate`, {} ) ).status,
			400
		);
	} );

	test( 'conform: no date in the future, none before the last invoice', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-03-10T10:00:00+01:00',
		} );
		await bench.connect();
		const third = await bench.individual();
		await bench.finalised( third );
		const id = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const attempt = ( date: string ) =>
			bench.post( `/invoices/${ id }/validate`, { date } );
		assert.deepEqual(
			Object.keys( ( await attempt( '2026-03-11' ) ).details ),
			[ 'date' ]
		);
		assert.deepEqual(
			Object.keys( ( await attempt( '2026-03-09' ) ).details ),
			[ 'date' ]
		);
		assert.equal( ( await attempt( '2026-03-10' ) ).status, 200 );
	} );

	test( 'without conform invoicing dates are free', async () => {
		await bench.control( 'POST', '/options', { conform: false } );
		const third = await bench.individual();
		const id = String( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.equal(
			(
				await bench.post( `/invoices/${ id }/validate`, {
					date: '2020-01-01',
				} )
			).body[ 'date' ],
			'2020-01-01'
		);
	} );

	test( 'the day is the account’s, not UTC’s', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-06-30T22:30:00Z',
		} );
		await bench.connect();
		const { body } = await bench.draft( await bench.individual() );
		assert.equal( body[ 'date' ], '2026-07-01' );
	} );

	test( 'a due date in the past makes it late', async () => {
		const third = await bench.individual();
		const id = await bench.finalised( third, {
			payment_terms: { id: 4, code: 'xdays', x_days: 15 },
		} );
		await bench.control( 'POST', '/clock', { advance: 16 * 86400 } );
		await bench.connect();
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'late'
		);
	} );
} );

describe( 'search', () => {
	test( 'by customer, newest first', async () => {
		const one = await bench.individual();
		const other = await bench.individual();
		await bench.draft( one, { order_reference: 'A' } );
		await bench.draft( other, { order_reference: 'B' } );
		await bench.draft( one, { order_reference: 'C' } );
		const { body } = await bench.post(
			'/invoices/search?order=id&direction=desc',
			{
				filters: {
					related_objects: [ { type: 'individual', id: one } ],
				},
			}
		);
		assert.deepEqual(
			listOf( body[ 'data' ] )
				.filter( isObject )
				.map( ( { order_reference } ) => order_reference ),
			[ 'C', 'A' ]
		);
	} );

	test( 'by status, number and moment of creation', async () => {
		const third = await bench.individual();
		const id = await bench.finalised( third );
		await bench.draft( third );
		const found = async ( filters: JsonObject ) =>
			listOf(
				( await bench.post( '/invoices/search', { filters } ) ).body[
					'data'
				]
			)
				.filter( isObject )
				.map( ( row ) => row[ 'id' ] );
		const { number } = ( await bench.get( `/invoices/${ id }` ) ).body;
		assert.deepEqual( await found( { status: [ 'due' ] } ), [ id ] );
		assert.deepEqual( await found( { number: number ?? '' } ), [ id ] );
		assert.deepEqual(
			await found( { created: { start: '2999-01-01T00:00:00+00:00' } } ),
			[]
		);
		assert.equal(
			(
				await bench.post( '/invoices/search', {
					filters: { order_reference: 'A' },
				} )
			).status,
			400
		);
	} );
} );
