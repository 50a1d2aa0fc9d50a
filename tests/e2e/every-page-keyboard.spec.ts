import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const APP = '#orderinvoicer-app';
const PAGE = '/wp-admin/admin.php?page=orderinvoicer';

const TABS = [
	'overview',
	'todo',
	'history',
	'figures',
	'settings',
	'documents',
	'taxes',
	'payments',
	'customers',
	'products',
	'statuses',
	'emails',
	'connection',
	'orders',
	'diagnostics',
	'log',
];

/** More than any page has places to stop at. */
const MOST = 250;

/** Where the focus is: its place among all of the page, whether it is seen, and its name for who reads a failure. */
const focused = ( page: Page ) =>
	page.evaluate( () => {
		const app = document.querySelector( '#orderinvoicer-app' );
		const node = app?.ownerDocument.activeElement;
		if ( ! app || ! node || ! app.contains( node ) ) {
			return null;
		}
		const box = node.getBoundingClientRect();
		// WordPress's fields draw it on a part beside them.
		const rings = [
			node.parentElement,
			...( node.parentElement?.children ?? [] ),
		]
			.filter( ( one ) => one !== null )
			.flatMap( ( one ) => [
				window.getComputedStyle( one ),
				window.getComputedStyle( one, '::before' ),
				window.getComputedStyle( one, '::after' ),
			] );
		node.setAttribute( 'data-reached', '' );
		return {
			at: [ ...app.querySelectorAll( '*' ) ].indexOf( node ),
			name: `${ node.tagName } ${
				node.getAttribute( 'aria-label' ) ??
				node.textContent?.trim().slice( 0, 40 ) ??
				''
			}`,
			isSeen:
				box.height > 0 &&
				box.bottom > 0 &&
				box.top < window.innerHeight &&
				rings.some(
					( { outlineStyle, outlineWidth, boxShadow } ) =>
						( outlineStyle !== 'none' && outlineWidth !== '0px' ) ||
						boxShadow !== 'none'
				),
		};
	} );

/** What can be used and was not reached; of radio buttons one stands for all. */
const leftOut = ( page: Page ) =>
	page.evaluate( () =>
		[
			...document.querySelectorAll(
				'#orderinvoicer-app :is(a[href], button:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, input:not(:disabled, [type=radio], [type=hidden])):not([tabindex="-1"], [data-reached])'
			),
		]
			.filter( ( node ) =>
				node.checkVisibility( { visibilityProperty: true } )
			)
			.map( ( node ) => node.outerHTML.slice( 0, 200 ) )
	);

/** Until the focus has left our part of the page. */
async function tabThrough( page: Page ) {
	const stops = [];
	let stop = await focused( page );
	for ( let i = 0; stop !== null && i < MOST; i++ ) {
		// The calendar of a date has a stop of its own, drawn by the browser.
		if ( stop.at !== stops.at( -1 )?.at ) {
			stops.push( stop );
		}
		await page.keyboard.press( 'Tab' );
		stop = await focused( page );
	}
	expect( stop, 'No trap' ).toBeNull();
	return stops;
}

for ( const tab of TABS ) {
	test( `the Tab key goes through all of the page “${ tab }” and out of it`, async ( {
		page,
	} ) => {
		await page.goto( `${ PAGE }#/${ tab }` );
		await expect(
			page.locator( '.orderinvoicer-page__body > *' ).first()
		).toBeVisible();
		await expect(
			page.locator( `${ APP } .components-spinner` )
		).toHaveCount( 0 );
		// What is read late may come while the key is on its way.
		await expect( async () => {
			await page.locator( '#orderinvoicer-app a[href]' ).first().focus();
			const stops = await tabThrough( page );
			expect( stops.filter( ( { isSeen } ) => ! isSeen ) ).toEqual( [] );
			const places = stops.map( ( { at } ) => at );
			expect( places, 'As it is read' ).toEqual(
				[ ...places ].sort( ( a, b ) => a - b )
			);
			expect( await leftOut( page ), 'Nothing is left out' ).toEqual(
				[]
			);
		} ).toPass( { timeout: 30_000 } );
	} );
}
