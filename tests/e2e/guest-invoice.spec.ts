import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { mailsTo } from './mails.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';
import { APP, forgetAll, heading, PAGE } from './wizard.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has neither e-mails nor pages of shoppers.'
);

const SECTION = '.woocommerce-order-documents';

let before: unknown;

test.beforeEach( async ( { page } ) => {
	before = await call( page.request, 'GET', '/orderinvoicer/v1/settings' );
	await forgetAll( page.request );
	await speak( page.request, 'fr_FR' );
	await call( page.request, 'POST', '/wp/v2/settings', {
		language: 'fr_FR',
	} );
} );

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/wp/v2/settings', { language: '' } );
	await speak( page.request, 'en_US' );
	await call( page.request, 'POST', '/orderinvoicer/v1/connection', {
		client_id: 'sandbox-client',
		client_secret: 'sandbox-secret',
	} );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', before );
} );

/** To the order, as a guest finds it. */
const linkIn = ( message: string ): string =>
	( /href="([^"]*order-received[^"]*)"/.exec( message )?.[ 1 ] ?? '' )
		.replaceAll( '&amp;', '&' )
		.replaceAll( '&#038;', '&' );

/** Nothing is chosen on the way but what is recommended. */
const setUp = async ( page: Page ): Promise< void > => {
	await page.goto( PAGE );
	const app = page.locator( APP );
	const press = ( name: string ) =>
		app.getByRole( 'button', { name, exact: true } ).click();
	await app
		.getByLabel( 'Identifiant client (Client ID)', { exact: true } )
		.fill( 'sandbox-client' );
	await app
		.getByLabel( 'Secret client (Client Secret)', { exact: true } )
		.fill( 'sandbox-secret' );
	await press( 'Connecter' );
	const goesOnTo = async ( step: RegExp ) => {
		await press( 'Continuer' );
		await expect( heading( page, step ) ).toBeFocused();
	};
	await goesOnTo( /Étape 2 sur 6/ );
	const recommended = app.getByRole( 'radio', {
		name: /à paiement par carte/,
	} );
	await recommended.click();
	await expect( recommended ).toBeChecked();
	await goesOnTo( /Étape 3 sur 6/ );
	await goesOnTo( /Étape 4 sur 6/ );
	await goesOnTo( /Étape 5 sur 6/ );
	await goesOnTo( /Prêt à activer/ );
	await expect(
		app.getByRole( 'radio', { name: /^Par un lien dans les e-mails/ } )
	).toBeChecked();
	await app.getByRole( 'radio', { name: /^D’abord des brouillons/ } ).check();
	await press( 'Activer' );
	await expect( heading( page, /Order Invoicer est activé/ ) ).toBeFocused();
};

test( 'a guest of a shop that was set up as recommended has the invoice in hand, in French', async ( {
	guest,
	page,
	accessible,
} ) => {
	test.slow();
	await setUp( page );
	const email = `invite-${ Date.now() }@example.test`;
	const order = await buyAsGuest( guest, 'tasse-en-gres', email );
	await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
		status: 'completed',
	} );

	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	await box
		.getByRole( 'button', { name: /^Finaliser/ } )
		.click( { timeout: 120_000 } );
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: /^Finaliser/ } )
		.click();

	const completed = ( await mailsTo( email ) ).pop()?.message ?? '';
	expect( completed ).toContain( 'Votre facture sera ici' );
	// On another device.
	await guest.context().clearCookies();
	await guest.goto( linkIn( completed ) );
	const file = guest.locator(
		`${ SECTION } a[href*="orderinvoicer-order=${ order }"]`
	);
	await expect( async () => {
		await guest.reload();
		await expect( file ).toBeVisible( { timeout: 1_000 } );
	} ).toPass( { timeout: 120_000, intervals: [ 1_000 ] } );
	await accessible( guest, SECTION );
	const downloading = guest.waitForEvent( 'download' );
	await file.click();
	expect( ( await downloading ).suggestedFilename() ).toMatch(
		/^F-[\w-]+\.pdf$/
	);
} );
