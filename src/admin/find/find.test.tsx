import { screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../test/answers';
import { connectedSite, expectAccessible, renderApp } from '../../test/render';

const field = () =>
	screen.findByRole( 'searchbox', { name: 'Find a setting' } );

const found = async ( name: RegExp ) => {
	const search = await screen.findByRole( 'search', {
		name: 'Find a setting',
	} );
	return within( search ).findByRole( 'link', { name } );
};

beforeAll( () => {
	Element.prototype.scrollIntoView = () => {};
} );

describe( 'the search of the settings', () => {
	it( 'opens a folded field of another page, and gives it the focus', async () => {
		connectedSite();
		const { user } = renderApp( '#/settings' );
		await user.type( await field(), 'invoice note' );
		await user.click( await found( /^Invoice: Note/ ) );
		await waitFor( () =>
			expect(
				within(
					screen.getByRole( 'group', { name: 'Invoice' } )
				).getByLabelText( 'Note' )
			).toHaveFocus()
		);
		expect(
			screen.getByLabelText( 'Note' ).closest( 'details' )
		).toHaveAttribute( 'open' );
		expect( await field() ).toHaveValue( '' );
		await expectAccessible();
	} );

	it( 'says how many it found, and why one has no field', async () => {
		connectedSite();
		const { user } = renderApp( '#/taxes' );
		await user.type( await field(), 'most cents' );
		await screen.findByText( '1 setting found' );
		expect(
			screen.getByText( /5 cents suit nearly every order/ )
		).toBeVisible();
		await expectAccessible();
		await user.clear( await field() );
		await user.type( await field(), 'zebra' );
		await screen.findAllByText( 'No setting has these words.' );
	} );

	it( 'leads to the line of a value that has no field, which goes back to the default or stays', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...answers.settings,
			rounding_cap: 7,
		} ) );
		const { user } = renderApp( '#/customers' );
		await user.type( await field(), 'most cents' );
		await user.click( await found( /^Most cents/ ) );
		const line = await screen.findByText( /“7” is stored\./ );
		await waitFor( () =>
			expect(
				screen.getByRole( 'button', { name: /^Reset: Most cents/ } )
			).toHaveFocus()
		);
		await user.click(
			screen.getByRole( 'button', { name: /^Reset: Most cents/ } )
		);
		expect( line ).not.toBeInTheDocument();
		await user.click( screen.getByRole( 'button', { name: 'Discard' } ) );
		await screen.findByText( /“7” is stored\./ );
	} );

	it( 'opens what the address names', async () => {
		connectedSite();
		renderApp( '#/products?setting=stock.leader' );
		await waitFor( () =>
			expect( screen.getByLabelText( 'The shop’s' ) ).toHaveFocus()
		);
	} );

	it( 'is there on the pages of the settings alone', async () => {
		connectedSite();
		renderApp( '#/history' );
		await screen.findByRole( 'link', { name: 'Settings' } );
		expect(
			screen.queryByRole( 'searchbox', { name: 'Find a setting' } )
		).toBeNull();
	} );
} );

describe( 'what is not the default', () => {
	it( 'is marked, and goes back to it as a change that is saved', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				items: { ...answers.settings.items, existing: 'update' },
			} ) )
			.on( 'POST /settings', () => answers.settings );
		const { user } = renderApp( '#/products' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Reset: Products that stand in Sellsy already',
			} )
		);
		expect( screen.getByLabelText( 'Leave them alone' ) ).toHaveFocus();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect(
			site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
		).toEqual( [ { items: { existing: 'leave' } } ] );
	} );
} );
