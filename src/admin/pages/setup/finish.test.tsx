import { act, screen, waitFor, within } from '@testing-library/react';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import { deferred } from '../../../test/site';
import {
	button,
	dryOrder,
	isFirstPage,
	isOn,
	savedBy,
	shown,
	title,
	told,
	wizardShop,
} from '../../../test/wizard';

let mockMissing = false;

const mockOrMissing = < T, >( module: T ): T => {
	if ( mockMissing ) {
		throw new Error( 'Loading chunk failed' );
	}
	return module;
};

jest.mock( './components/DoneStep', () =>
	mockOrMissing( jest.requireActual< object >( './components/DoneStep' ) )
);
jest.mock( './components/TaxesStep', () =>
	mockOrMissing( jest.requireActual< object >( './components/TaxesStep' ) )
);

describe( 'a script that cannot be fetched', () => {
	beforeEach( () => {
		mockMissing = true;
	} );
	afterEach( () => {
		mockMissing = false;
	} );

	it( 'takes nothing but the step it is of, and is fetched again there', async () => {
		wizardShop( told );
		const { user } = renderApp( '#/setup/taxes' );
		await shown( /could not be fetched/ );
		screen.getByRole( 'link', { name: /^Leave the set-up/ } );
		screen.getByRole( 'navigation', { name: 'Steps of the set-up' } );
		await expectAccessible();
		mockMissing = false;
		await user.click( button( 'Try again' ) );
		await title( /VAT and payments/ );
		expect( console ).toHaveErrored();
	} );
} );

