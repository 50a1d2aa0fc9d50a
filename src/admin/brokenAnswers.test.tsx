/**
 * Every page against every answer that it reads, broken in every way: a page never falls, never shows what it does not
 * know, and always offers a way on. A new page joins by one entry of `PAGES`.
 */
import { act, cleanup, screen } from '@testing-library/react';
import * as answers from '../test/answers';
import { connectedSite, renderApp } from '../test/render';
import { deferred, refusal, type Site } from '../test/site';
import { told } from '../test/wizard';

/** What only a good answer of a route lets a page show; null: the page only greys things out by it. */
type Claims = Record< string, ( () => HTMLElement[] ) | null >;

const text = ( words: RegExp | string ) => () => screen.queryAllByText( words );
const field = ( label: RegExp | string ) => () =>
	screen.queryAllByLabelText( label );

const PAGES: Record< string, Claims > = {
	'#/overview': {
		'GET /overview': text( /^Health: nothing urgent/ ),
		// Without an answer nothing is offered, and nobody misses it.
		'GET /owner-emails': null,
	},
	'#/figures': { 'GET /figures': text( /^To be paid/ ) },
	'#/diagnostics': {
		'GET /diagnostics': text( 'Copy the diagnostics' ),
		'GET /doctor': text( 'Try this account' ),
		'GET /settings': text( 'Write a detailed log' ),
	},
	'#/connection': {
		'GET /connection': text( /Connected to Sellsy as/ ),
		'GET /webhook': null,
	},
	'#/documents': {
		'GET /settings': field( 'Make invoices from orders' ),
		'GET /shop': field( 'Make invoices from orders' ),
		'GET /sellsy': text( 'Tarif HT' ),
	},
	'#/taxes': {
		'GET /settings': field( /^Sellsy tax for/ ),
		'GET /shop': field( /^Sellsy tax for/ ),
		'GET /sellsy': text( 'TVA 20 %' ),
		'GET /tax-proposals': text( /^Proposed/ ),
		'GET /order-usage': text( /orders sold since/ ),
	},
	'#/payments': {
		'GET /settings': field( 'Record payments on the invoice' ),
		'GET /payment-methods': text( 'Carte bancaire' ),
		'GET /order-usage': text( /orders sold since/ ),
	},
	'#/statuses': {
		'GET /settings': text( 'What an order’s status does to its documents' ),
		'GET /shop': text( 'What an order’s status does to its documents' ),
		'GET /sellsy': null,
		'GET /shipped-signs': text( /A tracking number is set/ ),
	},
	'#/customers': {
		'GET /settings': field( /^Ask companies for their numbers/ ),
		'GET /customer-choices': text( /^No order waits for you/ ),
		'POST /customer-links/search': text( /^Nobody yet/ ),
	},
	'#/products': {
		'GET /settings': field( 'Fill what is blank' ),
		'GET /sellsy': null,
		'GET /products': text( /^Every product has a reference/ ),
	},
	'#/emails': {
		'GET /settings': field( 'Hour of the daily e-mail' ),
		'GET /shop': field( /^Documents in “Processing order/ ),
		'GET /owner-emails': field( 'Hour of the daily e-mail' ),
		'GET /customer-emails': field( /^Documents in “Processing order/ ),
		'GET /sellsy': null,
	},
	'#/orders': {
		'GET /settings': field( 'First day' ),
		'GET /shop': field( 'First day' ),
		'GET /backfill': field( 'First day' ),
	},
	'#/history': {
		'GET /history': text( 'Order 501' ),
		'GET /history/about': null,
	},
	'#/todo': { 'GET /todo': text( 'Order 502' ) },
	'#/log?timeline=501': {
		'GET /tasks': text( 'Order 501' ),
		'GET /orders/501/timeline': text( 'Rule: a person asked for it.' ),
	},
	'#/setup/connect': {
		'GET /settings': text( 'Your Sellsy account is connected' ),
		'GET /connection': text( 'Your Sellsy account is connected' ),
	},
	'#/setup/shop': {
		'GET /settings': text( /^unless your rule/ ),
		'GET /connection': text( /^unless your rule/ ),
		'GET /shop': text( /^unless your rule/ ),
		'GET /payment-methods': null,
		'GET /sellsy': null,
		'GET /tax-proposals': null,
		'POST /dry-run': null,
	},
	'#/setup/taxes': {
		'GET /settings': text( '3 sure matches' ),
		'GET /connection': text( '3 sure matches' ),
		'GET /shop': text( '3 sure matches' ),
		'GET /sellsy': text( '3 sure matches' ),
		'GET /tax-proposals': text( '3 sure matches' ),
		'GET /payment-methods': text( '2 sure matches' ),
		'GET /order-usage': null,
	},
	'#/setup/check': {
		'GET /settings': field( 'From which day do orders count?' ),
		'GET /connection': field( 'From which day do orders count?' ),
		'GET /shop': field( 'From which day do orders count?' ),
		'GET /sellsy': field( 'From which day do orders count?' ),
		'GET /tax-proposals': null,
		'GET /owner-emails': null,
		'GET /order-usage': text( /ways to pay have no payment method/ ),
		'POST /dry-run': text( /This shop has no orders yet/ ),
		'GET /doctor': text( 'Try this account' ),
	},
};

