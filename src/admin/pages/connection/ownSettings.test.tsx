import { screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const open = async ( part: string ) => {
	const view = renderApp( '#/connection' );
	await screen.findByText( part, undefined, { timeout: 5000 } );
	return view;
};

const FOLD = 'Shop code, deleting data';

describe( 'what is set once for a shop: documents', () => {
	it( 'are told by Sellsy where the owner wants that, and what stands in the way is said', async () => {
		const site = connectedSite()
			.on( 'POST /settings', () => ( {
				...answers.settings,
				talk_back: { ...answers.settings.talk_back, webhooks: true },
			} ) )
			.on( 'POST /webhook', () => ( {
				state: 'on',
				text: 'Sellsy tells this shop at once.',
			} ) );
		const { user } = await open( 'Told by Sellsy at once' );
		expect(
			screen.queryByRole( 'button', { name: 'Try now' } )
		).not.toBeInTheDocument();
		await user.click(
			screen.getByLabelText(
				'Let Sellsy tell this shop when a document changes'
			)
		);
		site.on( 'GET /webhook', () => ( {
			state: 'no_right',
			text: 'Sellsy does not allow it yet.',
		} ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			talk_back: { webhooks: true },
		} );
		await screen.findAllByText( 'Sellsy does not allow it yet.' );
		await expectAccessible();
		await user.click( screen.getByRole( 'button', { name: 'Try now' } ) );
		await screen.findAllByText( 'Sellsy tells this shop at once.' );
		expect(
			screen.queryByRole( 'button', { name: 'Try now' } )
		).not.toBeInTheDocument();
		await expectAccessible();
	} );

	it( 'say it where nobody knows whether Sellsy tells the shop', async () => {
		connectedSite().refuse( 'GET /webhook', 'internal', 'Busy.' );
		await open( 'Told by Sellsy at once' );
		await screen.findAllByText( 'Busy.' );
		await expectAccessible();
	} );
} );

describe( 'the shop code', () => {
	it( 'is refused where no reference could begin with it, and stays in sight', async () => {
		connectedSite();
		const { user } = await open( FOLD );
		await user.click( screen.getByText( FOLD ) );
		const code = await screen.findByLabelText( 'Shop code' );
		await user.clear( code );
		await user.type( code, 'a-' );
		await user.click( screen.getByText( FOLD ) );
		expect( code ).toBeVisible();
		expect( code ).toBeInvalid();
		expect( code ).toHaveAccessibleDescription( /2 to 8 capital letters/ );
		expect(
			screen.getByRole( 'button', { name: 'Save changes' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
		await expectAccessible();
	} );

	it( 'shows what it is for as it is typed', async () => {
		connectedSite();
		const { user } = await open( FOLD );
		await user.click( screen.getByText( FOLD ) );
		const code = await screen.findByLabelText( 'Shop code' );
		await user.clear( code );
		await user.type( code, 'nord' );
		expect( screen.getByText( 'NORD-1207' ) ).toBeVisible();
		expect( screen.getByText( 'NORD-C58' ) ).toBeVisible();
	} );

	it( 'cannot be changed once it was used', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			shop_code_fixed: true,
		} ) );
		const { user } = await open( FOLD );
		await user.click( screen.getByText( FOLD ) );
		expect( await screen.findByLabelText( 'Shop code' ) ).toBeDisabled();
	} );
} );
