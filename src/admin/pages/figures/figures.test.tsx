import { screen, waitFor, within } from '@testing-library/react';
import type { Figures } from '../../../generated/schemas';
import { figures } from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { choiceOf, daysOf } from './periods';
import { growth, periodWord } from './words';

const shown = async ( answer: Figures = figures, hash = '#/figures' ) => {
	const site = connectedSite().on( 'GET /figures', () => answer );
	const view = renderApp( hash );
	await screen.findByRole( 'combobox', { name: 'Period' }, SLOW );
	return { site, ...view };
};

/** The page is a script of its own. */
const SLOW = { timeout: 10_000 };

describe( 'figures', () => {
	it( 'have no word on a rate of nothing where there is none', async () => {
		const [ currency ] = figures.currencies;
		const rates = currency?.tables.rates.slice( 0, 1 ) ?? [];
		await shown( {
			...figures,
			currencies: currency
				? [
						{
							...currency,
							tables: {
								...currency.tables,
								rates: rates.map( ( rate ) => ( {
									...rate,
									key: '',
									label: 'Not known yet',
								} ) ),
							},
						},
					]
				: [],
		} );
		await screen.findByText( /^Amounts include VAT/, undefined, SLOW );
		expect( screen.queryByText( /^0%: what/ ) ).toBeNull();
	} );

	it( 'stand beside those of the period before, each leading to its orders', async () => {
		await shown();
		const cards = await screen.findByRole( 'list', {
			name: /^Figures of/,
		} );
		const [ ordered, invoiced, credited, paid, due ] =
			within( cards ).getAllByRole( 'link' );
		expect( ordered ).toHaveTextContent( /Ordered · 3 orders.*79\.28/ );
		expect( invoiced ).toHaveTextContent( /29\.28.*0\.00/ );
		expect( credited ).toHaveTextContent( '5.28' );
		expect( paid ).toHaveTextContent( '0.00' );
		expect( due ).toHaveTextContent( '24.00' );
		expect( due ).toHaveAttribute(
			'href',
			'#/history?from=2026-06-01&until=2026-06-02'
		);
		await expectAccessible();
	} );

	it( 'say what they cannot know', async () => {
		await shown( { ...figures, unknown: 2, filling: true } );
		expect(
			await screen.findByRole( 'link', {
				name: '12 paid orders without an invoice',
			} )
		).toHaveAttribute( 'href', figures.without_url );
		expect( screen.getByText( /812\.40/ ) ).toBeInTheDocument();
		expect(
			screen.getByText( /^2 documents .+ still being read/ )
		).toBeInTheDocument();
		expect(
			screen.getByText(
				/^Paid and left to pay, credit notes deducted: as seen in Sellsy on/
			)
		).toBeInTheDocument();
	} );

	it( 'say whether VAT is in them, and what a rate of nothing is', async () => {
		const [ currency ] = figures.currencies;
		const [ rate ] = currency?.tables.rates ?? [];
		if ( ! currency || ! rate ) {
			throw new Error( 'The example has no rate.' );
		}
		await shown( {
			...figures,
			currencies: [
				{
					...currency,
					tables: {
						...currency.tables,
						rates: [ rate, { ...rate, key: '0', label: '0 %' } ],
					},
				},
			],
		} );
		expect(
			await screen.findByText( /^Amounts include VAT/ )
		).toBeVisible();
		expect(
			screen.getAllByRole( 'columnheader', { name: /, VAT included$/ } )
		).not.toHaveLength( 0 );
		expect(
			screen.getByText( /^0%: what was sold without/ )
		).toBeVisible();
	} );

	it( 'never add up what is known of some documents alone', async () => {
		await shown( { ...figures, bases: { known: 2, documents: 3 } } );
		const table = await screen.findByRole( 'table', {
			name: 'By VAT rate',
		} );
		const row = within( table ).getByRole( 'row', { name: /^5\.5 %/ } );
		expect( within( row ).getAllByText( 'not known yet' ) ).toHaveLength(
			2
		);
		expect(
			screen.getByText( /is known for 2 of 3 documents/ )
		).toBeInTheDocument();
	} );

	it( 'are those of the days in the address, and of those that are chosen', async () => {
		const { site, user } = await shown(
			figures,
			'#/figures?from=2026-06-01&until=2026-06-02'
		);
		const asked = () =>
			site
				.callsOf( 'GET /figures' )
				.map( ( { query } ) => query.get( 'from' ) );
		expect( asked() ).toEqual( [ '2026-06-01' ] );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Period' } ),
			'Last month'
		);
		await waitFor( () => expect( asked() ).toHaveLength( 2 ) );
		expect( window.location.hash ).toMatch( /^#\/figures\?from=.+-01&/ );
	} );

	it( 'come as a file, one for each table', async () => {
		const { site, user } = await shown();
		const made = jest.fn( () => 'blob:here' );
		Object.assign( URL, {
			createObjectURL: made,
			revokeObjectURL: jest.fn(),
		} );
		jest.spyOn( HTMLAnchorElement.prototype, 'click' ).mockImplementation(
			() => undefined
		);
		site.on( 'GET /figures/file', () => ( {
			name: 'vat-rates.csv',
			text: 'Period;VAT rate',
		} ) );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Download as CSV: By VAT rate',
			} )
		);
		await waitFor( () => expect( made ).toHaveBeenCalledTimes( 1 ) );
		const [ call ] = site.callsOf( 'GET /figures/file' );
		expect( call?.query.get( 'table' ) ).toBe( 'rates' );
		expect( call?.query.get( 'from' ) ).toBe( '2026-06-01' );
		jest.restoreAllMocks();
	} );

	it( 'say so where there is nothing', async () => {
		await shown( { ...figures, currencies: [], without_invoice: [] } );
		expect(
			await screen.findByText( /^Nothing was ordered or invoiced/ )
		).toBeInTheDocument();
	} );
} );

describe( 'periods', () => {
	it.each( [
		[ 'month', '2026-11-01', '2026-11-30' ],
		[ 'last_month', '2026-10-01', '2026-10-31' ],
		[ 'quarter', '2026-10-01', '2026-12-31' ],
		[ 'last_quarter', '2026-07-01', '2026-09-30' ],
		[ 'year', '2026-01-01', '2026-12-31' ],
	] as const )( '%s', ( choice, from, until ) => {
		expect( daysOf( choice, '2026-11-30' ) ).toEqual( { from, until } );
		expect( choiceOf( { from, until }, '2026-11-30' ) ).toBe( choice );
	} );

	it( 'in January the last ones are of the year before', () => {
		expect( daysOf( 'last_quarter', '2026-01-15' ).from ).toBe(
			'2025-10-01'
		);
		expect( daysOf( 'last_month', '2026-01-15' ).until ).toBe(
			'2025-12-31'
		);
	} );

	it( 'are called by their month, or by their days', () => {
		expect(
			periodWord( { from: '2026-02-01', until: '2026-02-28' } )
		).toBe( 'February 2026' );
		expect(
			periodWord( { from: '2026-02-01', until: '2026-02-27' } )
		).toMatch( / – / );
	} );

	it( 'grow by a percentage where there was something before', () => {
		expect( growth( '150.00', '100.00' ) ).toBe( 50 );
		expect( growth( '150.00', '0.00' ) ).toBeUndefined();
	} );
} );
