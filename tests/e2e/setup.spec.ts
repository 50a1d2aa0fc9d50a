import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/setup';
const APP = '#orderinvoicer-app';
const IS_STANDIN =
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin';

const KINDS = [
	'estimate',
	'order',
	'delivery',
	'proforma',
	'invoice',
	'creditnote',
];

/** As after the activation: no keys, nothing switched on, nothing mapped. */
const forgetAll = async ( request: APIRequestContext ): Promise< void > => {
	await call( request, 'DELETE', '/orderinvoicer/v1/connection' );
	await call( request, 'POST', '/orderinvoicer/v1/settings', {
		...Object.fromEntries(
			KINDS.map( ( kind ) => [
				kind,
				{ enabled: false, rate_category_id: null, finalise: 'manual' },
			] )
		),
		payments: { enabled: false, methods: [] },
		tax_rates: [],
		exempt_taxes: [],
		rounding_tax_id: null,
	} );
};

const heading = ( page: Page, name: RegExp ) =>
	page.locator( APP ).getByRole( 'heading', { level: 3, name } );

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
	await expect( page.getByText( /No right is missing/ ) ).toBeVisible();
};

/** A guest's order, paid: cash on delivery counts once the order is completed. */
const buyAndPay = async ( guest: Page, page: Page ): Promise< void > => {
	if ( ! IS_STANDIN ) {
		const order = await buyAsGuest( guest, 'tasse-en-gres' );
		await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
			status: 'completed',
		} );
		return;
	}
	await guest.goto( '/shop/' );
	await guest.getByLabel( 'Cart' ).selectOption( 'ttc-three-at-9-99' );
	await guest
		.getByLabel( 'E-mail' )
		.fill( `client-${ Date.now() }@example.test` );
	await guest.getByRole( 'button', { name: 'Pay on delivery' } ).click();
	await expect( guest.locator( '.standin-bought' ) ).toBeVisible();
	const order = new URL( guest.url() ).searchParams.get( 'order' ) ?? '';
	const owner = await page.context().newPage();
	await owner.goto( '/wp-admin/edit.php?post_type=shop_order' );
	await owner
		.locator( `#post-${ order }` )
		.getByRole( 'link', { name: `#${ order }` } )
		.click();
	const actions = owner.locator( '#woocommerce-order-actions' );
	await actions.getByLabel( 'Status' ).selectOption( 'wc-completed' );
	await actions.getByRole( 'button', { name: 'Update' } ).click();
	await owner.close();
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

test( 'the owner goes from nothing to the first invoice without leaving the page', async ( {
	page,
	guest,
	sandbox,
	accessible,
} ) => {
	// Six steps, each looked at by axe, and a purchase.
	test.slow();
	const earlier = await sandbox.list( 'invoices' );

	await page.goto( PAGE );
	await expect( heading( page, /Step 1 of 6/ ) ).toBeVisible();
	await page.getByText( 'What the access must be allowed to do' ).click();
	await accessible( page, APP );
	await connect( page );
	await accessible( page, APP );
	await goOn( page );

	await expect( heading( page, /Step 2 of 6/ ) ).toBeFocused();
	await page.getByRole( 'radio', { name: /^Card shop/ } ).check();
	await expect(
		page.getByText( /As soon as the order is paid/ )
	).toBeVisible();
	await accessible( page, APP );
	await goOn( page );

	await expect( heading( page, /Step 3 of 6/ ) ).toBeFocused();
	await page.getByRole( 'button', { name: 'Use all proposals' } ).click();
	await accessible( page, APP );
	await goOn( page );

	await expect( heading( page, /Step 4 of 6/ ) ).toBeFocused();
	await page.getByRole( 'button', { name: 'Use all proposals' } ).click();
	await accessible( page, APP );
	await goOn( page );

	await expect( heading( page, /Step 5 of 6/ ) ).toBeFocused();
	await expect(
		page.getByRole( 'button', { name: 'Run again' } )
	).toBeVisible();
	await accessible( page, APP );
	await goOn( page );

	await expect( heading( page, /Ready to switch on/ ) ).toBeFocused();
	await accessible( page, APP );
	await page.getByRole( 'button', { name: 'Switch on' } ).click();
	await expect( heading( page, /Order Invoicer is on/ ) ).toBeFocused();
	await accessible( page, APP );
	expect( await sandbox.list( 'invoices' ) ).toHaveLength( earlier.length );

	await buyAndPay( guest, page );
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			timeout: 90_000,
		} )
		.toBe( earlier.length + 1 );
	await expect( page ).toHaveURL( /#\/setup\/finish\/paid$/ );
	await page.reload();
	await expect( heading( page, /Order Invoicer is on/ ) ).toBeVisible();
} );

