import { act, screen, waitFor, within } from '@testing-library/react';
import type {
	Backfill,
	BackfillCount,
	DryRun,
} from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import { firstChoice, soldStatuses } from './choice';
import { type Filling, filledPercent } from './useBackfill';

type DryOrder = DryRun[ 'orders' ][ number ];
type DryDocument = DryOrder[ 'documents' ][ number ];

const made: DryDocument = {
	kind: 'invoice',
	outcome: 'made',
	totals: {
		excl_tax: '10.00',
		incl_tax: '12.00',
		rounding: '0.00',
		taxes: [],
	},
	sellsy: 'not_asked',
	problem: null,
	rule: 0,
	rule_text: '',
};

const stops: DryDocument = {
	...made,
	outcome: 'stops',
	totals: null,
	problem: {
		code: 'tax_unmapped',
		text: 'The tax rate TVA 8,5 % has no Sellsy tax.',
		next_step: 'Set it under Taxes.',
	},
};

const order = ( id: number, document: DryDocument ): DryOrder => ( {
	id,
	number: String( id ),
	edit_url: `https://shop.test/order-${ id }`,
	status: 'completed',
	currency: 'EUR',
	created_at: '2026-10-01T10:00:00+02:00',
	excl_tax: '10.00',
	incl_tax: '12.00',
	taxes: [],
	documents: [ document ],
} );

const counted: BackfillCount = {
	orders: 60,
	looked_at: 50,
	with_documents: 1,
	would_stop: 2,
	problems: [ { orders: 2, problem: answers.problem } ],
	next: '1790000000.1',
	problem: null,
};

const running: Filling = {
	id: 1,
	state: 'running',
	from: '2026-01-01',
	to: '2026-10-31',
	statuses: [ 'completed' ],
	kinds: [ 'invoice' ],
	drafts: true,
	orders: { total: 60, passed: 30 },
	documents: { done: 10, failed: 1, left_out: 0, waiting: 19 },
};

const none: Backfill = { backfill: null };

const siteWith = ( backfill: Backfill ) =>
	connectedSite().on( 'GET /backfill', () => backfill );

const open = async () => {
	const view = renderApp( '#/orders' );
	await screen.findByRole( 'group', { name: 'Dry run' } );
	return view;
};

const button = ( name: string ) => screen.getByRole( 'button', { name } );

describe( 'the dry run', () => {
	it( 'goes through the latest orders page by page and shows first what needs a person', async () => {
		const site = siteWith( none ).on( 'POST /dry-run', ( { data } ) => {
			const first =
				JSON.stringify( data ) ===
				'{"page":1,"per_page":10,"settings":{}}';
			return {
				orders: first
					? [ order( 3, made ), order( 2, stops ) ]
					: [ order( 1, { ...made, outcome: 'exists' } ) ],
				problem: null,
			};
		} );
		const { user } = await open();
		await user.click( button( 'Start the dry run' ) );
		await screen.findByText( 'Nothing was created.' );
		expect( site.callsOf( 'POST /dry-run' ) ).toHaveLength( 5 );
		screen.getByText( '1 of 3 orders would be invoiced to the cent.' );
		screen.getByText( 'Orders that need you: 1' );
		const rows = screen.getAllByRole( 'row' ).slice( 1 );
		expect(
			rows.map( ( row ) => within( row ).getByRole( 'link' ).textContent )
		).toEqual( [ 'Order 2', 'Order 3', 'Order 1' ] );
		expect( rows[ 0 ] ).toHaveTextContent( /no Sellsy tax. Set it under/ );
		expect( rows[ 1 ] ).toHaveTextContent(
			/€12.00.*€12.00.*Would be made: Invoice/
		);
		await expectAccessible();
	} );

	it( 'counts a total that is not the order’s as one for a person', async () => {
		siteWith( none ).on( 'POST /dry-run', () => ( {
			orders: [ { ...order( 3, made ), incl_tax: '12.01' } ],
			problem: null,
		} ) );
		const { user } = await open();
		await user.click( button( 'Start the dry run' ) );
		await screen.findByText( 'Orders that need you: 1' );
		screen.getByText( 'The total is not that of the order.' );
	} );

	it( 'keeps what was tried when the site fails, and begins again when asked', async () => {
		let isBroken = true;
		siteWith( none ).on( 'POST /dry-run', ( { data } ) =>
			isBroken && JSON.stringify( data ).includes( '"page":2' )
				? { orders: 'broken' }
				: { orders: [ order( 3, made ) ], problem: null }
		);
		const { user } = await open();
		await user.click( button( 'Start the dry run' ) );
		await screen.findAllByText( /cannot read/ );
		screen.getByRole( 'link', { name: 'Order 3' } );
		isBroken = false;
		await user.click( button( 'Try again' ) );
		await screen.findByText(
			'1 of 1 orders would be invoiced to the cent.'
		);
	} );

	it( 'says why nothing could be tried, and that there is nothing', async () => {
		const site = siteWith( none ).on( 'POST /dry-run', () => ( {
			orders: [],
			problem: answers.problem,
		} ) );
		const { user } = await open();
		await user.click( button( 'Start the dry run' ) );
		await screen.findAllByText( answers.problem.text );
		site.on( 'POST /dry-run', () => ( { orders: [], problem: null } ) );
		await user.click( button( 'Run again' ) );
		await screen.findByText( 'This shop has no orders yet.' );
	} );
} );

