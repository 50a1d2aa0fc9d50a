import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { expect, test } from './fixtures.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has neither tax rates nor products to add.'
);

/** Asks WooCommerce's own REST API as the owner who is signed in. */
const woocommerce = async (
	page: Page,
	path: string,
	data: Record< string, unknown >
): Promise< number > => {
	const answer: unknown = await page.evaluate(
		`wp.apiFetch( ${ JSON.stringify( {
			path: `/wc/v3/${ path }`,
			method: 'POST',
			data,
		} ) } )`
	);
	return z.parse( z.object( { id: z.int() } ), answer ).id;
};

/** A sale at a rate that nobody has mapped, of which Sellsy has no tax. */
const sellAtNewRate = async ( page: Page, name: string ): Promise< number > => {
	await page.goto( `${ PAGE }#/history` );
	await page.evaluate(
		`wp.apiFetch( { path: '/wc/v3/taxes/classes', method: 'POST', data: { name: '${ name }' } } )`
	);
	await woocommerce( page, 'taxes', {
		country: 'FR',
		rate: '9.5000',
		name: `TVA ${ name }`,
		class: name,
	} );
	const product = await woocommerce( page, 'products', {
		name: `Bol ${ name }`,
		type: 'simple',
		regular_price: '10.95',
		tax_class: name,
	} );
	return woocommerce( page, 'orders', {
		status: 'processing',
		payment_method: 'bacs',
		billing: {
			first_name: 'Client',
			last_name: 'Essai',
			email: 'client-essai@example.test',
			address_1: '1 rue de la Paix',
			postcode: '75002',
			city: 'Paris',
			country: 'FR',
		},
		line_items: [ { product_id: product, quantity: 1 } ],
	} );
};

test( 'the missing tax is created on request, and the order that stopped for it becomes an invoice', async ( {
	page,
	sandbox,
	accessible,
} ) => {
	test.setTimeout( 300_000 );
	const name = `essai-${ Date.now() }`;
	const order = await sellAtNewRate( page, name );
	await expect( async () => {
		await page.goto( `${ PAGE }#/todo?order=${ order }` );
		await page.reload();
		await expect(
			page.getByText( /has no tax of Sellsy assigned/ )
		).toBeVisible( { timeout: 10_000 } );
	} ).toPass( { timeout: 120_000 } );

	await page.goto( `${ PAGE }#/taxes` );
	await page.reload();
	const row = page.getByRole( 'row' ).filter( {
		has: page.getByRole( 'rowheader', { name: `TVA ${ name }` } ),
	} );
	await expect( row ).toContainText( 'To be set' );
	await accessible( page, APP );
	await row.getByRole( 'button', { name: /Create it at Sellsy/ } ).click();
	const dialog = page.getByRole( 'dialog' );
	await expect( dialog.getByText( /^Rate: 9\.5/ ) ).toBeVisible();
	await accessible( page, '.components-modal__frame' );
	await dialog.getByRole( 'button', { name: 'Create it at Sellsy' } ).click();
	await expect(
		page
			.locator( APP )
			.getByText( /was created at Sellsy and is chosen here/ )
	).toBeVisible();
	await expect( row ).toContainText( /Set$/ );
	const before = ( await sandbox.list( 'invoices' ) ).length;
	await page.getByRole( 'button', { name: 'Save changes' } ).click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();
	// What stopped for a tax becomes final only once a person has seen what does.
	await page.goto( `${ PAGE }#/overview` );
	await page.reload();
	await page.getByRole( 'button', { name: 'Let these go on' } ).click();
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: 'Retry', exact: true } )
		.click();
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			timeout: 120_000,
		} )
		.toBe( before + 1 );

	await page.goto( `${ PAGE }#/customers?setting=known` );
	const customer = page.getByRole( 'row', { name: /Client Essai/ } );
	await expect( customer ).toContainText( 'Created' );
	const urls: string[] = [];
	page.on( 'request', ( request ) => urls.push( request.url() ) );
	const search = page.getByRole( 'searchbox', { name: 'Find a customer' } );
	await search.fill( 'nobody.else@example.com' );
	await search.press( 'Enter' );
	await expect(
		page.locator( APP ).getByText( 'Nobody fits this search.' )
	).toBeVisible();
	await search.fill( '' );
	await search.press( 'Enter' );
	await expect( customer ).toBeVisible();
	expect( urls.filter( ( url ) => url.includes( 'nobody' ) ) ).toEqual( [] );
	await accessible( page, APP );
	await customer.getByRole( 'button', { name: 'Forget' } ).click();
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: 'Forget' } )
		.click();
	await expect(
		page.locator( APP ).getByText( /is matched afresh\.$/ )
	).toBeVisible();
	await expect( customer ).toHaveCount( 0 );

	await page.goto( `${ PAGE }#/products?setting=references` );
	await expect(
		page.getByRole( 'row', { name: `Bol ${ name }` } )
	).toContainText( 'No reference' );
	await accessible( page, APP );
} );
