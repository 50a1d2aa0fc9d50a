import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { isObject, listOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench, line } from './testing.ts';

const bench = new Bench();

afterEach( async () =>
	assert.deepEqual( await bench.list( '/violations' ), [] )
);

/** The id of a document of 12.00 TTC, made as a person or the API would. */
async function made( path: string, third: number ): Promise< number > {
	const body = {
		related: [ { id: third, type: 'individual' } ],
		rows: [ line( '10.00', '1' ) ],
	};
	const answer = await bench.control( 'POST', `/records${ path }`, body );
	return Number( answer.body[ 'id' ] );
}

async function statusOf( path: string, id: number ): Promise< unknown > {
	return ( await bench.get( `${ path }/${ id }` ) ).body[ 'status' ];
}

function invoiceFrom(
	type: string,
	id: number,
	third: number,
	fields: JsonObject = {}
) {
	return bench.draft( third, { parent: { type, id }, ...fields } );
}

const PARENTS: [ string, string, boolean ][] = [
	[ 'estimate', '/estimates', true ],
	[ 'order', '/orders', true ],
	// v2 answers only the two above as an invoice's parent.
	[ 'delivery', '/deliveries', false ],
];

for ( const [ type, path, isAnswered ] of PARENTS ) {
	describe( `an invoice from ${ path }`, () => {
		test( 'makes it partly, then wholly invoiced; then it is no parent any more', async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			assert.equal( await statusOf( path, id ), 'draft' );
			const half = await invoiceFrom( type, id, third, {
				rows: [ line( '5.00', '1' ) ],
			} );
			assert.equal( half.status, 201 );
			assert.deepEqual(
				half.body[ 'parent' ],
				isAnswered ? { type, id } : null
			);
			assert.equal( await statusOf( path, id ), 'partialinvoiced' );
			await invoiceFrom( type, id, third, {
				rows: [ line( '5.00', '1' ) ],
			} );
			assert.equal( await statusOf( path, id ), 'invoiced' );
			const more = await invoiceFrom( type, id, third );
			assert.deepEqual( Object.keys( more.details ), [ 'parent.id' ] );
		} );

		test( 'its parent is seen through the control routes, whatever v2 answers', async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			await invoiceFrom( type, id, third );
			const { body } = await bench.control( 'GET', '/state' );
			const [ invoice ] = listOf( body[ 'invoices' ] ).filter( isObject );
			assert.deepEqual( invoice?.[ 'parent' ], { type, id } );
		} );

		test( 'is changed without losing its parent', async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			const { body } = await invoiceFrom( type, id, third );
			const updated = await bench.put(
				`/invoices/${ String( body[ 'id' ] ) }`,
				{ note: 'x' }
			);
			assert.equal( updated.status, 200 );
			assert.equal( await statusOf( path, id ), 'invoiced' );
		} );

		test( 'is refused for another customer, and computes the same way', async () => {
			const other = await bench.individual();
			const id = await made( path, await bench.individual() );
			const body = {
				related: [ { id: other, type: 'individual' } ],
				rows: [ line( '1.00', '1' ) ],
				parent: { type, id },
			};
			for ( const route of [ '/invoices', '/invoices/compute' ] ) {
				assert.deepEqual(
					Object.keys( ( await bench.post( route, body ) ).details ),
					[ 'parent.id' ]
				);
			}
			assert.equal( await statusOf( path, id ), 'draft' );
		} );

		test( 'a draft deleted by hand sets it free again', async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			const { body } = await invoiceFrom( type, id, third );
			await bench.control(
				'POST',
				`/invoices/${ String( body[ 'id' ] ) }/delete`
			);
			assert.equal( await statusOf( path, id ), 'draft' );
		} );
	} );
}

describe( 'the status of a parent', () => {
	const refused: [ string, string, string ][] = [
		[ 'estimate', '/estimates', 'advanced' ],
		[ 'order', '/orders', 'invoiced' ],
	];
	for ( const [ type, path, step ] of refused ) {
		test( `${ type } ${ step } is refused`, async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			await bench.control( 'POST', `${ path }/${ id }/step`, { step } );
			assert.equal(
				( await invoiceFrom( type, id, third ) ).status,
				400
			);
		} );
	}

	const taken: [ string, string, string ][] = [
		[ 'estimate', '/estimates', 'refused' ],
		[ 'order', '/orders', 'cancelled' ],
		[ 'delivery', '/deliveries', 'accepted' ],
	];
	for ( const [ type, path, step ] of taken ) {
		test( `${ type } ${ step } is taken`, async () => {
			const third = await bench.individual();
			const id = await made( path, third );
			await bench.control( 'POST', `${ path }/${ id }/step`, { step } );
			assert.equal(
				( await invoiceFrom( type, id, third ) ).status,
				201
			);
		} );
	}

	test( 'an id of another kind is no parent', async () => {
		const third = await bench.individual();
		const id = await made( '/orders', third );
		assert.deepEqual(
			Object.keys(
				( await invoiceFrom( 'estimate', id, third ) ).details
			),
			[ 'parent.id' ]
		);
	} );
} );

describe( 'a delivery', () => {
	test( 'is read and found by its own status', async () => {
		const third = await bench.individual();
		const id = await made( '/deliveries', third );
		await bench.control( 'POST', `/deliveries/${ id }/step`, {
			delivery_step: 'sent',
		} );
		const { body } = await bench.get( `/deliveries/${ id }` );
		assert.equal( body[ 'delivery_status' ], 'sent' );
		assert.match( String( body[ 'number' ] ), /^BL-\d{4}-00001$/ );
		const found = await bench.post( '/deliveries/search', {
			filters: {
				delivery_status: [ 'sent' ],
				related_objects: [ { id: third, type: 'individual' } ],
			},
		} );
		assert.equal( listOf( found.body[ 'data' ] ).length, 1 );
	} );
} );
