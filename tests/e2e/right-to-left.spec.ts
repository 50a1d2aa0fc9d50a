import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { tooWide, unreadable, writeRightToLeft } from './layout.ts';
import { buyAsGuest } from './shopper.ts';
import { call } from './site.ts';

const APP = '#orderinvoicer-app';
const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const WIDTHS = [ 1280, 390 ];

/** With what stands on it. */
const PAGES: [ string, string ][] = [
	[ 'overview', 'Money' ],
	[ 'todo', 'To do' ],
	[ 'history', 'History' ],
	[ 'figures', 'Ordered' ],
	[ 'setup', 'Step' ],
	[ 'settings', 'What and when' ],
	[ 'taxes', 'Tax rates of the shop' ],
	[ 'payments', 'Record payments on the invoice' ],
	[ 'customers', 'Ask companies for their numbers at checkout' ],
	[ 'products', 'Bundles' ],
	[ 'emails', 'What you get' ],
	[ 'statuses', 'What counts as shipped' ],
	[ 'connection', 'Test the connection' ],
	[ 'orders', 'Dry run' ],
	[ 'diagnostics', 'Copy the diagnostics' ],
	[ 'log', 'All states' ],
];

/** Where tables take all the room beside the menu of wp-admin. */
const WIDE = [ 'overview', 'todo', 'history', 'figures', 'log' ];

/** Three rules of one kind, as their editor shows them. */
const withRules = ( request: APIRequestContext, rules: unknown[] ) =>
	call( request, 'POST', '/orderinvoicer/v1/settings', {
		invoice: { rules },
	} );

const rule = ( id: number, more: Record< string, unknown > ) => ( {
	id,
	gateways: [],
	buyer: '',
	area: '',
	makes: true,
	trigger: 'paid',
	finalise: 'manual',
	email: false,
	owner_id: null,
	model_id: null,
	rate_category_id: null,
	unread: '',
	...more,
} );

const RULES = [
	rule( 1, { gateways: [ 'cod' ], finalise: 'at_once' } ),
	rule( 2, { gateways: [ 'bacs' ], buyer: 'company' } ),
	rule( 3, { area: 'outside', makes: false } ),
];

/** Pixels that a page of tables leaves empty on a wide screen. */
const emptyBeside = async ( page: Page, tab: string ): Promise< number > => {
	if ( ! WIDE.includes( tab ) ) {
		return 0;
	}
	await page.setViewportSize( { width: 1280, height: 844 } );
	return page
		.locator( `${ APP } .orderinvoicer-page` )
		.evaluate( ( whole ) => {
			const sides = [ ...whole.children ].map( ( one ) =>
				one.getBoundingClientRect()
			);
			const right = Math.max( ...sides.map( ( one ) => one.right ) );
			const left = Math.min( ...sides.map( ( one ) => one.left ) );
			return whole.getBoundingClientRect().width - ( right - left );
		} );
};

const fits = async (
	page: Page,
	selector: string
): Promise< { direction: string; excess: number; unreadable: string[] } > => ( {
	direction: await page.evaluate( () => document.documentElement.dir ),
	excess: Math.max( 0, await tooWide( page ) ),
	unreadable: await unreadable( page, selector ),
} );

const FITS = { direction: 'rtl', excess: 0, unreadable: [] };

/** Read from the right with the style of that direction, in each width. */
const readFromTheRight = async (
	page: Page,
	tab: string,
	shown: string
): Promise< Awaited< ReturnType< typeof fits > >[] > => {
	await page.goto( `${ PAGE }#/${ tab }` );
	await expect(
		page.locator( APP ).getByText( shown ).first()
	).toBeAttached();
	await expect(
		page.locator( `${ APP } .orderinvoicer-loading` )
	).toHaveCount( 0 );
	await expect(
		page.locator( 'link[href*="build/index-rtl.css"]' )
	).toBeAttached();
	const seen = [];
	for ( const width of WIDTHS ) {
		await page.setViewportSize( { width, height: 844 } );
		seen.push( await fits( page, APP ) );
	}
	return seen;
};

test.describe( 'from page to page', () => {
	/** One for all: who goes from tab to tab loads the app once. */
	let page: Page;

	test.beforeAll( async ( { browser, baseURL } ) => {
		page = await browser.newPage();
		await writeRightToLeft( page, baseURL ?? '' );
	} );

	test.afterAll( () => page.close() );

	for ( const [ tab, shown ] of PAGES ) {
		test( `from right to left: ${ tab }`, async () => {
			const seen = await readFromTheRight( page, tab, shown );
			expect( seen ).toEqual( WIDTHS.map( () => FITS ) );
			expect( await emptyBeside( page, tab ) ).toBeLessThanOrEqual( 1 );
		} );
	}
} );

test.describe( 'with rules', () => {
	test.beforeEach( async ( { page, baseURL } ) => {
		await writeRightToLeft( page, baseURL ?? '' );
		await withRules( page.request, RULES );
	} );

	test.afterEach( ( { page } ) => withRules( page.request, [] ) );

	test( 'from right to left: documents', async ( { page } ) => {
		const seen = await readFromTheRight( page, 'documents', 'Add a rule' );
		expect( seen ).toEqual( WIDTHS.map( () => FITS ) );
	} );
} );

test.describe( 'on real WooCommerce', () => {
	test.skip(
		process.env[ 'ORDERINVOICER_WOOCOMMERCE_KIND' ] === 'standin',
		'The stand-in for WooCommerce has neither products nor pages of shoppers.'
	);

	const give = ( request: APIRequestContext, kinds: string[] ) =>
		call( request, 'POST', '/orderinvoicer/v1/settings', {
			shopper: { kinds },
		} );

	test.beforeEach( async ( { page, baseURL } ) => {
		await writeRightToLeft( page, baseURL ?? '' );
		await give( page.request, [ 'invoice' ] );
	} );

	test.afterEach( ( { page } ) => give( page.request, [] ) );

	test( 'from right to left: the order box and what the shopper sees', async ( {
		guest,
		page,
		baseURL,
	} ) => {
		const order = await buyAsGuest( guest, 'tasse-en-gres' );
		const documents = '.woocommerce-order-documents';
		await writeRightToLeft( guest, baseURL ?? '' );
		await expect( async () => {
			await guest.reload();
			await expect(
				guest.locator( `${ documents } a[href*="orderinvoicer-order"]` )
			).toBeVisible( { timeout: 1_000 } );
		} ).toPass( { timeout: 120_000, intervals: [ 2_000 ] } );
		await page.goto(
			`/wp-admin/admin.php?page=wc-orders&action=edit&id=${ order }`
		);
		const box = '#orderinvoicer-order';
		await expect( page.locator( box ) ).toContainText( /Invoice/ );
		for ( const width of WIDTHS ) {
			await guest.setViewportSize( { width, height: 844 } );
			await page.setViewportSize( { width, height: 844 } );
			expect( await fits( guest, documents ) ).toEqual( FITS );
			expect( await unreadable( page, box ) ).toEqual( [] );
		}
	} );
} );
