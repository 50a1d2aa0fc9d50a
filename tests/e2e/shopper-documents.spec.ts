import type { APIRequestContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import {
	CLASSIC_CHECKOUT,
	buyAtCheckout,
	choose,
	fillAddress,
	fillCart,
	placeOrder,
} from './shopper.ts';
import { signIn } from './sign-in.ts';
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

/** @return The order's id. */
const buyClassic = async (
	shopper: Page,
	admin: APIRequestContext,
	email: string
): Promise< string > => {
	const checkout = await create( admin, '/wp/v2/pages', {
		title: 'Commande',
		slug: 'caisse',
		status: 'publish',
		content: '[woocommerce_checkout]',
	} );
	await fillCart( shopper );
	await shopper.goto( '/caisse/' );
	await fillAddress( shopper, '#billing_' );
	await shopper.locator( '#billing_email' ).fill( email );
	await shopper.locator( '#billing_phone' ).fill( '0100000000' );
	await choose( shopper.locator( '#payment_method_cod' ) );
	const order = await placeOrder( shopper, CLASSIC_CHECKOUT );
	await call( admin, 'DELETE', `/wp/v2/pages/${ checkout }&force=true` );
	return order;
};

test( 'a guest of the block checkout, then a customer of the classic one download their invoice in French', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	test.slow();
	const order = await buyAtCheckout( guest, 'tasse-en-gres' );
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
	await create( page.request, '/wp/v2/users', {
		username: email,
		email,
		password: 'password',
		roles: [ 'customer' ],
	} );
	await signIn( guest.request, email, 'password' );
	const theirs = await buyClassic( guest, page.request, email );
	const button = `a[href*="orderinvoicer-order=${ theirs }"].button`;
	await expect( async () => {
		await guest.goto( '/my-account/orders/' );
		await expect( guest.locator( button ) ).toBeVisible( {
			timeout: 1_000,
		} );
	} ).toPass( { timeout: 120_000, intervals: [ 2_000 ] } );
	await expectFile( guest, button );

	await guest.goto( `/my-account/view-order/${ theirs }/` );
	await sandbox.fault( { mode: '500', path: '/pdf*', times: 0 } );
	const failed = guest.waitForResponse( /orderinvoicer-document/ );
	await guest
		.locator( `${ SECTION } a[href*="orderinvoicer-order=${ theirs }"]` )
		.click();
	expect( ( await failed ).status() ).toBe( 503 );
	await expect(
		guest.getByRole( 'heading', {
			name: 'Votre document n’est pas accessible pour l’instant',
		} )
	).toBeVisible();
	await accessible( guest, '.orderinvoicer-no-document' );
} );
