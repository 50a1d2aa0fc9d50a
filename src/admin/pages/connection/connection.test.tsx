import { act, screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import type {
	Connection,
	ConnectionReport,
	Right,
} from '../../../generated/schemas';

/** As the page says it; its header names the company alone. */
const CONNECTED = /Connected to Sellsy as/;

const open = async () => {
	const view = renderApp( '#/connection' );
	await screen.findByLabelText( 'Client secret' );
	return view;
};

describe( 'connection', () => {
	it( 'is checking, not connected, before the site answered', async () => {
		const read = deferred< Connection >();
		connectedSite().on( 'GET /connection', () => read.promise );
		renderApp( '#/connection' );
		expect(
			await screen.findByText( 'Checking the connection…' )
		).toBeVisible();
		expect( screen.queryByText( CONNECTED ) ).not.toBeInTheDocument();
		await expectAccessible();
		await act( async () => read.resolve( answers.connected ) );
		expect(
			screen.getAllByText( 'Connected to Sellsy as Client Test.' ).length
		).toBeGreaterThan( 0 );
		await expectAccessible();
	} );

	it( 'names the company whose books are written to', async () => {
		connectedSite();
		renderApp( '#/connection' );
		expect(
			await screen.findByText(
				'Documents are made in the books of: Boutique.'
			)
		).toBeVisible();
	} );

	it( 'says so where Sellsy did not tell which company it is', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			account: '',
		} ) );
		renderApp( '#/connection' );
		expect(
			await screen.findByText( /^Sellsy did not say which company/ )
		).toBeVisible();
	} );

	it( 'says nothing of it where nobody asked yet', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			account: null,
		} ) );
		renderApp( '#/connection' );
		await screen.findAllByText( CONNECTED );
		expect(
			screen.queryByText( /which company|books of/, {
				selector: '.orderinvoicer-message *',
			} )
		).toBeNull();
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'an unknown state', { ...answers.connected, state: 'fine' } ],
		[ 'a secret', { ...answers.connected, client_secret: 's3cret' } ],
		[ 'a page of HTML', '<html></html>' ],
	] )(
		'is never connected when the site answers %s',
		async ( _name, body ) => {
			connectedSite().on( 'GET /connection', () => body );
			renderApp( '#/connection' );
			await screen.findAllByText( /cannot read/ );
			expect( screen.queryByText( CONNECTED ) ).not.toBeInTheDocument();
			await expectAccessible();
		}
	);

	it( 'is not connected with keys that were never tried', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			state: 'unknown',
			staff: null,
		} ) );
		await open();
		expect( screen.getAllByText( /not known yet/ ).length ).toBeGreaterThan(
			0
		);
		expect( screen.queryByText( CONNECTED ) ).not.toBeInTheDocument();
	} );

	it( 'stores the keys, tests them at once, and forgets what was typed', async () => {
		const site = connectedSite()
			.on( 'GET /connection', () => answers.unconfigured )
			.on( 'POST /connection', () => ( {
				...answers.connected,
				state: 'unknown',
				staff: null,
			} ) )
			.on( 'POST /connection/test', () => answers.report );
		const { user } = await open();
		await user.type( screen.getByLabelText( 'Client ID' ), ' client-1 ' );
		await user.type( screen.getByLabelText( 'Client secret' ), 's3cret' );
		await user.click( screen.getByRole( 'button', { name: 'Connect' } ) );
		await screen.findAllByText( 'Connected to Sellsy as Client Test.' );
		expect( site.callsOf( 'POST /connection' )[ 0 ]?.data ).toEqual( {
			type: 'personal',
			client_id: 'client-1',
			client_secret: 's3cret',
		} );
		expect( screen.getByLabelText( 'Client secret' ) ).toHaveValue( '' );
		expect( screen.getByText( /Every right/ ) ).toBeVisible();
		// The day of connection is a setting, and is read again.
		await waitFor( () =>
			expect( site.callsOf( 'GET /settings' ).length ).toBeGreaterThan(
				1
			)
		);
	} );

	it( 'does not say of new keys that they worked once', async () => {
		connectedSite()
			.on( 'GET /connection', () => answers.unconfigured )
			.on( 'POST /connection', () => ( {
				...answers.connected,
				state: 'refused',
				staff: null,
				problem: answers.problem,
			} ) );
		const { user } = await open();
		await user.type( screen.getByLabelText( 'Client ID' ), 'client-1' );
		await user.type( screen.getByLabelText( 'Client secret' ), 's3cret' );
		await user.click( screen.getByRole( 'button', { name: 'Connect' } ) );
		await screen.findAllByText( /^Sellsy does not know this client ID/ );
		expect( screen.queryByText( answers.problem.text ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'stays connected where the site refuses other keys, and keeps what was typed', async () => {
		const site = connectedSite().refuse(
			'POST /connection',
			'orderinvoicer_keys_refused',
			'Sellsy does not know these, so nothing was changed.'
		);
		const { user } = await open();
		const secret = screen.getByLabelText( 'Client secret' );
		await user.type( screen.getByLabelText( 'Client ID' ), 'client-2' );
		await user.type( secret, 'half' );
		await user.click( screen.getByRole( 'button', { name: 'Connect' } ) );

		const form = secret.closest( 'form' );
		expect( form ).not.toBeNull();
		await waitFor( () =>
			expect( form ).toHaveTextContent( /so nothing was changed/ )
		);
		expect( screen.getAllByText( CONNECTED )[ 0 ] ).toBeVisible();
		expect( screen.getByLabelText( 'Client ID' ) ).toHaveValue(
			'client-2'
		);
		expect( secret ).toHaveValue( 'half' );
		expect( secret ).toHaveFocus();
		expect( site.callsOf( 'POST /connection/test' ) ).toEqual( [] );
		await expectAccessible();

		// Pasted over what was selected.
		await user.paste( 'whole' );
		expect( secret ).toHaveValue( 'whole' );
		expect( form ).not.toHaveTextContent( /so nothing was changed/ );
	} );

	it( 'leaves the focus where it is when the keys could not be stored', async () => {
		connectedSite().refuse( 'POST /connection', 'internal', 'Busy.' );
		const { user } = await open();
		await user.type( screen.getByLabelText( 'Client ID' ), 'client-2' );
		await user.type( screen.getByLabelText( 'Client secret' ), 's3cret' );
		const connect = screen.getByRole( 'button', { name: 'Connect' } );
		await user.click( connect );
		await screen.findAllByText( 'Busy.' );
		expect( connect ).toHaveFocus();
	} );

	it( 'sends nothing before both keys are there', async () => {
		const site = connectedSite().on(
			'GET /connection',
			() => answers.unconfigured
		);
		const { user } = await open();
		await user.type(
			screen.getByLabelText( 'Client ID' ),
			'client-1{Enter}'
		);
		expect( site.callsOf( 'POST /connection' ) ).toEqual( [] );
		await expectAccessible();
	} );

	const right = ( state: Right[ 'state' ], scope: string ): Right => ( {
		...answers.seenRight,
		right: scope,
		scope,
		state,
		next_step: state === 'missing' ? 'Tick this right.' : '',
	} );

	const levelOf = ( text: RegExp ) =>
		screen.getAllByText( text ).at( -1 )?.closest( '.components-notice' )
			?.className;

	it( 'names missing rights and what to do, and is not green', async () => {
		connectedSite().on( 'POST /connection/test', () => ( {
			...answers.report,
			rights: [ right( 'missing', 'invoices.read' ) ],
		} ) );
		const { user } = await open();
		expect( levelOf( CONNECTED ) ).toMatch( /is-success/ );
		await user.click(
			screen.getByRole( 'button', { name: 'Test the connection' } )
		);
		const item = ( await screen.findByText( 'invoices.read' ) ).closest(
			'li'
		);
		expect( item ).toHaveTextContent( 'Tick this right.' );
		expect( levelOf( CONNECTED ) ).not.toMatch( /is-success/ );
		expect( screen.queryByText( /Every right/ ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'is not green while a right cannot be seen, and says which', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			rights: [
				right( 'seen', 'invoices.read' ),
				right( 'unseen', 'payments.write' ),
			],
		} ) );
		await open();
		screen.getByText( 'payments.write' );
		expect( screen.queryByText( 'invoices.read' ) ).toBeNull();
		expect( screen.queryByText( /Every right/ ) ).toBeNull();
		expect( levelOf( CONNECTED ) ).not.toMatch( /is-success/ );
		await expectAccessible();
	} );

	it( 'drops the warning once the right was given', async () => {
		const site = connectedSite()
			.on( 'GET /connection', () => ( {
				...answers.connected,
				rights: [ right( 'missing', 'items.write' ) ],
			} ) )
			.on( 'POST /connection/test', () => answers.report );
		const { user } = await open();
		screen.getByText( 'items.write' );
		const asked = site.callsOf( 'GET /status' ).length;
		await user.click(
			screen.getByRole( 'button', { name: 'Test the connection' } )
		);
		await screen.findByText( /Every right/ );
		expect( screen.queryByText( 'items.write' ) ).toBeNull();
		await waitFor( () =>
			expect( site.callsOf( 'GET /status' ).length ).toBeGreaterThan(
				asked
			)
		);
	} );

	it( 'says what Sellsy refused', async () => {
		connectedSite().on( 'POST /connection/test', (): ConnectionReport => ( {
			state: 'refused',
			account: '',
			staff: null,
			rights: [],
			problem: answers.problem,
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', { name: 'Test the connection' } )
		);
		await screen.findAllByText( answers.problem.text );
		expect( screen.queryByText( CONNECTED ) ).not.toBeInTheDocument();
		await expectAccessible();
	} );

	it( 'shows a test that gave no answer as that', async () => {
		connectedSite().on( 'POST /connection/test', () => ( {
			state: 'ok',
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', { name: 'Test the connection' } )
		);
		await screen.findAllByText( /cannot read/ );
		expect( screen.queryByText( CONNECTED ) ).not.toBeInTheDocument();
	} );

	it( 'asks before it disconnects', async () => {
		const site = connectedSite().on(
			'DELETE /connection',
			() => answers.unconfigured
		);
		const { user } = await open();
		const disconnect = () =>
			screen.getByRole( 'button', { name: 'Disconnect' } );
		await user.click( disconnect() );
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( site.callsOf( 'DELETE /connection' ) ).toEqual( [] );
		await user.click( disconnect() );
		const dialog = screen.getByRole( 'dialog' );
		await expectAccessible();
		await user.click(
			within( dialog ).getByRole( 'button', { name: 'Disconnect' } )
		);
		await screen.findByText( 'This shop is not connected to Sellsy yet.' );
	} );

	it( 'takes no other keys while those before are being tested', async () => {
		const tested = deferred< ConnectionReport >();
		const site = connectedSite()
			.on( 'POST /connection/test', () => tested.promise )
			.on( 'POST /connection', () => ( {
				...answers.connected,
				client_id: 'client-2',
			} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', { name: 'Test the connection' } )
		);
		await user.type( screen.getByLabelText( 'Client ID' ), 'client-2' );
		await user.type(
			screen.getByLabelText( 'Client secret' ),
			's3cret{Enter}'
		);
		expect( site.callsOf( 'POST /connection' ) ).toEqual( [] );
		await act( async () => tested.resolve( answers.report ) );
		await user.click( screen.getByRole( 'button', { name: 'Connect' } ) );
		await waitFor( () =>
			expect( site.callsOf( 'POST /connection/test' ) ).toHaveLength( 2 )
		);
	} );

	it( 'cannot be changed here when wp-config.php holds the keys', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			from_constants: true,
		} ) );
		renderApp( '#/connection' );
		await screen.findAllByText( /wp-config\.php/ );
		expect( screen.queryByLabelText( 'Client secret' ) ).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: 'Disconnect' } )
		).toBeNull();
		await expectAccessible();
	} );
} );
