import { act, screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { deferred } from '../../../test/site';
import {
	button,
	finishSetUp,
	savedBy,
	shown,
	title,
	told,
	wizardShop,
} from '../../../test/wizard';

const says = ( name: string ) => screen.findByRole( 'region', { name } );

const TVA = 'Sellsy tax for TVA – 20%';

describe( 'taxes and payments', () => {
	it( 'that surely fit are in place and folded, the others are shown', async () => {
		wizardShop( told );
		renderApp( '#/setup/taxes' );
		const vat = await says( 'VAT' );
		const sure = await within( vat ).findByText( '3 sure matches' );
		expect( vat ).toHaveTextContent(
			/have no tax in Sellsy yet, and their orders would stop: delivered outside the EU\./
		);
		const folded = within( sure.closest( 'details' ) ?? vat );
		expect( folded.getByLabelText( TVA ) ).toHaveDisplayValue( 'TVA 20 %' );
		const unsure = within( vat ).getByLabelText(
			/^Exempt Sellsy tax for:/
		);
		expect( sure.closest( 'details' ) ).not.toContainElement( unsure );
		const payments = await says( 'Payments' );
		await within( payments ).findByText( '2 sure matches' );
		// Said once: each of them stands below.
		expect( payments ).not.toHaveTextContent(
			/have their payment methods in Sellsy/
		);
		expect(
			within( payments ).getByLabelText(
				'Sellsy payment method for Marketplace'
			)
		).toHaveDisplayValue( 'Not set' );
		await expectAccessible();
	} );

	it( 'that are unsure are chosen in place, and stay there', async () => {
		wizardShop( told );
		const { user } = renderApp( '#/setup/taxes' );
		const vat = within( await says( 'VAT' ) );
		await user.click(
			await vat.findByRole( 'button', { name: 'Use it' } )
		);
		expect(
			vat.getByLabelText( /^Exempt Sellsy tax for:/ )
		).toHaveDisplayValue( 'Export' );
		vat.getByText( '3 sure matches' );
		// Each of them stands below.
		expect( vat.queryByText( /your 2 rates have their tax/ ) ).toBeNull();
	} );

	it( 'that were undone stay so, and what stops is said', async () => {
		wizardShop( told );
		const { user, unmount } = renderApp( '#/setup/taxes' );
		await user.click( await screen.findByText( '3 sure matches' ) );
		await user.click(
			await screen.findByRole( 'button', { name: `Undo: ${ TVA }` } )
		);
		await shown( /their orders would stop: TVA,/ );
		unmount();
		renderApp( '#/setup/taxes' );
		const choice = await screen.findByLabelText( TVA );
		expect( choice ).toHaveDisplayValue( 'Not set' );
		expect( choice.closest( 'details' ) ).toBeNull();
	} );

	it( 'are saved at the end alone, with all else', async () => {
		const site = wizardShop( told );
		const { user } = renderApp( '#/setup/taxes' );
		await screen.findByText( '3 sure matches' );
		await user.click( await screen.findByText( '2 sure matches' ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Undo: Card' } )
		);
		await finishSetUp( user );
		expect( savedBy( site ) ).toHaveLength( 1 );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { enabled: true },
			tax_rates: [
				{ rate_id: 1, tax_id: 101 },
				{ rate_id: 2, tax_id: 102 },
			],
			payments: {
				enabled: true,
				methods: [ { gateway: 'bacs', method_id: 401 } ],
			},
		} );
	} );

	it( 'that no order uses are not asked for', async () => {
		wizardShop( told )
			.on( 'GET /tax-proposals', () => ( {
				...answers.proposals,
				tax_rates: [],
			} ) )
			.on( 'GET /shop', () => ( {
				...answers.shop,
				tax_rates: answers.shop.tax_rates.map( ( rate ) => ( {
					...rate,
					orders_recent: rate.id === 1 ? 3 : 0,
				} ) ),
			} ) );
		renderApp( '#/setup/taxes' );
		await screen.findByLabelText( TVA );
		expect( screen.queryByLabelText( /réduite/ ) ).toBeNull();
	} );

	it( 'payments that are not recorded ask for no methods', async () => {
		wizardShop( told );
		const { user } = renderApp( '#/setup/taxes' );
		await user.selectOptions(
			await screen.findByRole( 'combobox', {
				name: 'Are payments recorded?',
			} ),
			'is not recorded'
		);
		expect(
			screen.queryByLabelText( /^Sellsy payment method/ )
		).toBeNull();
	} );

	it.each( [ 'GET /tax-proposals', 'GET /payment-methods' ] )(
		'lead on only once they were read: %s',
		async ( route ) => {
			const late = deferred< unknown >();
			wizardShop( told ).on( route, () => late.promise );
			renderApp( '#/setup/taxes' );
			await title( /VAT and payments/ );
			expect( button( 'Continue' ) ).toHaveAttribute(
				'aria-disabled',
				'true'
			);
			await act( async () =>
				late.resolve(
					route === 'GET /tax-proposals'
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
} );
