import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import * as answers from '../../src/test/answers';
import { expect, test } from './fixtures.ts';
import { speak } from './language.ts';
import { heightOf, seenControls, tooWide, unreadable } from './layout.ts';
import { call } from './site.ts';

const PAGE = '/wp-admin/admin.php?page=orderinvoicer';
const APP = '#orderinvoicer-app';

/** Without the navigation and the search. */
const BODY = `${ APP } .orderinvoicer-page__body`;

const TABS = [
	{
		tab: 'overview',
		heading: 'Vue d’ensemble',
		shown: 'Santé',
	},
	{ tab: 'figures', heading: 'Chiffres', shown: 'Période' },
	{ tab: 'setup', heading: 'Configurer pas à pas', shown: 'Essai' },
	{
		tab: 'customers',
		heading: 'Clients',
		shown: 'Demander leurs numéros aux sociétés lors de la commande',
	},
	{ tab: 'orders', heading: 'Anciennes commandes', shown: 'Simulation' },
	{
		tab: 'diagnostics',
		heading: 'Diagnostic',
		shown: 'Copier le diagnostic',
	},
	{ tab: 'connection', heading: 'Connexion', shown: 'Tester la connexion' },
	{
		tab: 'documents',
		heading: 'Documents',
		shown: 'Ajouter un document',
	},
	{ tab: 'taxes', heading: 'Taxes', shown: 'Taux de TVA de la boutique' },
	{
		tab: 'payments',
		heading: 'Règlements',
		shown: 'Enregistrer les règlements sur la facture',
	},
	{ tab: 'products', heading: 'Produits', shown: 'Lots de produits' },
	{
		tab: 'emails',
		heading: 'E-mails',
		shown: 'Ce que vous recevez',
	},
	{ tab: 'statuses', heading: 'États', shown: 'Ce qui indique l’expédition' },
	{ tab: 'settings', heading: 'Essentiel', shown: 'Quoi et quand' },
	{ tab: 'todo', heading: 'À traiter', shown: 'À traiter' },
	{ tab: 'history', heading: 'Historique', shown: 'Historique' },
	{ tab: 'log', heading: 'Journal technique', shown: 'Tous les états' },
];

/** How high a page of the settings is on a phone at most, and what each asks for. */
const MOST_HIGH = 2_500;

const MOST_CONTROLS: Record< string, number > = {
	settings: 12,
	documents: 15,
	taxes: 15,
	payments: 15,
	products: 15,
	customers: 15,
	emails: 15,
	statuses: 15,
	connection: 15,
};

/** Where a change that is not saved has to fit too. */
const CHANGED = [ 'documents', 'payments', 'customers', 'products' ];

const PHONE = { width: 390, height: 844 };

const unfoldAll = async ( page: Page ): Promise< void > => {
	const folded = page.locator( `${ APP } button[aria-expanded="false"]` );
	while ( ( await folded.count() ) > 0 ) {
		await folded.first().click();
	}
	await page
		.locator( `${ APP } details` )
		.evaluateAll( ( all ) =>
			all.forEach( ( one ) => one.setAttribute( 'open', '' ) )
		);
};

/** A shop that makes invoices alone. */
const ALONE = {
	estimate: { enabled: false },
	order: { enabled: false },
	delivery: { enabled: false },
	proforma: { enabled: false },
	creditnote: { enabled: false },
	invoice: { enabled: true },
};

const SETTINGS_ROUTE = '/orderinvoicer/v1/settings';

const EnabledSchema = z.object( { enabled: z.boolean() } );

const EnabledKindsSchema = z.object( {
	estimate: EnabledSchema,
	order: EnabledSchema,
	delivery: EnabledSchema,
	proforma: EnabledSchema,
	creditnote: EnabledSchema,
	invoice: EnabledSchema,
} );

let kept: unknown;

/** One for all: who goes from tab to tab loads the app once. */
let page: Page;

test.beforeAll( async ( { browser, request } ) => {
	await speak( request, 'fr_FR' );
	// What else other tests have made would count too.
	kept = z.parse(
		EnabledKindsSchema,
		await call( request, 'GET', SETTINGS_ROUTE )
	);
	await call( request, 'POST', SETTINGS_ROUTE, ALONE );
	page = await browser.newPage( { viewport: PHONE } );
} );

test.afterAll( async ( { request } ) => {
	await page.close();
	await call( request, 'POST', SETTINGS_ROUTE, kept );
	await speak( request, 'en_US' );
} );

const open = async ( {
	tab,
	heading,
	shown,
}: ( typeof TABS )[ number ] ): Promise< void > => {
	await page.goto( `${ PAGE }#/${ tab }` );
	const app = page.locator( APP );
	await expect(
		// The table of tasks brings a second one.
		app.getByRole( 'heading', { level: 2, name: heading } ).first()
	).toBeAttached();
	await expect( app.getByText( shown ).first() ).toBeAttached();
};