/** Whatever a schema refuses (schemas.test.ts) reaches a page as the same error (request.test.ts). */
const BROKEN: Record< string, () => unknown > = {
	'an object of another kind': () => ( { nonsense: [ 1, null ] } ),
	'no answer at all': () =>
		Promise.reject( new TypeError( 'Failed to fetch' ) ),
	'a refusal': () =>
		Promise.reject(
			refusal( 'orderinvoicer_forbidden', 'You are not allowed.' )
		),
};

/** The last steps of the set-up are for who said whether invoices are final. */
const goodSite = ( hash: string ): Site =>
	connectedSite()
		.on( 'GET /settings', () =>
			hash.startsWith( '#/setup/' ) ? told : answers.settings
		)
		.on( 'GET /backfill', () => ( { backfill: null } ) )
		.on( 'GET /orders/501/timeline', () => answers.timeline )
		.on( 'POST /dry-run', () => ( { orders: [], problem: null } ) );

/**
 * Each day each route of a page breaks in another of the ways, and each way is tried on each page; by night all of them
 * (`ORDERINVOICER_WALK=whole`).
 */
const isTried = ( hash: string, what: string ) => {
	const ways = Object.keys( BROKEN );
	const today = Math.floor( Date.now() / 86_400_000 );
	const first = Object.keys( PAGES ).indexOf( hash ) + today;
	return ( _route: string, place: number ): boolean =>
		process.env[ 'ORDERINVOICER_WALK' ] === 'whole' ||
		( first + place ) % ways.length === ways.indexOf( what );
};

/** Until nothing is asked for any more. */
async function settled( site: Site ): Promise< void > {
	let calls = -1;
	while ( calls !== site.calls.length || screen.queryByText( 'Opening…' ) ) {
		calls = site.calls.length;
		await act(
			() => new Promise< void >( ( resolve ) => setTimeout( resolve ) )
		);
	}
}

async function shown( site: Site, hash: string ): Promise< void > {
	cleanup();
	renderApp( hash );
	await settled( site );
	document
		.querySelectorAll< HTMLDetailsElement >( 'details[data-holds]' )
		.forEach( ( fold ) => {
			fold.open = true;
		} );
	await settled( site );
}

/** What is asked for holds personal data, which has no place in an address, or is too long for one. */
const READ_BY_POST = [ 'POST /customer-links/search', 'POST /dry-run' ];

const readBy = ( site: Site ): string[] => [
	...new Set(
		site.calls
			.map( ( { route } ) => route )
			.filter(
				( route ) =>
					route.startsWith( 'GET ' ) || READ_BY_POST.includes( route )
			)
	),
];

/** Read for all pages, whether they show it or not. */
const SHARED = [
	'GET /status',
	'GET /settings',
	'GET /connection',
	'GET /shop',
];

const WAY_OUT = /^(History|Leave the set-up)$/;

const expectStanding = () => {
	expect( screen.queryByText( /This page stopped/ ) ).toBeNull();
	// The other pages can still be reached; the set-up has one way out.
	expect( screen.getByText( WAY_OUT, { selector: 'a' } ) ).toHaveAttribute(
		'href'
	);
};

const WAYS_ON = /^(Try again|Try now|Reload the page|Read .+ again)$/;

const hasWayOn = (): boolean =>
	screen.queryAllByText( WAYS_ON, { selector: 'button' } ).length > 0;

describe.each( Object.entries( PAGES ) )( '%s', ( hash, claims ) => {
	it( 'shows what it claims to need, where all answers are good', async () => {
		const site = goodSite( hash );
		await shown( site, hash );
		expect(
			readBy( site ).filter(
				( route ) => ! SHARED.includes( route ) && ! ( route in claims )
			)
		).toEqual( [] );
		expectStanding();
		for ( const [ route, claim ] of Object.entries( claims ) ) {
			expect( { route, shown: claim?.().length !== 0 } ).toEqual( {
				route,
				shown: true,
			} );
		}
	} );

	it.each( Object.entries( BROKEN ) )(
		'stands %s, whichever route it comes from',
		async ( what, broken ) => {
			const routes = [
				...new Set( [ ...SHARED, ...Object.keys( claims ) ] ),
			];
			for ( const route of routes.filter( isTried( hash, what ) ) ) {
				await shown( goodSite( hash ).on( route, broken ), hash );
				expectStanding();
				const claim = claims[ route ];
				expect( {
					route,
					shown: claim?.() ?? [],
					hasWayOn: ! claim || hasWayOn(),
				} ).toEqual( { route, shown: [], hasWayOn: true } );
			}
		}
	);

	it( 'does not come back when an answer arrives after it was left', async () => {
		const elsewhere =
			hash === '#/connection' ? '#/payments' : '#/connection';
		for ( const route of Object.keys( claims ) ) {
			const late = deferred< unknown >();
			const site = goodSite( hash ).on( route, () => late.promise );
			await shown( site, hash );
			act( () => {
				window.location.hash = elsewhere;
			} );
			await settled( site );
			await act( async () => late.resolve( { nonsense: true } ) );
			await settled( site );
			expectStanding();
			expect( { route, shown: claims[ route ]?.() ?? [] } ).toEqual( {
				route,
				shown: [],
			} );
		}
	} );
} );
