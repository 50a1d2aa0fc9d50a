import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has neither products nor an order screen to save.'
);

const invoicesAre = ( request: APIRequestContext, trigger: string ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', {
		invoice: { trigger },
	} );

test.beforeEach( ( { page } ) => invoicesAre( page.request, 'completed' ) );

test.afterEach( ( { page } ) => invoicesAre( page.request, 'confirmed' ) );

test( 'the box says what will be made, keeps itself fresh, and shows the invoice beside its order', async ( {
	guest,
	page,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	await expect( box ).toContainText( 'As soon as the order is completed.' );
	await accessible( page, '#orderinvoicer-order' );

	await page.locator( '#order_status' ).selectOption( 'wc-completed' );
	await page.locator( 'button.save_order' ).click();
	await expect( box ).not.toContainText(
		'As soon as the order is completed.'
	);
	const html = page.locator( 'html' );
	// Gone with the page, if somebody reloads it.
	await html.evaluate( ( root ) => root.setAttribute( 'data-same', '' ) );
	await expect( box ).toContainText( /Order .+ = Invoice /, {
		timeout: 120_000,
	} );
	const actions = page.locator( 'select[name="wc_order_action"]' );
	await expect( actions ).toContainText( 'E-mail the invoice', {
		timeout: 120_000,
	} );
	await expect(
		box.getByRole( 'button', { name: 'Preview a credit note' } )
	).toBeVisible();
	await expect( html ).toHaveAttribute( 'data-same', '' );

	await box.getByRole( 'button', { name: 'History' } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( box.getByRole( 'list' ).first() ).toContainText( 'Done' );
	await accessible( page, '#orderinvoicer-order' );
	await page.setViewportSize( { width: 390, height: 800 } );
	const excess = await box.evaluate(
		( { scrollWidth, clientWidth } ) => scrollWidth - clientWidth
	);
	expect( excess ).toBeLessThanOrEqual( 0 );
} );

test( 'a document is looked for only once a person asks, and the dialog fits a phone', async ( {
	guest,
	page,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	const open = box.getByRole( 'button', {
		name: 'Link an existing document',
	} );
	await open.focus();
	await page.keyboard.press( 'Enter' );
	const dialog = page.getByRole( 'dialog' );
	await dialog.getByLabel( /^Its number/ ).fill( 'F-none' );
	await accessible( page, '[role="dialog"]' );
	await page.keyboard.press( 'Enter' );
	await expect( dialog.getByRole( 'status' ) ).toContainText(
		'Sellsy has no such document.'
	);
	await expect( dialog.getByLabel( /^Its number/ ) ).toHaveValue( 'F-none' );
	await accessible( page, '[role="dialog"]' );
	await page.setViewportSize( { width: 390, height: 800 } );
	const excess = await dialog.evaluate(
		( { scrollWidth, clientWidth } ) => scrollWidth - clientWidth
	);
	expect( excess ).toBeLessThanOrEqual( 0 );
	await page.keyboard.press( 'Escape' );
	await expect( open ).toBeFocused();
} );

test( 'a document is asked for in the box, and the page stays', async ( {
	guest,
	page,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	const html = page.locator( 'html' );
	await html.evaluate( ( root ) => root.setAttribute( 'data-same', '' ) );
	await box.getByRole( 'button', { name: 'Create now: Invoice' } ).click();
	const dialog = page.getByRole( 'dialog' );
	await expect( dialog ).toContainText( 'Invoice for' );
	await accessible( page, '[role="dialog"]' );
	await dialog.getByRole( 'button', { name: 'Create now' } ).click();
	await expect( box ).toContainText( /Order .+ = Invoice /, {
		timeout: 60_000,
	} );
	await expect(
		box.getByRole( 'button', { name: 'Create now: Invoice' } )
	).toHaveCount( 0 );
	await expect( html ).toHaveAttribute( 'data-same', '' );
	await accessible( page, '#orderinvoicer-order' );
} );

test( 'without JavaScript the box tells how the order stands', async ( {
	browser,
	guest,
	page,
	baseURL,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	const plain = await browser.newContext( {
		baseURL: baseURL ?? '',
		javaScriptEnabled: false,
		storageState: await page.context().storageState(),
	} );
	const screen = await plain.newPage();
	await screen.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = screen.locator( '#orderinvoicer-order' );
	await expect( box ).toContainText( 'As soon as the order is completed.' );
	await expect(
		box.getByRole( 'button', { name: 'Create now' } )
	).toHaveCount( 0 );
	await plain.close();
} );