for ( const one of TABS ) {
	test( `in French, accessible and on a phone: ${ one.tab }`, async ( {
		accessible,
	} ) => {
		await open( one );
		await accessible( page, APP );
		await unfoldAll( page );
		expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
	} );
}

for ( const one of TABS.filter( ( { tab } ) => tab in MOST_CONTROLS ) ) {
	test( `in French, no more than a person looks over on a phone: ${ one.tab }`, async () => {
		await open( one );
		await expect(
			page.locator( `${ APP } .orderinvoicer-loading` )
		).toHaveCount( 0 );
		expect
			.soft( await seenControls( page, BODY ) )
			.toBeLessThanOrEqual( MOST_CONTROLS[ one.tab ] ?? 0 );
		expect
			.soft( await heightOf( page, APP ) )
			.toBeLessThanOrEqual( MOST_HIGH );
		for ( const current of await page
			.locator( `${ APP } nav .is-current` )
			.all() ) {
			await expect( current ).toBeInViewport( { ratio: 1 } );
		}
	} );
}

const ROWS = 20;

/** Of every sort: done with its document, waiting, stopped with a sentence and buttons. */
const TASKS = Array.from( { length: ROWS }, ( _, index ) => ( {
	...( [ answers.stoppedTask, answers.doneTask ][
		Math.min( index % 7, 1 )
	] ?? answers.doneTask ),
	id: 700 - index,
	order: {
		...answers.doneTask.order,
		id: 12345 - index,
		number: String( 12345 - index ),
	},
} ) );

const HISTORY = TASKS.map( ( { id, order }, index ) => ( {
	...answers.paidInvoice,
	id,
	order,
	customer: 'Anne-Sophie de La Rochefoucauld',
	number: `FACT-2026-${ order.number }`,
	state: index % 7 ? 'paid' : 'due',
	due: index % 7 ? '0.00' : '1234.56',
} ) );

/** With how high each is at most. */
const LISTS: [ tab: string, route: RegExp, rows: unknown[], most: number ][] = [
	[ 'log', /v1(\/|%2F)tasks(\?|%3F|&)/, TASKS, 2_800 ],
	[ 'history', /v1(\/|%2F)history(\?|%3F|&)/, HISTORY, 2_500 ],
];

for ( const [ tab, route, rows, most ] of LISTS ) {
	test( `in French, a full list is no longer than a person scrolls on a phone: ${ tab }`, async () => {
		let asked = '';
		await page.route( route, ( answered ) => {
			asked = decodeURIComponent( answered.request().url() );
			return answered.fulfill( {
				json: rows,
				headers: { 'X-WP-Total': '400', 'X-WP-TotalPages': '20' },
			} );
		} );
		// Of its first page the answer came with the page.
		await page.goto( `${ PAGE }#/${ tab }?page=2` );
		await expect( page.locator( `${ APP } tbody tr:visible` ) ).toHaveCount(
			ROWS
		);
		await page.unroute( route );
		expect( asked ).toContain( `per_page=${ ROWS }` );
		expect( await heightOf( page, APP ) ).toBeLessThanOrEqual( most );
		expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
		expect( await unreadable( page, APP ) ).toEqual( [] );
	} );
}

/** How a document is set opens below its sentence. */
const unfold = async ( tab: string ): Promise< void > => {
	if ( tab === 'documents' ) {
		await page
			.getByRole( 'button', { name: /^Modifier : / } )
			.first()
			.click();
	}
};

/** Nothing lies over it. */
const isOnTop = ( field: Element ): boolean => {
	const { left, top, width, height } = field.getBoundingClientRect();
	const seen = document.elementFromPoint(
		left + width / 2,
		top + height / 2
	);
	return seen !== null && ( field === seen || field.contains( seen ) );
};

for ( const tab of CHANGED ) {
	test( `in French, what is not saved fits on a phone: ${ tab }`, async () => {
		await page.goto( `${ PAGE }#/${ tab }` );
		const app = page.locator( APP );
		await unfold( tab );
		const first = app.getByRole( 'checkbox' ).first();
		const unsaved = app.getByText( 'Modifications non enregistrées.' );
		await first.evaluate( ( field ) => {
			field.scrollIntoView( { block: 'end' } );
			field.focus( { preventScroll: true } );
		} );
		await page.keyboard.press( 'Space' );
		await expect( unsaved ).toBeVisible();
		await expect.poll( () => first.evaluate( isOnTop ) ).toBe( true );
		expect( await tooWide( page ) ).toBeLessThanOrEqual( 0 );
		await first.click();
		await expect( unsaved ).toBeHidden();
	} );
}
