import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Creditable, CreditNotePreview } from '../generated/schemas';
import { problem } from '../test/answers';
import { expectAccessible } from '../test/accessible';
import { deferred, Site } from '../test/site';
import { CreditPreview } from './CreditPreview';
import { readCreditable } from './creditable';

const ROUTE = 'POST /orders/7/credit-note-preview';

const order: Creditable = {
	order_id: 7,
	currency: 'EUR',
	refundable: true,
	refunds: [],
};

const preview: CreditNotePreview = {
	outcome: 'made',
	currency: 'EUR',
	totals: {
		excl_tax: '6.46',
		vat: '0.93',
		incl_tax: '7.39',
		rounding: '0.00',
		taxes: [
			{
				label: 'TVA 20 %',
				percent: '20',
				excl_tax: '2.84',
				vat: '0.57',
				incl_tax: '3.41',
			},
			{
				label: 'TVA 10 %',
				percent: '10',
				excl_tax: '3.62',
				vat: '0.36',
				incl_tax: '3.98',
			},
		],
	},
	remaining: '65.51',
	sellsy: 'agrees',
	problem: null,
};

function open( shown: Partial< Creditable > = {} ) {
	const user = userEvent.setup();
	const submitted = jest.fn( ( event: React.FormEvent ) =>
		event.preventDefault()
	);
	render(
		<main>
			<h2>Sellsy</h2>
			<form onSubmit={ submitted }>
				<CreditPreview order={ { ...order, ...shown } } />
				<input type="submit" value="Update" />
			</form>
		</main>
	);
	return { user, submitted };
}

const toggle = () =>
	screen.getByRole( 'button', { name: 'Preview a credit note' } );

const amount = () =>
	screen.getByRole( 'textbox', { name: 'Refund without lines, in EUR' } );

const askFor = async (
	user: ReturnType< typeof userEvent.setup >,
	typed: string
) => {
	await user.click( toggle() );
	await user.type( amount(), typed );
	await user.click(
		screen.getByRole( 'button', { name: 'Preview the amount' } )
	);
};

