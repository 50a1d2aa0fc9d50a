import { act, screen, within } from '@testing-library/react';
import type { DryRun } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { deferred } from '../../../test/site';
import {
	button,
	dryOrder,
	isFirstPage,
	savedBy,
	shown,
	stopping,
	title,
	wizardShop,
} from '../../../test/wizard';

describe( 'the dry run', () => {
	it( 'names what would stop, most orders first, with the way to the step that mends it', async () => {
		wizardShop( answers.settings, [
			dryOrder( 6 ),
			stopping( 5, 'tax_unmapped' ),
			stopping( 4, 'tax_unmapped' ),
			stopping( 3, 'customer_nameless' ),
		] );
		renderApp( '#/setup/check/paid' );
		await shown( '1 of 4 orders would be exact to the cent.' );
		const [ first, second ] = screen.getAllByText( /orders? would stop:/, {
			selector: 'li',
		} );
		expect( first ).toHaveTextContent(
			'2 orders would stop: tax_unmapped.'
		);
		expect(
			within( first ?? document.body ).getByRole( 'link' )
		).toHaveAttribute( 'href', '#/setup/taxes/paid' );
		expect( second ).toHaveTextContent(
			'1 order would stop: customer_nameless. Create new keys'
		);
		expect( screen.getAllByRole( 'row' )[ 1 ] ).toHaveTextContent(
			/Order 5.*Put right under Taxes/
		);
		expect( screen.getAllByRole( 'row' )[ 4 ] ).toHaveTextContent(
			/Order 6.*€12.00.*€12.00.*✓ To the cent/
		);
		await expectAccessible();
	} );

	it( 'names five reasons at most, and shows ten orders at first', async () => {
		wizardShop(
			answers.settings,
			[ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ].map( ( id ) =>
				id > 7 ? dryOrder( id ) : stopping( id, `reason_${ id }` )
			)
		);
		const { user } = renderApp( '#/setup/check/paid' );
		await shown( 'Further reasons, each on its order below: 2' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Show all 12 orders' } )
		);
		expect( screen.getAllByRole( 'row' ) ).toHaveLength( 13 );
		await user.click( button( 'Show fewer orders' ) );
		expect( screen.getAllByRole( 'row' ) ).toHaveLength( 11 );
	} );

	it( 'has nothing to try in a new shop, and says so', async () => {
		wizardShop();
		renderApp( '#/setup/check/paid' );
		await screen.findByText( /This shop has no orders yet/ );
		await expectAccessible();
	} );

	it( 'is no failure where no order is due', async () => {
		const waiting = dryOrder( 1, { outcome: 'not_due', totals: null } );
		wizardShop( answers.settings, [ waiting ] );
		renderApp( '#/setup/check/paid' );
		const verdict = await shown( /None of these orders is due/ );
		expect( verdict ).toBeVisible();
		expect( verdict.closest( '.is-info' ) ).not.toBeNull();
	} );

	it( 'goes on where it broke off', async () => {
		let isBroken = true;
		wizardShop().on( 'POST /dry-run', ( { data } ) => {
			const isFirst = isFirstPage( data );
			return ! isFirst && isBroken
				? { orders: 'broken' }
				: { orders: isFirst ? [ dryOrder( 3 ) ] : [], problem: null };
		} );
		const { user } = renderApp( '#/setup/check/paid' );
		await shown( /cannot read/ );
		screen.getByRole( 'link', { name: 'Order 3' } );
		isBroken = false;
		await user.click( button( 'Try again' ) );
		expect(
			await shown( '1 of 1 order would be exact to the cent.' )
		).toBeVisible();
	} );

	it( 'can be stopped, and what comes later is dropped', async () => {
		const late = deferred< DryRun >();
		wizardShop().on( 'POST /dry-run', ( { data } ) =>
			isFirstPage( data )
				? { orders: [ dryOrder( 3 ) ], problem: null }
				: late.promise
		);
		const { user } = renderApp( '#/setup/check/paid' );
		await screen.findByRole( 'link', { name: 'Order 3' } );
		await user.click( button( 'Stop' ) );
		await act( async () =>
			late.resolve( { orders: [ dryOrder( 2 ) ], problem: null } )
		);
		expect( screen.queryByRole( 'link', { name: 'Order 2' } ) ).toBeNull();
		button( 'Run again' );
	} );

	it( 'that could not be made says why, and leads to the connection', async () => {
		wizardShop().on( 'POST /dry-run', () => ( {
			orders: [],
			problem: answers.problem,
		} ) );
		renderApp( '#/setup/check/paid' );
		await shown( answers.problem.text );
		expect(
			screen.getByRole( 'link', { name: 'Put the connection right' } )
		).toHaveAttribute( 'href', '#/setup/connect/paid' );
	} );

	it( 'leads to old orders beside the wizard, not out of it', async () => {
		wizardShop();
		renderApp( '#/setup/check/paid' );
		const link = await screen.findByRole( 'link', {
			name: /^Old orders.*opens in a new tab/,
		} );
		expect( link ).toHaveAttribute( 'href', '/#/orders' );
		expect( link ).toHaveAttribute( 'target', '_blank' );
	} );

	it( 'begins with the day that orders count from', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/check/paid' );
		const day = await screen.findByLabelText( 'Orders created from' );
		expect( day ).toHaveValue( '2026-11-01' );
		await user.clear( day );
		await user.type( day, '2026-11-20' );
		await user.click( button( 'Continue' ) );
		await screen.findByText( /November 20, 2026/ );
		await user.click(
			screen.getByRole( 'radio', { name: 'Final at once' } )
		);
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { start_date: '2026-11-20' },
			creditnote: { start_date: '2026-11-20' },
		} );
	} );
} );
