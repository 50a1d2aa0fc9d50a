import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { call } from './site.ts';
import { APP, forgetAll, heading, PAGE } from './wizard.ts';

const goOn = ( page: Page ) =>
	page.getByRole( 'button', { name: 'Continue', exact: true } ).click();

const typeKeys = async ( page: Page, id: string, secret: string ) => {
	await page.getByLabel( 'Client ID', { exact: true } ).fill( id );
	await page.getByLabel( 'Client secret', { exact: true } ).fill( secret );
};

const connect = async ( page: Page ) => {
	await page.goto( PAGE );
	await typeKeys( page, 'sandbox-client', 'sandbox-secret' );
	await page.getByRole( 'button', { name: 'Connect', exact: true } ).click();
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
};

test.describe.configure( { mode: 'serial' } );

let before: unknown;

test.beforeEach( async ( { page } ) => {
	before ??= await call( page.request, 'GET', '/orderinvoicer/v1/settings' );
	await forgetAll( page.request );
} );

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/orderinvoicer/v1/connection', {
		client_id: 'sandbox-client',
		client_secret: 'sandbox-secret',
	} );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', before );
} );

test( 'a private access is allowed at Sellsy, and the wizard goes on where it was left', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await page
		.getByText( 'What the access must be allowed to do', { exact: true } )
		.click();
	await accessible( page, APP );
	await page.getByRole( 'radio', { name: 'Private access' } ).check();
	await typeKeys( page, 'sandbox-private', 'sandbox-private-secret' );
	await page.getByRole( 'button', { name: 'Connect at Sellsy' } ).click();
	await page.getByRole( 'button', { name: 'Autoriser' } ).click();
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await expect( page ).toHaveURL( /page=orderinvoicer#\/setup\/connect$/ );
	await accessible( page, APP );
	await goOn( page );
	await expect( heading( page, /Step 2 of 4/ ) ).toBeFocused();
} );

test( 'without api-v1 nothing is offered that needs it', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await typeKeys( page, 'sandbox-modern', 'sandbox-modern-secret' );
	await page.getByRole( 'button', { name: 'Connect', exact: true } ).click();
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await goOn( page );
	const what = page.getByLabel( 'What does an order become?' );
	await what.selectOption( 'a sales order, then an invoice' );
	await expect(
		what.getByRole( 'option', { name: /proforma|delivery note/ } )
	).toHaveCount( 0 );
	await accessible( page, APP );
} );

test( 'every step fits on a small phone', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await connect( page );
	await page.goto( `${ PAGE }/shop` );
	await page
		.getByRole( 'button', { name: 'a draft that I make final' } )
		.click();
	for ( const step of [ 'connect', 'shop', 'taxes', 'check' ] ) {
		await page.goto( `${ PAGE }/${ step }` );
		await expect( heading( page, /Step \d of 4/ ) ).toBeVisible();
		await expect( page.locator( '.orderinvoicer-loading' ) ).toHaveCount(
			0
		);
		expect(
			await page.evaluate(
				() => document.documentElement.scrollWidth - window.innerWidth
			),
			step
		).toBeLessThanOrEqual( 0 );
	}
} );
