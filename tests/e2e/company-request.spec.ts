import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no pages of shoppers.'
);

const allow = ( request: APIRequestContext, company_days: number ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', {
		shopper: { company_days },
	} );

test.beforeEach( ( { page } ) => allow( page.request, 30 ) );

test.afterEach( ( { page } ) => allow( page.request, 0 ) );

const SECTION = '.woocommerce-order-company';

test( 'a guest asks for the invoice in a company’s name by keyboard, and the owner accepts', async ( {
	guest,
	page,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	const section = guest.locator( SECTION );
	await section.locator( 'summary' ).focus();
	await guest.keyboard.press( 'Enter' );
	await accessible( guest, SECTION );
	await guest.setViewportSize( { width: 390, height: 800 } );
	await accessible( guest, SECTION );
	const excess = await section.evaluate(
		( { scrollWidth, clientWidth } ) => scrollWidth - clientWidth
	);
	expect( excess ).toBeLessThanOrEqual( 0 );

	await section.getByLabel( 'Company name' ).fill( 'Atelier du Port SARL' );
	await section.getByLabel( 'SIREN or SIRET' ).fill( '12345678200011' );
	await section.getByLabel( 'SIREN or SIRET' ).press( 'Enter' );
	await expect( section.getByRole( 'alert' ) ).toContainText(
		'at least one of its digits is mistyped'
	);
	await accessible( guest, SECTION );
	await section.getByLabel( 'SIREN or SIRET' ).fill( '12345678200010' );
	await section.getByLabel( 'SIREN or SIRET' ).press( 'Enter' );
	await expect( section.getByRole( 'status' ) ).toContainText(
		'Your request was sent.'
	);
	await accessible( guest, SECTION );

	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	const accept = box.getByRole( 'button', { name: 'Accept' } );
	await expect( accept ).toBeVisible( { timeout: 120_000 } );
	await expect( box ).toContainText( 'Company: Atelier du Port SARL' );
	await accessible( page, '#orderinvoicer-order' );
	await accept.click();
	const dialog = page.getByRole( 'dialog' );
	await expect( dialog ).toContainText( 'SIREN or SIRET: 12345678200010' );
	await accessible( page, '[role="dialog"]' );
	await dialog.getByRole( 'button', { name: 'Accept' } ).click();
	await expect( page.locator( '#_billing_company' ) ).toHaveValue(
		'Atelier du Port SARL'
	);
	await expect( async () => {
		await guest.reload();
		await expect( section.getByRole( 'status' ) ).toContainText(
			'Your invoice is made out to Atelier du Port SARL.',
			{ timeout: 1_000 }
		);
	} ).toPass( { timeout: 120_000, intervals: [ 2_000 ] } );
} );
