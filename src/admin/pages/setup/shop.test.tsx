import { screen } from '@testing-library/react';
import { PROBLEMS } from '../../../generated/problems';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import {
	button,
	finishSetUp,
	isOn,
	savedBy,
	stopping,
	title,
	wizardShop,
} from '../../../test/wizard';
import { newRule } from '../documents/rules';

const {
	invoice,
	creditnote,
	shopper,
	customer_emails: emails,
} = answers.settings;

/** As after the activation. */
const fresh: Settings = {
	...answers.settings,
	checkout_numbers: false,
	checkout_company_box: false,
	shopper: { kinds: [], company_days: 0 },
	customer_emails: { ...emails, emails: [] },
};

const choice = ( name: string ) => screen.findByRole( 'combobox', { name } );

describe( 'the sentences of the set-up', () => {
	it.each(
		Object.entries( PROBLEMS )
			.filter( ( [ , it ] ) => it?.place === 'taxes' && it.bySetting )
			.map( ( [ code ] ) => code )
	)( 'leave VAT to the next step: %s', async ( code ) => {
		const { documents, ...order } = stopping( 7, code );
		const other = stopping( 7, 'customer_ambiguous' ).documents.map(
			( document ) => ( { ...document, kind: 'order' as const } )
		);
		wizardShop( fresh, [
			{ ...order, documents: [ ...documents, ...other ] },
		] );
		renderApp( '#/setup/shop' );
		await screen.findByText( /customer_ambiguous/ );
		expect( screen.queryByText( new RegExp( code ) ) ).toBeNull();
	} );

	it( 'have in place what is recommended, but for draft or final', async () => {
		wizardShop( fresh );
		renderApp( '#/setup/shop' );
		expect(
			await choice( 'What does an order become?' )
		).toHaveDisplayValue( 'an invoice' );
		expect(
			await choice( 'How do customers get their invoice?' )
		).toHaveDisplayValue( 'by a link in the order’s e-mail' );
		expect(
			await choice( 'What does a refund become?' )
		).toHaveDisplayValue( 'a final credit note' );
		expect(
			await choice( 'Where does a company give its SIRET?' )
		).toHaveDisplayValue( 'by ticking a box' );
		expect(
			await choice(
				'How long may a company ask for the invoice in its name?'
			)
		).toHaveDisplayValue( 'for 30 days' );
		for ( const name of [ 'final at once', 'a draft that I make final' ] ) {
			expect( button( name ) ).toHaveAttribute( 'aria-pressed', 'false' );
		}
		expect( screen.getAllByText( /^Recommended/ ) ).toHaveLength( 1 );
		screen.getByText( 'Recommended: final at once.' );
		expect( button( 'Continue' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		screen.getByText( 'Choose above: draft or final.' );
		await expectAccessible();
	} );

	it( 'lead on once draft or final is said, for credit notes too', async () => {
		const site = wizardShop( fresh );
		const { user } = renderApp( '#/setup/shop' );
		await choice( 'What does an order become?' );
		await user.click( button( 'a draft that I make final' ) );
		expect(
			await choice( 'What does a refund become?' )
		).toHaveDisplayValue( 'a draft of a credit note' );
		await user.click( button( 'final at once' ) );
		expect(
			await choice( 'What does a refund become?' )
		).toHaveDisplayValue( 'a final credit note' );
		await user.click( button( 'Continue' ) );
		expect( await title( /VAT and payments/ ) ).toHaveFocus();
		expect( savedBy( site ) ).toEqual( [] );
	} );

	it( 'do not lead on where nothing would be made', async () => {
		wizardShop( fresh );
		const { user } = renderApp( '#/setup/shop' );
		await user.selectOptions(
			await choice( 'What does an order become?' ),
			'nothing: everything is off'
		);
		screen.getByText( 'Choose above what an order becomes.' );
		expect( button( 'Continue' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
	} );

	it( 'overwrite nothing of a shop that has its own, and say it', async () => {
		const own: Settings = {
			...isOn,
			invoice: {
				...isOn.invoice,
				rules: [ { ...newRule( invoice ), finalise: 'at_once' } ],
			},
			shopper: { ...shopper, company_days: 45 },
		};
		const site = wizardShop( own );
		const { user } = renderApp( '#/setup/shop' );
		await screen.findByText( /unless your rule \(1\) says otherwise/ );
		screen.getByText( /Whether the invoice is final says the rule/ );
		expect(
			screen.queryByRole( 'button', { name: 'final at once' } )
		).toBeNull();
		await expectAccessible();
		await user.click( button( 'Continue' ) );
		await title( /VAT and payments/ );
		await finishSetUp( user, 'Save changes' );
		expect( savedBy( site )[ 0 ] ).toEqual( {
			tax_rates: expect.any( Array ),
			rounding_tax_id: 103,
		} );
	} );

	it( 'ask no draft or final where own rules wait that say it', async () => {
		wizardShop( {
			...fresh,
			invoice: {
				...invoice,
				rules: [ { ...newRule( invoice ), finalise: 'at_once' } ],
			},
		} );
		renderApp( '#/setup/shop' );
		await screen.findByText( /Whether the invoice is final says the rule/ );
		expect( button( 'Continue' ) ).not.toHaveAttribute( 'aria-disabled' );
	} );

	it( 'show what is stored and neither draft nor final at once', async () => {
		wizardShop( {
			...isOn,
			invoice: { ...isOn.invoice, finalise: 'hours:24' },
			creditnote,
		} );
		renderApp( '#/setup/shop' );
		expect(
			await choice( 'Is the invoice a draft, or final?' )
		).toHaveDisplayValue( 'final 24 hours later' );
	} );
} );
