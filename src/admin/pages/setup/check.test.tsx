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
	told,
	wizardShop,
} from '../../../test/wizard';

describe( 'the dry run', () => {
	it( 'names what would stop, most orders first, with the way to the step that mends it', async () => {
		wizardShop( told, [
			dryOrder( 6 ),
			stopping( 5, 'tax_unmapped' ),
			stopping( 4, 'tax_unmapped' ),
			stopping( 3, 'customer_nameless' ),
		] );
		renderApp( '#/setup/check' );
		await shown( '1 of 4 orders would be exact to the cent.' );
		const [ first, second ] = screen.getAllByText( /orders? would stop:/, {
			selector: 'li',
		} );
		expect( first ).toHaveTextContent(
			'2 orders would stop: tax_unmapped.'
		);
		expect(
			within( first ?? document.body ).getByRole( 'link' )
		).toHaveAttribute( 'href', '#/setup/taxes' );
		expect( second ).toHaveTextContent(
			'1 order would stop: customer_nameless. Create new keys'
		);
		expect( screen.getAllByRole( 'row' )[ 1 ] ).toHaveTextContent(
			/Order 5.*Choose it under VAT and payments/
		);
		expect( screen.getAllByRole( 'row' )[ 4 ] ).toHaveTextContent(
			/Order 6.*€12.00.*€12.00.*✓ To the cent/
		);
		await expectAccessible();
	} );

	it( 'names five reasons at most, and shows five orders at first', async () => {
		wizardShop(
			told,
			[ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ].map( ( id ) =>
				id > 7 ? dryOrder( id ) : stopping( id, `reason_${ id }` )
			)
		);
		const { user } = renderApp( '#/setup/check' );
		await shown( 'Further reasons, each on its order below: 2' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Show all 12 orders' } )
		);
		expect( screen.getAllByRole( 'row' ) ).toHaveLength( 13 );
		await user.click( button( 'Show fewer orders' ) );
		expect( screen.getAllByRole( 'row' ) ).toHaveLength( 6 );
	} );

	it( 'has nothing to try in a new shop, and says so', async () => {
		wizardShop( told );
		renderApp( '#/setup/check' );
		await screen.findByText( /This shop has no orders yet/ );
		await expectAccessible();
	} );

	it( 'is no failure where no order is due', async () => {
		const waiting = dryOrder( 1, { outcome: 'not_due', totals: null } );
		wizardShop( told, [ waiting ] );
		renderApp( '#/setup/check' );
		const verdict = await shown( /None of these orders is due/ );
		expect( verdict ).toBeVisible();
		expect( verdict.closest( '.is-info' ) ).not.toBeNull();
		expect( screen.getByText( 'no document' ) ).toBeVisible();
	} );

	it( 'goes on where it broke off', async () => {
		let isBroken = true;
		wizardShop( told ).on( 'POST /dry-run', ( { data } ) => {
			const isFirst = isFirstPage( data );
			return ! isFirst && isBroken
				? { orders: 'broken' }
				: { orders: isFirst ? [ dryOrder( 3 ) ] : [], problem: null };
		} );
		const { user } = renderApp( '#/setup/check' );
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
		wizardShop( told ).on( 'POST /dry-run', ( { data } ) =>
			isFirstPage( data )
				? { orders: [ dryOrder( 3 ) ], problem: null }
				: late.promise
		);
		const { user } = renderApp( '#/setup/check' );
		await screen.findByRole( 'link', { name: 'Order 3' } );
		await user.click( button( 'Stop' ) );
		await act( async () =>
			late.resolve( { orders: [ dryOrder( 2 ) ], problem: null } )
		);
		expect( screen.queryByRole( 'link', { name: 'Order 2' } ) ).toBeNull();
		button( 'Run again' );
	} );

	it( 'that could not be made says why, and leads to the connection', async () => {
		wizardShop( told ).on( 'POST /dry-run', () => ( {
			orders: [],
			problem: answers.problem,
		} ) );
		renderApp( '#/setup/check' );
		await shown( answers.problem.text );
		expect(
			screen.getByRole( 'link', { name: 'Put the connection right' } )
		).toHaveAttribute( 'href', '#/setup/connect' );
	} );

	it( 'tries what is chosen, and nothing is saved for it', async () => {
		const site = wizardShop( told, [ dryOrder( 3 ) ] );
		renderApp( '#/setup/check' );
		await shown( '1 of 1 order would be exact to the cent.' );
		expect( site.callsOf( 'POST /dry-run' )[ 0 ]?.data ).toMatchObject( {
			settings: {
				invoice: { enabled: true, rate_category_id: 201 },
				creditnote: { enabled: true, rate_category_id: 201 },
			},
		} );
		expect( savedBy( site ) ).toEqual( [] );
	} );

	it( 'begins with the day that orders count from', async () => {
		const site = wizardShop( told );
		const { user } = renderApp( '#/setup/check' );
		const day = await screen.findByLabelText(
			'From which day do orders count?'
		);
		expect( day ).toHaveValue( '2026-11-01' );
		await user.clear( day );
		await user.type( day, '2026-11-20' );
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { start_date: '2026-11-20' },
			creditnote: { start_date: '2026-11-20' },
		} );
	} );

	it( 'cannot be reached before somebody said draft or final', async () => {
		wizardShop();
		renderApp( '#/setup/check' );
		expect( await title( /What shall/ ) ).toBeVisible();
		expect( window.location.hash ).toBe( '#/setup/shop' );
	} );
} );
