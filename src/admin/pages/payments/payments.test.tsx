import { screen, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { gatewayRows, withCertain } from './methods';

const open = async () => {
	const view = renderApp( '#/payments' );
	await screen.findByLabelText( 'Sellsy payment method for Card' );
	return view;
};

const save = () => screen.getByRole( 'button', { name: 'Save changes' } );

describe( 'payments', () => {
	it( 'take the proposals that the owner accepts, and nothing before', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		expect(
			screen.getByLabelText( 'Sellsy payment method for Card' )
		).toHaveDisplayValue( 'Not set' );
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Use all certain proposals' } )
		);
		await user.click(
			screen.getByLabelText( 'Record payments on the invoice' )
		);
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			payments: {
				enabled: true,
				methods: [
					{ gateway: 'bacs', method_id: 401 },
					{ gateway: 'stripe', method_id: 402 },
				],
			},
		} );
	} );

	it( 'of before recording was switched on are offered, and recorded once asked', async () => {
		const offer = {
			orders: 12,
			says: '12 paid orders (812,40 € incl. VAT) got their final invoices.',
			asks: 'Their payments are recorded in Sellsy.',
			seen: '12:81240 EUR',
			done: '',
		};
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				payments: { ...answers.settings.payments, enabled: true },
			} ) )
			.on( 'GET /payments/earlier', () => offer )
			.on( 'POST /payments/earlier', () => ( {
				...answers.noEarlierPayments,
				done: 'The payments of 12 orders are being recorded.',
			} ) );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Record these payments',
			} )
		);
		const dialog = screen.getByRole( 'dialog' );
		within( dialog ).getByText( offer.says );
		expect( site.callsOf( 'POST /payments/earlier' ) ).toEqual( [] );
		await user.click(
			within( dialog ).getByRole( 'button', { name: 'Record' } )
		);
		await screen.findByText(
			'The payments of 12 orders are being recorded.'
		);
		expect( site.callsOf( 'POST /payments/earlier' )[ 0 ]?.data ).toEqual( {
			seen: offer.seen,
			leave: false,
		} );
		expect(
			screen.queryByRole( 'button', { name: 'Record these payments' } )
		).toBeNull();
		await expectAccessible();
	} );

	it( 'of before that are left are offered no more', async () => {
		const says = '12 paid orders got their final invoices.';
		const seen = '12:81240 EUR';
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				payments: { ...answers.settings.payments, enabled: true },
			} ) )
			.on( 'GET /payments/earlier', () => ( {
				...answers.noEarlierPayments,
				orders: 12,
				says,
				seen,
			} ) )
			.on( 'POST /payments/earlier', () => ( {
				...answers.noEarlierPayments,
				done: 'These payments are left as they are.',
			} ) );
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Leave them' } )
		);
		await screen.findByText( 'These payments are left as they are.' );
		expect( site.callsOf( 'POST /payments/earlier' )[ 0 ]?.data ).toEqual( {
			seen,
			leave: true,
		} );
		expect( screen.queryByText( says ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'name the ways to pay whose refunds always are paid back', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		expect( screen.queryByText( /Refunds of these/ ) ).toBeNull();
		await user.click(
			screen.getByLabelText( 'Record money paid back on the credit note' )
		);
		await user.click( screen.getByText( /^Refunds of these/ ) );
		await user.click( screen.getByLabelText( 'Card' ) );
		await expectAccessible();
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			payments: { pay_back: true, always_paid_back: [ 'stripe' ] },
		} );
	} );

	it( 'of Sellsy pay orders only where the owner wants that', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		const box = screen.getByLabelText(
			'Mark the order as paid when Sellsy has its whole payment'
		);
		expect( box ).not.toBeChecked();
		await user.click( box );
		await user.click( save() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			talk_back: { pays_orders: true },
		} );
	} );

	it( 'show first what orders need, and gateways that only orders know', async () => {
		connectedSite();
		await open();
		await screen.findByText( 'Marketplace' );
		const [ , ...rows ] = screen.getAllByRole( 'row' );
		expect( rows.map( ( row ) => row.textContent ) ).toEqual( [
			expect.stringMatching( /^Card.*38.*To be set$/ ),
			expect.stringMatching( /^Marketplace.*2.*To be set$/ ),
			expect.stringMatching( /^Way to pay/ ),
			expect.stringMatching( /^Bank transfer.*0.*Not needed so far$/ ),
		] );
		await expectAccessible();
	} );

	it( 'do not call set what cannot be compared, and are read again', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				payments: {
					...answers.settings.payments,
					methods: [ { gateway: 'stripe', method_id: 402 } ],
				},
			} ) )
			.on( 'GET /payment-methods', () => ( {
				...answers.paymentMethods,
				methods: [],
				proposals: [],
				problem: answers.problem,
			} ) );
		const { user } = await open();
		const row = () =>
			screen
				.getAllByRole( 'row' )
				.find( ( { textContent } ) =>
					textContent?.startsWith( 'Card' )
				);
		expect( row() ).toHaveTextContent( /Not known$/ );
		expect(
			screen.getByText( /^The payment methods of Sellsy could not/, {
				selector: 'p *',
			} )
		).toBeVisible();
		site.on( 'GET /payment-methods', () => answers.paymentMethods );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByText( /^Set$/ );
		expect( row() ).not.toHaveTextContent( /Not known/ );
	} );

	it( 'leave to a person which of several methods it is', async () => {
		connectedSite().on( 'GET /payment-methods', () => ( {
			...answers.paymentMethods,
			proposals: [
				{ gateway: 'bacs', method_id: 401, certain: true },
				{ gateway: 'stripe', method_id: 402, certain: false },
			],
		} ) );
		const { user } = await open();
		const all = screen.getByRole( 'button', {
			name: 'Use all certain proposals',
		} );
		expect( all ).toHaveAccessibleDescription(
			/^1 proposal is not certain/
		);
		await user.click( all );
		expect(
			screen.getByLabelText( 'Sellsy payment method for Bank transfer' )
		).toHaveDisplayValue( 'Virement' );
		expect(
			screen.getByLabelText( 'Sellsy payment method for Card' )
		).toHaveDisplayValue( 'Not set' );
		expect(
			screen.getByText( /Carte bancaire \(likely, please check\)/ )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'ask for the connection first, with a way to it', async () => {
		connectedSite().on( 'GET /payment-methods', () => ( {
			...answers.paymentMethods,
			methods: [],
			proposals: [],
			problem: {
				code: 'not_connected',
				text: 'This shop is not connected to Sellsy.',
				next_step: 'Connect it.',
			},
		} ) );
		await open();
		expect(
			screen.getByRole( 'link', { name: 'Connect to Sellsy' } )
		).toHaveAttribute( 'href', '#/connection' );
		expect( screen.queryByText( /is not connected to Sellsy/ ) ).toBeNull();
		expect(
			screen.queryByRole( 'button', {
				name: 'Use all certain proposals',
			} )
		).toBeNull();
		await expectAccessible();
	} );

	it( 'say since which day orders are counted, and when there is none', async () => {
		connectedSite().on( 'GET /order-usage', () => ( {
			...answers.orderUsage,
			orders: 0,
			gateways: [],
		} ) );
		await open();
		expect(
			await screen.findByText( /^No order was sold since/ )
		).not.toHaveTextContent( /\d:\d|\d ?[ap]m/i );
	} );

	it( 'are worth choosing in a new shop, for what it offers', async () => {
		connectedSite()
			.on( 'GET /order-usage', () => ( {
				...answers.orderUsage,
				orders: 0,
				gateways: [],
			} ) )
			.on( 'GET /payment-methods', () => ( {
				...answers.paymentMethods,
				gateways: [
					{ id: 'cheque', title: 'Cheque', in_use: false },
					{ id: 'stripe', title: 'Card', in_use: true },
				],
			} ) );
		await open();
		await screen.findByText( /Choose now which payment method/ );
		const [ , ...rows ] = screen.getAllByRole( 'row' );
		expect( rows.map( ( row ) => row.textContent ) ).toEqual( [
			expect.stringMatching( /^Card.*0.*To be set$/ ),
			expect.stringMatching( /^Way to pay/ ),
			expect.stringMatching( /^Cheque.*0.*Not needed so far$/ ),
		] );
		await expectAccessible();
	} );

	it( 'say that drafts take none', async () => {
		connectedSite();
		const { user } = await open();
		expect( screen.queryByText( /no payment on a draft/ ) ).toBeNull();
		await user.click(
			screen.getByLabelText( 'Record payments on the invoice' )
		);
		expect(
			screen.getAllByText( /no payment on a draft/ ).length
		).toBeGreaterThan( 0 );
		await expectAccessible();
	} );

	it( 'say why the methods cannot be read, and keep what is set', async () => {
		connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				payments: {
					...answers.settings.payments,
					methods: [ { gateway: 'stripe', method_id: 7 } ],
				},
			} ) )
			.on( 'GET /payment-methods', () => ( {
				...answers.paymentMethods,
				methods: [],
				proposals: [],
				problem: answers.problem,
			} ) );
		await open();
		expect(
			screen.getAllByText( answers.problem.text ).length
		).toBeGreaterThan( 0 );
		expect(
			screen.getByLabelText( 'Sellsy payment method for Card' )
		).toHaveDisplayValue( 'No. 7 at Sellsy' );
	} );

	it( 'keep showing a gateway that is gone', () => {
		const rows = gatewayRows(
			[ { gateway: 'old', method_id: 401 } ],
			answers.paymentMethods
		);
		expect( rows.at( -1 ) ).toEqual( {
			gateway: 'old',
			title: 'old',
			isInUse: false,
			methodId: 401,
			proposal: null,
			isProposed: false,
		} );
	} );

	it( 'have nothing to accept where nothing is proposed', () => {
		expect(
			withCertain(
				[],
				gatewayRows( [], { ...answers.paymentMethods, proposals: [] } )
			)
		).toBeNull();
	} );
} );

describe( 'refunds', () => {
	it( 'say what becomes of a draft', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		await user.click( screen.getByText( 'Refunds and cancellations' ) );
		expect(
			await screen.findByRole( 'link', {
				name: 'Switch them on under Documents',
			} )
		).toHaveAttribute( 'href', '#/documents/creditnote' );
		await user.click( screen.getByLabelText( 'Change the draft' ) );
		await user.click( save() );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			refunds: { of_draft: 'update' },
		} );
	} );
} );
