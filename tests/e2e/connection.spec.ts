import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { tooWide } from './layout.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/connection';
const APP = '#orderinvoicer-app';

const typeKeys = async ( page: Page, id: string, secret: string ) => {
	await page.getByLabel( 'Client ID' ).fill( id );
	await page.getByLabel( 'Client secret' ).fill( secret );
};

const connected = ( page: Page ) =>
	page.locator( APP ).getByText( /Connected to Sellsy as / );

test.describe.configure( { mode: 'serial' } );

test( 'the owner refuses at Sellsy, then allows, and is back where it began', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await page.getByRole( 'radio', { name: 'Private access' } ).check();
	await expect( page.getByLabel( 'Redirect URL' ) ).toHaveValue(
		/\/wp-admin\/admin-post\.php$/
	);
	await accessible( page, APP );
	await typeKeys( page, 'sandbox-private', 'sandbox-private-secret' );
	await page.getByRole( 'button', { name: 'Connect at Sellsy' } ).click();
	await page.getByRole( 'button', { name: 'Refuser' } ).click();

	await expect(
		page.locator( APP ).getByText( /was not allowed/ )
	).toBeVisible();
	await expect( page ).toHaveURL(
		new RegExp( `${ PAGE.replace( '?', '\\?' ) }$` )
	);
	await accessible( page, APP );

	await page.getByRole( 'button', { name: 'Continue at Sellsy' } ).click();
	await page.getByRole( 'button', { name: 'Autoriser' } ).click();
	await expect( connected( page ) ).toBeVisible();
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await expect( page ).toHaveURL( /page=orderinvoicer#\/connection$/ );
	await accessible( page, APP );
} );

test( 'the two ways fit on a phone', async ( { page } ) => {
	await page.setViewportSize( { width: 375, height: 800 } );
	await page.goto( PAGE );
	await page.getByRole( 'radio', { name: 'Private access' } ).check();
	expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
} );

test( 'the owner goes back to a personal access', async ( { page } ) => {
	await page.goto( PAGE );
	await page.getByRole( 'radio', { name: 'Personal access' } ).check();
	await typeKeys( page, 'sandbox-client', 'sandbox-secret' );
	// The earlier access is shown as connected, with its rights, until the new one is stored.
	const stored = page.waitForResponse(
		( response ) =>
			response.request().method() === 'POST' &&
			response.url().includes( 'connection' )
	);
	await page.getByRole( 'button', { name: 'Connect', exact: true } ).click();
	await stored;
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await expect( connected( page ) ).toBeVisible();
	await page.reload();
	await expect(
		page.getByRole( 'radio', { name: 'Personal access' } )
	).toBeChecked();
} );

test( 'a mistyped secret costs the shop nothing', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await expect( connected( page ) ).toBeVisible();
	await typeKeys( page, 'sandbox-modern', 'half-a-secret' );
	await page.getByRole( 'button', { name: 'Connect', exact: true } ).click();
	await expect(
		page.locator( APP ).getByText( /the earlier keys stay in place/ )
	).toBeVisible();
	await expect( connected( page ) ).toBeVisible();
	await expect( page.getByLabel( 'Client ID' ) ).toHaveValue(
		'sandbox-modern'
	);
	await expect( page.getByLabel( 'Client secret' ) ).toBeFocused();
	await accessible( page, APP );
	await page.reload();
	await expect( connected( page ) ).toBeVisible();
} );
