import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { press, seesFocus, tabTo } from './keyboard.ts';
import { call } from './site.ts';
import { APP, buyAndPay, forgetAll, heading, PAGE } from './wizard.ts';

/** Where the focus is must be seen, not only be so. */
const arrivedAt = async ( page: Page, name: RegExp ): Promise< void > => {
	const title = heading( page, name );
	await expect( title ).toBeFocused();
	await expect( title ).toBeInViewport();
	await expect( title ).toHaveCSS( 'outline-style', 'solid' );
	await expect( title ).not.toHaveCSS( 'outline-width', '0px' );
};

let before: unknown;

test.beforeEach( async ( { page } ) => {
	before = await call( page.request, 'GET', '/orderinvoicer/v1/settings' );
	await forgetAll( page.request );
} );

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/orderinvoicer/v1/connection', {
		client_id: 'sandbox-client',
		client_secret: 'sandbox-secret',
	} );
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', before );
} );

test( 'the keyboard alone leads from nothing to the first invoice', async ( {
	page,
	guest,
	sandbox,
	accessible,
} ) => {
	// Four steps, each looked at by axe, and a purchase.
	test.slow();
	const earlier = await sandbox.list( 'invoices' );
	const { keyboard } = page;

	await page.goto( PAGE );
	await expect( heading( page, /Step 1 of 4/ ) ).toBeVisible();
	const secret = page.getByLabel( 'Client secret', { exact: true } );
	await seesFocus( page.getByLabel( 'Client ID', { exact: true } ) );
	await keyboard.type( 'sandbox-client' );
	await tabTo( page, secret );
	await keyboard.type( 'not-the-secret' );
	await keyboard.press( 'Enter' );
	await expect(
		page.locator( APP ).getByText( /does not know/ )
	).toBeInViewport();
	await expect( secret ).toBeFocused();
	await accessible( page, APP );
	await keyboard.type( 'sandbox-secret' );
	await keyboard.press( 'Enter' );
	await arrivedAt( page, /Step 1 of 4 Your Sellsy account is connected/ );
	await expect(
		page.getByText( /Every right that is needed was seen/ )
	).toBeVisible();
	await accessible( page, APP );
	await press( page, 'Continue' );

	await arrivedAt( page, /Step 2 of 4/ );
	const draft = page.getByRole( 'button', {
		name: 'a draft that I make final',
	} );
	const final = page.getByRole( 'button', { name: 'final at once' } );
	await tabTo( page, draft );
	await keyboard.press( 'Space' );
	await expect( draft ).toHaveAttribute( 'aria-pressed', 'true' );
	await accessible( page, APP );
	// What was chosen outlives a reload.
	await page.reload();
	await expect( draft ).toHaveAttribute( 'aria-pressed', 'true' );
	await tabTo( page, final );
	await keyboard.press( 'Enter' );
	await expect( final ).toHaveAttribute( 'aria-pressed', 'true' );
	await press( page, 'Continue' );

	await arrivedAt( page, /Step 3 of 4/ );
	await expect( page.getByText( /sure match/ ).first() ).toBeVisible();
	await accessible( page, APP );
	await page.goBack();
	await arrivedAt( page, /Step 2 of 4/ );
	await page.goForward();
	await arrivedAt( page, /Step 3 of 4/ );
	await press( page, 'Continue' );

	await arrivedAt( page, /Step 4 of 4/ );
	await expect(
		page.getByRole( 'button', { name: 'Run again' } )
	).toBeVisible();
	await accessible( page, APP );
	await press( page, 'Switch on' );
	await arrivedAt( page, /Order Invoicer is on/ );
	await accessible( page, APP );
	expect( await sandbox.list( 'invoices' ) ).toHaveLength( earlier.length );

	await buyAndPay( guest, page );
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			timeout: 90_000,
		} )
		.toBe( earlier.length + 1 );
	await expect( page ).toHaveURL( /#\/setup\/done$/ );
	await page.reload();
	await expect( heading( page, /Order Invoicer is on/ ) ).toBeVisible();
} );