describe( 'old orders', () => {
	const choose = async () => {
		const { user } = await open();
		await user.type(
			await screen.findByLabelText( 'First day' ),
			'2026-01-01'
		);
		await user.click( screen.getByLabelText( 'Processing' ) );
		return user;
	};

	it( 'are counted step by step, then started with a confirmation', async () => {
		const site = siteWith( none )
			.on( 'POST /backfill/count', ( { data } ) =>
				JSON.stringify( data ).includes( '"cursor":""' )
					? counted
					: {
							...counted,
							looked_at: 10,
							with_documents: 0,
							next: null,
						}
			)
			.on( 'POST /backfill', () => ( { backfill: running } ) );
		const user = await choose();
		await user.click( button( 'Count the orders' ) );
		await screen.findByText( '60 orders fit this choice.' );
		screen.getByText( /^Would stop: 4\. Sellsy refused the keys\./ );
		await expectAccessible();
		await user.click( button( 'Make the documents' ) );
		const dialog = await screen.findByRole( 'dialog' );
		within( dialog ).getByText( 'Everything stays a draft in Sellsy.' );
		await user.click(
			within( dialog ).getByRole( 'button', {
				name: 'Make the documents',
			} )
		);
		await screen.findByText( 'Running' );
		expect(
			site.callsOf( 'POST /backfill/count' ).map( ( c ) => c.data )
		).toMatchObject( [ { cursor: '' }, { cursor: '1790000000.1' } ] );
		expect( site.callsOf( 'POST /backfill' )[ 0 ]?.data ).toEqual( {
			from: '2026-01-01',
			to: '2026-11-01',
			statuses: [ 'completed', 'processing' ],
			kinds: [ 'invoice' ],
			drafts: true,
		} );
		expect( screen.queryByLabelText( 'First day' ) ).toBeNull();
	} );

	it( 'say what it means not to leave drafts', async () => {
		siteWith( none );
		const user = await choose();
		await user.click( screen.getByLabelText( /^Leave everything/ ) );
		expect(
			screen.getAllByText( /This cannot be undone/ ).length
		).toBeGreaterThan( 0 );
	} );

	it( 'are not started on the count of another choice', async () => {
		const late = deferred< BackfillCount >();
		siteWith( none ).on( 'POST /backfill/count', () => late.promise );
		const user = await choose();
		await user.click( button( 'Count the orders' ) );
		await user.click( screen.getByLabelText( 'Packed' ) );
		await act( async () => late.resolve( { ...counted, next: null } ) );
		expect( screen.queryByText( /fit this choice/ ) ).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: 'Make the documents' } )
		).toBeNull();
	} );

	it( 'cannot be counted before the days make sense', async () => {
		siteWith( none );
		const { user } = await open();
		await screen.findByText( 'Choose both days first.' );
		await user.type( screen.getByLabelText( 'First day' ), '2027-01-01' );
		screen.getByText( 'The first day lies after the last one.' );
		expect( button( 'Count the orders' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
	} );

	it( 'show how far they are, and can be paused, resumed and stopped', async () => {
		const site = siteWith( { backfill: running } )
			.on( 'POST /backfill/pause', () => ( {
				backfill: { ...running, state: 'paused' },
			} ) )
			.on( 'POST /backfill/resume', () => ( { backfill: running } ) )
			.on( 'POST /backfill/cancel', () => ( {
				backfill: { ...running, state: 'cancelled' },
			} ) );
		const { user } = await open();
		await screen.findByText( 'Running' );
		screen.getByText( /Orders: 30 of 60\. Documents: 10 made, 19 waiting/ );
		expect(
			screen.getByRole( 'link', { name: 'Show what needs you' } )
		).toHaveAttribute( 'href', '#/todo' );
		await expectAccessible();
		await user.click( button( 'Pause' ) );
		await screen.findByText( 'Paused' );
		await user.click( button( 'Resume' ) );
		await screen.findByText( 'Running' );
		await user.click( button( 'Stop for good' ) );
		expect( site.callsOf( 'POST /backfill/cancel' ) ).toHaveLength( 0 );
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Stop for good',
			} )
		);
		await screen.findByText( 'Stopped' );
		screen.getByLabelText( 'First day' );
	} );

	it( 'say why they could not be steered', async () => {
		siteWith( { backfill: running } ).refuse(
			'POST /backfill/pause',
			'internal',
			'The site is busy.'
		);
		const { user } = await open();
		await screen.findByText( 'Running' );
		await user.click( button( 'Pause' ) );
		await screen.findAllByText( 'The site is busy.' );
		// Whether it was paused after all is looked up; that it failed is no longer true then.
		await user.click( button( 'Try again' ) );
		await waitFor( () =>
			expect(
				screen.queryByRole( 'button', { name: 'Try again' } )
			).toBeNull()
		);
		screen.getByText( 'Running' );
	} );
} );

