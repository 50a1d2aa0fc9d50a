import { screen, waitFor, within } from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { dryOrder, savedBy, stopping, wizardShop } from '../../../test/wizard';
import { newRule } from '../documents/rules';

const { invoice, creditnote } = answers.settings;

/** As most shops are, with what is recommended. */
const usual: Settings = {
	...answers.settings,
	invoice: { ...invoice, enabled: true, finalise: 'at_once' },
	creditnote: { ...creditnote, enabled: true, finalise: 'at_once' },
	checkout_numbers: true,
	checkout_company_box: true,
	payments: { ...answers.settings.payments, enabled: true },
	shopper: { kinds: [ 'invoice', 'creditnote' ], company_days: 30 },
	customer_emails: {
		...answers.settings.customer_emails,
		emails: [ 'customer_processing_order' ],
		documents: 'link',
	},
};

const open = async ( settings: Settings = usual, order = dryOrder( 16 ) ) => {
	const site = wizardShop( settings, [ order ] );
	const view = renderApp( '#/settings' );
	await screen.findByText( /your newest order, 16 of €12.00/ );
	return { site, ...view };
};

const says = ( title: string ) => screen.getByRole( 'region', { name: title } );

const choose = ( question: string ) =>
	screen.getByRole( 'combobox', { name: question } );

const save = () => screen.getByRole( 'button', { name: 'Save changes' } );

const FIRST =
	'What does an order become first that is paid by transfer or cheque?';

const ruled = ( gateways: string[] ) => ( {
	...newRule( usual.proforma ),
	gateways,
} );

const proformas = ( more: Partial< Settings[ 'proforma' ] > ): Settings => ( {
	...usual,
	proforma: { ...usual.proforma, enabled: true, ...more },
} );