describe( 'the preview of a credit note', () => {
	it( 'opens, shows each rate and what is left, and says that nothing was created', async () => {
		const site = new Site().on( ROUTE, () => preview );
		const { user } = open();
		expect( toggle() ).toHaveAttribute( 'aria-expanded', 'false' );
		await askFor( user, ' 7,39 ' );

		await screen.findByText( 'There would be a credit note of €7.39.' );
		expect( toggle() ).toHaveAttribute( 'aria-expanded', 'true' );
		expect( site.callsOf( ROUTE )[ 0 ]?.data ).toEqual( {
			amount: '7,39',
		} );
		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			'Nothing was created.'
		);
		const table = screen.getByRole( 'table', {
			name: 'What the credit note would say',
		} );
		expect(
			within( table )
				.getAllByRole( 'row' )
				.map( ( row ) => row.textContent )
		).toEqual( [
			'Excl. VATVATIncl. VAT',
			'TVA 20 %',
			'€2.84€0.57€3.41',
			'TVA 10 %',
			'€3.62€0.36€3.98',
			'Total',
			'€6.46€0.93€7.39',
		] );
		screen.getByText(
			'Of the invoice, €65.51 could then still be credited.'
		);
		screen.getByText( 'Sellsy computes the same total.' );
		expect( screen.queryByText( /Rounding/ ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'previews on Enter, and WooCommerce’s form is not sent', async () => {
		const site = new Site().on( ROUTE, () => preview );
		const { user, submitted } = open();
		await user.click( toggle() );
		await user.type( amount(), '5{Enter}' );

		await screen.findByRole( 'table' );
		expect( site.callsOf( ROUTE ) ).toHaveLength( 1 );
		expect( submitted ).not.toHaveBeenCalled();
	} );

	it( 'says while it calculates', async () => {
		const answer = deferred< CreditNotePreview >();
		new Site().on( ROUTE, () => answer.promise );
		const { user } = open();
		await askFor( user, '5' );

		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			'Calculating…'
		);
		await expectAccessible();
		await act( async () => answer.resolve( preview ) );
		await screen.findByRole( 'table' );
	} );

	it( 'shows the answer to the last question only', async () => {
		const early = deferred< CreditNotePreview >();
		let asked = 0;
		const site = new Site().on( ROUTE, () =>
			++asked === 1 ? early.promise : preview
		);
		const { user } = open();
		await askFor( user, '5' );
		await user.type( amount(), '0{Enter}' );
		await screen.findByText( 'There would be a credit note of €7.39.' );
		expect( site.callsOf( ROUTE )[ 0 ]?.signal?.aborted ).toBe( true );
		await act( async () =>
			early.resolve( { ...preview, outcome: 'stops', totals: null } )
		);
		screen.getByText( 'There would be a credit note of €7.39.' );
	} );

	it( 'says why an amount is refused, and takes the next one', async () => {
		const site = new Site().refuse(
			ROUTE,
			'orderinvoicer_amount_more_than_left',
			'Of this order only 12.00 EUR can still be refunded.'
		);
		const { user } = open();
		await askFor( user, '13' );
		await screen.findByText(
			'Of this order only 12.00 EUR can still be refunded.',
			{ selector: '.orderinvoicer-message *' }
		);
		expect( screen.queryByRole( 'table' ) ).toBeNull();
		await expectAccessible();

		site.on( ROUTE, () => preview );
		await user.clear( amount() );
		await user.type( amount(), '7.39{Enter}' );
		await screen.findByRole( 'table' );
		expect( document.querySelector( '.orderinvoicer-message' ) ).toBeNull();
	} );

	it.each( [
		[ 'nothing', undefined ],
		[ 'a page of a proxy', '<html>' ],
		[ 'numbers for amounts', { ...preview, remaining: 65.51 } ],
		[ 'a key too many', { ...preview, more: 1 } ],
		[ 'a key too few', { ...preview, sellsy: undefined } ],
	] )( 'shows no figures when the site answers %s', async ( _name, body ) => {
		new Site().on( ROUTE, () => body );
		const { user } = open();
		await askFor( user, '5' );
		await screen.findByText( /something this page cannot read/, {
			selector: '.orderinvoicer-message *',
		} );
		expect( screen.queryByRole( 'table' ) ).toBeNull();
	} );

	it( 'shows figures and the reason where it would not be made now', async () => {
		new Site().on( ROUTE, () => ( {
			...preview,
			outcome: 'held',
			sellsy: 'not_asked',
			totals: { ...preview.totals, rounding: '0.01' },
			problem,
		} ) );
		const { user } = open();
		await askFor( user, '5' );
		await screen.findByText( /of €7.39, but it would not be made now/ );
		screen.getByText( problem.text, {
			selector: '.orderinvoicer-message *',
		} );
		screen.getByText( 'A row "Rounding" of €0.01 is among them.' );
		screen.getByText( 'Calculated by this plugin; Sellsy was not asked.' );
		await expectAccessible();
	} );

	it( 'shows why there would be none', async () => {
		new Site().on( ROUTE, () => ( {
			...preview,
			outcome: 'stops',
			totals: null,
			remaining: null,
			problem,
		} ) );
		const { user } = open();
		await askFor( user, '5' );
		await screen.findByText( 'There would be no credit note.' );
		screen.getByText( problem.next_step, {
			selector: '.orderinvoicer-message *',
		} );
		expect( screen.queryByText( /Sellsy computes/ ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'says that a draft would be lowered instead', async () => {
		new Site().on( ROUTE, () => ( {
			...preview,
			outcome: 'lowers_draft',
			totals: null,
			remaining: '7.00',
		} ) );
		const { user } = open();
		await askFor( user, '5' );
		await screen.findByText( /the refund would be taken off it/ );
		screen.getByText( 'The invoice would then be worth €7.00.' );
		await expectAccessible();
	} );
} );

describe( 'refunds without a credit note', () => {
	const refunds = [
		{ id: 501, amount: '5.00' },
		{ id: 502, amount: '2' },
	];

	it( 'are there from the start, each with a button of its own name', async () => {
		const site = new Site().on( ROUTE, () => preview );
		const { user } = open( { refunds, refundable: false } );
		expect( screen.queryByRole( 'textbox' ) ).toBeNull();
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Preview Refund 502 of €2.00',
			} )
		);
		await screen.findByRole( 'table' );
		expect( site.callsOf( ROUTE )[ 0 ]?.data ).toEqual( {
			refund_id: 502,
		} );
	} );
} );

describe( 'a refund that is being entered in WooCommerce’s own panel', () => {
	const panel = ( html: string ) => {
		const host = document.createElement( 'div' );
		host.innerHTML = html;
		document.body.append( host );
		return host;
	};
	const row = ( id: number, total: string, tax: string ) =>
		`<tr data-order_item_id="${ id }"><td><label>Quantity<input class="refund_order_item_qty" value="1"></label>
		<label>Total<input class="refund_line_total" value="${ total }"></label>
		<label>VAT<input class="refund_line_tax" data-tax_id="1" value="${ tax }"></label></td></tr>`;
	const items = ( amountTyped: string, ...rows: string[] ) =>
		panel(
			`<table class="woocommerce_order_items"><tbody>${ rows.join( '' ) }</tbody></table>
			<label>Amount<input id="refund_amount" value="${ amountTyped }"></label>`
		);
	const askEntered = async ( user: ReturnType< typeof userEvent.setup > ) => {
		await user.click( toggle() );
		await user.click(
			screen.getByRole( 'button', {
				name: 'Preview the refund entered under Items',
			} )
		);
	};

	it( 'is previewed with its lines, and stays as it is', async () => {
		const host = items(
			'12,00',
			row( 3, '10', '2' ),
			row( 4, '', '' ),
			row( 5, '0', '0,00' )
		);
		const before = host.innerHTML;
		const site = new Site().on( ROUTE, () => preview );
		const { user } = open();
		await askEntered( user );
		await screen.findByRole( 'table', { name: /What the credit note/ } );
		expect( site.callsOf( ROUTE )[ 0 ]?.data ).toEqual( {
			amount: '12,00',
			lines: [
				{
					line_id: 3,
					quantity: '1',
					total: '10',
					taxes: [ { rate_id: 1, amount: '2' } ],
				},
			],
		} );
		expect( host.innerHTML ).toBe( before );
		host.remove();
	} );

	it.each( [
		[ 'the panel is empty', '0.00' ],
		[ 'there is no panel', null ],
	] )( 'is asked for where %s', async ( _name, typed ) => {
		const host = typed === null ? panel( '' ) : items( typed );
		const site = new Site();
		const { user } = open();
		await askEntered( user );
		expect( screen.getByRole( 'status' ) ).toHaveTextContent(
			/No refund is entered yet/
		);
		expect( site.calls ).toEqual( [] );
		await expectAccessible();
		host.remove();
	} );
} );

describe( 'readCreditable', () => {
	it( 'reads what the order box wrote, and nothing else', () => {
		expect( readCreditable( JSON.stringify( order ) ) ).toEqual( order );
		for ( const wrong of [ '', '{', 'null', '{"order_id":"7"}' ] ) {
			expect( readCreditable( wrong ) ).toBeNull();
		}
	} );
} );
