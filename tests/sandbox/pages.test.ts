import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Bench, line } from './testing.ts';

const bench = new Bench();

async function page(
	path: string
): Promise< { status: number; text: string } > {
	const response = await fetch( bench.url + path );
	const text = await response.text();
	return { status: response.status, text: text.replaceAll( /\s+/g, ' ' ) };
}

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

	const opened: [ string, string, string ][] = [
		[ 'estimates', 'estimateOverview', 'Devis D-' ],
		[ 'orders', 'orderOverview', 'Bon de commande BC-' ],
		[ 'deliveries', 'deliveryOverview', 'Bon de livraison BL-' ],
		[ 'proformas', 'proformaOverview', 'Facture proforma PF-' ],
		[ 'credit-notes', 'creditnoteOverview', 'Avoir – brouillon' ],
	];
	for ( const [ path, overview, title ] of opened ) {
		test( `${ path } have a page, and a row in the overview`, async () => {
			const third = await bench.individual();
			const { body } = await bench.control(
				'POST',
				`/records/${ path }`,
				{
					related: [ { id: third, type: 'individual' } ],
					subject: 'Commande 12',
					rows: [ line( '10.00', '1' ) ],
				}
			);
			const id = String( body[ 'id' ] );
			const link = `/app/?_f=${ overview }&id=${ id }`;
			const { status, text } = await page( link );
			assert.equal( status, 200 );
			for ( const part of [
				title,
				'TVA 20 %',
				'12.00 EUR',
				'Un objet',
			] ) {
				assert.ok( text.includes( part ), part );
			}
			const all = await page( '/' );
			assert.ok( all.text.includes( link ) );
			assert.ok( all.text.includes( 'Commande 12' ) );
			assert.equal(
				( await page( `/app/?_f=invoiceOverview&id=${ id }` ) ).status,
				404
			);
		} );
	}

	test( 'the links of a client and of an item open them, and escape them', async () => {
		const person = await bench.individual( {
			last_name: '<b>Client</b>',
			email: 'client@exemple.example',
		} );
		const company = await bench.post( '/companies', {
			type: 'client',
			name: 'Acme SARL',
		} );
		const item = await bench.post( '/items', {
			type: 'product',
			name: 'Vase',
			reference: 'VASE-1',
			reference_price: '10',
			tax_id: 1,
			is_reference_price_taxes_free: true,
		} );
		const third = ( id: unknown ) =>
			page( `/app/?_f=third&thirdid=${ String( id ) }&thirdtype=client` );
		const catalogue = ( id: unknown ) =>
			page( `/app/?_f=catalogueitem&id=${ String( id ) }&type=item` );
		const shown = [
			await third( person ),
			await third( company.body[ 'id' ] ),
			await catalogue( item.body[ 'id' ] ),
		];
		assert.deepEqual(
			shown.map( ( { status } ) => status ),
			[ 200, 200, 200 ]
		);
		const [ ofPerson, ofCompany, ofItem ] = shown.map(
			( { text } ) => text
		);
		assert.match( ofPerson ?? '', /&#60;b&#62;Client/ );
		assert.match( ofPerson ?? '', /client@exemple\.example/ );
		assert.match( ofCompany ?? '', /Acme SARL/ );
		assert.match( ofItem ?? '', /VASE-1/ );
		for ( const { status } of [
			await third( 999 ),
			await catalogue( 999 ),
		] ) {
			assert.equal( status, 404 );
		}
	} );

	test( 'a page leads to the parent, the credit notes and the payments', async () => {
		const third = await bench.individual();
		const order = await bench.draft( third, {}, '/orders' );
		const parent = { type: 'order', id: Number( order.body[ 'id' ] ) };
		const invoice = await bench.finalised( third, { parent } );
		const credit = await bench.finalised( third, {}, '/credit-notes' );
		await bench.post( `/credit-notes/${ credit }/invoices/${ invoice }`, {
			amount: '2.00',
		} );
		const paid = await bench.payment( third, { number: 'txn_42' } );
		await bench.post( `/invoices/${ invoice }/payments/${ paid }`, {
			amount: 10,
		} );
		const { text } = await page(
			`/app/?_f=invoiceOverview&id=${ invoice }`
		);
		for ( const part of [
			`_f=orderOverview&id=${ parent.id }`,
			`_f=creditnoteOverview&id=${ credit }`,
			'2.00 EUR',
			'txn_42',
			'Carte bancaire',
			'10.00 EUR',
		] ) {
			assert.ok( text.includes( part ), part );
		}
		const back = await page( `/app/?_f=orderOverview&id=${ parent.id }` );
		assert.ok( back.text.includes( `_f=invoiceOverview&id=${ invoice }` ) );
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
} );
