import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

async function page(
	path: string
): Promise< { status: number; text: string } > {
	const response = await fetch( bench.url + path );
	return { status: response.status, text: await response.text() };
}

describe( 'a person in Sellsy', () => {
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

describe( 'the pages', () => {
	test( 'list what there is, and escape it', async () => {
		await bench.control( 'POST', '/reset', { seed: 'demo' } );
		await bench.connect();
		const third = await bench.individual( {
			last_name: '<b>Client</b>',
			email: 'client@exemple.example',
		} );
		await bench.draft( third, { order_reference: 'SHOP-12' } );
		const { status, text } = await page( '/' );
		assert.equal( status, 200 );
		for ( const expected of [
			'Acme SARL',
			'TSHIRT-BLEU',
			'SHOP-12',
			'&#60;b&#62;Client',
			'12.00 EUR',
			'drop-after',
		] ) {
			assert.ok( text.includes( expected ), expected );
		}
		assert.ok( ! text.includes( '<b>Client' ) );
	} );

	test( 'the link of a document opens it, before and after it is finalised', async () => {
		const id = String(
			( await bench.draft( await bench.individual() ) ).body[ 'id' ]
		);
		const link = `/app/?_f=invoiceOverview&id=${ id }`;
		const draft = await page( link );
		assert.equal( draft.status, 200 );
		assert.match( draft.text, /brouillon/ );
		await bench.post( `/invoices/${ id }/validate`, {} );
		const final = await page( link );
		assert.match( final.text, /Facture F-\d{4}-00001/ );
		assert.match( final.text, /TVA 20 %/ );
		assert.equal(
			( await page( '/app/?_f=invoiceOverview&id=1' ) ).status,
			404
		);
	} );

	test( 'faults are armed and buttons pressed from a form', async () => {
		const id = String(
			( await bench.draft( await bench.individual() ) ).body[ 'id' ]
		);
		const submit = ( path: string, form: Record< string, string > ) =>
			fetch( bench.url + path, {
				method: 'POST',
				body: new URLSearchParams( form ),
				redirect: 'manual',
			} );
		assert.equal(
			(
				await submit( '/_sandbox/faults', {
					mode: '503',
					method: '',
					path: '/taxes',
					times: '1',
					ms: '0',
				} )
			).status,
			303
		);
		assert.equal( ( await bench.get( '/taxes' ) ).status, 503 );
		assert.equal(
			( await submit( `/_sandbox/invoices/${ id }/validate`, {} ) )
				.status,
			303
		);
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'due'
		);
	} );

	test( 'the old API says no in its own envelope', async () => {
		const response = await fetch( `${ bench.url }/v1/`, {
			method: 'POST',
			body: new URLSearchParams( { request: '1' } ),
		} );
		const answer: unknown = await response.json();
		assert.equal( response.status, 200 );
		assert.ok( isObject( answer ) && answer[ 'status' ] === 'error' );
	} );
} );
