import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { seesFocus } from './keyboard.ts';
import { create } from './site.ts';

const APP = '/wp-admin/admin.php?page=orderinvoicer';

const PAGES: [ string, string, RegExp ][] = [
	[ 'overview', 'Overview', /Look here/ ],
	[ 'documents', 'Documents', /add rules/ ],
	[ 'setup', 'Set up step by step', /Four steps/ ],
];

/** The link is pressed with the keyboard, the text of this screen is read, and Escape leads back. */
const readsHelp = async (
	page: Page,
	link: string,
	topic: string,
	text: RegExp
): Promise< boolean > => {
	const button = page.getByRole( 'button', { name: link, exact: true } );
	await button.focus();
	await page.keyboard.press( 'Enter' );
	const help = page.getByRole( 'region', { name: topic, exact: true } );
	await expect( help ).toBeFocused();
	await expect( help ).toBeInViewport();
	await expect( help ).toContainText( text );
	await page.keyboard.press( 'Escape' );
	await expect( help ).toBeHidden();
	await seesFocus( button );
	return true;
};

test( 'each page of ours leads to its help, on a phone too', async ( {
	page,
	accessible,
} ) => {
	for ( const [ tab, topic, text ] of PAGES ) {
		await page.goto( `${ APP }#/${ tab }` );
		for ( const width of [ 1280, 390 ] ) {
			await page.setViewportSize( { width, height: 844 } );
			expect(
				await readsHelp( page, 'Help on this page', topic, text )
			).toBe( true );
		}
	}
	await accessible( page, '#orderinvoicer-app' );
} );

test.describe( 'on real WooCommerce', () => {
	test.skip(
		process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
		"The stand-in for WooCommerce has no list of WooCommerce's own."
	);

	test( 'so do the list of orders, the page that asks and the order box', async ( {
		page,
	} ) => {
		const id = await create( page.request, '/wc/v3/orders', {
			status: 'pending',
		} );
		await page.goto( '/wp-admin/admin.php?page=wc-orders' );
		expect(
			await readsHelp(
				page,
				'Help with Sellsy',
				'Sellsy: the list of orders',
				/column/
			)
		).toBe( true );
		await page.goto(
			`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ id }`
		);
		expect(
			await readsHelp(
				page,
				'Help with this box',
				'Sellsy: one order',
				/cannot be undone/
			)
		).toBe( true );
		await page.goto(
			`/wp-admin/admin.php?page=orderinvoicer-bulk&orderinvoicer_do=create&orderinvoicer_orders=${ id }`
		);
		expect(
			await readsHelp(
				page,
				'Help on this page',
				'Documents in Sellsy',
				/before you press/
			)
		).toBe( true );
	} );
} );
