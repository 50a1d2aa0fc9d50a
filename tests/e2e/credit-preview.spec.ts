import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has neither products nor a refund panel.'
);

/** Made final at once, in the rate category of the invoice, where no other is chosen. */
const switchCreditNotes = async (
	request: APIRequestContext,
	enabled: boolean
): Promise< void > => {
	const nonce = await request.get(
		'/wp-admin/admin-ajax.php?action=rest-nonce'
	);
	const response = await request.post(
		'/?rest_route=/orderinvoicer/v1/settings',
		{
			headers: { 'X-WP-Nonce': await nonce.text() },
			data: {
				creditnote: {
					enabled,
					finalise: 'at_once',
					start_date: '2000-01-01',
				},
			},
		}
	);
	expect( response.ok(), await response.text() ).toBe( true );
};

test.beforeEach( ( { page } ) => switchCreditNotes( page.request, true ) );

test.afterEach( ( { page } ) => switchCreditNotes( page.request, false ) );

test( 'a credit note is previewed, then made: the figures are the same', async ( {
	guest,
	page,
	sandbox,
	accessible,
} ) => {
	const [ invoices, notes ] = await Promise.all( [
		sandbox.list( 'invoices' ),
		sandbox.list( 'credit_notes' ),
	] );
	const order = await buyAsGuest( guest, 'tasse-en-gres' );
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			// Seconds, but not on a busy machine where PHP is WebAssembly.
			timeout: 90_000,
		} )
		.toBe( invoices.length + 1 );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const box = page.locator( '#orderinvoicer-order' );
	const button = ( name: string ) => box.getByRole( 'button', { name } );
	await button( 'Preview a credit note' ).click();

	await box.getByLabel( 'Refund without lines' ).fill( '1,00' );
	await page.keyboard.press( 'Enter' );
	const preview = box.locator( '.orderinvoicer-preview' );
	await expect( preview.getByRole( 'status' ) ).toContainText( '€1.00' );
	await accessible( page, '#orderinvoicer-order' );
	await box.getByLabel( 'Refund without lines' ).fill( '9999' );
	await button( 'Preview the amount' ).click();
	await expect( preview.locator( '.components-notice' ) ).toContainText(
		'can still be refunded'
	);

	await page.locator( 'button.refund-items' ).click();
	const quantity = page.locator( '.refund_order_item_qty' ).first();
	await quantity.fill( '1' );
	await quantity.blur();
	await expect( page.locator( '#refund_amount' ) ).not.toHaveValue( '' );
	await button( 'Preview the refund entered under Items' ).click();
	const groups = preview.getByRole( 'table' ).locator( 'tbody' );
	await expect( groups.last() ).toBeVisible();
	expect( await sandbox.list( 'credit_notes' ) ).toHaveLength( notes.length );
	const foreseen = await Promise.all(
		( await groups.all() ).map( async ( group ) =>
			( await group.getByRole( 'cell' ).allTextContents() ).map(
				( amount ) => amount.slice( '€'.length )
			)
		)
	);

	page.on( 'dialog', ( dialog ) => dialog.accept() );
	await page.locator( 'button.do-manual-refund' ).click();
	await expect
		.poll( async () => ( await sandbox.list( 'credit_notes' ) ).length, {
			timeout: 90_000,
		} )
		.toBe( notes.length + 1 );
	const made = ( await sandbox.list( 'credit_notes' ) ).find(
		( note ) => ! notes.some( ( { id } ) => id === note[ 'id' ] )
	);
	const [ exclTax, , inclTax ] = foreseen.pop() ?? [];
	expect( made ).toMatchObject( {
		amounts: { total_excl_tax: exclTax, total_incl_tax: inclTax },
		taxes: foreseen.map( ( [ , amount ] ) => ( { amount } ) ),
	} );
} );