describe( 'the progress', () => {
	afterEach( () => jest.useRealTimers() );

	it( 'is read again while it runs, but not while nobody looks', async () => {
		let isHidden = false;
		jest.spyOn( document, 'hidden', 'get' ).mockImplementation(
			() => isHidden
		);
		jest.useFakeTimers();
		let current: Filling = running;
		const site = connectedSite().on( 'GET /backfill', () => ( {
			backfill: current,
		} ) );
		const reads = () => site.callsOf( 'GET /backfill' ).length;
		const pass = () => act( () => jest.advanceTimersByTimeAsync( 5000 ) );
		renderApp( '#/orders' );
		await pass();
		const before = reads();
		await pass();
		expect( reads() ).toBe( before + 1 );
		isHidden = true;
		await pass();
		await pass();
		expect( reads() ).toBe( before + 1 );
		isHidden = false;
		current = { ...running, state: 'finished' };
		await act( async () => {
			document.dispatchEvent( new Event( 'visibilitychange' ) );
			await jest.advanceTimersByTimeAsync( 0 );
		} );
		expect( reads() ).toBe( before + 2 );
		screen.getByText( 'Finished' );
		await pass();
		await pass();
		expect( reads() ).toBe( before + 2 );
	} );

	it( 'stays in sight when it cannot be read again, and is tried again', async () => {
		jest.useFakeTimers();
		const site = connectedSite().on( 'GET /backfill', () => ( {
			backfill: running,
		} ) );
		const pass = () => act( () => jest.advanceTimersByTimeAsync( 5000 ) );
		renderApp( '#/orders' );
		await pass();
		const answersLost: Array< () => unknown > = [
			() => Promise.reject( new TypeError( 'Failed to fetch' ) ),
			() => '<html>Bad gateway</html>',
			() => ( { backfill: { ...running, state: 'odd' } } ),
		];
		for ( const lost of answersLost ) {
			site.on( 'GET /backfill', lost );
			await pass();
			screen.getByText( 'Running' );
			screen.getByText( /Orders: 30 of 60/ );
			expect(
				screen.getAllByText( /^Reconnecting/ ).length
			).toBeGreaterThan( 0 );
		}
		site.on( 'GET /backfill', () => ( {
			backfill: { ...running, orders: { total: 60, passed: 45 } },
		} ) );
		await pass();
		screen.getByText( /Orders: 45 of 60/ );
		expect(
			screen.queryByRole( 'button', { name: 'Try now' } )
		).toBeNull();
		site.refuse( 'GET /backfill', 'forbidden', 'You are not allowed.' );
		await pass();
		jest.useRealTimers();
		screen.getByRole( 'button', { name: 'Try now' } );
		await expectAccessible();
	} );

	it( 'counts orders and the documents they wait for', () => {
		expect( Math.round( filledPercent( running ) ) ).toBe( 18 );
		expect( filledPercent( { ...running, state: 'finished' } ) ).toBe(
			100
		);
		expect(
			filledPercent( { ...running, orders: { total: 0, passed: 0 } } )
		).toBe( 0 );
	} );
} );

describe( 'the choice', () => {
	it( 'begins with what the settings make, and only what was sold', () => {
		expect(
			soldStatuses( {
				...answers.shop,
				order_statuses: [
					{ slug: 'pending', label: 'Pending', paid: false },
					{ slug: 'refunded', label: 'Refunded', paid: false },
				],
			} ).map( ( { slug } ) => slug )
		).toEqual( [ 'refunded' ] );
		expect(
			firstChoice(
				{
					...answers.settings,
					order: { ...answers.settings.order, enabled: true },
				},
				answers.shop
			)
		).toEqual( {
			from: '',
			to: '2026-11-01',
			statuses: [ 'completed' ],
			kinds: [ 'order' ],
			drafts: true,
		} );
	} );
} );
