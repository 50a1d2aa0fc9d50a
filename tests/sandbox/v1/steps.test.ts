import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { JsonObject } from '../../contract/json.ts';
import { line } from '../testing.ts';
import { V1Bench } from './testing.ts';

const bench = new V1Bench();
let client = 0;

beforeEach( async () => {
	client = await bench.individual();
} );

function step( docid: number, doctype: string, wanted: string ) {
	return bench.v1( 'Document.updateStep', {
		docid,
		document: { doctype, step: wanted },
	} );
}

function shipped( docid: number, wanted: string ) {
	return bench.v1( 'Document.updateDeliveryStep', {
		docid,
		document: { step: wanted },
	} );
}

function change( id: number, document: JsonObject, shipping: JsonObject = {} ) {
	return bench.v1( 'Document.updateFields', { id, document, shipping } );
}

describe( 'Document.updateStep', () => {
	test( 'cancels an order, which no other way can', async () => {
		const id = await bench.draftOf( '/orders', client );
		assert.deepEqual( await step( id, 'order', 'cancelled' ), {
			status: 200,
			code: '',
			response: null,
		} );
		const { body } = await bench.get( `/orders/${ id }` );
		assert.equal( body[ 'status' ], 'cancelled' );
	} );

	test( 'takes the steps of each kind, and no other', async () => {
		const order = await bench.draftOf( '/orders', client );
		const estimate = await bench.draftOf( '/estimates', client );
		const note = await bench.made( { thirdid: client } );
		assert.equal( ( await step( order, 'order', 'accepted' ) ).code, '' );
		assert.equal(
			( await step( estimate, 'estimate', 'refused' ) ).code,
			''
		);
		assert.equal( ( await step( note, 'delivery', 'sent' ) ).code, '' );
		for ( const { code } of [
			await step( order, 'order', 'refused' ),
			await step( order, 'order', 'invoiced' ),
			await step( note, 'delivery', 'cancelled' ),
		] ) {
			assert.equal( code, 'E_PARAM_INVALID' );
		}
	} );

	test( 'finds nothing under another kind', async () => {
		const id = await bench.draftOf( '/orders', client );
		assert.equal(
			( await step( id, 'estimate', 'sent' ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
	} );

	test( 'leaves invoices alone, and what was invoiced', async () => {
		const order = await bench.draftOf( '/orders', client );
		const invoice = await bench.draftOf( '/invoices', client, {
			parent: { type: 'order', id: order },
		} );
		assert.equal(
			( await step( invoice, 'invoice', 'cancelled' ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
		assert.equal(
			( await step( order, 'order', 'cancelled' ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
	} );
} );

describe( 'an invoice of 0.00', () => {
	const made = async ( price: string ) => {
		const id = await bench.draftOf( '/invoices', client, {
			rows: [ line( price, '1' ) ],
		} );
		await bench.post( `/invoices/${ id }/validate`, {} );
		return id;
	};
	const statusOf = async ( id: number ) =>
		( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ];
	const option = ( free_invoices: string ) =>
		bench.control( 'POST', '/options', { free_invoices } );

	test( 'is paid by itself, or once somebody says so', async () => {
		const id = await made( '0.00' );
		assert.equal( await statusOf( id ), 'paid' );
		await option( 'due' );
		assert.equal( await statusOf( id ), 'due' );
		assert.equal( ( await step( id, 'invoice', 'paid' ) ).code, '' );
		assert.equal( await statusOf( id ), 'paid' );
	} );

	test( 'or never, and no other becomes paid so', async () => {
		await option( 'stuck' );
		const free = await made( '0.00' );
		const other = await made( '0.01' );
		for ( const id of [ free, other ] ) {
			assert.equal(
				( await step( id, 'invoice', 'paid' ) ).code,
				'E_OBJ_NOT_EDITABLE'
			);
		}
	} );
} );

describe( 'Document.updateDeliveryStep', () => {
	test( 'moves orders and deliveries, each through its own states', async () => {
		const order = await bench.draftOf( '/orders', client );
		const note = await bench.made( { thirdid: client } );
		assert.equal( ( await shipped( order, 'partialsent' ) ).code, '' );
		assert.equal( ( await shipped( note, 'sent' ) ).code, '' );
		assert.equal(
			( await bench.get( `/orders/${ order }` ) ).body[ 'order_status' ],
			'partialsent'
		);
		assert.equal(
			( await bench.get( `/deliveries/${ note }` ) ).body[
				'delivery_status'
			],
			'sent'
		);
		assert.equal(
			( await bench.one( note, 'delivery' ) )[ 'deliverystep' ],
			'sent'
		);
		assert.equal(
			( await shipped( note, 'picking' ) ).code,
			'E_PARAM_INVALID'
		);
	} );

	test( 'knows no others', async () => {
		const estimate = await bench.draftOf( '/estimates', client );
		assert.equal(
			( await shipped( estimate, 'sent' ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
		assert.equal(
			( await shipped( 4, 'sent' ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
	} );
} );

describe( 'Document.validate', () => {
	test( 'numbers a draft, once', async () => {
		const id = await bench.draftOf( '/invoices', client );
		const { response } = await bench.v1( 'Document.validate', {
			docid: id,
		} );
		const { body } = await bench.get( `/invoices/${ id }` );
		assert.equal( body[ 'status' ], 'due' );
		assert.deepEqual( response, { ident: body[ 'number' ] ?? null } );
		assert.equal(
			( await bench.v1( 'Document.validate', { docid: id } ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
	} );

	test( 'not in the future, nor what is never made final', async () => {
		const id = await bench.draftOf( '/invoices', client );
		const tomorrow = Math.floor( Date.now() / 1000 ) + 2 * 86400;
		assert.equal(
			(
				await bench.v1( 'Document.validate', {
					docid: id,
					date: tomorrow,
				} )
			).code,
			'E_PARAM_INVALID'
		);
		const order = await bench.draftOf( '/orders', client );
		assert.equal(
			( await bench.v1( 'Document.validate', { docid: order } ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
	} );
} );

describe( 'Document.updateFields', () => {
	test( 'adds a tracking number and leaves the parcel’s other fields', async () => {
		const id = await bench.made( { thirdid: client } );
		await change( id, {}, { nbParcels: 2, weight: '1', weightUnit: 'kg' } );
		assert.equal(
			(
				await change(
					id,
					{ tags: [ 'web' ] },
					{ trackingNumber: '6A1' }
				)
			).code,
			''
		);
		const view = await bench.one( id, 'delivery' );
		assert.equal( view[ 'shippingTrackingNumber' ], '6A1' );
		assert.equal( view[ 'shippingNbParcels' ], '2' );
		assert.equal( view[ 'shippingWeight' ], '1' );
		assert.deepEqual( view[ 'tags' ], [ { word: 'web' } ] );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'works on a finalised invoice, except for its number', async () => {
		const id = await bench.draftOf( '/invoices', client );
		await bench.post( `/invoices/${ id }/validate`, {} );
		assert.equal( ( await change( id, { thirdident: 'C-1' } ) ).code, '' );
		assert.equal(
			( await change( id, { ident: 'F-9' } ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
	} );

	test( 'gives a date to what expires', async () => {
		const moment = Date.UTC( 2027, 0, 2, 12 ) / 1000;
		const estimate = await bench.draftOf( '/estimates', client );
		assert.equal(
			( await change( estimate, { expireDate: moment } ) ).code,
			''
		);
		assert.equal(
			( await bench.get( `/estimates/${ estimate }` ) ).body[
				'expiry_date'
			],
			'2027-01-02'
		);
		const note = await bench.made( { thirdid: client } );
		assert.equal(
			( await change( note, { expireDate: moment } ) ).code,
			'E_PARAM_INVALID'
		);
	} );
} );
