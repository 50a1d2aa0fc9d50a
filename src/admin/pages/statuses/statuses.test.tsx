import { act, screen, within } from '@testing-library/react';
import { DEFAULTS } from '../../../generated/defaults';
import type { Settings, ShippedSigns } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import { signRows, statusRows } from './rules';

const FINAL = {
	kind: 'invoice',
	status: 'completed',
	state: 'finalised',
} as const;
/** An invoice never goes back to its draft. */
const HIDDEN_DRAFT = {
	kind: 'invoice',
	status: 'processing',
	state: 'draft',
} as const;
const GONE = { kind: 'order', status: 'old-status', state: 'draft' } as const;
const PACKED = { kind: 'order', status: 'packed', state: 'sent' } as const;

const withOrders: Settings = {
	...answers.settings,
	states: [ FINAL ],
	order: { ...answers.settings.order, enabled: true },
	invoice: { ...answers.settings.invoice, enabled: true },
};

const open = async () => {
	const view = renderApp( '#/statuses' );
	await screen.findByLabelText( 'A tracking number is set' );
	return view;
};

type User = ReturnType< typeof renderApp >[ 'user' ];

const openWithSigns = async () => {
	connectedSite()
		.on( 'GET /settings', () => ( {
			...withOrders,
			shipped: [ 'status:sign9' ],
		} ) )
		.on( 'GET /shipped-signs', () => ( {
			signs: [ 1, 2, 3, 4, 5, 6, 7, 8, 9 ].map( ( n ) => ( {
				value: `status:sign${ n }`,
				label: `Sign ${ n }`,
			} ) ),
		} ) );
	const view = renderApp( '#/statuses' );
	await screen.findByLabelText( 'Sign 1' );
	return view;
};

const addSentence = () =>
	screen.getByRole( 'button', { name: 'Add a sentence' } );

const save = ( user: User ) =>
	user.click( screen.getByRole( 'button', { name: 'Save changes' } ) );

const sentences = () =>
	within( screen.getByRole( 'list', { name: 'Sentences' } ) )
		.getAllByRole( 'listitem' )
		.map( ( { textContent } ) => textContent );