describe( 'the essential settings', () => {
	it( 'say in ten sentences what the shop does, with twelve controls at most', async () => {
		await open();
		expect( says( 'What and when' ) ).toHaveTextContent(
			/^What and when\s*An order that is .* becomes .*Invoice: €12.00 By way to pay or country: add a rule/
		);
		expect( says( 'What and when' ) ).toHaveTextContent(
			/While a transfer or cheque is awaited, an order becomes nothing yet/
		);
		expect( choose( 'When is the invoice made?' ) ).toHaveDisplayValue(
			'paid'
		);
		expect( choose( 'What does an order become?' ) ).toHaveDisplayValue(
			'an invoice'
		);
		expect(
			choose( 'How do customers get their invoice?' )
		).toHaveDisplayValue( 'by a link in the order’s e-mail' );
		expect( screen.getAllByRole( 'region' ) ).toHaveLength( 10 );
		expect( screen.queryByText( /^Recommended/ ) ).toBeNull();
		const body = says( 'VAT' ).closest( '.orderinvoicer-page__body' );
		expect(
			body?.querySelectorAll( 'input, select, button, textarea' ).length
		).toBeLessThanOrEqual( 12 );
		await expectAccessible();
	} );

	it( 'write the fields of the sentence that was touched, and no other', async () => {
		const { site, user } = await open();
		expect(
			screen.queryByRole( 'button', { name: 'Save changes' } )
		).toBeNull();
		await user.selectOptions(
			choose( 'Is the invoice a draft, or final?' ),
			'a draft that I make final'
		);
		expect( says( 'Draft or final' ) ).toHaveTextContent(
			/A draft has no number.*Recommended: final at once\.$/
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( savedBy( site ) ).toEqual( [
			{
				invoice: { finalise: 'manual' },
			},
		] );
	} );

	it( 'give a proforma to transfers and cheques, by the rule that an owner would write', async () => {
		const { site, user } = await open();
		await user.selectOptions( choose( FIRST ), 'a proforma' );
		expect( says( 'What and when' ) ).toHaveTextContent(
			/A proforma is no invoice: that one comes as said above\.$/
		);
		expect( choose( 'What does an order become?' ) ).toHaveDisplayValue(
			'an invoice'
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( savedBy( site ) ).toEqual( [
			{
				proforma: {
					enabled: true,
					trigger: 'status:on-hold',
					rate_category_id: expect.any( Number ),
					others: false,
					rules: [
						{
							...newRule( usual.proforma, 1 ),
							gateways: [ 'bacs', 'cheque' ],
							trigger: 'status:on-hold',
						},
					],
				},
			},
		] );
		expect( choose( FIRST ) ).toHaveDisplayValue( 'a proforma' );
		await user.selectOptions( choose( FIRST ), 'nothing yet' );
		await user.click( save() );
		await waitFor( () =>
			expect( savedBy( site ).at( -1 ) ).toEqual( {
				proforma: { enabled: false },
			} )
		);
	} );

	it( 'put that rule behind those of the owner, and take it away again alone', async () => {
		const own = { ...newRule( usual.proforma ), buyer: 'company' as const };
		const cards = { ...own, gateways: [ 'stripe' ] };
		const { site, user } = await open( {
			...usual,
			proforma: {
				...usual.proforma,
				enabled: true,
				rules: [ cards ],
				others: false,
			},
		} );
		await user.selectOptions( choose( FIRST ), 'a proforma' );
		expect( says( 'What and when' ) ).toHaveTextContent(
			'unless your rule (1) says otherwise'
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		await user.selectOptions( choose( FIRST ), 'nothing yet' );
		await user.click( save() );
		await waitFor( () => expect( savedBy( site ) ).toHaveLength( 2 ) );
		expect( savedBy( site ) ).toEqual( [
			{
				proforma: {
					rules: [ cards, expect.objectContaining( { id: 1 } ) ],
				},
			},
			{ proforma: { rules: [ cards ] } },
		] );
	} );

	it.each( [
		[ 'takes no transfers', usual, [ 'stripe' ] ],
		[
			'has a rule of its owner for them',
			proformas( { rules: [ ruled( [ 'bacs' ] ) ], others: false } ),
			[ 'bacs' ],
		],
		[ 'gives a proforma to all', proformas( {} ), [ 'bacs' ] ],
		[
			'keeps rules for proformas that are off',
			proformas( {
				enabled: false,
				rules: [ ruled( [ 'stripe' ] ) ],
				others: false,
			} ),
			[ 'bacs' ],
		],
	] )(
		'offer no proforma for transfers where the shop %s',
		async ( _what, settings, gateways ) => {
			const site = wizardShop( settings, [ dryOrder( 16 ) ] ).on(
				'GET /payment-methods',
				() => ( {
					...answers.paymentMethods,
					gateways: gateways.map( ( id ) => ( {
						id,
						title: id,
						in_use: true,
					} ) ),
				} )
			);
			renderApp( '#/settings' );
			await screen.findByText( /your newest order, 16 of €12.00/ );
			await screen.findAllByText( /ways? to pay ha|no payment method/ );
			expect( site.callsOf( 'GET /payment-methods' ) ).toHaveLength( 1 );
			expect(
				screen.queryByRole( 'combobox', { name: FIRST } )
			).toBeNull();
		}
	);

	it( 'ask the newest order again under what is chosen', async () => {
		const { site, user } = await open();
		await user.selectOptions(
			choose( 'When is the invoice made?' ),
			'confirmed'
		);
		await waitFor( () =>
			expect( site.callsOf( 'POST /dry-run' ).at( -1 )?.data ).toEqual( {
				page: 1,
				per_page: 1,
				as_new: true,
				settings: { invoice: { trigger: 'confirmed' } },
			} )
		);
	} );

	it( 'say what would stop the newest order', async () => {
		await open( usual, stopping( 16, 'tax_unmapped' ) );
		expect( says( 'What and when' ) ).toHaveTextContent(
			'Invoice: tax_unmapped.'
		);
	} );

	it( 'say that an invoice made by hand stays', async () => {
		await open(
			usual,
			dryOrder( 16, { outcome: 'exists', totals: null } )
		);
		expect( says( 'What and when' ) ).toHaveTextContent(
			'Invoice: made by hand, and stays as it is'
		);
	} );

	it.each( [
		[ 'no orders', { orders: [], problem: null }, /^Example: an order/ ],
		[
			'no answer',
			{ orders: [], problem: answers.problem },
			'What it does to your newest order cannot be said now.',
		],
	] )(
		'never take what could not be read for a shop without orders: %s',
		async ( _what, answer, text ) => {
			wizardShop( usual ).on( 'POST /dry-run', () => answer );
			renderApp( '#/settings' );
			expect( await screen.findByText( text ) ).toBeVisible();
		}
	);

	it( 'preselect neither draft nor final where invoices are switched on', async () => {
		const { site, user } = await open( {
			...answers.settings,
			invoice: { ...invoice, enabled: false },
		} );
		expect(
			screen.queryByRole( 'combobox', { name: /draft, or final/ } )
		).toBeNull();
		await user.selectOptions(
			choose( 'What does an order become?' ),
			'an invoice'
		);
		expect(
			choose( 'Is the invoice a draft, or final?' )
		).toHaveDisplayValue( '… choose' );
		expect( save() ).toHaveAttribute( 'aria-disabled', 'true' );
		await user.selectOptions(
			choose( 'Is the invoice a draft, or final?' ),
			'final at once'
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( savedBy( site ) ).toEqual( [
			{
				invoice: {
					enabled: true,
					finalise: 'at_once',
					rate_category_id: expect.any( Number ),
				},
			},
		] );
	} );

	it( 'leave an owner’s own rules alone, say what holds beside them, and lead to them', async () => {
		const { site, user } = await open( {
			...usual,
			invoice: {
				...usual.invoice,
				rules: [ { ...newRule( usual.invoice ), finalise: 'manual' } ],
			},
		} );
		expect( says( 'What and when' ) ).toHaveTextContent(
			/An order that is .* becomes .* unless your rule \(1\) says otherwise/
		);
		expect( says( 'Draft or final' ) ).toHaveTextContent(
			'Whether the invoice is final says the rule that takes the order.'
		);
		expect(
			within( says( 'What and when' ) ).getByRole( 'link' )
		).toHaveAttribute( 'href', '#/documents' );
		await user.selectOptions(
			choose( 'When is the invoice made?' ),
			'completed'
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( savedBy( site ) ).toEqual( [
			{ invoice: { trigger: 'completed' } },
		] );
	} );

	it( 'do not say of other orders what a rule alone makes', async () => {
		await open( {
			...usual,
			proforma: {
				...usual.proforma,
				enabled: true,
				rules: [
					{ ...newRule( usual.proforma ), gateways: [ 'mollie' ] },
				],
				others: false,
			},
		} );
		expect( choose( 'What does an order become?' ) ).not.toHaveDisplayValue(
			/proforma/
		);
		expect( says( 'What and when' ) ).toHaveTextContent(
			'unless your rule (1) says otherwise'
		);
	} );

	it( 'name the kinds of document alone where rules leave no order to a choice', async () => {
		await open( {
			...usual,
			invoice: {
				...usual.invoice,
				rules: [ newRule( usual.invoice ) ],
				others: false,
			},
		} );
		expect( says( 'What and when' ) ).toHaveTextContent(
			'Your own rules (1) decide what an order becomes: Invoice, Credit note.'
		);
	} );

	it( 'keep in the list what is stored and not offered', async () => {
		await open( {
			...usual,
			invoice: {
				...usual.invoice,
				trigger: 'status:packed',
				finalise: 'hours:24',
			},
			shopper: { ...usual.shopper, company_days: 45 },
		} );
		expect( choose( 'When is the invoice made?' ) ).toHaveDisplayValue(
			'in the status “Packed”'
		);
		expect(
			choose( 'Is the invoice a draft, or final?' )
		).toHaveDisplayValue( 'final 24 hours later' );
		expect(
			choose( 'How long may a company ask for the invoice in its name?' )
		).toHaveDisplayValue( 'for 45 days' );
	} );

	it( 'switch WooCommerce’s own e-mails when they are saved', async () => {
		const { site, user } = await open();
		site.on(
			'POST /wc/v3/settings/email_orderinvoicer_digest/enabled',
			() => ( {
				value: 'no',
			} )
		);
		await screen.findByRole( 'combobox', { name: 'When are you told?' } );
		await user.selectOptions(
			choose( 'When are you told?' ),
			'at a standstill alone'
		);
		expect( says( 'Who is told' ) ).toHaveTextContent(
			/^Who is told\s*You are told.*when no document can be made/
		);
		await user.click( save() );
		await waitFor( () =>
			expect(
				site
					.callsOf(
						'POST /wc/v3/settings/email_orderinvoicer_digest/enabled'
					)
					.map( ( { data } ) => data )
			).toEqual( [ { value: 'no' } ] )
		);
		expect( savedBy( site ) ).toEqual( [] );
	} );

	it( 'switch everything off, and say what that means', async () => {
		const { site, user } = await open();
		await user.selectOptions(
			choose( 'What does an order become?' ),
			'nothing: everything is off'
		);
		expect( says( 'What and when' ) ).toHaveTextContent(
			'No order gets a document. Documents that were made stay in Sellsy.'
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( savedBy( site ) ).toEqual( [
			{
				invoice: { enabled: false },
				creditnote: { enabled: false },
			},
		] );
	} );
} );
