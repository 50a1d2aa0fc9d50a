import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { call } from './site.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	"The stand-in for WooCommerce has no list of WooCommerce's own."
);

const LIST = '/wp-admin/admin.php?page=wc-orders';

/** An order that nobody has paid: the settings ask for nothing yet. */
const place = async ( page: Page ): Promise< number > => {
	// By its name: what another test added has a tax that may not be mapped.
	const products = await call(
		page.request,
		'GET',
		'/wc/v3/products&slug=tasse-en-gres'
	);
	const product: unknown = Array.isArray( products ) ? products[ 0 ] : null;
	const id =
		typeof product === 'object' && product !== null && 'id' in product
			? product.id
			: 0;
	const order = await call( page.request, 'POST', '/wc/v3/orders', {
		status: 'pending',
		billing: {
			first_name: 'Client',
			last_name: 'Test',
			email: `client-${ Date.now() }@example.test`,
			address_1: '12 avenue de la République',
			postcode: '69001',
			city: 'Lyon',
			country: 'FR',
		},
		line_items: [ { product_id: id, quantity: 2 } ],
	} );
	return typeof order === 'object' && order !== null && 'id' in order
		? Number( order.id )
		: 0;
};

const narrow = async (
	page: Page,
	state: string,
	kind: string
): Promise< void > => {
	await page.locator( '#orderinvoicer_state' ).selectOption( state );
	await page.locator( '#orderinvoicer_kind' ).selectOption( kind );
	await page.locator( '#order-query-submit' ).click();
	await page.waitForURL( new RegExp( `orderinvoicer_state=${ state }` ) );
	await page.waitForLoadState( 'load' );
};

test.beforeEach( ( { page } ) => speak( page.request, 'fr_FR' ) );

test.afterEach( ( { page } ) => speak( page.request, 'en_US' ) );

test( 'in French: two orders are ticked, the page asks, they become invoices, and the list knows', async ( {
	page,
	accessible,
} ) => {
	test.setTimeout( 300_000 );
	const orders = [ await place( page ), await place( page ) ];
	const row = ( id: number ) => page.locator( `#order-${ id }` );

	await page.goto( LIST );
	await narrow( page, 'nothing', 'invoice' );
	for ( const id of orders ) {
		// Since WordPress made this cell a td, WooCommerce 10.5 takes a click into it for one on the order.
		await page
			.locator( `#cb-select-${ id }` )
			.evaluate( ( box: HTMLInputElement ) => {
				box.checked = true;
			} );
	}
	await accessible( page, '#orderinvoicer_state' );
	await page
		.locator( '#bulk-action-selector-top' )
		.selectOption( 'orderinvoicer_create' );
	await page.locator( '#doaction' ).click();

	await page.waitForURL( /page=orderinvoicer-bulk/ );
	const form = page.locator( 'form', {
		has: page.locator( 'input[value="create:invoice"]' ),
	} );
	await expect( form.getByRole( 'checkbox' ) ).toBeVisible();
	await accessible( page, '#wpbody-content .wrap' );
	await page.setViewportSize( { width: 390, height: 844 } );
	await accessible( page, '#wpbody-content .wrap' );
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		)
	).toBeLessThanOrEqual( 0 );
	await page.setViewportSize( { width: 1280, height: 900 } );

	await form.getByRole( 'button' ).click();
	expect( page.url() ).toMatch( /page=orderinvoicer-bulk/ );
	await form.getByRole( 'checkbox' ).focus();
	await page.keyboard.press( 'Space' );
	await form.getByRole( 'button' ).focus();
	await page.keyboard.press( 'Enter' );

	await page.waitForURL( /page=wc-orders.*orderinvoicer_state=nothing/ );
	const progress = page.locator( '#orderinvoicer-bulk' );
	await expect( progress ).toContainText( '2' );
	await accessible( page, '.notice:has(#orderinvoicer-bulk)' );
	// By itself: the page is not loaded again.
	await expect( progress ).toContainText( /2 (sur|of) 2/, {
		timeout: 120_000,
	} );

	await narrow( page, 'made', 'invoice' );
	for ( const id of orders ) {
		await expect(
			row( id ).locator( 'td.orderinvoicer a' ).first()
		).toHaveAttribute( 'href', /\/app/ );
	}
	await accessible( page, `#order-${ orders[ 0 ] } td.orderinvoicer` );
	await narrow( page, 'nothing', 'invoice' );
	await expect( row( orders[ 0 ] ?? 0 ) ).toHaveCount( 0 );

	await page.goto( LIST );
	await page
		.locator( `.order-preview[data-order-id="${ orders[ 0 ] }"]` )
		.click();
	await expect(
		page
			.locator( '.wc-order-preview article' )
			.getByRole( 'link', { name: /F-|Facture|Invoice/ } )
			.first()
	).toHaveAttribute( 'href', /\/app/ );
	await page.locator( '.wc-order-preview .modal-close' ).first().click();

	await page.locator( '.notice:has(#orderinvoicer-bulk) button' ).click();
	await expect( page.locator( '#orderinvoicer-bulk' ) ).toHaveCount( 0 );
} );
