import type { Locator, Page } from '@playwright/test';
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

/** With the mouse, into both fields too, and with the trial of the account. */
const MOST_CLICKS = 9;

/** Nothing is chosen on the way but what is recommended. @return How often was clicked. */
const setUp = async ( page: Page ): Promise< number > => {
	await page.goto( PAGE );
	const app = page.locator( APP );
	let clicks = 0;
	const click = async ( target: Locator ) => {
		await target.click();
		clicks++;
	};
	const press = ( name: string ) =>
		click( app.getByRole( 'button', { name, exact: true } ) );
	const paste = async ( name: string, text: string ) => {
		const field = app.getByLabel( name, { exact: true } );
		await click( field );
		await page.keyboard.insertText( text );
	};
	const goesOnTo = async ( step: RegExp ) => {
		await press( 'Continuer' );
		await expect( heading( page, step ) ).toBeFocused();
	};
	await expect(
		app.getByLabel( 'Identifiant client (Client ID)', { exact: true } )
	).toBeFocused();
	await paste( 'Identifiant client (Client ID)', 'sandbox-client' );
	await paste( 'Secret client (Client Secret)', 'sandbox-secret' );
	await press( 'Connecter' );
	await goesOnTo( /Étape 2 sur 4/ );
	await expect(
		app.getByLabel( 'Comment le client reçoit-il sa facture ?' )
	).toHaveValue( 'link' );
	await press( 'finalisée aussitôt' );
	await goesOnTo( /Étape 3 sur 4/ );
	await goesOnTo( /Étape 4 sur 4/ );
	// Another test may have tried it: then it is again.
	await click( app.getByRole( 'button', { name: /^Vérifier ce compte/ } ) );
	await expect(
		app.getByText( /^Votre compte convient .*rien ne s’y oppose\.$/ )
	).toBeVisible( { timeout: 120_000 } );
	await press( 'Activer' );
	await expect( heading( page, /Order Invoicer est activé/ ) ).toBeFocused();
	return clicks;
};

test( 'a guest of a shop that was set up as recommended has the invoice in hand, in French', async ( {
	guest,
	page,
	accessible,
} ) => {
	test.slow();
	expect( await setUp( page ) ).toBeLessThanOrEqual( MOST_CLICKS );
	const email = `invite-${ Date.now() }@example.test`;
	const order = await buyAsGuest( guest, 'tasse-en-gres', email );
	await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
		status: 'completed',
	} );

	const completed = ( await mailsTo( email ) ).pop()?.message ?? '';
	// On another device.
	await guest.context().clearCookies();
	await guest.goto( linkIn( completed ) );
	const file = guest.locator(
		`${ SECTION } a[href*="orderinvoicer-order=${ order }"]`
	);
	// Without another visit: the page asks by itself while the invoice is being made.
	await expect( file ).toBeVisible( { timeout: 60_000 } );
	await accessible( guest, SECTION );
	const downloading = guest.waitForEvent( 'download' );
	await file.click();
	expect( ( await downloading ).suggestedFilename() ).toMatch(
		/^F-[\w-]+\.pdf$/
	);
} );
