import { act, screen, waitFor } from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { deferred } from '../../../test/site';
import {
	button,
	savedBy,
	shown,
	title,
	wizardShop,
} from '../../../test/wizard';

describe( 'taxes and payments', () => {
	it( 'that surely fit are chosen already, say so, and can be undone', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/taxes/paid' );
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		expect(
			screen.queryByText( /^(Orders with these tax rates|The row) / )
		).toBeNull();
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', {
				name: /^Undo: Sellsy tax for TVA .*20/,
			} )
		);
		await shown( /^Orders with these tax rates will stop.*: TVA/ );
		await screen.findByText( /TVA 20 % \(the only one that fits\)/ );
		await expectAccessible();
	} );

	it.each( [
		[ 'taxes', 'GET /tax-proposals' ],
		[ 'payments', 'GET /payment-methods' ],
	] )(
		'%s are kept with the step only once they were read',
		async ( step, route ) => {
			const late = deferred< unknown >();
			wizardShop().on( route, () => late.promise );
			renderApp( `#/setup/${ step }/paid` );
			await title( /Which tax|How do your/ );
			expect( button( 'Continue' ) ).toHaveAttribute(
				'aria-disabled',
				'true'
			);
			await act( async () =>
				late.resolve(
					step === 'taxes'
						? answers.proposals
						: answers.paymentMethods
				)
			);
			await waitFor( () =>
				expect( button( 'Continue' ) ).not.toHaveAttribute(
					'aria-disabled'
				)
			);
		}
	);

	it( 'that were undone stay so while another step is looked at', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/taxes/paid' );
		const undo = { name: /^Undo: Sellsy tax for TVA .*20/ };
		await user.click( await screen.findByRole( 'button', undo ) );
		act( () => {
			window.location.hash = '#/setup/payments/paid';
		} );
		await title( /How do your/ );
		act( () => {
			window.location.hash = '#/setup/taxes/paid';
		} );
		await screen.findByText( /TVA 20 % \(the only one that fits\)/ );
		expect( screen.queryByRole( 'button', undo ) ).toBeNull();
	} );

	it( 'of payments too, with the step they are saved', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/payments/paid' );
		await waitFor( () =>
			expect(
				screen.getByLabelText( 'Sellsy payment method for Card' )
			).not.toHaveDisplayValue( 'Not set' )
		);
		await user.click( button( 'Undo: Bank transfer' ) );
		await expectAccessible();
		await user.click( button( 'Continue' ) );
		await title( /Try it/ );
		expect( savedBy( site ) ).toEqual( [
			{
				payments: {
					methods: [ { gateway: 'stripe', method_id: 402 } ],
				},
			},
		] );
	} );

	it( 'are kept when the step is left, and only they', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/documents' );
		await user.click(
			await screen.findByLabelText( 'Make invoices from orders' )
		);
		window.location.hash = '#/setup/taxes/paid';
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await user.click( button( 'Continue' ) );
		await title( /How do your/ );
		expect( savedBy( site ) ).toHaveLength( 1 );
		expect( savedBy( site )[ 0 ] ).not.toHaveProperty( 'invoice' );
	} );

	it( 'that could not be kept hold the step, with the reason', async () => {
		const site = wizardShop();
		site.refuse( 'POST /settings', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/setup/taxes/paid' );
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await user.click( button( 'Continue' ) );
		await shown( 'The site is busy.' );
		await title( /Which tax/ );
		await expectAccessible();
	} );

	it( 'take nobody back who went elsewhere while they were kept', async () => {
		const late = deferred< Settings >();
		wizardShop().on( 'POST /settings', () => late.promise );
		const { user } = renderApp( '#/setup/taxes/paid' );
		await screen.findAllByText( 'Proposed: the only one that fits.' );
		await user.click( button( 'Continue' ) );
		act( () => {
			window.location.hash = '#/log';
		} );
		await screen.findByText( 'FAC-1' );
		await act( async () => late.resolve( answers.settings ) );
		expect( window.location.hash ).toBe( '#/log' );
	} );

	it( 'payments show how many orders were paid so, and ask only for what orders need', async () => {
		wizardShop();
		renderApp( '#/setup/payments/paid' );
		const row = async ( name: RegExp ) =>
			screen.findByRole( 'row', { name } );
		expect( await row( /^Card/ ) ).toHaveTextContent( /38.*Set$/ );
		expect( await row( /^Marketplace/ ) ).toHaveTextContent( /To be set/ );
		await expectAccessible();
	} );

	it( 'payments can be skipped, and are said to be of no use for drafts', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/payments/drafts' );
		await shown( /no payment on a draft/ );
		await screen.findByText( 'Bank transfer' );
		await user.click(
			screen.getByRole( 'link', { name: 'Skip for now' } )
		);
		await title( /Try it/ );
		expect( savedBy( site ) ).toEqual( [] );
	} );
} );
