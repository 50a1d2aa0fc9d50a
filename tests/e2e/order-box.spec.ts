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

test( 'a document is looked for only once a person asks, and the panel fits a phone', async ( {
	guest,
	page,
	accessible,
} ) => {
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	await box.getByText( 'Link an existing document' ).focus();
	await page.keyboard.press( 'Enter' );
	await box.getByLabel( /^Its number/ ).fill( 'F-none' );
	await accessible( page, '#orderinvoicer-order' );
	await box.getByRole( 'button', { name: 'Look for it in Sellsy' } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( box.getByRole( 'status' ) ).toContainText(
		'Sellsy has no such document.'
	);
	await expect( box.getByLabel( /^Its number/ ) ).toHaveValue( 'F-none' );
	await accessible( page, '#orderinvoicer-order' );
	await page.setViewportSize( { width: 390, height: 800 } );
	const excess = await box.evaluate(
		( { scrollWidth, clientWidth } ) => scrollWidth - clientWidth
	);
	expect( excess ).toBeLessThanOrEqual( 0 );
} );
