import { act, screen } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import type { Sellsy } from '../../../generated/schemas';

const rateField = () => screen.findByLabelText( 'Sellsy tax for TVA – 20%' );

const optionsOf = ( field: HTMLElement ) =>
	[ ...field.querySelectorAll( 'option' ) ].map( ( o ) => o.textContent );

describe( 'taxes', () => {
	it( 'offer the usable taxes of the same percentage', async () => {
		connectedSite();
		renderApp( '#/taxes' );
		expect( optionsOf( await rateField() ) ).toEqual( [
			'Not set',
			'TVA 20 %',
		] );
		await expectAccessible();
	} );

	it( 'use nothing that was not accepted and saved', async () => {
		const site = connectedSite().on( 'POST /settings', () => ( {
			...answers.settings,
			tax_rates: [
				{ rate_id: 1, tax_id: 101 },
				{ rate_id: 2, tax_id: 102 },
			],
			exempt_taxes: [],
			rounding_tax_id: 103,
		} ) );
		const { user } = renderApp( '#/taxes' );
		expect( await rateField() ).toHaveDisplayValue( 'Not set' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Use all certain proposals',
			} )
		);
		expect( await rateField() ).toHaveDisplayValue( 'TVA 20 %' );
		expect( site.callsOf( 'POST /settings' ) ).toEqual( [] );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			tax_rates: [
				{ rate_id: 1, tax_id: 101 },
				{ rate_id: 2, tax_id: 102 },
			],
			rounding_tax_id: 103,
		} );
		await expectAccessible();
	} );

	it( 'leave to a person what is not certain, and say how much that is', async () => {
		connectedSite().on( 'GET /tax-proposals', () => ( {
			...answers.proposals,
			rounding_confidence: 'likely',
		} ) );
		const { user } = renderApp( '#/taxes' );
		const all = await screen.findByRole( 'button', {
			name: 'Use all certain proposals',
		} );
		const left = '2 proposals are not certain and left to you: see below.';
		expect( await screen.findByText( left ) ).toBeVisible();
		expect( all ).toHaveAccessibleDescription( left );
		await user.click( all );
		expect( await rateField() ).toHaveDisplayValue( 'TVA 20 %' );
		for ( const label of [
			'Exempt Sellsy tax for the row “Rounding”',
			'Exempt Sellsy tax for: delivered outside the EU',
		] ) {
			expect( screen.getByLabelText( label ) ).toHaveDisplayValue(
				'Not set'
			);
		}
		expect( screen.getByText( left ) ).toBeVisible();
		expect( all ).toHaveAttribute( 'aria-disabled', 'true' );
		await expectAccessible();
	} );

	it( 'show what the shop knows while Sellsy is still being asked, and claim nothing', async () => {
		const late = deferred< Sellsy >();
		const site = connectedSite()
			.on( 'GET /sellsy', () => late.promise )
			.on( 'GET /tax-proposals', () => late.promise )
			.on( 'GET /settings', () => ( {
				...answers.settings,
				tax_rates: [ { rate_id: 1, tax_id: 101 } ],
			} ) );
		renderApp( '#/taxes' );
		expect( await rateField() ).toHaveDisplayValue( 'No. 101 at Sellsy' );
		expect( await rateField() ).toBeDisabled();
		expect(
			screen.getByText( 'Reading the taxes of Sellsy…' )
		).toBeVisible();
		expect( screen.queryByText( /no active tax that fits/ ) ).toBeNull();
		expect( screen.queryByText( /not at Sellsy any more/ ) ).toBeNull();
		expect( screen.queryByText( 'Not known' ) ).toBeNull();
		expect( site.callsOf( 'POST /tax-doctor' ) ).toEqual( [] );
		await expectAccessible();
		await act( async () => late.resolve( answers.sellsy ) );
		expect( await rateField() ).toHaveDisplayValue( 'TVA 20 %' );
		expect( await rateField() ).toBeEnabled();
	} );

	it( 'ask for the connection first, once, and say nothing of a list that was never read', async () => {
		const unconnected = {
			code: 'not_connected',
			text: 'This shop is not connected to Sellsy.',
			next_step: 'Connect it.',
		};
		const site = connectedSite()
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: { items: [], problem: unconnected },
			} ) )
			.on( 'GET /tax-proposals', () => ( {
				tax_rates: [],
				exempt_taxes: [],
				rounding_tax_id: null,
				rounding_confidence: 'none',
				problem: unconnected,
			} ) )
			.on( 'POST /tax-doctor', () => ( {
				findings: [],
				problem: unconnected,
			} ) );
		renderApp( '#/taxes' );
		expect(
			await screen.findByRole( 'link', { name: 'Connect to Sellsy' } )
		).toHaveAttribute( 'href', '#/connection' );
		await rateField();
		expect(
			screen.getAllByText( /Connect this shop to Sellsy first/, {
				selector: 'p *, p',
			} )
		).toHaveLength( 1 );
		expect( screen.queryByText( unconnected.text ) ).toBeNull();
		expect( screen.queryByText( /no active tax that fits/ ) ).toBeNull();
		expect(
			screen.queryByRole( 'group', { name: 'Tax doctor' } )
		).toBeNull();
		expect(
			screen.queryByRole( 'button', {
				name: 'Use all certain proposals',
			} )
		).toBeNull();
		expect( site.callsOf( 'POST /tax-doctor' ) ).toEqual( [] );
		await expectAccessible();
	} );

	it( 'show how sure a proposal is and take one alone', async () => {
		connectedSite();
		const { user } = renderApp( '#/taxes' );
		await screen.findByText( /Proposed: Export \(likely, please check\)/ );
		const [ first ] = screen
			.getAllByRole( 'button', { name: /^Use / } )
			.slice( 1 );
		await user.click( first ?? document.body );
		expect( await rateField() ).toHaveDisplayValue( 'TVA 20 %' );
		expect(
			screen.getByLabelText( 'Sellsy tax for TVA réduite – 5.5%' )
		).toHaveDisplayValue( 'Not set' );
	} );

	it( 'ask for no reason that no order shows, unless it is wanted', async () => {
		connectedSite();
		const { user } = renderApp( '#/taxes' );
		await rateField();
		const hidden = 'Exempt Sellsy tax for: the shop charges no VAT';
		expect( screen.queryByLabelText( hidden ) ).toBeNull();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Reasons that no recent order shows',
			} )
		);
		expect( screen.getByLabelText( hidden ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'name the percentage of a rate once', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			tax_rates: answers.shop.tax_rates.map( ( rate ) => ( {
				...rate,
				label: 'TVA 5,5 %',
			} ) ),
		} ) );
		renderApp( '#/taxes' );
		await screen.findByText( 'TVA 5,5 %', { selector: 'strong' } );
		await screen.findByText( 'TVA 5,5 % – 20%', { selector: 'strong' } );
	} );

	it( 'offer only category E for the rounding row', async () => {
		connectedSite();
		renderApp( '#/taxes' );
		expect(
			optionsOf(
				await screen.findByLabelText(
					'Exempt Sellsy tax for the row “Rounding”'
				)
			)
		).toEqual( [ 'Not set', 'Exonération' ] );
	} );

	it( 'show a mapped tax that Sellsy no longer has', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...answers.settings,
			tax_rates: [
				{ rate_id: 1, tax_id: 105 },
				{ rate_id: 2, tax_id: 999 },
			],
		} ) );
		renderApp( '#/taxes' );
		expect( await rateField() ).toHaveDisplayValue(
			'TVA 20 % ancienne (not active any more)'
		);
		expect(
			screen.getByLabelText( 'Sellsy tax for TVA réduite – 5.5%' )
		).toHaveDisplayValue( 'Tax no. 999 (not at Sellsy any more)' );
	} );

	it( 'explain an empty shop', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			tax_rates: [],
			exempt_situations: [],
		} ) );
		renderApp( '#/taxes' );
		await screen.findByText( /This shop has no tax rates/ );
		expect( screen.getByText( /nothing to set/ ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'say what to do where Sellsy has no tax that fits', async () => {
		connectedSite()
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: { items: [], problem: null },
			} ) )
			.on( 'GET /tax-proposals', () => ( {
				tax_rates: [],
				exempt_taxes: [],
				rounding_tax_id: null,
				rounding_confidence: 'none',
				problem: null,
			} ) );
		renderApp( '#/taxes' );
		expect(
			( await screen.findAllByText( /no active tax that fits/ ) ).length
		).toBe( 4 );
		await expectAccessible();
	} );

	it( 'say why the taxes of Sellsy could not be read', async () => {
		connectedSite()
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: { items: [], problem: answers.problem },
			} ) )
			.refuse( 'GET /tax-proposals', 'internal', 'No proposals.' );
		renderApp( '#/taxes' );
		await screen.findAllByText( answers.problem.text );
		await screen.findAllByText( /^The taxes of Sellsy could not be read/ );
		await screen.findAllByText( 'No proposals.' );
		await expectAccessible();
	} );

	it( 'can be read again', async () => {
		const fresh = deferred< Sellsy >();
		const site = connectedSite();
		const { user } = renderApp( '#/taxes' );
		await rateField();
		site.on( 'GET /sellsy', () => fresh.promise );
		await user.click(
			screen.getByRole( 'button', {
				name: 'Read the taxes of Sellsy again',
			} )
		);
		await act( async () =>
			fresh.resolve( {
				...answers.sellsy,
				taxes: {
					items: [
						...answers.sellsy.taxes.items,
						{
							id: 106,
							label: 'TVA 20 % neuve',
							percent: '20.00',
							category: 'S',
							usable: true,
							exempt: false,
						},
					],
					problem: null,
				},
			} )
		);
		expect( optionsOf( await rateField() ) ).toContain( 'TVA 20 % neuve' );
		expect(
			site.callsOf( 'GET /sellsy' ).at( -1 )?.query.get( 'refresh' )
		).toBe( '1' );
	} );

	it( 'say which exempt tax fits, and ask for a reason where another one is chosen', async () => {
		const site = connectedSite().on( 'POST /settings', () => ( {
			...answers.settings,
			exempt_taxes: [ { situation: 'outside_eu', tax_id: 103 } ],
			exempt_reasons: [
				{ situation: 'outside_eu', reason: 'My accountant wants it.' },
			],
		} ) );
		const { user } = renderApp( '#/taxes' );
		const field = await screen.findByLabelText(
			'Exempt Sellsy tax for: delivered outside the EU'
		);
		expect( optionsOf( field ) ).toEqual( [
			'Not set',
			'Export',
			'Exonération (does not fit)',
		] );
		expect( screen.getByText( 'Category G fits.' ) ).toBeVisible();
		await user.selectOptions( field, 'Exonération (does not fit)' );
		expect( screen.getByText( 'Does not work any more' ) ).toBeVisible();
		await user.type(
			screen.getByLabelText( /^Why this tax is right all the same/ ),
			'My accountant wants it.'
		);
		expect( screen.queryByText( 'Does not work any more' ) ).toBeNull();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			exempt_taxes: [ { situation: 'outside_eu', tax_id: 103 } ],
			exempt_reasons: [
				{ situation: 'outside_eu', reason: 'My accountant wants it.' },
			],
		} );
		await expectAccessible();
	} );

	it( 'ask nothing of Sellsy where only WooCommerce can help', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			exempt_situations: [
				{
					situation: 'eu_consumer',
					label: 'a private Belgian',
					orders_recent: 2,
					before: 'none',
					categories: [],
					advice: 'Add a rate in WooCommerce.',
				},
			],
		} ) );
		renderApp( '#/taxes' );
		await screen.findByText( 'Add a rate in WooCommerce.' );
		await rateField();
		expect( screen.queryByText( /Create it in Sellsy/ ) ).toBeNull();
	} );
} );
