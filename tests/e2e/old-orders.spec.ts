import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buy } from './shopper.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce does not page through orders by date and status.'
);

/** `Y-m-d` where the shop stands. */
const day = ( daysFromNow: number ): string =>
	new Intl.DateTimeFormat( 'sv-SE', { timeZone: 'Europe/Paris' } ).format(
		Date.now() + daysFromNow * 86_400_000
	);

const startFrom = async ( page: Page, date: string ): Promise< void > => {
	await page.goto( `${ PAGE }#/documents` );
	await page.getByRole( 'button', { name: 'Change: Invoice' } ).click();
	const start = page
		.getByRole( 'group', { name: 'Invoice', exact: true } )
		.getByLabel( 'Orders created from' );
	if ( ( await start.inputValue() ) === date ) {
		return;
	}
	await start.fill( date );
	await page.getByRole( 'button', { name: 'Save changes' } ).click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();
};

test.afterEach( async ( { context, sandbox } ) => {
	await sandbox.withoutFaults();
	await startFrom( await context.newPage(), day( 0 ) );
} );

test( 'old orders: tried, counted, filled in while the page is closed, paused and resumed', async ( {
	guest,
	page,
	context,
	sandbox,
	accessible,
} ) => {
	test.setTimeout( 400_000 );
	await startFrom( page, day( 1 ) );
	const orders = [ await buy( guest ), await buy( guest ) ];
	const before = await sandbox.list( 'invoices' );
	// An order of another test may wait for the later start too.
	const made = async () =>
		( await sandbox.list( 'invoices' ) )
			.slice( before.length )
			.filter( ( { order_reference: reference } ) =>
				orders.some( ( id ) =>
					String( reference ).endsWith( `-${ id }` )
				)
			);

	await page.goto( `${ PAGE }#/orders` );
	await page.getByRole( 'button', { name: 'Start the dry run' } ).click();
	await expect(
		page.locator( APP ).getByText( 'Nothing was created.' )
	).toBeVisible( { timeout: 90_000 } );
	expect( await sandbox.list( 'invoices' ) ).toHaveLength( before.length );

	await page.getByLabel( 'First day' ).fill( day( 0 ) );
	await page.getByLabel( 'Last day' ).fill( day( 0 ) );
	await page.getByLabel( 'Completed' ).uncheck();
	await page.getByLabel( 'Processing' ).check();
	await page.getByRole( 'button', { name: 'Count the orders' } ).click();
	await expect(
		page.locator( APP ).getByText( /orders fit this choice/ )
	).toBeVisible( { timeout: 60_000 } );
	await accessible( page, APP );

	// Slow enough for a person to pause between two documents.
	await sandbox.fault( {
		mode: 'slow',
		method: 'POST',
		path: '/invoices/compute',
		times: 0,
		ms: 6000,
	} );
	await page.getByRole( 'button', { name: 'Make the documents' } ).click();
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: 'Make the documents' } )
		.click();
	await expect( page.getByText( 'Running' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Pause' } ).click();
	await expect( page.getByText( 'Paused' ) ).toBeVisible();
	await page.close();

	const later = await context.newPage();
	await later.goto( `${ PAGE }#/orders` );
	await expect( later.getByText( 'Paused' ) ).toBeVisible();
	await expect( later.getByRole( 'progressbar' ) ).toBeVisible();
	expect( ( await made() ).length ).toBeLessThan( 2 );
	await accessible( later, APP );
	await sandbox.withoutFaults();
	await later.getByRole( 'button', { name: 'Resume' } ).click();
	await expect( later.getByText( 'Finished' ) ).toBeVisible( {
		timeout: 150_000,
	} );

	expect(
		( await made() ).map( ( invoice ) => invoice[ 'status' ] )
	).toEqual( [ 'draft', 'draft' ] );
} );
