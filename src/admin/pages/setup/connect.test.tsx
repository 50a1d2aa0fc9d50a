import { screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { button, shown, title, wizardShop } from '../../../test/wizard';
import { leaveFor } from '../connection/browser';

jest.mock( '../connection/browser', () => ( {
	...jest.requireActual( '../connection/browser' ),
	leaveFor: jest.fn(),
} ) );

/** Also finds what WordPress reads out. */
const ALSO_READ_OUT = { ignore: 'script, style' };

afterEach( () => window.history.replaceState( null, '', '/' ) );

describe( 'the connection', () => {
	const keys = async ( user: ReturnType< typeof renderApp >[ 'user' ] ) => {
		await user.type(
			await screen.findByLabelText( 'Client ID' ),
			'client-1'
		);
		await user.type( screen.getByLabelText( 'Client secret' ), 's3cret' );
	};

	it( 'shows where to click, and what the planned documents need', async () => {
		wizardShop().on( 'GET /connection', () => answers.unconfigured );
		const { user } = renderApp( '#/setup' );
		expect( await screen.findByLabelText( 'Client ID' ) ).toHaveFocus();
		expect(
			screen.getAllByRole( 'img', { name: /^Drawing of/ } )
		).toHaveLength( 3 );
		await user.click(
			screen.getByText( 'What the access must be allowed to do' )
		);
		expect( screen.queryByText( 'api-v1' ) ).toBeNull();
		await user.selectOptions(
			screen.getByLabelText( 'What does an order become?' ),
			'order, delivery note, invoice'
		);
		await screen.findByText( 'api-v1' );
		screen.getByText( 'Facturation / Créer des bons de commande' );
		await expectAccessible();
	} );

	it( 'names the rights of the documents that are on, where some are', async () => {
		wizardShop( {
			...answers.settings,
			proforma: { ...answers.settings.proforma, enabled: true },
		} ).on( 'GET /connection', () => answers.unconfigured );
		renderApp( '#/setup/connect' );
		await screen.findByLabelText( 'Client ID' );
		// It has what no choice here offers.
		expect(
			screen.queryByLabelText( 'What does an order become?' )
		).toBeNull();
		expect( screen.getByText( 'api-v1' ) ).toBeInTheDocument();
	} );

	it( 'is made with a personal access, and only then leads on', async () => {
		wizardShop()
			.on( 'GET /connection', () => answers.unconfigured )
			.on( 'POST /connection', () => ( {
				...answers.connected,
				state: 'unknown',
				staff: null,
			} ) )
			.on( 'POST /connection/test', () => answers.report );
		const { user } = renderApp( '#/setup' );
		await keys( user );
		expect(
			screen.queryByRole( 'button', { name: 'Continue' } )
		).toBeNull();
		await user.click( button( 'Connect' ) );
		await screen.findByText( /Every right/ );
		expect( await title( /is connected/ ) ).toHaveFocus();
		button( 'Continue' );
	} );

	it( 'does not lead on while a right of the planned documents is missing', async () => {
		const missing = ( scope: string ) => ( {
			...answers.connected,
			rights: [
				{
					...answers.seenRight,
					right: scope,
					scope,
					state: 'missing',
					next_step: 'Tick it.',
				},
			],
		} );
		wizardShop()
			.on( 'GET /connection', () => missing( 'items.write' ) )
			.on( 'POST /connection/test', () => ( {
				...answers.report,
				rights: missing( 'estimates.write' ).rights,
			} ) );
		const { user } = renderApp( '#/setup' );
		await title( /rights are missing/ );
		screen.getByText( 'items.write', {
			selector: '.orderinvoicer-list code',
		} );
		expect( button( 'Continue' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		await expectAccessible();
		await user.click( button( 'Test the connection' ) );
		await title( /is connected/ );
		expect( button( 'Continue' ) ).not.toHaveAttribute( 'aria-disabled' );
	} );

	it.each( [
		[ 'when they are stored', 'refused', undefined ],
		[ 'when they are tried', 'unknown', 'refused' ],
	] as const )(
		'with wrong keys says so above the button, and asks for the secret again: %s',
		async ( _when, stored, tried ) => {
			const site = wizardShop()
				.on( 'GET /connection', () => answers.unconfigured )
				.on( 'POST /connection', () => ( {
					...answers.connected,
					state: stored,
					staff: null,
					problem: stored === 'refused' ? answers.problem : null,
				} ) )
				.on( 'POST /connection/test', () => ( {
					...answers.report,
					state: tried,
					staff: null,
					problem: answers.problem,
				} ) );
			const { user } = renderApp( '#/setup' );
			await keys( user );
			await user.click( button( 'Connect' ) );
			const message = await shown(
				/^Sellsy does not know this client ID with this secret/
			);
			const follows = ( node: Element ) =>
				message.compareDocumentPosition( node ) ===
				Node.DOCUMENT_POSITION_FOLLOWING;
			expect( follows( button( 'Connect' ) ) ).toBe( true );
			expect( follows( screen.getByLabelText( 'Client secret' ) ) ).toBe(
				false
			);
			expect( screen.getByLabelText( 'Client ID' ) ).toHaveValue(
				'client-1'
			);
			expect( screen.getByLabelText( 'Client secret' ) ).toHaveValue(
				''
			);
			await waitFor( () =>
				expect( screen.getByLabelText( 'Client secret' ) ).toHaveFocus()
			);
			expect( screen.queryByText( answers.problem.text ) ).toBeNull();
			expect(
				screen
					.getAllByText( /^Sellsy does not know/, ALSO_READ_OUT )
					.filter( ( text ) =>
						text.closest( '[aria-live="assertive"]' )
					)
			).toHaveLength( 1 );
			await expectAccessible();

			// Only the secret is to be typed; and again, when it was wrong again: the site stores no more wrong keys
			// now.
			site.refuse(
				'POST /connection',
				'orderinvoicer_keys_refused',
				'Copy both again.'
			);
			await user.keyboard( 'wrong{Enter}' );
			await waitFor( () =>
				expect( site.callsOf( 'POST /connection' ) ).toHaveLength( 2 )
			);
			expect( site.callsOf( 'POST /connection' )[ 1 ]?.data ).toEqual( {
				type: 'personal',
				client_id: 'client-1',
				client_secret: 'wrong',
			} );
			expect( await shown( 'Copy both again.' ) ).toBeVisible();
			expect(
				screen.queryByText( /^Sellsy does not know this/ )
			).toBeNull();
			await waitFor( () =>
				expect( screen.getByLabelText( 'Client secret' ) ).toHaveFocus()
			);
			await user.paste( 'right' );
			expect( screen.getByLabelText( 'Client secret' ) ).toHaveValue(
				'right'
			);
		}
	);

	it( 'whose keys were refused before is asked for in the form, at the secret', async () => {
		wizardShop().on( 'GET /connection', () => ( {
			...answers.connected,
			state: 'refused',
			staff: null,
			problem: answers.problem,
		} ) );
		renderApp( '#/setup' );
		await shown( /^Sellsy does not know/ );
		expect( screen.getByLabelText( 'Client ID' ) ).toHaveValue(
			'client-1'
		);
		expect( screen.getByLabelText( 'Client secret' ) ).toHaveFocus();
		expect( screen.queryByText( answers.problem.text ) ).toBeNull();
	} );

	it( 'through a private access comes back to this step', async () => {
		const site = wizardShop()
			.on( 'GET /connection', () => answers.unconfigured )
			.on( 'POST /connection', () => ( {
				...answers.connected,
				type: 'private',
				state: 'to_authorise',
				staff: null,
			} ) )
			.on( 'POST /connection/authorise', () => ( {
				url: 'https://login.sellsy.test/',
			} ) );
		const { user } = renderApp( '#/setup/connect' );
		await user.click(
			await screen.findByRole( 'radio', { name: 'Private access' } )
		);
		expect( screen.getByLabelText( 'Redirect URL' ) ).toHaveValue(
			answers.unconfigured.redirect_url
		);
		await keys( user );
		await user.click( button( 'Connect at Sellsy' ) );
		await waitFor( () =>
			expect( leaveFor ).toHaveBeenCalledWith(
				'https://login.sellsy.test/'
			)
		);
		expect(
			site.callsOf( 'POST /connection/authorise' )[ 0 ]?.data
		).toEqual( { return: '/setup/connect' } );
	} );

	it.each( [
		[ 'denied', /was not allowed/, false ],
		[ 'connected', /Every right/, true ],
	] )(
		'says how the way to Sellsy and back ended: %s',
		async ( outcome, text, leadsOn ) => {
			const state = leadsOn ? 'connected' : 'to_authorise';
			wizardShop()
				.on( 'GET /connection', () => ( {
					...answers.connected,
					type: 'private',
					state,
				} ) )
				.on( 'POST /connection/test', () => answers.report );
			window.history.replaceState(
				null,
				'',
				`/?page=orderinvoicer&orderinvoicer_connect=${ outcome }#/setup/connect`
			);
			renderApp( '#/setup/connect' );
			await shown( text );
			await title( leadsOn ? /is connected/ : /Connect your/ );
			expect(
				screen.queryByRole( 'button', { name: 'Continue' } ) !== null
			).toBe( leadsOn );
		}
	);

	it( 'that is given up leaves the focus at what is to be done', async () => {
		wizardShop().on( 'DELETE /connection', () => answers.unconfigured );
		const { user } = renderApp( '#/setup/connect' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Disconnect' } )
		);
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Disconnect',
			} )
		);
		expect( await title( /Connect your/ ) ).toHaveFocus();
	} );

	it( 'that cannot be given up says why', async () => {
		wizardShop().refuse(
			'DELETE /connection',
			'internal',
			'The site is busy.'
		);
		const { user } = renderApp( '#/setup/connect' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Disconnect' } )
		);
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Disconnect',
			} )
		);
		expect( await shown( 'The site is busy.' ) ).toBeVisible();
	} );

	it( 'that wp-config.php holds asks for no keys', async () => {
		wizardShop().on( 'GET /connection', () => ( {
			...answers.connected,
			from_constants: true,
			state: 'refused',
		} ) );
		renderApp( '#/setup/connect' );
		await shown( /ORDERINVOICER_CLIENT_ID/ );
		expect( screen.queryByLabelText( 'Client ID' ) ).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: 'Continue' } )
		).toBeNull();
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'an unknown state', { ...answers.connected, state: 'fine' } ],
		[ 'a page of HTML', '<html></html>' ],
	] )(
		'is never taken for made when the site answers %s',
		async ( _name, body ) => {
			wizardShop().on( 'GET /connection', () => body );
			renderApp( '#/setup/shop' );
			await shown( /cannot read/ );
			expect( screen.queryByText( /Connected to Sellsy/ ) ).toBeNull();
			expect( screen.queryByRole( 'combobox' ) ).toBeNull();
			await expectAccessible();
		}
	);
} );
