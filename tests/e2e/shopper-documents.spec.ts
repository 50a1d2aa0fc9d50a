import type { APIRequestContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';
import { call, create } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no pages of shoppers.'
);

const give = ( request: APIRequestContext, kinds: string[] ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', {
		shopper: { kinds },
	} );

/** What shoppers read is in the language of the site. */
const speakToShoppers = ( request: APIRequestContext, language: string ) =>
	call( request, 'POST', '/wp/v2/settings', { language } );

test.beforeEach( async ( { page } ) => {
	await give( page.request, [ 'invoice', 'creditnote' ] );
	await speakToShoppers( page.request, 'fr_FR' );
} );

test.afterEach( async ( { page, sandbox } ) => {
	await sandbox.withoutFaults();
	await speakToShoppers( page.request, '' );
	await give( page.request, [] );
} );

const SECTION = '.woocommerce-order-documents';

const expectFile = async ( shopper: Page, link: string ): Promise< void > => {
	const downloading = shopper.waitForEvent( 'download' );
	await shopper.locator( link ).first().click();
	const file = await downloading;
	expect( file.suggestedFilename() ).toMatch( /^F-[\w-]+\.pdf$/ );
	expect( await readFile( await file.path(), 'latin1' ) ).toMatch(
		/^%PDF-[\s\S]+%%EOF\n$/
	);
};

test( 'a guest, then a customer download their invoice in French', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	const link = `${ SECTION } a[href*="orderinvoicer-order=${ order }"]`;
	await expect( async () => {
		await guest.reload();
		await expect( guest.locator( link ) ).toBeVisible( { timeout: 1_000 } );
	} ).toPass( { timeout: 120_000, intervals: [ 2_000 ] } );
	await expect(
		guest.getByRole( 'heading', { name: 'Vos documents' } )
	).toBeVisible();
	await accessible( guest, SECTION );
	await guest.setViewportSize( { width: 390, height: 800 } );
	await accessible( guest, SECTION );
	await expectFile( guest, link );

	const email = `compte-${ Date.now() }@example.test`;
	const id = await create( page.request, '/wp/v2/users', {
		username: email,
		email,
		password: 'password',
		roles: [ 'customer' ],
	} );
	await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
		customer_id: id,
	} );
	await guest.goto( '/wp-login.php' );
	await guest.locator( '#user_login' ).fill( email );
	await guest.locator( '#user_pass' ).fill( 'password' );
	await guest.locator( '#wp-submit' ).click();
	await guest.goto( '/my-account/orders/' );
	await expectFile(
		guest,
		`a[href*="orderinvoicer-order=${ order }"].button`
	);

	await guest.goto( `/my-account/view-order/${ order }/` );
	await sandbox.fault( { mode: '500', path: '/pdf*', times: 0 } );
	const failed = guest.waitForResponse( /orderinvoicer-document/ );
	await guest.locator( link ).click();
	expect( ( await failed ).status() ).toBe( 503 );
	await expect(
		guest.getByRole( 'heading', {
			name: 'Votre document n’est pas encore prêt',
		} )
	).toBeVisible();
	await accessible( guest, '.orderinvoicer-no-document' );
} );
