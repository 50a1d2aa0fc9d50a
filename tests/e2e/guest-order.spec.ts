import { expect, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no products; see standin-order.spec.ts.'
);

test( 'a guest buys and pays; the invoice stands in Sellsy, its link is on the order', async ( {
	guest,
	page,
	sandbox,
} ) => {
	const before = await sandbox.list( 'invoices' );

	const order = await buyAsGuest( guest, 'tasse-en-gres' );

	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			// Seconds, but not on a busy machine where PHP is WebAssembly.
			timeout: 90_000,
		} )
		.toBe( before.length + 1 );
	await page.goto(
		`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
	);
	const link = page.locator( `a[href^="${ sandbox.url }/app"]` ).first();
	await expect( link ).toBeVisible();
	await page.goto( ( await link.getAttribute( 'href' ) ) ?? '' );
	await expect( page.getByText( 'Tasse en grès' ).first() ).toBeVisible();
} );
