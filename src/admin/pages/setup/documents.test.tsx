import { screen, waitFor } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import {
	button,
	isOn,
	savedBy,
	shown,
	title,
	wizardShop,
} from '../../../test/wizard';

describe( 'the documents', () => {
	it( 'that need api-v1 are greyed out with the reason, and something else is offered', async () => {
		wizardShop().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			has_v1: false,
		} ) );
		const { user } = renderApp( '#/setup/documents/delivery' );
		await screen.findByText( 'Not with this access yet' );
		expect( screen.getByText( /tick the right “api-v1”/ ) ).toBeVisible();
		expect(
			screen.queryByRole( 'radio', { name: /delivery/ } )
		).toBeNull();
		expect( button( 'Continue' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		await expectAccessible();
		await user.click( button( 'Possible now: B2B: order → invoice' ) );
		expect(
			await screen.findByRole( 'radio', {
				name: /^B2B: order → invoice/,
			} )
		).toBeChecked();
		expect( window.location.hash ).toBe( '#/setup/documents/orders' );
	} );

	it( 'can be chosen where it is not known whether api-v1 is there, and say so', async () => {
		let has: boolean | null = null;
		wizardShop().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			has_v1: has,
		} ) );
		const { user } = renderApp( '#/setup/documents/transfer' );
		expect(
			await screen.findByRole( 'radio', { name: /^Bank transfer/ } )
		).toBeChecked();
		expect(
			screen.getAllByText( /did not say whether it has it/ )
		).toHaveLength( 2 );
		has = true;
		await user.click( button( 'Ask Sellsy again' ) );
		await waitFor( () =>
			expect( screen.queryByText( /did not say/ ) ).toBeNull()
		);
		expect(
			screen.queryByRole( 'button', { name: 'Ask Sellsy again' } )
		).toBeNull();
	} );

	it( 'are the same ones that the connection names rights for', async () => {
		wizardShop();
		const { unmount } = renderApp( '#/setup/documents' );
		await screen.findByRole( 'radio', { name: /^Card shop/ } );
		const offered = screen
			.getAllByRole< HTMLInputElement >( 'radio' )
			.map( ( { value } ) => value );
		unmount();
		wizardShop().on( 'GET /connection', () => answers.unconfigured );
		renderApp( '#/setup' );
		await screen.findByLabelText( 'Client ID' );
		const planned = screen.getByLabelText< HTMLSelectElement >(
			'Which documents do you plan?'
		);
		expect( [ ...planned.options ].map( ( { value } ) => value ) ).toEqual(
			offered
		);
	} );

	it( 'say that the last step asks whether they become final', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/documents' );
		await user.click(
			await screen.findByRole( 'radio', { name: /^Card shop/ } )
		);
		await shown( /the last step asks you/ );
		await user.click(
			screen.getByRole( 'radio', { name: 'Drafts only while I test' } )
		);
		await waitFor( () =>
			expect( screen.queryByText( /the last step asks/ ) ).toBeNull()
		);
	} );

	it( 'have one that is recommended', async () => {
		wizardShop();
		renderApp( '#/setup/documents' );
		expect(
			await screen.findByRole( 'radio', { name: /^Card shop/ } )
		).toHaveAccessibleDescription( /^Recommended for most shops\./ );
		expect( screen.getAllByText( /^Recommended/ ) ).toHaveLength( 1 );
	} );

	it( 'that are on already stay first, and a change is named before', async () => {
		wizardShop( isOn );
		const { user } = renderApp( '#/setup/documents' );
		expect(
			await screen.findByRole( 'radio', { name: 'As it is set now' } )
		).toBeChecked();
		await user.click( screen.getByRole( 'radio', { name: /^Card shop/ } ) );
		await screen.findByText(
			'Will be switched on, and is off now: Credit note.'
		);
		screen.getByText( /^Invoice: now “It stays a draft/ );
		await expectAccessible();
	} );

	it( 'ask for a rate category only where there is a choice', async () => {
		const site = wizardShop().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			rate_categories: {
				problem: null,
				items: [
					...answers.sellsy.rate_categories.items,
					{
						id: 203,
						label: 'Revendeurs',
						currency: 'EUR',
						is_default: false,
					},
				],
			},
		} ) );
		const { user } = renderApp( '#/setup/documents/paid' );
		const field = await screen.findByLabelText( 'Rate category' );
		expect( field ).toHaveDisplayValue( 'Tarif HT' );
		await user.selectOptions( field, 'Revendeurs' );
		await user.click( button( 'Continue' ) );
		await title( /Which tax/ );
		window.location.hash = '#/setup/finish/paid';
		await user.click(
			await screen.findByRole( 'radio', { name: 'Final at once' } )
		);
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { rate_category_id: 203 },
			creditnote: { rate_category_id: 203 },
		} );
	} );

	it.each( [
		[
			'none fits',
			{ items: [], problem: null },
			/no rate category without taxes/,
		],
		[
			'they cannot be read',
			{ items: [], problem: answers.problem },
			answers.problem.text,
		],
	] )(
		'say so where rate categories are missing: %s',
		async ( _name, list, text ) => {
			wizardShop().on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				rate_categories: list,
			} ) );
			renderApp( '#/setup/documents/paid' );
			await shown( text );
			await expectAccessible();
		}
	);

	it.each( [
		[ 'nothing', undefined ],
		[ 'half a list', { ...answers.sellsy, taxes: undefined } ],
	] )(
		'break nothing when the site answers %s of Sellsy, and can be read again',
		async ( _name, body ) => {
			let isBroken = true;
			wizardShop().on( 'GET /sellsy', () =>
				isBroken ? body : answers.sellsy
			);
			const { user } = renderApp( '#/setup/documents/paid' );
			await shown( /cannot read/ );
			expect( button( 'Continue' ) ).toHaveAttribute(
				'aria-disabled',
				'true'
			);
			isBroken = false;
			await user.click( button( 'Try again' ) );
			expect(
				await screen.findByRole( 'radio', { name: /^Card shop/ } )
			).toBeChecked();
		}
	);
} );