describe( 'the switch', () => {
	it( 'that failed is not on, nothing of it stays behind, and what was chosen is kept', async () => {
		const site = wizardShop();
		site.refuse( 'POST /settings', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/setup/shop' );
		await user.click(
			await screen.findByRole( 'button', { name: 'final at once' } )
		);
		window.location.hash = '#/setup/check';
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await shown( 'The site is busy.' );
		await title( /Try it/ );
		await user.click(
			screen.getByRole( 'link', { name: /^Leave the set-up/ } )
		);
		await user.click(
			await screen.findByRole( 'link', { name: 'Settings' } )
		);
		await user.click(
			await screen.findByRole( 'link', { name: 'Documents' } )
		);
		expect(
			await screen.findByLabelText( 'Make invoices from orders' )
		).not.toBeChecked();
		window.location.hash = '#/setup/shop';
		expect(
			await screen.findByRole( 'button', { name: 'final at once' } )
		).toHaveAttribute( 'aria-pressed', 'true' );
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'something else', { invoice: { enabled: true } } ],
	] )(
		'is not taken for on when the site answers %s',
		async ( _name, body ) => {
			wizardShop( told ).on( 'POST /settings', () => body );
			const { user } = renderApp( '#/setup/check' );
			await user.click(
				await screen.findByRole( 'button', { name: 'Switch on' } )
			);
			await shown( /cannot read/ );
			expect( await title( /Try it/ ) ).toBeVisible();
		}
	);

	it( 'takes nobody back who went elsewhere meanwhile', async () => {
		const late = deferred< Settings >();
		wizardShop( told ).on( 'POST /settings', () => late.promise );
		const { user } = renderApp( '#/setup/check' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		act( () => {
			window.location.hash = '#/log';
		} );
		await screen.findByText( 'FAC-1' );
		await act( async () => late.resolve( isOn ) );
		expect( window.location.hash ).toBe( '#/log' );
	} );

	it( 'of WooCommerce’s e-mails comes first: where it fails, nothing is on', async () => {
		const site = wizardShop( told );
		const DIGEST =
			'POST /wc/v3/settings/email_orderinvoicer_digest/enabled';
		site.refuse( DIGEST, 'internal', 'WooCommerce is busy.' );
		const { user, unmount } = renderApp( '#/setup/check' );
		await user.selectOptions(
			await screen.findByRole( 'combobox', {
				name: 'When are you told?',
			} ),
			'at a standstill alone'
		);
		await user.click( button( 'Switch on' ) );
		await shown( 'WooCommerce is busy.' );
		expect( savedBy( site ) ).toEqual( [] );
		unmount();
		site.on( DIGEST, () => ( { value: 'no' } ) );
		renderApp( '#/setup/check' );
		expect(
			await screen.findByRole( 'combobox', {
				name: 'When are you told?',
			} )
		).toHaveDisplayValue( 'at a standstill alone' );
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( site.callsOf( DIGEST ).at( -1 )?.data ).toEqual( {
			value: 'no',
		} );
		expect( savedBy( site ) ).toHaveLength( 1 );
	} );

	it( 'warns of tax rates that recent orders have and Sellsy does not', async () => {
		wizardShop( { ...told, tax_rates: [ { rate_id: 2, tax_id: 102 } ] } );
		renderApp( '#/setup/check' );
		await shown( /no tax in Sellsy yet: TVA\./ );
		expect(
			screen.getByRole( 'link', { name: 'Choose the taxes' } )
		).toHaveAttribute( 'href', '#/setup/taxes' );
	} );

	it( 'warns of each tax rate without its tax in a shop that sold nothing yet', async () => {
		wizardShop( told ).on( 'GET /shop', () => ( {
			...answers.shop,
			tax_rates: answers.shop.tax_rates.map( ( rate ) => ( {
				...rate,
				orders_recent: 0,
			} ) ),
		} ) );
		renderApp( '#/setup/check' );
		const names = answers.shop.tax_rates.map( ( { label } ) => label );
		expect( names.length ).toBeGreaterThan( 1 );
		await shown(
			new RegExp( `no tax in Sellsy yet: ${ names.join( ', ' ) }\\.` )
		);
	} );

	it( 'names the ways to pay whose payments would stop, with the way to that step', async () => {
		wizardShop( {
			...told,
			payments: {
				...told.payments,
				methods: [ { gateway: 'stripe', method_id: 402 } ],
			},
		} ).on( 'GET /order-usage', () => ( {
			...answers.orderUsage,
			gateways: [
				{ id: 'stripe', title: 'Card', orders: 38 },
				{ id: 'marketplace', title: 'Marketplace', orders: 2 },
				{ id: 'old', title: '', orders: 1 },
				{ id: 'unnamed', title: '', orders: 1 },
			],
		} ) );
		renderApp( '#/setup/check' );
		await shown(
			/no payment method in Sellsy yet: Marketplace, old, orders that name none\./
		);
		expect(
			screen.getByRole( 'link', { name: 'Choose the payment methods' } )
		).toHaveAttribute( 'href', '#/setup/taxes' );
		await expectAccessible();
	} );

	it( 'names what is switched on where nothing was sold yet', async () => {
		wizardShop( told )
			.on( 'GET /order-usage', () => ( {
				...answers.orderUsage,
				orders: 0,
				gateways: [],
			} ) )
			.on( 'GET /payment-methods', () => ( {
				...answers.paymentMethods,
				gateways: [
					{ id: 'card', title: 'Card', in_use: true },
					{ id: 'cheque', title: 'Cheque', in_use: false },
				],
			} ) );
		renderApp( '#/setup/check' );
		expect(
			await shown( /no payment method in Sellsy yet: Card\./ )
		).toBeVisible();
	} );

	it( 'claims nothing of ways to pay where orders could not be counted', async () => {
		wizardShop( told ).on( 'GET /order-usage', () => undefined );
		renderApp( '#/setup/check' );
		await screen.findByText( /could not be counted/ );
		expect( screen.queryByText( /ways to pay have no/ ) ).toBeNull();
	} );

	it( 'warns of what would not work', async () => {
		wizardShop( told ).on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			rate_categories: { items: [], problem: null },
		} ) );
		renderApp( '#/setup/check' );
		await shown( /Choose a rate category/ );
		await expectAccessible();
	} );

	it( 'goes on saying what is missing once all is on', async () => {
		wizardShop( {
			...isOn,
			tax_rates: [],
			rounding_tax_id: null,
			payments: { ...isOn.payments, enabled: true, methods: [] },
		} );
		renderApp( '#/setup' );
		await title( /is on/ );
		await shown( /no tax in Sellsy yet: TVA/ );
		await shown( /row “Rounding” has no tax yet/ );
		await shown( /ways to pay have no payment method/ );
		expect(
			screen.getByRole( 'link', { name: 'Choose the taxes' } )
		).toHaveAttribute( 'href', '#/taxes' );
		await expectAccessible();
	} );

	it( 'says that rights are missing, before it is switched on and after', async () => {
		wizardShop( told ).on( 'GET /connection', () => ( {
			...answers.connected,
			rights: [
				{
					...answers.seenRight,
					scope: 'items.write',
					state: 'missing',
				},
			],
		} ) );
		const { user } = renderApp( '#/setup/check' );
		const leadsToConnection = async () => {
			const warning = await screen.findByText( /Rights are missing/ );
			expect( within( warning ).getByRole( 'link' ) ).toHaveAttribute(
				'href',
				'#/setup/connect'
			);
		};
		await leadsToConnection();
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await title( /is on/ );
		await leadsToConnection();
	} );

	it( 'has Sellsy e-mail them where that is chosen, and then no e-mail of the shop', async () => {
		const site = wizardShop( {
			...told,
			shopper: { kinds: [], company_days: 0 },
			customer_emails: { ...told.customer_emails, emails: [] },
		} );
		const { user } = renderApp( '#/setup/shop' );
		await user.selectOptions(
			await screen.findByRole( 'combobox', {
				name: 'How do customers get their invoice?',
			} ),
			'from Sellsy'
		);
		window.location.hash = '#/setup/check';
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { email: true },
		} );
		expect( savedBy( site )[ 0 ] ).not.toHaveProperty( 'customer_emails' );
	} );
} );

