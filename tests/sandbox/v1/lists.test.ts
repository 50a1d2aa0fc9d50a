import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { V1Bench } from './testing.ts';

const bench = new V1Bench();
let client = 0;

beforeEach( async () => {
	client = await bench.individual( { reference: 'SHOP-C1' } );
} );

describe( 'finding documents', () => {
	const list = async ( search: JsonObject, more: JsonObject = {} ) => {
		const { response } = await bench.v1( 'Document.getList', {
			doctype: 'delivery',
			search,
			...more,
		} );
		return objectOf( response );
	};

	test( 'none is an empty list', async () => {
		assert.deepEqual( await list( {} ), {
			infos: { nbperpage: 10, nbpages: 0, pagenum: '1', nbtotal: '0' },
			result: [],
		} );
	} );

	test( 'by customer, number, tag, step and time', async () => {
		const first = await bench.made( { thirdid: client, tags: 'web' } );
		client = await bench.individual();
		const second = await bench.made( { thirdid: client, ident: 'BL-X' } );
		const now = Math.floor( Date.now() / 1000 );
		const searches: [ JsonObject, number[] ][] = [
			[ {}, [ first, second ] ],
			[ { thirds: [ client ] }, [ second ] ],
			[ { ident: 'BL-X' }, [ second ] ],
			[ { tags: 'web' }, [ first ] ],
			[ { steps: [ 'sent' ] }, [] ],
			[ { owner: 2 }, [] ],
			[ { periodecreationDate_start: now - 60 }, [ first, second ] ],
			[ { periodecreationDate_end: now - 60 }, [] ],
		];
		for ( const [ search, ids ] of searches ) {
			const { result } = await list( search );
			assert.deepEqual(
				Object.keys( objectOf( result ) ).map( Number ),
				ids,
				JSON.stringify( search )
			);
		}
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'filters may find nothing, or all', async () => {
		const id = await bench.made( { thirdid: client } );
		const now = Math.floor( Date.now() / 1000 );
		const found = async ( search: JsonObject ) =>
			Object.keys( objectOf( ( await list( search ) )[ 'result' ] ) );
		const made = { periodecreationDate_start: now - 60 };
		const asked: [ JsonObject, JsonObject, JsonObject ][] = [
			[
				{ v1_created_search: 'none' },
				made,
				{ periodecreationDate_start: now + 60 },
			],
			[
				{ v1_steps_search: 'none' },
				{ steps: [ 'draft' ] },
				{ steps: [ 'sent' ] },
			],
		];
		for ( const [ none, its, others ] of asked ) {
			const [ option = '' ] = Object.keys( none );
			assert.deepEqual( await found( its ), [ String( id ) ] );
			assert.deepEqual( await found( others ), [] );
			await bench.control( 'POST', '/options', none );
			assert.deepEqual( await found( its ), [] );
			assert.deepEqual( await found( {} ), [ String( id ) ] );
			await bench.control( 'POST', '/options', { [ option ]: 'all' } );
			assert.deepEqual( await found( others ), [ String( id ) ] );
		}
	} );

	test( 'page by page', async () => {
		for ( const ident of [ 'BL-3', 'BL-1', 'BL-2' ] ) {
			await bench.made( { thirdid: client, ident } );
		}
		const { infos, result } = await list(
			{},
			{
				pagination: { nbperpage: 2, pagenum: 2 },
				order: { direction: 'DESC', order: 'doc_ident' },
			}
		);
		assert.equal( objectOf( infos )[ 'nbpages' ], 2 );
		assert.deepEqual(
			Object.values( objectOf( result ) ).map(
				( entry ) => objectOf( entry )[ 'ident' ]
			),
			[ 'BL-1' ]
		);
	} );

	test( 'of another kind, or not at all', async () => {
		const id = await bench.made( { thirdid: client } );
		for ( const params of [
			{ doctype: 'order', docid: id },
			{ doctype: 'delivery', docid: 1 },
		] ) {
			assert.equal(
				( await bench.v1( 'Document.getOne', params ) ).code,
				'E_OBJ_NOT_LOADABLE'
			);
			assert.equal(
				( await bench.v1( 'Document.getPublicLink_v2', params ) ).code,
				'E_OBJ_NOT_LOADABLE'
			);
		}
	} );

	test( 'the public link is partial, and another one after a change', async () => {
		const id = await bench.made( { thirdid: client } );
		const link = async () =>
			(
				await bench.v1( 'Document.getPublicLink_v2', {
					doctype: 'delivery',
					docid: id,
				} )
			).response;
		const before = await link();
		assert.match(
			String( objectOf( before )[ 'pdf' ] ),
			/^\?_f=file&id=\w+&key=\w+$/
		);
		assert.deepEqual( await link(), before );
		const file = await fetch(
			`${ bench.url }/app/${ String( objectOf( before )[ 'pdf' ] ) }`
		);
		assert.equal( file.headers.get( 'content-type' ), 'application/pdf' );
		await bench.v1( 'Document.updateDeliveryStep', {
			docid: id,
			document: { step: 'sent' },
		} );
		assert.notDeepEqual( await link(), before );
	} );
} );
