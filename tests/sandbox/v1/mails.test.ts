import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { V1Bench } from './testing.ts';

const bench = new V1Bench();
let client = 0;

beforeEach( async () => {
	client = await bench.individual();
} );

describe( 'Document.sendDocByMail', () => {
	const send = ( docid: number, doctype: string, more: JsonObject = {} ) =>
		bench.v1( 'Document.sendDocByMail', {
			docid,
			email: { doctype, emails: [ 'client@exemple.example' ], ...more },
		} );

	test( 'keeps every mail, and the document counts as sent', async () => {
		const order = await bench.draftOf( '/orders', client );
		assert.equal( ( await send( order, 'order' ) ).code, '' );
		assert.equal(
			( await bench.get( `/orders/${ order }` ) ).body[ 'status' ],
			'sent'
		);
		await send( order, 'order', {
			addsendertoemail: 'Y',
			scheduled_timestamp: Date.UTC( 2027, 0, 2, 12 ) / 1000,
		} );
		const mails = await bench.list( '/mails' );
		assert.ok( Array.isArray( mails ) );
		assert.deepEqual(
			{ ...mails[ 0 ], at: '' },
			{
				at: '',
				document_id: order,
				kind: 'order',
				to: [ 'client@exemple.example' ],
				with_sender: false,
				with_attachments: false,
				scheduled_at: null,
			}
		);
		assert.equal( objectOf( mails[ 1 ] )[ 'with_sender' ], true );
		assert.equal(
			objectOf( mails[ 1 ] )[ 'scheduled_at' ],
			'2027-01-02T12:00:00.000Z'
		);
		const state = objectOf( await bench.list( '/state' ) );
		assert.deepEqual( state[ 'mails' ], mails );
	} );

	test( 'an invoice goes out once it is final, and stays what it was', async () => {
		const id = await bench.draftOf( '/invoices', client );
		assert.equal(
			( await send( id, 'invoice' ) ).code,
			'E_OBJ_NOT_EDITABLE'
		);
		await bench.post( `/invoices/${ id }/validate`, {} );
		assert.equal( ( await send( id, 'invoice' ) ).code, '' );
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'due'
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'to nobody, or of another kind, is refused', async () => {
		const order = await bench.draftOf( '/orders', client );
		assert.equal(
			( await send( order, 'invoice' ) ).code,
			'E_OBJ_NOT_LOADABLE'
		);
		assert.equal(
			( await send( order, 'order', { emails: [] } ) ).code,
			'E_PARAM_INVALID'
		);
		assert.deepEqual( await bench.list( '/mails' ), [] );
	} );
} );
