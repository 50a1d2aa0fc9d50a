import type { APIRequestContext, Page } from '@playwright/test';
import { buyAsGuest, buyRecorded } from './shopper.ts';
import { call } from './site.ts';

export const PAGE = '/wp-admin/admin.php?page=orderinvoicer#/setup';
export const APP = '#orderinvoicer-app';
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
export const forgetAll = async (
	request: APIRequestContext
): Promise< void > => {
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

export const heading = ( page: Page, name: RegExp ) =>
	page.locator( APP ).getByRole( 'heading', { level: 3, name } );

/** A guest's order, paid: cash on delivery counts once the order is completed. */
export const buyAndPay = async ( guest: Page, page: Page ): Promise< void > => {
	if ( ! IS_STANDIN ) {
		const order = await buyAsGuest( guest, 'tasse-en-gres' );
		await call( page.request, 'POST', `/wc/v3/orders/${ order }`, {
			status: 'completed',
		} );
		return;
	}
	const order = await buyRecorded( guest );
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
