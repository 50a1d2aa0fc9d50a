import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { tooWide } from './layout.ts';
import { buyAsGuest } from './shopper.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/figures';
const HISTORY = '/wp-admin/admin.php?page=orderinvoicer#/history';
const APP = '#orderinvoicer-app';

/** WooCommerce's own scripts are fetched for the first time. */
const SLOW = { timeout: 60_000 };

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no figures to draw and no products.'
);

test( 'the owner sees what this month came to, takes a table away as a file, and the PDFs', async ( {
	page,
	guest,
	sandbox,
	accessible,
} ) => {
	const before = ( await sandbox.list( 'invoices' ) ).length;
	await buyAsGuest( guest, 'tasse-en-gres' );
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, SLOW )
		.toBeGreaterThan( before );

	await page.goto( PAGE );
	const app = page.locator( APP );
	const rates = app.getByRole( 'heading', { name: 'By VAT rate' } );
	await expect( rates ).toBeVisible( SLOW );
	await expect(
		app.getByRole( 'link', { name: /^Ordered/ } )
	).toHaveAttribute( 'href', /^#\/history\?from=.+&until=/ );
	await accessible( page, APP );

	const coming = page.waitForEvent( 'download' );
	const button = app.getByRole( 'button', {
		name: 'Download as CSV: By VAT rate',
	} );
	await button.focus();
	await page.keyboard.press( 'Enter' );
	const file = await coming;
	expect( file.suggestedFilename() ).toMatch( /^vat-rates-.+\.csv$/ );
	const text = await readFile( await file.path(), 'utf8' );
	expect( text ).toContain( 'Period;VAT rate;Documents;' );
	expect( text ).toMatch( /;20 %;\d+;[\d,]+;[\d,]+;[\d,]+;EUR/ );

	await page.setViewportSize( { width: 390, height: 844 } );
	await expect( rates ).toBeVisible();
	await accessible( page, APP );
	expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
	// No column lies beside the card.
	expect(
		await app
			.locator( '.woocommerce-table__table' )
			.evaluateAll( ( all ) =>
				all.filter(
					( { scrollWidth, clientWidth } ) =>
						scrollWidth > clientWidth + 1
				)
			)
	).toHaveLength( 0 );

	await page.goto( HISTORY );
	await app.getByRole( 'button', { name: /^Download the PDFs/ } ).click();
	const question = page.getByRole( 'dialog' );
	await expect( question ).toContainText( /fetched from Sellsy/ );
	await accessible( page, '[role="dialog"]' );
	await question
		.getByRole( 'button', { name: 'Prepare the archive' } )
		.click();
	const link = app.getByRole( 'link', { name: 'Download the archive' } );
	await expect( link ).toBeVisible( SLOW );
	await accessible( page, APP );
	expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
	const archive = page.waitForEvent( 'download' );
	await link.click();
	const zip = await readFile( await ( await archive ).path() );
	expect( zip.subarray( 0, 4 ).toString( 'latin1' ) ).toBe(
		'PK\u0003\u0004'
	);
	expect( zip.includes( '.pdf' ) ).toBe( true );
	// It is gone with that.
	await page.reload();
	await expect( app.getByRole( 'table' ).first() ).toBeVisible();
	await expect( link ).toBeHidden();
} );
