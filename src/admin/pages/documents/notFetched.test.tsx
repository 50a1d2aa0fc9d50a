import { screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { connectedSite, renderApp } from '../../../test/render';
import { newRule } from './rules';

jest.mock( './components/RuleEditor', () => {
	throw new Error( 'Loading chunk failed' );
} );
jest.mock( './never', () => {
	throw new Error( 'Loading chunk failed' );
} );

it( 'says once that a rule cannot be opened, and leaves its sentence', async () => {
	const { invoice } = answers.settings;
	connectedSite().on( 'GET /settings', () => ( {
		...answers.settings,
		invoice: {
			...invoice,
			enabled: true,
			rules: [ { ...newRule( invoice ), gateways: [ 'stripe' ] } ],
		},
	} ) );
	const { user } = renderApp( '#/documents' );
	await screen.findByText( 'Free orders' );
	const sentence = screen.getByRole( 'button', { name: /^Card.*: / } );
	await user.click( sentence );
	await screen.findByRole( 'button', { name: 'Try again' } );
	expect(
		screen.getAllByText( /^This part could not be fetched/, {
			selector: '.orderinvoicer-message *',
		} )
	).toHaveLength( 1 );
	expect( sentence ).toBeVisible();
	expect( console ).toHaveErrored();
} );
