import { screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import { expectAccessible, renderApp } from '../../../test/render';
import {
	button,
	dryOrder,
	isFirstPage,
	isOn,
	savedBy,
	shown,
	title,
	wizardShop,
} from '../../../test/wizard';

let mockMissing = false;

const mockOrMissing = < T, >( module: T ): T => {
	if ( mockMissing ) {
		throw new Error( 'Loading chunk failed' );
	}
	return module;
};

jest.mock( './components/DonePanel', () =>
	mockOrMissing( jest.requireActual< object >( './components/DonePanel' ) )
);
jest.mock( './components/PaymentsStep', () =>
	mockOrMissing( jest.requireActual< object >( './components/PaymentsStep' ) )
);

describe( 'a script that cannot be fetched', () => {
	beforeEach( () => {
		mockMissing = true;
	} );
	afterEach( () => {
		mockMissing = false;
	} );

	it( 'takes nothing but the step it is of, and is fetched again there', async () => {
		wizardShop();
		const { user } = renderApp( '#/setup/payments/paid' );
		await shown( /could not be fetched/ );
		screen.getByRole( 'link', { name: /^Leave the set-up/ } );
		screen.getByRole( 'navigation', { name: 'Steps of the set-up' } );
		await expectAccessible();
		mockMissing = false;
		await user.click( button( 'Try again' ) );
		await title( /How do your customers pay/ );
		expect( console ).toHaveErrored();
	} );

	it( 'takes nothing from the word that all is on', async () => {
		wizardShop( isOn );
		const { user } = renderApp( '#/setup/finish' );
		await shown( /could not be fetched/ );
		await title( /is on/ );
		mockMissing = false;
		await user.click( button( 'Try again' ) );
		await screen.findByText( 'What happens next' );
		expect( screen.queryByRole( 'link', { name: 'Back' } ) ).toBeNull();
		expect( console ).toHaveErrored();
	} );
} );

describe( 'the switch', () => {
	it( 'that failed is not on, and nothing of it stays behind', async () => {
		const site = wizardShop();
		site.refuse( 'POST /settings', 'internal', 'The site is busy.' );
		const { user } = renderApp( '#/setup/finish/paid' );
		await user.click(
			await screen.findByRole( 'radio', { name: 'Final at once' } )
		);
		await user.click( button( 'Switch on' ) );
		await shown( 'The site is busy.' );
		await title( /Ready to switch on/ );
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
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'something else', { invoice: { enabled: true } } ],
	] )(
		'is not taken for on when the site answers %s',
		async ( _name, body ) => {
			wizardShop().on( 'POST /settings', () => body );
			const { user } = renderApp( '#/setup/finish/paid' );
			await user.click(
				await screen.findByRole( 'radio', { name: 'Final at once' } )
			);
			await user.click( button( 'Switch on' ) );
			await shown( /cannot read/ );
			await title( /Ready to switch on/ );
		}
	);

	it( 'warns of tax rates that recent orders have and Sellsy does not', async () => {
		wizardShop( {
			...answers.settings,
			tax_rates: [ { rate_id: 2, tax_id: 102 } ],
		} );
		renderApp( '#/setup/finish/paid' );
		await shown( /no tax in Sellsy yet: TVA\./ );
		expect(
			screen.getByRole( 'link', { name: 'Put right under Taxes' } )
		).toHaveAttribute( 'href', '#/setup/taxes/paid' );
	} );

	it( 'warns of each tax rate without its tax in a shop that sold nothing yet', async () => {
		wizardShop( { ...answers.settings, tax_rates: [] } ).on(
			'GET /shop',
			() => ( {
				...answers.shop,
				tax_rates: answers.shop.tax_rates.map( ( rate ) => ( {
					...rate,
					orders_recent: 0,
				} ) ),
			} )
		);
		renderApp( '#/setup/finish/paid' );
		const names = answers.shop.tax_rates.map( ( { label } ) => label );
		expect( names.length ).toBeGreaterThan( 1 );
		await shown(
			new RegExp( `no tax in Sellsy yet: ${ names.join( ', ' ) }\\.` )
		);
	} );

	it( 'names the ways to pay whose payments would stop, with the way to that step', async () => {
		wizardShop( {
			...answers.settings,
			payments: {
				...answers.settings.payments,
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
		renderApp( '#/setup/finish/paid' );
		await shown(
			/no payment method in Sellsy yet: Marketplace, old, orders that name none\./
		);
		expect(
			screen.getByRole( 'link', { name: 'Put right under Payments' } )
		).toHaveAttribute( 'href', '#/setup/payments/paid' );
		await expectAccessible();
	} );

	it( 'names what is switched on where nothing was sold yet', async () => {
		wizardShop()
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
		renderApp( '#/setup/finish/paid' );
		await shown( /no payment method in Sellsy yet: Card\./ );
		await expectAccessible();
	} );

	it( 'claims nothing of ways to pay where orders could not be counted', async () => {
		wizardShop().on( 'GET /order-usage', () => undefined );
		renderApp( '#/setup/finish/paid' );
		await screen.findByText( 'With these settings' );
		await screen.findByText( /could not be counted/ );
		expect( screen.queryByText( /ways to pay have no/ ) ).toBeNull();
	} );

	it( 'names them for drafts too: a payment is recorded once its draft is final', async () => {
		wizardShop();
		renderApp( '#/setup/finish/drafts' );
		await shown( /ways to pay have no payment method/ );
		await expectAccessible();
	} );

	it( 'goes on saying what is missing once all is on', async () => {
		wizardShop( {
			...isOn,
			tax_rates: [],
			rounding_tax_id: null,
			payments: { ...isOn.payments, enabled: true, methods: [] },
		} );
		renderApp( '#/setup/finish' );
		await title( /is on/ );
		await shown( /no tax in Sellsy yet: TVA/ );
		await shown( /row “Rounding” has no tax yet/ );
		await shown( /ways to pay have no payment method/ );
		expect(
			screen.getByRole( 'link', { name: 'Put right under Taxes' } )
		).toHaveAttribute( 'href', '#/taxes' );
		await expectAccessible();
	} );

	it( 'waits until somebody says whether documents become final, and why that matters', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/finish/paid' );
		await screen.findByText(
			/a number that is used up for good.*Invoice, Credit note\.$/
		);
		// Nobody has chosen: nothing is said to be final, or recorded, at once.
		expect(
			screen.queryByText( /final at once, with its number/ )
		).toBeNull();
		screen.getByText( /recorded on its invoice once the invoice is final/ );
		await user.click( button( 'Switch on' ) );
		expect( button( 'Switch on' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		expect( savedBy( site ) ).toEqual( [] );
		expect(
			screen.getByRole( 'radio', { name: 'Drafts first' } )
		).not.toBeChecked();
		screen.getByRole( 'radio', { name: /^As a PDF/ } );
		expect( screen.queryByText( /As a PDF they cannot go/ ) ).toBeNull();
		await user.click(
			screen.getByRole( 'radio', { name: 'Drafts first' } )
		);
		// What is no longer offered says why.
		expect(
			screen.queryByRole( 'radio', { name: /^As a PDF/ } )
		).toBeNull();
		screen.getByText( /As a PDF they cannot go/ );
		expect(
			screen.getAllByText( /It stays a draft until you make it final/ )
		).toHaveLength( 2 );
		screen.getByText( /recorded on its invoice once the invoice is final/ );
		await expectAccessible();
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site ) ).toEqual( [
			{
				invoice: { enabled: true, rate_category_id: 201 },
				creditnote: { enabled: true, rate_category_id: 201 },
				payments: { enabled: true },
			},
		] );
		// Later the plan is not asked for again.
		expect( window.location.hash ).toBe( '#/setup/finish' );
		await title( /is on/ );
	} );

	it( 'says that rights are missing, before it is switched on and after', async () => {
		wizardShop().on( 'GET /connection', () => ( {
			...answers.connected,
			rights: [
				{
					...answers.seenRight,
					scope: 'items.write',
					state: 'missing',
				},
			],
		} ) );
		const { user } = renderApp( '#/setup/finish/drafts' );
		const leadsToConnection = async () => {
			const warning = await screen.findByText( /Rights are missing/ );
			expect( within( warning ).getByRole( 'link' ) ).toHaveAttribute(
				'href',
				expect.stringMatching( /^#\/setup\/connect/ )
			);
		};
		await leadsToConnection();
		await user.click(
			await screen.findByRole( 'button', { name: 'Switch on' } )
		);
		await title( /is on/ );
		await leadsToConnection();
	} );

	it( 'asks nothing of the sort for drafts, nor where documents are final already', async () => {
		wizardShop();
		renderApp( '#/setup/finish/drafts' );
		await screen.findByText( 'With these settings' );
		for ( const name of [ 'Drafts first', 'Final at once' ] ) {
			expect( screen.queryByRole( 'radio', { name } ) ).toBeNull();
		}
		expect( button( 'Switch on' ) ).not.toHaveAttribute(
			'aria-disabled',
			'true'
		);
	} );

	it( 'recommends that shoppers get their documents, and saves what is chosen', async () => {
		const site = wizardShop( {
			...answers.settings,
			shopper: { kinds: [], company_days: 0 },
			customer_emails: {
				...answers.settings.customer_emails,
				emails: [],
			},
		} );
		const { user } = renderApp( '#/setup/finish/drafts' );
		const recommended = await screen.findByRole( 'radio', {
			name: /link in WooCommerce’s order e-mails/,
		} );
		expect( screen.getByText( /nobody gets a draft/ ) ).toBeVisible();
		expect( recommended ).toBeChecked();
		await user.click(
			screen.getByRole( 'radio', { name: /Nothing from the shop/ } )
		);
		expect( recommended ).not.toBeChecked();
		await user.click( recommended );
		await expectAccessible();
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			shopper: { kinds: [ 'invoice', 'creditnote' ] },
			customer_emails: {
				emails: expect.arrayContaining( [
					'customer_processing_order',
					'customer_completed_order',
				] ),
			},
		} );
	} );

	it( 'has Sellsy e-mail them where that is chosen, and then no e-mail of the shop', async () => {
		const site = wizardShop( {
			...answers.settings,
			shopper: { kinds: [], company_days: 0 },
			customer_emails: {
				...answers.settings.customer_emails,
				emails: [],
			},
		} );
		const { user } = renderApp( '#/setup/finish/drafts' );
		await user.click(
			await screen.findByRole( 'radio', { name: /Sellsy e-mails them/ } )
		);
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( {
			invoice: { email: true },
		} );
		expect( savedBy( site )[ 0 ] ).not.toHaveProperty( 'customer_emails' );
	} );

	it( 'gives shoppers nothing new where documents are on already', async () => {
		const site = wizardShop( {
			...answers.settings,
			invoice: { ...answers.settings.invoice, enabled: true },
			shopper: { kinds: [], company_days: 0 },
		} );
		const { user } = renderApp( '#/setup/finish/drafts' );
		expect(
			await screen.findByRole( 'radio', {
				name: /Nothing from the shop/,
			} )
		).toBeChecked();
		await user.click( button( 'Save changes' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).not.toHaveProperty( 'shopper' );
	} );

	it( 'saves the shop code with it, which is changed in place', async () => {
		const site = wizardShop();
		const { user } = renderApp( '#/setup/finish/drafts' );
		const code = await screen.findByLabelText( 'Shop code' );
		await user.clear( code );
		await user.type( code, 'x' );
		expect( code ).toHaveAccessibleDescription( /Use 2 to 8/ );
		expect( screen.queryByText( /A field on another page/ ) ).toBeNull();
		expect( button( 'Switch on' ) ).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		await user.type( code, '2' );
		await user.click( button( 'Switch on' ) );
		await title( /is on/ );
		expect( savedBy( site )[ 0 ] ).toMatchObject( { shop_code: 'X2' } );
	} );

	it( 'says nothing of the account whose name nobody asked for yet', async () => {
		wizardShop().on( 'GET /connection', () => ( {
			...answers.connected,
			account: null,
		} ) );
		renderApp( '#/setup/finish/drafts' );
		await screen.findByText( 'With these settings' );
		expect( screen.queryByText( 'Sellsy account' ) ).toBeNull();
	} );

	it( 'cannot change a shop code that was used', async () => {
		wizardShop().on( 'GET /shop', () => ( {
			...answers.shop,
			shop_code_fixed: true,
		} ) );
		renderApp( '#/setup/finish/drafts' );
		const code = await screen.findByLabelText( 'Shop code' );
		expect( code ).toBeDisabled();
		expect( code ).toHaveValue( 'ACME' );
	} );

	it.each( [
		[ true, /SKU in the shop\. What is not there yet is created/ ],
		[ false, /SKU in the shop\. What is not there becomes a free line/ ],
	] )(
		'says before that customers and products are made in Sellsy where they are missing: %s',
		async ( create, products ) => {
			wizardShop( {
				...answers.settings,
				items: { ...answers.settings.items, create },
			} );
			renderApp( '#/setup/finish/paid' );
			await screen.findByText(
				/^Customers are looked for in Sellsy first.*is created\.$/
			);
			screen.getByText( products );
		}
	);

	it( 'warns of what would not work', async () => {
		wizardShop().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			rate_categories: { items: [], problem: null },
		} ) );
		renderApp( '#/setup/finish/paid' );
		await shown( /Choose a rate category/ );
		await expectAccessible();
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
		const { user } = renderApp( '#/setup/finish' );
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
		const { user } = renderApp( '#/setup/finish' );
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
		renderApp( '#/setup/finish' );
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
		const { user } = renderApp( '#/setup/finish' );
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
		renderApp( '#/setup/finish' );
		expect( await shown( answers.problem.text ) ).toBeVisible();
	} );
} );
