import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { tooWide } from './layout.ts';
import { mailsTo } from './mails.ts';
import { call } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no e-mails.'
);

const set = ( request: APIRequestContext, settings: unknown ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', settings );

const LED = [
	'customer_on_hold_order',
	'customer_processing_order',
	'customer_completed_order',
	'customer_refunded_order',
	'customer_invoice',
];

/** As the set-up recommends it, but for the PDF. */
test.beforeEach( async ( { page } ) => {
	await speak( page.request, 'fr_FR' );
	await call( page.request, 'POST', '/wp/v2/settings', {
		language: 'fr_FR',
	} );
	await set( page.request, {
		invoice: { enabled: true, trigger: 'paid', finalise: 'at_once' },
		creditnote: { enabled: true },
		shopper: { kinds: [ 'invoice', 'creditnote' ] },
		customer_emails: { emails: LED, documents: 'attach', minutes: 10 },
	} );
} );

test.afterEach( async ( { page } ) => {
	await set( page.request, {
		invoice: { trigger: 'confirmed' },
		shopper: { kinds: [] },
		customer_emails: { emails: [], documents: 'link', minutes: 10 },
	} );
	await call( page.request, 'POST', '/wp/v2/settings', { language: '' } );
	await speak( page.request, 'en_US' );
} );

const shownControls = ( page: Page ) =>
	page
		.locator( `${ APP } .orderinvoicer-page__body` )
		.locator( 'input, select, button, summary' )
		.filter( { visible: true } );

test( 'all e-mails about documents stand on one page in French, short enough for a phone', async ( {
	page,
	accessible,
} ) => {
	await page.setViewportSize( { width: 390, height: 844 } );
	await page.goto( `${ PAGE }#/emails` );
	await expect(
		page.getByRole( 'group', { name: 'Ce que reçoivent vos clients' } )
	).toBeVisible();
	await expect(
		page.getByLabel( 'Heure de l’e-mail quotidien' )
	).toBeVisible();
	await accessible( page, APP );
	expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
	const height = await page
		.locator( 'body' )
		.evaluate( ( body ) => body.scrollHeight );
	expect( height ).toBeLessThanOrEqual( 2500 );
	// With the minutes, which stand there only because they wait, and the bar.
	expect( await shownControls( page ).count() ).toBeLessThanOrEqual( 16 );
} );

test( 'a name shows the e-mail as it is received, and its test arrives with an example for a PDF', async ( {
	page,
	accessible,
} ) => {
	await page.goto( `${ PAGE }#/emails` );
	await page.getByRole( 'link', { name: 'Processing order' } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Processing order' } );
	await expect( dialog.getByText( 'EXEMPLE-1.pdf' ) ).toBeVisible();
	await expect(
		dialog
			.frameLocator( 'iframe' )
			.getByText( 'Télécharger : Facture EXEMPLE-1' )
	).toBeVisible();
	await accessible( page, '.orderinvoicer-preview__about' );

	const alone = await dialog.getByText( /^À \S+ seulement$/ ).textContent();
	const address = alone?.split( /\s/ )[ 1 ] ?? '';
	const before = ( await mailsTo( address ) ).length;
	await dialog.getByRole( 'button', { name: 'M’envoyer un test' } ).click();
	await expect(
		dialog.getByText( `Exemple envoyé à ${ address }` )
	).toBeVisible();
	const mails = await mailsTo( address );
	expect( mails ).toHaveLength( before + 1 );
	const { subject, message } = mails.at( -1 ) ?? { subject: '', message: '' };
	expect( subject ).toMatch( /^Test\s: / );
	expect( message ).toMatch( /Télécharger(\s|&nbsp;): Facture EXEMPLE-1/ );

	await page.keyboard.press( 'Escape' );
	await expect( dialog ).toBeHidden();
	await expect(
		page.getByRole( 'link', { name: 'Processing order' } )
	).toBeFocused();
} );

test( 'what is off in WooCommerce is switched on here, and off again', async ( {
	page,
} ) => {
	await page.goto( `${ PAGE }#/emails` );
	const own = page.getByRole( 'checkbox', {
		name: 'Envoyer « Votre facture est disponible »',
	} );
	for ( const isOn of [ true, false ] ) {
		await own.setChecked( isOn );
		await page
			.getByRole( 'button', { name: 'Enregistrer les modifications' } )
			.click();
		await expect( page.getByText( 'Enregistré.' ) ).toBeVisible();
		await page.reload();
		await expect( own ).toBeChecked( { checked: isOn } );
	}
	await page.goto(
		'/wp-admin/admin.php?page=wc-settings&tab=email&section=wc_email_customer_processing_order'
	);
	await page
		.getByRole( 'link', { name: /^Tous les e-mails sur les documents/ } )
		.click();
	await expect(
		page.getByRole( 'group', { name: 'Ce que reçoivent vos clients' } )
	).toBeVisible();
} );
