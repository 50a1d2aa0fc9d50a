import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listOf, objectOf } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

describe( 'payments', () => {
	const euros = ( value: string ) => ( {
		amount: { value, currency: 'EUR' },
	} );

	test( 'make an invoice partly, then wholly paid', async () => {
		const third = await bench.individual();
		const id = await bench.finalised( third );
		const paid = await bench.payment( third, euros( '12.00' ) );
		const link = ( amount: number ) =>
			bench.post( `/invoices/${ id }/payments/${ paid }`, { amount } );
		assert.equal( ( await link( 5 ) ).status, 201 );
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'payinprogress'
		);
		assert.deepEqual( Object.keys( ( await link( 7.01 ) ).details ), [
			'amount',
		] );
		assert.equal( ( await link( 7 ) ).status, 201 );
		const { body } = await bench.get( `/invoices/${ id }` );
		assert.equal( body[ 'status' ], 'paid' );
		assert.equal(
			objectOf( body[ 'amounts' ] )[ 'total_remaining_due_incl_tax' ],
			'0.00'
		);
		assert.equal(
			listOf(
				( await bench.get( `/invoices/${ id }/payments` ) ).body[
					'data'
				]
			).length,
			2
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'can be unlinked', async () => {
		const third = await bench.individual();
		const id = await bench.finalised( third );
		const paid = await bench.payment( third, euros( '12.00' ) );
		await bench.post( `/invoices/${ id }/payments/${ paid }`, {
			amount: 12,
		} );
		assert.equal(
			(
				await bench.api(
					'DELETE',
					`/invoices/${ id }/payments/${ paid }`
				)
			).status,
			204
		);
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'due'
		);
	} );

	test( 'are deleted once they are on no document, where that is allowed', async () => {
		const third = await bench.individual();
		const id = await bench.finalised( third );
		const paid = await bench.payment( third, euros( '12.00' ) );
		await bench.post( `/invoices/${ id }/payments/${ paid }`, {
			amount: 12,
		} );
		const remove = async () =>
			( await bench.api( 'DELETE', `/payments/${ paid }` ) ).status;
		assert.equal( await remove(), 400 );
		await bench.api( 'DELETE', `/invoices/${ id }/payments/${ paid }` );
		await bench.control( 'POST', '/options', {
			payment_deletion: 'refuse',
		} );
		assert.equal( await remove(), 400 );
		await bench.control( 'POST', '/options', {
			payment_deletion: 'accept',
		} );
		assert.equal( await remove(), 204 );
		assert.equal( await remove(), 404 );
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'due'
		);
		assert.equal(
			( await bench.get( `/payments/${ paid }` ) ).status,
			404
		);
	} );

	test( 'are refused at zero, on drafts, and for another customer', async () => {
		const third = await bench.individual();
		const other = await bench.individual();
		const draft = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const id = await bench.finalised( third );
		const paid = await bench.payment( third, euros( '1.00' ) );
		const foreign = await bench.payment( other, euros( '1.00' ) );
		assert.equal(
			(
				await bench.post( `/invoices/${ draft }/payments/${ paid }`, {
					amount: 1,
				} )
			).status,
			400
		);
		assert.equal(
			(
				await bench.post( `/invoices/${ id }/payments/${ foreign }`, {
					amount: 1,
				} )
			).status,
			400
		);
		const zero = {
			paid_at: '2026-01-05T10:00:00+01:00',
			payment_method_id: 1,
			type: 'credit',
			amount: { value: '0', currency: 'EUR' },
		};
		assert.deepEqual(
			Object.keys(
				( await bench.post( `/individuals/${ third }/payments`, zero ) )
					.details
			),
			[ 'amount.value' ]
		);
	} );

	test( 'are found by customer', async () => {
		const third = await bench.individual();
		await bench.payment( third, euros( '1.00' ) );
		await bench.payment( await bench.individual(), euros( '2.00' ) );
		const { body } = await bench.post( '/payments/search', {
			filters: { related_objects: [ { type: 'individual', id: third } ] },
		} );
		assert.equal( listOf( body[ 'data' ] ).length, 1 );
	} );

	for ( const path of [ '/orders', '/estimates' ] ) {
		test( `are linked to ${ path }, and used up there`, async () => {
			const third = await bench.individual();
			const { body } = await bench.draft( third, {}, path );
			const id = String( body[ 'id' ] );
			const paid = await bench.payment( third );
			const link = `${ path }/${ id }/payments/${ paid }`;
			assert.equal(
				( await bench.post( link, { amount: 12 } ) ).status,
				201
			);
			const linked = await bench.get( `${ path }/${ id }/payments` );
			assert.equal( listOf( linked.body[ 'data' ] ).length, 1 );
			const invoice = await bench.finalised( third );
			const again = () =>
				bench.post( `/invoices/${ invoice }/payments/${ paid }`, {
					amount: 12,
				} );
			assert.equal( ( await again() ).status, 400 );
			await bench.control( 'POST', '/options', {
				payments_of_parents: 'free',
			} );
			assert.equal( ( await again() ).status, 201 );
			assert.equal( ( await bench.api( 'DELETE', link ) ).status, 204 );
			assert.equal( ( await bench.api( 'DELETE', link ) ).status, 404 );
			assert.deepEqual( await bench.list( '/violations' ), [] );
		} );
	}

	test( 'paid back go to a credit note, money received does not', async () => {
		const third = await bench.individual();
		const credit = await bench.finalised( third, {}, '/credit-notes' );
		const invoice = await bench.finalised( third );
		const received = await bench.payment( third );
		const paidBack = await bench.payment( third, { type: 'debit' } );
		const link = ( path: string, id: number ) =>
			bench.post( `${ path }/payments/${ id }`, { amount: 12 } );
		assert.equal(
			( await link( `/credit-notes/${ credit }`, received ) ).status,
			400
		);
		assert.equal(
			( await link( `/invoices/${ invoice }`, paidBack ) ).status,
			400
		);
		assert.equal(
			( await link( `/credit-notes/${ credit }`, paidBack ) ).status,
			201
		);
		assert.equal(
			( await bench.get( `/credit-notes/${ credit }` ) ).body[ 'status' ],
			'spent'
		);
		const { body } = await bench.get( `/payments/${ paidBack }` );
		assert.deepEqual(
			listOf( body[ 'related_objects' ] )
				.map( objectOf )
				.map( ( { type } ) => type ),
			[ 'credit-note' ]
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'in another currency are refused', async () => {
		const third = await bench.individual();
		const paid = await bench.payment( third, {
			amount: { value: '12.00', currency: 'USD' },
		} );
		assert.deepEqual(
			Object.keys(
				(
					await bench.post(
						`/invoices/${ await bench.finalised( third ) }/payments/${ paid }`,
						{ amount: 12 }
					)
				).details
			),
			[ 'paymentId' ]
		);
	} );
} );