test( 'a private access is allowed at Sellsy, and the wizard goes on where it was left', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await page.getByRole( 'radio', { name: 'Private access' } ).check();
	await typeKeys( page, 'sandbox-private', 'sandbox-private-secret' );
	await page.getByRole( 'button', { name: 'Connect at Sellsy' } ).click();
	await page.getByRole( 'button', { name: 'Autoriser' } ).click();
	await expect( page.getByText( /No right is missing/ ) ).toBeVisible();
	await expect( page ).toHaveURL( /page=orderinvoicer#\/setup\/connect$/ );
	await accessible( page, APP );
	await goOn( page );
	await expect( heading( page, /Step 2 of 6/ ) ).toBeFocused();
} );

test( 'without api-v1 proformas and delivery notes say why they wait', async ( {
	page,
	accessible,
} ) => {
	await page.goto( PAGE );
	await typeKeys( page, 'sandbox-modern', 'sandbox-modern-secret' );
	await page.getByRole( 'button', { name: 'Connect', exact: true } ).click();
	await expect( page.getByText( /No right is missing/ ) ).toBeVisible();
	await goOn( page );
	await expect( page.getByText( 'Not with this access yet' ) ).toBeVisible();
	await page
		.getByRole( 'button', { name: 'Possible now: B2B: order → invoice' } )
		.click();
	await expect(
		page.getByRole( 'radio', { name: /^B2B: order → invoice/ } )
	).toBeChecked();
	await accessible( page, APP );
} );

test( 'documents and taxes are chosen with the keyboard alone', async ( {
	page,
} ) => {
	const tabTo = async ( name: string ) => {
		const target = page.getByRole( 'button', { name, exact: true } );
		await expect( async () => {
			await page.keyboard.press( 'Tab' );
			await expect( target ).toBeFocused( { timeout: 100 } );
		} ).toPass( { intervals: [ 0 ], timeout: 60_000 } );
		await page.keyboard.press( 'Enter' );
	};
	await connect( page );
	await tabTo( 'Continue' );
	await expect( heading( page, /Step 2 of 6/ ) ).toBeFocused();
	const card = page.getByRole( 'radio', { name: /^Card shop/ } );
	await expect( card ).toBeVisible();
	await page.keyboard.press( 'Tab' );
	await expect( card ).toBeFocused();
	await page.keyboard.press( 'Space' );
	await expect( card ).toBeChecked();
	await page.keyboard.press( 'ArrowDown' );
	const transfer = page.getByRole( 'radio', { name: /^Bank transfer/ } );
	await expect( transfer ).toBeFocused();
	await expect( transfer ).toBeChecked();
	await tabTo( 'Continue' );
	await expect( heading( page, /Step 3 of 6/ ) ).toBeFocused();
	await expect( page.getByText( /^Proposed:/ ).first() ).toBeVisible();
	await tabTo( 'Use all proposals' );
	await tabTo( 'Continue' );
	await expect( heading( page, /Step 4 of 6/ ) ).toBeFocused();
	await expect( page ).toHaveURL( /#\/setup\/payments\/transfer$/ );
} );

test( 'every step fits on a small phone', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await connect( page );
	for ( const step of [
		'connect',
		'documents',
		'taxes',
		'payments',
		'check',
		'finish',
	] ) {
		await page.goto( `${ PAGE }/${ step }/delivery` );
		await expect( heading( page, /Step \d of 6/ ) ).toBeVisible();
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
