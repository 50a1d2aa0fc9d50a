import { expect, test } from './fixtures.ts';
import { buyRecorded } from './shopper.ts';

/** Where WooCommerce is real, guest-order.spec.ts buys real products. */

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] !== 'standin',
	'Needs the stand-in for WooCommerce.'
);

test( 'a recorded cart is paid, invoiced, changed and refunded on the stand-in', async ( {
	guest,
	page,
	sandbox,
} ) => {
	const before = await sandbox.list( 'invoices' );

	const order = await buyRecorded( guest );

	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			// Seconds, but not on a busy machine where PHP is WebAssembly.
			timeout: 90_000,
		} )
		.toBe( before.length + 1 );

	await page.goto( '/wp-admin/edit.php?post_type=shop_order' );
	const row = page.locator( `#post-${ order }` );
	await expect(
		row.locator( `a[href^="${ sandbox.url }/app"]` )
	).toBeVisible();
	await row.getByRole( 'link', { name: `#${ order }` } ).click();

	const box = page.locator( '#orderinvoicer-order' );
	const link = box.locator( `a[href^="${ sandbox.url }/app"]` ).first();
	await expect( link ).toBeVisible();
	await expect( page.locator( '.order_notes' ) ).toContainText( 'Sellsy' );

	const actions = page.locator( '#woocommerce-order-actions' );
	await actions.getByLabel( 'Status' ).selectOption( 'wc-completed' );
	await actions.getByRole( 'button', { name: 'Update' } ).click();
	await expect( actions.getByLabel( 'Status' ) ).toHaveValue(
		'wc-completed'
	);

	await actions.getByRole( 'textbox', { name: 'Refund' } ).fill( '9.99' );
	await actions.getByRole( 'button', { name: 'Refund' } ).click();
	await expect( actions ).toContainText( 'Refunded: 9.99' );
	await expect( box ).toContainText( /avoir|credit note/i );

	await page.goto( ( await link.getAttribute( 'href' ) ) ?? '' );
	await expect( page.getByText( '29.97' ).first() ).toBeVisible();
	expect( await sandbox.list( 'invoices' ) ).toHaveLength(
		before.length + 1
	);
} );
