import { screen, waitFor } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import type { Connection } from '../../../generated/schemas';

jest.mock( './browser', () => ( {
	...jest.requireActual< object >( './browser' ),
	leaveFor: jest.fn(),
} ) );

const { leaveFor } = jest.requireMock< { leaveFor: jest.Mock } >( './browser' );

const SELLSY = 'https://login.sellsy.com/oauth2/authorization?state=abc';

const waiting: Connection = {
	...answers.connected,
	type: 'private',
	state: 'to_authorise',
	staff: null,
};

const comeBack = ( outcome: string, hash = '#/connection' ) => {
	window.history.replaceState(
		null,
		'',
		`/wp-admin/admin.php?page=orderinvoicer&orderinvoicer_connect=${ outcome }`
	);
	return renderApp( hash );
};

beforeEach( () => leaveFor.mockClear() );

afterEach( () => window.history.replaceState( null, '', '/' ) );

describe( 'a private access', () => {
	it( 'shows both ways, and what the chosen one needs', async () => {
		connectedSite().on( 'GET /connection', () => answers.unconfigured );
		const { user } = renderApp( '#/connection' );
		expect(
			await screen.findByRole( 'radio', { name: 'Personal access' } )
		).toBeChecked();
		expect( screen.queryByLabelText( 'Redirect URL' ) ).toBeNull();
		await user.click(
			screen.getByRole( 'radio', { name: 'Private access' } )
		);
		expect( screen.getByLabelText( 'Redirect URL' ) ).toHaveValue(
			'https://shop.test/wp-admin/admin-post.php'
		);
		await expectAccessible();
	} );

	it( 'is chosen with the keyboard alone', async () => {
		connectedSite().on( 'GET /connection', () => answers.unconfigured );
		const { user } = renderApp( '#/connection' );
		const personal = await screen.findByRole( 'radio', {
			name: 'Personal access',
		} );
		personal.focus();
		await user.keyboard( '{ArrowDown}' );
		expect(
			screen.getByRole( 'radio', { name: 'Private access' } )
		).toBeChecked();
	} );

	it( 'copies the redirect URL and says so', async () => {
		const copied = jest.fn( () => true );
		Object.defineProperty( document, 'execCommand', {
			value: copied,
			configurable: true,
		} );
		connectedSite().on( 'GET /connection', () => waiting );
		const { user } = renderApp( '#/connection' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Copy' } )
		);
		expect( copied ).toHaveBeenCalledWith( 'copy' );
		expect( await screen.findByText( 'Copied.' ) ).toBeInTheDocument();
	} );

	it( 'stores the keys, forgets what was typed and leaves for Sellsy', async () => {
		const site = connectedSite()
			.on( 'GET /connection', () => answers.unconfigured )
			.on( 'POST /connection', () => waiting )
			.on( 'POST /connection/authorise', () => ( { url: SELLSY } ) );
		const { user } = renderApp( '#/connection' );
		await user.click(
			await screen.findByRole( 'radio', { name: 'Private access' } )
		);
		await user.type( screen.getByLabelText( 'Client ID' ), 'client-1' );
		await user.type( screen.getByLabelText( 'Client secret' ), 's3cret' );
		await user.click(
			screen.getByRole( 'button', { name: 'Connect at Sellsy' } )
		);
		await waitFor( () =>
			expect( leaveFor ).toHaveBeenCalledWith( SELLSY )
		);
		expect( site.callsOf( 'POST /connection' )[ 0 ]?.data ).toEqual( {
			type: 'private',
			client_id: 'client-1',
			client_secret: 's3cret',
		} );
		expect(
			site.callsOf( 'POST /connection/authorise' )[ 0 ]?.data
		).toEqual( { return: '/connection' } );
		expect( screen.getByLabelText( 'Client secret' ) ).toHaveValue( '' );
		expect( site.callsOf( 'POST /connection/test' ) ).toEqual( [] );
	} );

	it( 'is not connected before somebody allowed it, and goes on from there', async () => {
		connectedSite()
			.on( 'GET /connection', () => waiting )
			.on( 'POST /connection/authorise', () => ( { url: SELLSY } ) );
		const { user } = renderApp( '#/connection' );
		expect(
			( await screen.findAllByText( /One step is missing/ ) )[ 0 ]
		).toBeVisible();
		expect( screen.queryByText( /Connected to Sellsy/ ) ).toBeNull();
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Continue at Sellsy' } )
		);
		await waitFor( () =>
			expect( leaveFor ).toHaveBeenCalledWith( SELLSY )
		);
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'an address that is none', { url: 'javascript:alert(1)' } ],
		[ 'a page of HTML', '<html></html>' ],
	] )( 'stays here when the site answers %s', async ( _name, body ) => {
		connectedSite()
			.on( 'GET /connection', () => waiting )
			.on( 'POST /connection/authorise', () => body );
		const { user } = renderApp( '#/connection' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Continue at Sellsy' } )
		);
		await screen.findAllByText( /cannot read/ );
		expect( leaveFor ).not.toHaveBeenCalled();
	} );

	it( 'is not asked to be allowed again while it works', async () => {
		connectedSite().on( 'GET /connection', () => ( {
			...answers.connected,
			type: 'private',
		} ) );
		renderApp( '#/connection' );
		await screen.findByRole( 'button', { name: 'Disconnect' } );
		expect(
			screen.queryByRole( 'button', { name: 'Continue at Sellsy' } )
		).toBeNull();
	} );
} );

describe( 'coming back from Sellsy', () => {
	it.each( [
		[ 'denied', /was not allowed/ ],
		[ 'expired', /more than ten minutes/ ],
		[ 'code_refused', /redirect URL entered at Sellsy/ ],
		[ 'keys_refused', /does not know this client ID/ ],
		[ 'no_answer', /gave no answer/ ],
		[ 'not_stored', /extension sodium/ ],
	] )( '%s is explained once', async ( outcome, text ) => {
		connectedSite().on( 'GET /connection', () => waiting );
		const { unmount } = comeBack( outcome );
		expect( ( await screen.findAllByText( text ) )[ 0 ] ).toBeVisible();
		await expectAccessible();
		expect( window.location.search ).toBe( '?page=orderinvoicer' );
		unmount();
		renderApp( '#/connection' );
		await screen.findByRole( 'button', { name: 'Continue at Sellsy' } );
		expect( screen.queryByText( text ) ).toBeNull();
	} );

	it( 'connected is tested at once, and once', async () => {
		const site = connectedSite()
			.on( 'GET /connection', () => ( {
				...answers.connected,
				type: 'private',
			} ) )
			.on( 'POST /connection/test', () => answers.report );
		comeBack( 'connected' );
		await waitFor( () =>
			expect( site.callsOf( 'POST /connection/test' ) ).toHaveLength( 1 )
		);
		expect( await screen.findByText( /Every right/ ) ).toBeVisible();
		expect( site.callsOf( 'POST /connection/test' ) ).toHaveLength( 1 );
	} );

	it( 'an unknown word says nothing', async () => {
		connectedSite();
		comeBack( '<script>' );
		await screen.findByRole( 'button', { name: 'Disconnect' } );
		expect( window.location.search ).toBe( '?page=orderinvoicer' );
	} );
} );
