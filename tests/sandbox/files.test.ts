import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textOf } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

async function linkOf( id: number ): Promise< string > {
	return textOf(
		( await bench.get( `/invoices/${ id }` ) ).body[ 'pdf_link' ]
	);
}

async function finalLink(): Promise< string > {
	return linkOf( await bench.finalised( await bench.individual() ) );
}

describe( 'the file of a document', () => {
	test( 'is a PDF once it is final; a draft has no link', async () => {
		const third = await bench.individual();
		const draft = Number( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.equal( await linkOf( draft ), '' );
		const answer = await fetch( await finalLink() );
		assert.equal( answer.headers.get( 'content-type' ), 'application/pdf' );
		assert.match( await answer.text(), /^%PDF-[\s\S]+%%EOF\n$/ );
	} );

	test( 'wants the token where the account is set so', async () => {
		const link = await finalLink();
		await bench.control( 'POST', '/options', { pdf_wants_token: true } );
		assert.equal( ( await fetch( link ) ).status, 401 );
	} );

	test( 'spoilt: an error, a page, a giant, a way elsewhere, half of it', async () => {
		const link = await finalLink();
		const spoil = async ( mode: string ): Promise< Response > => {
			await bench.control( 'POST', '/faults', { mode, path: '/pdf*' } );
			return fetch( link, { redirect: 'manual' } );
		};
		assert.equal( ( await spoil( '500' ) ).status, 500 );
		assert.match( await ( await spoil( 'html' ) ).text(), /^<html|^<!/i );
		const huge = await ( await spoil( 'huge' ) ).arrayBuffer();
		assert.ok( huge.byteLength > 10 * 1024 * 1024 );
		assert.equal(
			( await spoil( 'redirect' ) ).headers.get( 'location' ),
			'https://files.example/document.pdf'
		);
		await assert.rejects( async () => ( await spoil( 'cut' ) ).text() );
		assert.equal( ( await fetch( link ) ).status, 200 );
	} );
} );
