import { act, screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import {
	button,
	dryOrder,
	isOn,
	savedBy,
	shown,
	title,
	wizardShop,
} from '../../../test/wizard';

describe( 'the wizard', () => {
	it( 'leads from the connection to the switch, and is on with one request only', async () => {
		const site = wizardShop( answers.settings, [
			dryOrder( 3 ),
			dryOrder( 2 ),
		] );
		const { user } = renderApp( '#/setup/connect' );
		await title( /Step 1 of 6 Your Sellsy account is connected/ );
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 2 of 6 What shall/ ) ).toHaveFocus();
		const card = await screen.findByRole( 'radio', { name: /^Card shop/ } );
		expect( button( 'Continue' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		await user.click( card );
		await screen.findByText( /As soon as the order is paid/ );
		expect( screen.queryByText( /This changes/ ) ).toBeNull();
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 3 of 6/ ) ).toHaveFocus();
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 4 of 6/ ) ).toHaveFocus();
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 5 of 6/ ) ).toHaveFocus();
		await shown( '2 of 2 orders would be exact to the cent.' );
		expect( site.callsOf( 'POST /dry-run' )[ 0 ]?.data ).toMatchObject( {
			settings: {
				invoice: {
					enabled: true,
					finalise: 'at_once',
					rate_category_id: 201,
				},
				creditnote: { enabled: true },
			},
		} );
		await expectAccessible();
		// Facts were kept on the way, no switch.
		expect( savedBy( site ) ).toEqual( [
			{
				tax_rates: [
					{ rate_id: 1, tax_id: 101 },
					{ rate_id: 2, tax_id: 102 },
				],
				rounding_tax_id: 103,
			},
			{
				payments: {
					methods: [
						{ gateway: 'bacs', method_id: 401 },
						{ gateway: 'stripe', method_id: 402 },
					],
				},
			},
		] );
		await user.click( button( 'Continue' ) );

		await title( /Ready to switch on/ );
		await screen.findByText( '2 of 2 rates have their tax in Sellsy.' );
		await expectAccessible();
		expect(
			within( screen.getByRole( 'navigation', { name: /^Steps/ } ) )
				.getAllByRole( 'listitem' )
				.map( ( item ) => /\(done\)/.test( item.textContent ?? '' ) )
		).toEqual( [ true, true, true, true, true, false ] );
		await user.click(
			screen.getByRole( 'radio', { name: 'Final at once' } )
		);
		await user.click( button( 'Switch on' ) );

		await waitFor( async () =>
			expect( await title( /Order Invoicer is on/ ) ).toHaveFocus()
		);
		expect( savedBy( site ) ).toHaveLength( 3 );
		expect( savedBy( site )[ 2 ] ).toEqual( {
			invoice: {
				enabled: true,
				finalise: 'at_once',
				rate_category_id: 201,
			},
			creditnote: {
				enabled: true,
				finalise: 'at_once',
				rate_category_id: 201,
			},
			payments: { enabled: true },
		} );
		expect(
			screen.getByRole( 'link', { name: 'Open the overview' } )
		).toHaveAttribute( 'href', '#/overview' );
		await expectAccessible();
	} );

	it( 'works with the keyboard alone through documents and taxes', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/connect' );
		await title( /is connected/ );
		const press = async ( name: string ) => {
			act( () => button( name ).focus() );
			await user.keyboard( '{Enter}' );
		};
		await press( 'Continue' );
		await screen.findByRole( 'radio', { name: /^Card shop/ } );
		expect( await title( /What shall/ ) ).toHaveFocus();
		await user.tab();
		expect(
			screen.getByRole( 'radio', { name: /^Card shop/ } )
		).toHaveFocus();
		await user.keyboard( ' ' );
		await screen.findByText( /As soon as the order is paid/ );
		// Another choice is no other page: the focus stays.
		expect(
			screen.getByRole( 'radio', { name: /^Card shop/ } )
		).toHaveFocus();
		await press( 'Continue' );
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await press( 'Continue' );
		expect( await title( /How do your customers/ ) ).toHaveFocus();
		expect( savedBy( site ) ).toHaveLength( 1 );
	} );

	it.each( [
		[
			'nothing is connected',
			answers.unconfigured,
			answers.settings,
			/Connect your/,
		],
		[
			'nothing is chosen',
			answers.connected,
			answers.settings,
			/What shall/,
		],
		[ 'all is on', answers.connected, isOn, /is on/ ],
	] )(
		'begins where the shop stands: %s',
		async ( _name, connection, settings, expected ) => {
			wizardShop( settings ).on( 'GET /connection', () => connection );
			renderApp( '#/setup' );
			await title( expected );
			expect( window.location.hash ).toMatch( /^#\/setup\/[a-z]+$/ );
			await expectAccessible();
		}
	);

	it.each( [
		[
			'#/setup/taxes',
			answers.unconfigured,
			/not connected to it/,
			'Connect Sellsy',
			'#/setup/connect',
		],
		[
			'#/setup/documents/paid',
			answers.unconfigured,
			/not connected to it/,
			'Connect Sellsy',
			'#/setup/connect/paid',
		],
		[
			'#/setup/check',
			answers.connected,
			/none is chosen yet/,
			'Choose the documents',
			'#/setup/documents',
		],
	] )(
		'%s without its premise says why',
		async ( hash, connection, reason, way, href ) => {
			wizardShop().on( 'GET /connection', () => connection );
			renderApp( hash );
			await shown( reason );
			expect( screen.getByRole( 'link', { name: way } ) ).toHaveAttribute(
				'href',
				href
			);
			await expectAccessible();
		}
	);

	it( 'shows where one is, and leads back, also with the browser’s own button', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/taxes/paid' );
		await title( /Which tax/ );
		const steps = within(
			screen.getByRole( 'navigation', { name: 'Steps of the set-up' } )
		);
		expect( steps.getAllByRole( 'listitem' ) ).toHaveLength( 6 );
		expect( steps.getAllByRole( 'listitem' )[ 2 ] ).toHaveAttribute(
			'aria-current',
			'step'
		);
		expect(
			steps
				.getAllByRole( 'link' )
				.map( ( link ) => link.getAttribute( 'href' ) )
		).toEqual( [ '#/setup/connect/paid', '#/setup/documents/paid' ] );
		await user.click( screen.getByRole( 'link', { name: 'Back' } ) );
		expect(
			await screen.findByRole( 'radio', { name: /^Card shop/ } )
		).toBeChecked();
		act( () => window.history.back() );
		expect( await title( /Which tax/ ) ).toHaveFocus();
	} );

	it( 'begins anew at an address that is none', async () => {
		wizardShop();
		renderApp( '#/setup/everything/at-once' );
		expect( await title( /What shall/ ) ).toBeVisible();
	} );
} );

describe( 'the way into the wizard', () => {
	it( 'stands on the connection page while nothing is connected', async () => {
		wizardShop().on( 'GET /connection', () => answers.unconfigured );
		renderApp( '#/connection' );
		expect(
			await screen.findByRole( 'link', { name: 'Set up step by step' } )
		).toHaveAttribute( 'href', '#/setup' );
		await expectAccessible();
	} );

	it( 'and not once something is', async () => {
		wizardShop();
		renderApp( '#/connection' );
		await screen.findByRole( 'button', { name: 'Disconnect' } );
		expect(
			screen.queryByRole( 'link', { name: 'Set up step by step' } )
		).toBeNull();
	} );
} );