describe( 'statuses', () => {
	it( 'say what is not the default, and lead back to it', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...withOrders,
				shipped: [ 'tracking' ],
			} ) )
			.on( 'POST /settings', () => withOrders );
		const { user } = await open();
		for ( const name of [
			'Reset: What counts as shipped',
			'Reset: What an order’s status does to its documents',
		] ) {
			await user.click( screen.getByRole( 'button', { name } ) );
			expect( screen.queryByRole( 'button', { name } ) ).toBeNull();
		}
		expect( sentences() ).toHaveLength( 3 );
		await save( user );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			shipped: [],
			states: DEFAULTS[ 'states' ],
		} );
	} );

	it( 'move documents in sentences, and say what counts as shipped', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => withOrders )
			.on( 'POST /settings', () => withOrders );
		const { user } = await open();
		await expectAccessible();
		await user.click( screen.getByLabelText( 'A tracking number is set' ) );
		await user.click( addSentence() );
		const opened = within(
			screen.getByRole( 'group', { name: /^When an order becomes/ } )
		);
		await user.selectOptions(
			opened.getByLabelText( 'When an order becomes' ),
			'Packed'
		);
		await user.selectOptions(
			opened.getByLabelText( 'this happens' ),
			'its sales order is marked as sent'
		);
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', {
				name: 'When an order becomes “Packed”, its sales order is marked as sent.',
			} )
		);
		expect( screen.queryByLabelText( 'this happens' ) ).toBeNull();
		await save( user );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			shipped: [ 'tracking' ],
			states: [ FINAL, PACKED ],
		} );
	} );

	it( 'are told only where something moves, and what is not told is kept', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...withOrders,
				states: [ HIDDEN_DRAFT, GONE, FINAL ],
			} ) )
			.on( 'POST /settings', () => withOrders );
		const { user } = await open();
		expect( sentences() ).toEqual( [
			'When an order becomes “old-status”, its sales order is a draft again.',
		] );
		await user.click(
			screen.getByRole( 'button', { name: /old-status/ } )
		);
		const status = screen.getByLabelText( 'When an order becomes' );
		expect( status ).toHaveValue( 'old-status' );
		await user.selectOptions( status, 'Processing' );
		expect( status ).toBeVisible();
		await save( user );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			states: [ HIDDEN_DRAFT, { ...GONE, status: 'processing' }, FINAL ],
		} );
	} );

	it( 'can be taken away and brought back, to where they stood', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...withOrders,
			states: [ HIDDEN_DRAFT, GONE, PACKED ],
		} ) );
		const { user } = await open();
		const before = sentences();
		await user.click(
			screen.getByRole( 'button', { name: /old-status/ } )
		);
		await user.click( screen.getByRole( 'button', { name: /^Remove/ } ) );
		expect(
			screen.getByRole( 'button', { name: /^Undo.*old-status/ } )
		).toHaveFocus();
		await expectAccessible();
		await user.keyboard( '{Enter}' );
		expect( sentences() ).toEqual( before );
		expect(
			screen.queryByRole( 'button', { name: 'Save changes' } )
		).toBeNull();
	} );

	it( 'of an invoice count where its finalising follows them', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...withOrders,
			invoice: { ...withOrders.invoice, finalise: 'mapping' },
			states: [ FINAL, { ...FINAL, kind: 'creditnote' } ],
		} ) );
		const { user } = await open();
		expect( sentences() ).toEqual( [
			'When an order becomes “Completed”, its invoice becomes final.',
		] );
		await user.click(
			screen.getByRole( 'button', { name: /its invoice/ } )
		);
		expect( screen.getByLabelText( 'this happens' ) ).toHaveTextContent(
			'its invoice becomes final'
		);
	} );

	it( 'offer six signs at once, and each that is set', async () => {
		const { user } = await openWithSigns();
		const ticks = () =>
			within(
				screen.getByRole( 'group', { name: 'What counts as shipped' } )
			)
				.getAllByRole( 'checkbox' )
				.filter( ( tick ) => tick.closest( 'details' ) === null );
		expect( ticks() ).toHaveLength( 7 );
		await user.click( screen.getByText( '2 more signs' ) );
		await user.click( screen.getByLabelText( 'Sign 7' ) );
		expect( ticks() ).toHaveLength( 7 );
	} );

	it( 'follow the steps of a proforma where the owner wants that', async () => {
		const settings = {
			...withOrders,
			proforma: { ...withOrders.proforma, enabled: true },
			talk_back: { ...withOrders.talk_back, proforma_accepted: 'gone' },
		};
		const site = connectedSite()
			.on( 'GET /settings', () => settings )
			.on( 'POST /settings', () => settings )
			.on( 'GET /shop', () => ( {
				...answers.shop,
				order_statuses: [
					...answers.shop.order_statuses,
					{ slug: 'cancelled', label: 'Cancelled', paid: false },
				],
			} ) );
		const { user } = await open();
		expect( screen.getByLabelText( 'It was accepted' ) ).toHaveValue(
			'gone'
		);
		expect( screen.queryByText( /accepted, not paid/ ) ).toBeNull();
		expect(
			within( screen.getByLabelText( 'It was invoiced' ) ).queryByRole(
				'option',
				{ name: 'Cancelled' }
			)
		).toBeNull();
		await user.selectOptions(
			screen.getByLabelText( 'It was invoiced' ),
			'Completed'
		);
		expect( screen.getByText( /accepted, not paid/ ) ).toBeVisible();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			talk_back: { proforma_invoiced: 'completed' },
		} );
		await expectAccessible();
	} );

	it( 'of documents that need the older API are not offered, with the reason', async () => {
		connectedSite()
			.on( 'GET /settings', () => withOrders )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				has_v1: false,
			} ) );
		await open();
		expect(
			( await screen.findAllByText( /api-v1/ ) ).length
		).toBeGreaterThan( 0 );
		expect(
			screen.queryByRole( 'button', { name: /sentence/ } )
		).toBeNull();
		expect( screen.getByText( /Nothing is to be set here/ ) ).toBeVisible();
	} );

	it( 'say where they do nothing', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...withOrders,
			states: [ { ...FINAL, status: 'packed' } ],
		} ) );
		const { user } = await open();
		const signs = within(
			screen.getByRole( 'group', { name: 'What counts as shipped' } )
		);
		expect( signs.getByText( /no order ever counts/ ) ).toBeVisible();
		await user.click( screen.getByLabelText( 'A tracking number is set' ) );
		expect( signs.queryByText( /no order ever counts/ ) ).toBeNull();
		expect(
			within(
				screen.getByRole( 'group', { name: /does to its documents/ } )
			).getByText( /This does nothing: under Documents/ )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'have nothing to move while nothing is made', async () => {
		connectedSite();
		await open();
		expect(
			screen.queryByRole( 'button', { name: /sentence/ } )
		).toBeNull();
		await expectAccessible();
	} );

	it( 'stand nowhere that the signs would move, before these are there', async () => {
		const late = deferred< ShippedSigns >();
		connectedSite()
			.on( 'GET /settings', () => withOrders )
			.on( 'GET /shipped-signs', () => late.promise );
		renderApp( '#/statuses' );
		const title = { name: 'What counts as shipped' };
		const signs = await screen.findByRole( 'group', title );
		expect( signs ).toHaveTextContent( /Looking what this shop uses…$/ );
		expect(
			screen.queryByRole( 'button', { name: /sentence/ } )
		).toBeNull();
		await act( async () => late.resolve( answers.shippedSigns ) );
		expect( signs ).toBeInTheDocument();
		expect( addSentence() ).toBeVisible();
	} );

	it( 'that are gone are still shown where they are set', () => {
		expect(
			statusRows(
				[ { slug: 'shipped', label: 'Expédiée', paid: false } ],
				[ { kind: 'order', status: 'old', state: 'sent' } ]
			).map( ( { status } ) => status )
		).toEqual( [ 'shipped', 'old' ] );
		expect( signRows( { signs: [] }, [ 'fulfilment' ] ) ).toEqual( [
			{ value: 'fulfilment', label: 'fulfilment' },
		] );
	} );
} );