describe( 'orders that were too early', () => {
	const early = [
		dryOrder( 8, {}, '2026-11-02T10:00:00+00:00' ),
		dryOrder( 7, {}, '2026-11-01T00:30:00+00:00' ),
		dryOrder( 6, {}, '2026-10-31T10:00:00+00:00' ),
	];

	it( 'become documents only when that is asked for and confirmed', async () => {
		const made: string[] = [];
		const site = wizardShop( isOn, early );
		for ( const id of [ 7, 8 ] ) {
			site.on( `POST /orders/${ id }/sync`, ( { route, data } ) => {
				made.push( `${ route } ${ JSON.stringify( data ) }` );
				return id === 7 ? answers.doneTask : answers.stoppedTask;
			} );
		}
		const { user } = renderApp( '#/setup' );
		await screen.findByText( /^2 orders since the start date/ );
		expect( made ).toEqual( [] );
		await expectAccessible();
		await user.click( button( 'Make these documents now' ) );
		const dialog = await screen.findByRole( 'dialog' );
		expect( made ).toEqual( [] );
		await user.click(
			within( dialog ).getByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await shown( '1 document was made.' );
		expect( made ).toEqual( [
			'POST /orders/7/sync {"document":"invoice"}',
			'POST /orders/8/sync {"document":"invoice"}',
		] );
		await shown( /Not made, or not yet: 1/ );
		await expectAccessible();
	} );

	it( 'are gone on with after a lost answer, without asking twice for the same', async () => {
		let isBroken = true;
		const site = wizardShop( isOn, early )
			.on( 'POST /orders/7/sync', () => answers.doneTask )
			.on( 'POST /orders/8/sync', () =>
				isBroken ? undefined : answers.doneTask
			);
		const { user } = renderApp( '#/setup' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Make these documents now',
			} )
		);
		await shown( /cannot read/ );
		isBroken = false;
		await user.click( button( 'Try again' ) );
		await shown( '2 documents were made.' );
		expect( site.callsOf( 'POST /orders/7/sync' ) ).toHaveLength( 1 );
	} );

	it( 'are not spoken of where there are none', async () => {
		const site = wizardShop( isOn );
		renderApp( '#/setup' );
		await screen.findByText( 'What happens next' );
		await waitFor( () =>
			expect( site.callsOf( 'POST /dry-run' ) ).toHaveLength( 1 )
		);
		expect( screen.queryByText( /too early/ ) ).toBeNull();
	} );

	it( 'are looked for again where nobody could look', async () => {
		let isBroken = true;
		wizardShop( isOn ).on( 'POST /dry-run', ( { data } ) =>
			isBroken
				? undefined
				: { orders: isFirstPage( data ) ? early : [], problem: null }
		);
		const { user } = renderApp( '#/setup' );
		await shown( /cannot read/ );
		screen.getByRole( 'group', { name: /too early/ } );
		isBroken = false;
		await user.click( button( 'Try again' ) );
		await screen.findByText( /^2 orders since the start date/ );
	} );

	it( 'are not said to be none where no order could be tried', async () => {
		wizardShop( isOn ).on( 'POST /dry-run', () => ( {
			orders: [],
			problem: answers.problem,
		} ) );
		renderApp( '#/setup' );
		expect( await shown( answers.problem.text ) ).toBeVisible();
	} );
} );
