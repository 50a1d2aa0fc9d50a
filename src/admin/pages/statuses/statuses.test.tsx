import { act, screen, within } from '@testing-library/react';
import type { ShippedSigns } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import { signRows, statusRows, withState } from './rules';

const withOrders = {
	...answers.settings,
	order: { ...answers.settings.order, enabled: true },
	invoice: { ...answers.settings.invoice, enabled: true },
};

const open = async () => {
	const view = renderApp( '#/statuses' );
	await screen.findByLabelText( 'A tracking number is set' );
	return view;
};

describe( 'statuses', () => {
	it( 'move documents and say what counts as shipped', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => withOrders )
			.on( 'POST /settings', () => withOrders );
		const { user } = await open();
		await expectAccessible();
		await user.click( screen.getByLabelText( 'A tracking number is set' ) );
		await user.selectOptions(
			screen.getByLabelText( 'Sales order when the order is: Packed' ),
			'Sent'
		);
		await user.selectOptions(
			screen.getByLabelText( 'Invoice when the order is: Completed' ),
			'–'
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			shipped: [ 'tracking' ],
			states: [
				{ kind: 'order', status: 'shipped', state: 'shipped' },
				{ kind: 'order', status: 'packed', state: 'sent' },
			],
		} );
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

	it( 'of documents that need the older API are grey with the reason', async () => {
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
			screen.getByLabelText( 'Sales order when the order is: Packed' )
		).toBeDisabled();
		expect(
			screen.getByLabelText( 'Invoice when the order is: Packed' )
		).toBeEnabled();
	} );

	it( 'say where they do nothing', async () => {
		connectedSite().on( 'GET /settings', () => withOrders );
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
			).getByText( /does nothing in this column: Invoice\./ )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'have nothing to move while nothing is made', async () => {
		connectedSite();
		await open();
		expect( screen.queryByRole( 'table' ) ).toBeNull();
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
		expect( screen.queryByRole( 'table' ) ).toBeNull();
		expect( screen.queryByRole( 'button', { name: /^Save/ } ) ).toBeNull();
		await act( async () => late.resolve( answers.shippedSigns ) );
		expect( signs ).toBeInTheDocument();
		expect( screen.getByRole( 'table' ) ).toBeVisible();
		expect(
			screen.getByRole( 'button', { name: 'Save changes' } )
		).toBeVisible();
	} );

	it( 'that are gone are still shown where they are set', () => {
		expect(
			statusRows(
				[ { slug: 'shipped', label: 'Expédiée', paid: false } ],
				withState( [], 'order', 'old', 'sent' )
			).map( ( { status } ) => status )
		).toEqual( [ 'shipped', 'old' ] );
		expect( signRows( { signs: [] }, [ 'fulfilment' ] ) ).toEqual( [
			{ value: 'fulfilment', label: 'fulfilment', isSet: true },
		] );
	} );
} );
