import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

const TOO_MANY_TABS = 60;

/** Reached with Tab alone, then pressed: as somebody without a mouse does. */
const press = async (
	page: Page,
	target: Locator,
	tab: 'Tab' | 'Shift+Tab' = 'Tab'
) => {
	await expect( target ).toBeVisible();
	// A button that waits for something can be reached, and does nothing yet.
	await expect( target ).toBeEnabled();
	for ( let tabs = 0; tabs < TOO_MANY_TABS; tabs++ ) {
		if (
			await target.evaluate(
				( element ) => element === element.ownerDocument.activeElement
			)
		) {
			await page.keyboard.press( 'Enter' );
			return;
		}
		await page.keyboard.press( tab );
	}
	throw new Error( `Tab never reaches ${ target.toString() }.` );
};

/** The page looks again by itself; reloading is only quicker. */
const appears = ( page: Page, name: string ) =>
	expect( async () => {
		await page.goto( 'about:blank' );
		await page.goto( PAGE );
		await expect(
			page.getByRole( 'heading', { name, level: 4 } )
		).toBeVisible( { timeout: 15_000 } );
		await press(
			page,
			page.getByRole( 'link', { name: 'Skip to main content' } )
		);
	} ).toPass( { timeout: 120_000 } );

const settings = async (
	request: APIRequestContext,
	method: 'GET' | 'POST',
	data?: unknown
): Promise< Record< string, unknown > > => {
	const nonce = await request.get(
		'/wp-admin/admin-ajax.php?action=rest-nonce'
	);
	const response = await request.fetch(
		'/?rest_route=/orderinvoicer/v1/settings',
		{
			method,
			headers: { 'X-WP-Nonce': await nonce.text() },
			...( data === undefined ? {} : { data } ),
		}
	);
	expect( response.ok(), await response.text() ).toBe( true );
	return response.json();
};

// Each waits for the queue, which a busy machine makes slow.
test.describe.configure( { timeout: 300_000 } );

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no products.'
);

test( 'an order that Sellsy refused is tried again with the keyboard alone', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	await page.setViewportSize( { width: 400, height: 800 } );
	const before = await sandbox.list( 'invoices' );
	await sandbox.fault( { mode: '422', method: 'POST', path: '/invoices' } );
	const order = await buyAsGuest( guest, 'tasse-en-gres' );

	await appears( page, 'Sellsy refused the document 1 order' );
	await accessible( page, APP );
	await expect(
		page.getByRole( 'link', { name: `Open order ${ order }` } )
	).toHaveAttribute( 'href', new RegExp( `id=${ order }` ) );
	await expect(
		page.locator( '#adminmenu' ).getByText( '1 order needs you.' )
	).toBeAttached();
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		)
	).toBeLessThanOrEqual( 0 );

	await press( page, page.getByRole( 'button', { name: /^Retry these/ } ) );
	// The invoice becomes final by it.
	await press(
		page,
		page
			.getByRole( 'dialog' )
			.getByRole( 'button', { name: 'Retry', exact: true } )
	);
	await expect(
		page
			.locator( APP )
			.getByText( /^1 (was tried again|is tried again now)/ )
	).toBeVisible();
	await expect(
		page.getByRole( 'heading', { name: 'All is well: nothing to do.' } )
	).toBeVisible();
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			timeout: 120_000,
		} )
		.toBe( before.length + 1 );
	// By itself, and with the document that was made.
	await expect(
		page.getByText( /^Last document:/ ).getByRole( 'link', { name: order } )
	).toBeVisible( { timeout: 70_000 } );
	await accessible( page, APP );
} );

test( 'a tax that is not assigned is assigned one click away, and the order goes on', async ( {
	guest,
	page,
	accessible,
} ) => {
	const kept = await settings( page.request, 'GET' );
	await settings( page.request, 'POST', { tax_rates: [] } );
	await buyAsGuest( guest, 'tasse-en-gres' );
	try {
		await appears( page, 'A tax rate has no Sellsy tax 1 order' );
		await press(
			page,
			page.getByRole( 'link', { name: 'Open the taxes' } )
		);
		await expect( page ).toHaveURL( /#\/taxes\?setting=tax_rates$/ );
		await press(
			page,
			page.getByRole( 'button', { name: 'Use all certain proposals' } ),
			'Shift+Tab' // The link led to the rates themselves.
		);
		await press(
			page,
			page.getByRole( 'button', { name: 'Save changes' } )
		);
		await expect( page.getByText( 'Saved.' ) ).toBeVisible();
		await press(
			page,
			page.locator( APP ).getByRole( 'link', { name: 'Overview' } ),
			'Shift+Tab'
		);
		await press(
			page,
			page.getByRole( 'button', { name: 'Let these go on' } )
		);
		await press(
			page,
			page
				.getByRole( 'dialog' )
				.getByRole( 'button', { name: 'Retry', exact: true } )
		);
		await expect(
			page.getByRole( 'heading', { name: 'All is well: nothing to do.' } )
		).toBeVisible();
		await expect( page.getByText( /^Health: / ) ).toBeVisible();
		await accessible( page, APP );
	} finally {
		await settings( page.request, 'POST', {
			tax_rates: kept[ 'tax_rates' ],
		} );
	}
} );
