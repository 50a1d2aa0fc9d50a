import { expect, test } from './fixtures.ts';
import { call, create } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';
const NOBODY = { agrees: false, warehouse_id: null, moved_by: 'unknown' };

test.skip(
	process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
	'The stand-in for WooCommerce has no products to count.'
);

test.afterEach( async ( { page } ) => {
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		items: { opening_stock: false, warehouse_id: null },
		stock: NOBODY,
	} );
} );

test( 'the owner compares stock, sees what differs and lets it agree, on a phone too', async ( {
	page,
	sandbox,
	accessible,
} ) => {
	const sku = `TASSE-${ Date.now() }`;
	await call( page.request, 'POST', '/orderinvoicer/v1/settings', {
		items: { opening_stock: true, warehouse_id: 1 },
	} );
	const product = await create( page.request, '/wc/v3/products', {
		name: `Tasse ${ sku }`,
		sku,
		regular_price: '12',
		manage_stock: true,
		stock_quantity: 5,
	} );
	const before = ( await sandbox.list( 'invoices' ) ).length;
	await create( page.request, '/wc/v3/orders', {
		status: 'processing',
		payment_method: 'bacs',
		billing: {
			first_name: 'Client',
			last_name: 'Stock',
			email: 'client-stock@example.test',
			address_1: '1 rue de la Paix',
			postcode: '75002',
			city: 'Paris',
			country: 'FR',
		},
		line_items: [ { product_id: product, quantity: 1 } ],
	} );
	await expect
		.poll( async () => ( await sandbox.list( 'invoices' ) ).length, {
			timeout: 60_000,
		} )
		.toBe( before + 1 );
	await call( page.request, 'POST', `/wc/v3/products/${ product }`, {
		stock_quantity: 9,
	} );

	await page.setViewportSize( { width: 390, height: 844 } );
	await page.goto( `${ PAGE }#/products` );
	const section = page.getByRole( 'group', { name: 'Stock agrees' } );
	await section.getByRole( 'button', { name: 'Choose a warehouse' } ).click();
	await section
		.getByLabel( 'Warehouse in Sellsy' )
		.selectOption( { label: 'Entrepôt principal (default)' } );
	await section.getByLabel( 'Nothing', { exact: true } ).check();
	await page.getByRole( 'button', { name: 'Save changes' } ).click();
	await expect( page.getByText( 'Saved.' ) ).toBeVisible();

	await section
		.getByRole( 'button', { name: 'Compare', exact: true } )
		.click();
	const row = section.getByRole( 'row' ).filter( { hasText: sku } );
	await expect( row ).toContainText( 'In Sellsy: from 4 to 9', {
		timeout: 15_000,
	} );
	await accessible( page, APP );
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		)
	).toBeLessThanOrEqual( 0 );

	await section
		.getByRole( 'button', { name: 'Let stock agree from now on' } )
		.click();
	await accessible( page, '.components-modal__frame' );
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: 'Let stock agree' } )
		.click();
	await expect(
		section.getByRole( 'button', { name: 'Stop changing stock' } )
	).toBeVisible();
	await accessible( page, APP );
} );
