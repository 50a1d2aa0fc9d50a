import { screen, waitFor, within } from '@testing-library/react';
import type { CustomerLink } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const link: CustomerLink = {
	id: 3,
	name: 'Client Test',
	is_guest: true,
	profile_url: '',
	number: '',
	order: { id: 12, number: '12', edit_url: 'https://shop.test/12' },
	type: 'individual',
	sellsy_id: 1001,
	url: 'https://sellsy.test/third-1001',
	origin: 'customer_by_email',
	since: '2026-11-24T10:00:00+00:00',
};

const site = ( links: CustomerLink[] = [ link ], total = links.length ) =>
	connectedSite()
		.on( 'GET /customer-choices', () => ( { several: 0, other_kind: 0 } ) )
		.onList( 'POST /customer-links/search', () => links, total );

const open = async () => {
	const view = renderApp( '#/customers' );
	await view.user.click(
		await screen.findByText( 'Remembered customers', undefined, {
			timeout: 5000,
		} )
	);
	return view;
};

describe( 'customers', () => {
	it( 'say who is whom at Sellsy and how it came about', async () => {
		site();
		await open();
		await screen.findByText( 'Client Test' );
		screen.getByText( 'Found by e-mail address' );
		expect(
			screen.getByRole( 'link', { name: /Individual no\. 1001/ } )
		).toHaveAttribute( 'href', link.url );
		await expectAccessible();
	} );

	it( 'are forgotten only when a person confirms', async () => {
		const played = site().on( 'DELETE /customer-links/3', () => ( {
			forgotten: true,
		} ) );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Forget Client Test' } )
		);
		const dialog = within( screen.getByRole( 'dialog' ) );
		dialog.getByText( /Documents that exist stay/ );
		await expectAccessible();
		await user.click( dialog.getByRole( 'button', { name: 'Cancel' } ) );
		expect( played.callsOf( 'DELETE /customer-links/3' ) ).toEqual( [] );
		await user.click(
			screen.getByRole( 'button', { name: 'Forget Client Test' } )
		);
		await user.click( screen.getByRole( 'button', { name: 'Forget' } ) );
		// It is shown and spoken.
		await screen.findAllByText( /is matched afresh\.$/ );
		expect( played.callsOf( 'POST /customer-links/search' ) ).toHaveLength(
			2
		);
	} );

	it( 'are searched, page by page', async () => {
		const played = site( [ link ], 60 );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Older' } )
		);
		await user.type(
			await screen.findByRole( 'searchbox', { name: 'Find a customer' } ),
			'test{Enter}'
		);
		await screen.findByText( 'Page 1 of 3' );
		const asked = played
			.callsOf( 'POST /customer-links/search' )
			.map( ( { data, query } ) => ( {
				data,
				isInUrl: query.has( 'search' ),
			} ) );
		const query = ( page: number, search: string ) => ( {
			data: { page, search, per_page: 20 },
			isInUrl: false,
		} );
		expect( asked ).toEqual( [
			query( 1, '' ),
			query( 2, '' ),
			query( 1, 'test' ),
		] );
	} );

	it( 'are still there when the last of a page was forgotten', async () => {
		let total = 21;
		const played = connectedSite()
			.on( 'POST /customer-links/search', ( { data } ) => {
				played.counting( total );
				return total === 20 &&
					JSON.stringify( data ).includes( '"page":2' )
					? []
					: [ link ];
			} )
			.on( 'DELETE /customer-links/3', () => {
				total = 20;
				return { forgotten: true };
			} );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Older' } )
		);
		await screen.findByText( 'Page 2 of 2' );
		await user.click(
			screen.getByRole( 'button', { name: 'Forget Client Test' } )
		);
		await user.click( screen.getByRole( 'button', { name: 'Forget' } ) );
		await screen.findAllByText( /is matched afresh\.$/ );
		await waitFor( () =>
			expect( screen.queryByText( /Page 2/ ) ).toBeNull()
		);
		screen.getByText( 'Client Test' );
		expect( screen.queryByText( /Nobody yet/ ) ).toBeNull();
	} );

	it( 'that are forgotten leave the focus near', async () => {
		let links = [ link ];
		connectedSite()
			.onList( 'POST /customer-links/search', () => links, 1 )
			.on( 'DELETE /customer-links/3', () => {
				links = [];
				return { forgotten: true };
			} );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Forget Client Test' } )
		);
		await user.click( screen.getByRole( 'button', { name: 'Forget' } ) );
		await screen.findByText( /^Nobody yet/ );
		await waitFor( () =>
			expect(
				screen.getByRole( 'group', { name: 'Remembered customers' } )
			).toHaveFocus()
		);
	} );

	it( 'that nobody bought as yet are none', async () => {
		site( [] );
		await open();
		await screen.findByText( /Nobody yet/ );
	} );

	it( 'without a name are named as what they are', async () => {
		site( [
			{ ...link, name: '', order: null, origin: 'unknown' },
			{ ...link, id: 4, name: '', is_guest: false },
		] );
		await open();
		await screen.findByText( 'a guest without a name' );
		screen.getByText( 'a deleted account' );
		screen.getByText( 'Not noted at the time' );
	} );

	it( 'that cannot be read leave the rest of the page usable', async () => {
		site().on( 'POST /customer-links/search', () => [ { id: 'x' } ] );
		await open();
		await screen.findByText( /cannot read/ );
		expect(
			await screen.findByLabelText(
				'Ask companies for their numbers at checkout'
			)
		).toBeEnabled();
	} );

	it( 'who wait for a choice are counted, with the way there', async () => {
		site().on( 'GET /customer-choices', () => ( {
			several: 2,
			other_kind: 0,
		} ) );
		await open();
		expect(
			await screen.findByRole( 'link', { name: /^2 orders/ } )
		).toHaveAttribute( 'href', '#/todo?problem=several_customers' );
	} );

	it( 'are asked for their numbers when the owner saves it', async () => {
		const played = site().on( 'POST /settings', () => ( {
			...answers.settings,
			checkout_numbers: true,
			checkout_company_box: true,
		} ) );
		const { user } = await open();
		await user.click(
			await screen.findByLabelText(
				'Ask companies for their numbers at checkout'
			)
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( played.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			checkout_numbers: true,
			checkout_company_box: true,
		} );
	} );

	it( 'keep their fields for everybody until the owner wants the box', async () => {
		const played = site()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				checkout_numbers: true,
			} ) )
			.on( 'POST /settings', () => ( {
				...answers.settings,
				checkout_numbers: true,
				checkout_company_box: true,
			} ) );
		const { user } = await open();
		const box = await screen.findByLabelText(
			'Ask only those who tick “I buy for a company”'
		);
		expect( box ).not.toBeChecked();
		await expectAccessible();
		await user.click( box );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( played.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			checkout_company_box: true,
		} );
	} );

	it( 'are asked for once somebody opens their list, as a link does', async () => {
		const played = site();
		renderApp( '#/customers' );
		await screen.findByText( 'Remembered customers', undefined, {
			timeout: 5000,
		} );
		expect( played.callsOf( 'POST /customer-links/search' ) ).toEqual( [] );
		window.location.hash = '#/customers?setting=known';
		await screen.findByText( 'Client Test' );
		expect( screen.getByText( 'Remembered customers' ) ).toHaveFocus();
	} );
} );

it( 'says until when a company may ask for the invoice in its name', async () => {
	const shop = connectedSite().on( 'GET /settings', () => ( {
		...answers.settings,
		shopper: { kinds: [], company_days: 0 },
	} ) );
	const { user } = renderApp( '#/customers' );
	const days = await screen.findByRole( 'combobox', {
		name: /invoice in their company’s name/,
	} );
	expect( days ).toHaveDisplayValue( 'Never' );
	await user.selectOptions( days, 'Until 30 days after the order' );
	await user.click( screen.getByRole( 'button', { name: 'Save changes' } ) );
	expect(
		shop.callsOf( 'POST /settings' ).map( ( { data } ) => data )
	).toEqual( [ { shopper: { company_days: 30 } } ] );
} );
