import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

const webhook = ( fields: JsonObject = {} ): JsonObject => ( {
	is_enabled: true,
	name: 'Order Invoicer',
	endpoint: 'https://shop.example/?wc-api=events',
	type: 'http',
	json_content_type: true,
	sign_key: 'key',
	configuration: [
		{ id: 'docslog.step', is_enabled: true },
		{ id: 'docslog.deleted', is_enabled: true },
	],
	...fields,
} );

describe( 'webhooks', () => {
	const events = async () =>
		listOf( await bench.list( '/events' ) ).filter( isObject );

	test( 'are made, found by their address, changed and deleted', async () => {
		const { status, body } = await bench.post( '/webhooks', webhook() );
		assert.equal( status, 201 );
		const path = `/webhooks/${ String( body[ 'id' ] ) }`;
		const search = async ( endpoint: string ) =>
			listOf(
				(
					await bench.post( '/webhooks/search', {
						filters: { endpoint },
					} )
				).body[ 'data' ]
			).length;
		assert.equal( await search( 'https://shop.example/' ), 1 );
		assert.equal( await search( 'https://other.example/' ), 0 );
		assert.equal( ( await bench.get( path ) ).body[ 'sign_key' ], 'key' );
		assert.equal(
			( await bench.put( path, { is_enabled: false } ) ).body[
				'is_enabled'
			],
			false
		);
		assert.equal( ( await bench.api( 'DELETE', path ) ).status, 204 );
		assert.equal( ( await bench.get( path ) ).status, 404 );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'are told what they asked for, signed with their key', async () => {
		await bench.post( '/webhooks', webhook() );
		await bench.post(
			'/webhooks',
			webhook( { is_enabled: false, sign_key: 'off' } )
		);
		const third = await bench.individual();
		const draft = String( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.deepEqual( await events(), [] ); // Nobody asked for `created`.
		await bench.control( 'POST', `/invoices/${ draft }/validate` );
		const [ sent, ...others ] = await events();
		assert.deepEqual( others, [] );
		const body = String( sent?.[ 'body' ] );
		const { relatedtype, relatedid, event } = objectOf(
			JSON.parse( body )
		);
		assert.deepEqual(
			[ relatedtype, relatedid, event ],
			[ 'invoice', draft, 'step' ]
		);
		assert.equal(
			sent?.[ 'signature' ],
			createHash( 'sha1' ).update( `key${ body }` ).digest( 'hex' )
		);
	} );
} );
