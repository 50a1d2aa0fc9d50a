import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject } from '../contract/json.ts';
import { Bench, line } from './testing.ts';

const bench = new Bench();

interface Write {
	method: string;
	template: string;
	path: string;
	body?: JsonObject;
}

/** Every write of a document or payment, each possible on the world it is made for. */
async function writes(): Promise< Write[] > {
	const third = await bench.individual();
	const body = {
		related: [ { id: third, type: 'individual' } ],
		rows: [ line( '10.00', '1' ) ],
	};
	const draft = async ( path: string ) =>
		Number( ( await bench.post( path, body ) ).body[ 'id' ] );
	const estimate = await draft( '/estimates' );
	const order = await draft( '/orders' );
	const credit = await draft( '/credit-notes' );
	const invoice = await bench.finalised( third );
	const final = await bench.finalised( third, {}, '/credit-notes' );
	const paid = await bench.payment( third );
	const paidBack = await bench.payment( third, { type: 'debit' } );
	const linkedToNothing = await bench.payment( third );
	const payment = {
		paid_at: '2026-01-05T10:00:00+01:00',
		payment_method_id: 1,
		type: 'debit',
		amount: { value: '1.00', currency: 'EUR' },
	};
	const create = ( template: string ) => ( {
		method: 'POST',
		template,
		path: template,
		body,
	} );
	const change = ( name: string, id: number ) => ( {
		method: 'PUT',
		template: `/${ name }/{id}`,
		path: `/${ name }/${ id }`,
		body: { note: 'changée' },
	} );
	const pay = ( name: string, id: number, by: number ) => ( {
		method: 'POST',
		template: `/${ name }/{documentId}/payments/{paymentId}`,
		path: `/${ name }/${ id }/payments/${ by }`,
		body: { amount: 1 },
	} );
	return [
		create( '/estimates' ),
		create( '/orders' ),
		create( '/credit-notes' ),
		change( 'estimates', estimate ),
		change( 'orders', order ),
		change( 'credit-notes', credit ),
		{
			method: 'PUT',
			template: '/estimates/{id}/status',
			path: `/estimates/${ estimate }/status`,
			body: { status: 'sent' },
		},
		{
			method: 'POST',
			template: '/credit-notes/{id}/validate',
			path: `/credit-notes/${ credit }/validate`,
			body: {},
		},
		{
			method: 'POST',
			template: '/credit-notes/{creditNoteId}/invoices/{invoiceId}',
			path: `/credit-notes/${ final }/invoices/${ invoice }`,
			body: { amount: '1.00' },
		},
		{
			method: 'POST',
			template: '/invoices/{invoiceId}/credit-notes/{creditNoteId}',
			path: `/invoices/${ invoice }/credit-notes/${ final }`,
			body: { amount: '1.00' },
		},
		pay( 'invoices', invoice, paid ),
		pay( 'orders', order, paid ),
		pay( 'estimates', estimate, paid ),
		pay( 'credit-notes', final, paidBack ),
		{
			method: 'POST',
			template: '/individuals/{id}/payments',
			path: `/individuals/${ third }/payments`,
			body: payment,
		},
		{
			method: 'DELETE',
			template: '/payments/{id}',
			path: `/payments/${ linkedToNothing }`,
		},
	];
}

/** All that Sellsy keeps, without the history of calls. */
async function kept(): Promise< string > {
	const { calls, ...state } = ( await bench.control( 'GET', '/state' ) ).body;
	return JSON.stringify( state );
}

async function attempt( { method, path, body }: Write ): Promise< number > {
	try {
		return ( await bench.api( method, path, body ) ).status;
	} catch {
		return 0;
	}
}

const MODES: [ string, number, boolean ][] = [
	[ '500-before', 500, false ],
	[ 'drop-before', 0, false ],
	[ '500-after', 500, true ],
	[ 'drop-after', 0, true ],
];

describe( 'every write of a document', () => {
	for ( const [ mode, status, isDone ] of MODES ) {
		test( `${ mode }: ${ isDone ? 'done all the same' : 'nothing done' }`, async () => {
			for ( const write of await writes() ) {
				const before = await kept();
				await bench.control( 'POST', '/faults', {
					mode,
					method: write.method,
					path: write.template,
				} );
				assert.equal( await attempt( write ), status, write.template );
				assert.equal(
					( await kept() ) !== before,
					isDone,
					`${ write.method } ${ write.template }`
				);
			}
		} );
	}
} );
