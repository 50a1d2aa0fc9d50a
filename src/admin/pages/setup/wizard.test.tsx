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
	told,
	wizardShop,
} from '../../../test/wizard';

describe( 'the wizard', () => {
	it( 'leads from the connection to the switch, and is on with one request only', async () => {
		const site = wizardShop( answers.settings, [
			dryOrder( 3 ),
			dryOrder( 2 ),
		] );
		const { user } = renderApp( '#/setup/connect' );
		await title( /Step 1 of 4 Your Sellsy account is connected/ );
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 2 of 4 What shall/ ) ).toHaveFocus();
		await user.click(
			await screen.findByRole( 'button', { name: 'final at once' } )
		);
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 3 of 4/ ) ).toHaveFocus();
		await screen.findByText( '3 sure matches' );
		await screen.findByText( '2 sure matches' );
		// What is counted is named: more than the rates.
		await screen.findByText( /· Row “Rounding”/ );
		await expectAccessible();
		await user.click( button( 'Continue' ) );

		expect( await title( /Step 4 of 4/ ) ).toHaveFocus();
		await shown( '2 of 2 orders would be exact to the cent.' );
		await screen.findByRole( 'button', { name: 'Try this account' } );
		await expectAccessible();
		expect( savedBy( site ) ).toEqual( [] );
		await user.click( button( 'Switch on' ) );

		await waitFor( async () =>
			expect( await title( /Order Invoicer is on/ ) ).toHaveFocus()
		);
		expect( savedBy( site ) ).toEqual( [
			expect.objectContaining( {
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
				payments: {
					enabled: true,
					methods: [
						{ gateway: 'bacs', method_id: 401 },
						{ gateway: 'stripe', method_id: 402 },
					],
				},
				tax_rates: [
					{ rate_id: 1, tax_id: 101 },
					{ rate_id: 2, tax_id: 102 },
				],
				rounding_tax_id: 103,
			} ),
		] );
		expect( window.location.hash ).toBe( '#/setup/done' );
		expect(
			within( screen.getByRole( 'navigation', { name: /^Steps/ } ) )
				.getAllByRole( 'listitem' )
				.map( ( item ) => /\(done\)/.test( item.textContent ?? '' ) )
		).toEqual( [ true, true, true, true ] );
		expect(
			screen.getByRole( 'link', { name: 'Open the overview' } )
		).toHaveAttribute( 'href', '#/overview' );
		await expectAccessible();
	} );

	it( 'works with the keyboard alone', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/shop' );
		const final = await screen.findByRole( 'button', {
			name: 'final at once',
		} );
		act( () => final.focus() );
		await user.keyboard( ' ' );
		expect( final ).toHaveAttribute( 'aria-pressed', 'true' );
		// A choice is no other page: the focus stays.
		expect( final ).toHaveFocus();
		act( () => button( 'Continue' ).focus() );
		await user.keyboard( '{Enter}' );
		expect( await title( /VAT and payments/ ) ).toHaveFocus();
	} );

	it.each( [
		[
			'nothing is connected',
			answers.unconfigured,
			answers.settings,
			/Connect your/,
			'#/setup/connect',
		],
		[
			'nothing is on',
			answers.connected,
			answers.settings,
			/What shall/,
			'#/setup/shop',
		],
		[ 'all is on', answers.connected, isOn, /is on/, '#/setup/done' ],
	] )(
		'begins where the shop stands: %s',
		async ( _name, connection, settings, expected, hash ) => {
			wizardShop( settings ).on( 'GET /connection', () => connection );
			renderApp( '#/setup' );
			await title( expected );
			expect( window.location.hash ).toBe( hash );
			await expectAccessible();
		}
	);

	it.each( [
		[ '#/setup/taxes', answers.unconfigured, '#/setup/connect' ],
		[ '#/setup/shop', answers.unconfigured, '#/setup/connect' ],
		[ '#/setup/taxes', answers.connected, '#/setup/shop' ],
		[ '#/setup/done', answers.connected, '#/setup/shop' ],
	] )(
		'leads to what must come first: %s',
		async ( hash, connection, expected ) => {
			wizardShop().on( 'GET /connection', () => connection );
			renderApp( hash );
			await title( /^Step/ );
			expect( window.location.hash ).toBe( expected );
		}
	);

	it.each( [
		[ '#/setup/connect/paid', '#/setup/connect' ],
		[ '#/setup/documents/transfer', '#/setup/shop' ],
		[ '#/setup/taxes/paid', '#/setup/taxes' ],
		[ '#/setup/payments/keep', '#/setup/taxes' ],
		[ '#/setup/check/drafts', '#/setup/check' ],
		[ '#/setup/finish/paid', '#/setup/check' ],
		[ '#/setup/everything/at-once', '#/setup/shop' ],
	] )( 'knows its former addresses: %s', async ( hash, expected ) => {
		wizardShop( told );
		renderApp( hash );
		await title( /^Step/ );
		expect( window.location.hash ).toBe( expected );
	} );

	it( 'shows where one is, and leads back, also with the browser’s own button', async () => {
		wizardShop( told );
		const { user } = renderApp( '#/setup/taxes' );
		await title( /VAT and payments/ );
		const steps = within(
			screen.getByRole( 'navigation', { name: 'Steps of the set-up' } )
		);
		expect( steps.getAllByRole( 'listitem' ) ).toHaveLength( 4 );
		expect( steps.getAllByRole( 'listitem' )[ 2 ] ).toHaveAttribute(
			'aria-current',
			'step'
		);
		expect(
			steps
				.getAllByRole( 'link' )
				.map( ( link ) => link.getAttribute( 'href' ) )
		).toEqual( [ '#/setup/connect', '#/setup/shop' ] );
		await user.click( screen.getByRole( 'link', { name: 'Back' } ) );
		expect( await title( /What shall/ ) ).toHaveFocus();
		act( () => window.history.back() );
		expect( await title( /VAT and payments/ ) ).toHaveFocus();
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
