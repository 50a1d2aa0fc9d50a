import { act, screen } from '@testing-library/react';
import type { Settings } from '../../../schemas/settings';
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
	it( 'that are missing are named, with what will stop', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/taxes/paid' );
		await shown( /^Orders with these tax rates will stop.*: TVA/ );
		await shown( /^Sales without tax for these reasons will stop/ );
		await shown( /^The row “Rounding” has no tax yet/ );
		await user.click( button( 'Use all certain proposals' ) );
		await expectAccessible();
		expect(
			screen.queryByText( /^(Orders with these tax rates|The row) / )
		).toBeNull();
	} );

	it( 'are kept when the step is left, and only they', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/documents' );
		await user.click(
			await screen.findByLabelText( 'Make invoices from orders' )
		);
		window.location.hash = '#/setup/taxes/paid';
		await screen.findByText( /TVA 20 % \(the only one that fits\)/ );
		await user.click( button( 'Use all certain proposals' ) );
		await user.click( button( 'Continue' ) );
		await title( /How do your/ );
		expect( savedBy( site ) ).toHaveLength( 1 );
		expect( savedBy( site )[ 0 ] ).not.toHaveProperty( 'invoice' );
	} );

	it( 'that could not be kept hold the step, with the reason', async () => {
		const site = wizardShop();
		site.refuse( 'POST /settings', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/setup/taxes/paid' );
		await screen.findByText( /TVA 20 % \(the only one that fits\)/ );
		await user.click( button( 'Use all certain proposals' ) );
		await user.click( button( 'Continue' ) );
		await shown( 'The site is busy.' );
		await title( /Which tax/ );
		await expectAccessible();
	} );

	it( 'take nobody back who went elsewhere while they were kept', async () => {
		const late = deferred< Settings >();
		wizardShop().on( 'POST /settings', () => late.promise );
		const { user } = renderApp( '#/setup/taxes/paid' );
		await screen.findByText( /TVA 20 % \(the only one that fits\)/ );
		await user.click( button( 'Use all certain proposals' ) );
		await user.click( button( 'Continue' ) );
		act( () => {
			window.location.hash = '#/tasks';
		} );
		await screen.findByText( 'FAC-1' );
		await act( async () => late.resolve( answers.settings ) );
		expect( window.location.hash ).toBe( '#/tasks' );
	} );

	it( 'payments show how many orders were paid so, and ask only for what orders need', async () => {
		wizardShop();
		renderApp( '#/setup/payments/paid' );
		const row = async ( name: RegExp ) =>
			screen.findByRole( 'row', { name } );
		expect( await row( /^Card/ ) ).toHaveTextContent( /38.*To be set/ );
		expect( await row( /^Bank transfer/ ) ).toHaveTextContent(
			/Not needed so far/
		);
		await row( /^Marketplace/ );
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
