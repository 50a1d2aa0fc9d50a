import type { Page } from '@playwright/test';
import { expect, type Sandbox, test } from './fixtures.ts';
import { buyAsGuest } from './shopper.ts';

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no products; see standin-order.spec.ts.'
);

/**
 * Seconds, but where PHP is WebAssembly on a busy machine the site's call to itself can be lost: then cron is what
 * makes the invoice.
 */
const CRON_AFTER = 45_000;

const invoices = async (
	{ request }: Page,
	sandbox: Sandbox,
	bought: number
): Promise< number > => {
	if ( Date.now() > bought + CRON_AFTER ) {
		await request.get( '/wp-cron.php' );
	}
	return ( await sandbox.list( 'invoices' ) ).length;
};

test( 'a guest buys and pays; the invoice stands in Sellsy, its link is on the order', async ( {
	guest,
	page,
	sandbox,
} ) => {
	const before = await sandbox.list( 'invoices' );

	const order = await buyAsGuest( guest, 'tasse-en-gres' );

	const bought = Date.now();
	await expect
		.poll( () => invoices( guest, sandbox, bought ), {
			// On a busy machine the runner may die; its row is free again after five minutes.
			timeout: 360_000,
			intervals: [ 1_000, 1_000, 5_000 ],
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
