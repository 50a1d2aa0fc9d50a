import { screen, waitFor, within } from '@testing-library/react';
import { resetLocaleData, setLocaleData } from '@wordpress/i18n';
import type { HistoryRow } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const paid = answers.paidInvoice;

const waiting: HistoryRow = {
	...paid,
	id: 12,
	order: { ...paid.order, id: 502, number: '502' },
	number: '',
	url: '',
	pdf: '',
	state: 'waits',
	currency: '',
	excl_tax: null,
	incl_tax: null,
	due: null,
};

const listed = ( ...rows: HistoryRow[] ) =>
	connectedSite().onList( 'GET /history', () => rows, rows.length );

const rowOf = async ( order: string ) =>
	within(
		( await screen.findByText( order ) ).closest( 'tr' ) ?? document.body
	);

describe( 'the history', () => {
	it( 'shows each document with its order, amounts, state and where it is', async () => {
		listed( waiting, paid );
		renderApp( '#/history' );
		const row = await rowOf( 'Order 501' );
		expect( row.getByText( 'Ada Martin' ) ).toBeVisible();
		expect( row.getByText( '€40.00' ) ).toBeVisible();
		expect( row.getByText( '€48.00' ) ).toBeVisible();
		expect( row.getByText( 'Paid' ) ).toBeVisible();
		expect(
			row.getByRole( 'link', { name: /^Invoice FAC-1/ } )
		).toHaveAttribute( 'href', paid.url );
		expect(
			row.getByRole( 'link', { name: 'PDF, FAC-1' } )
		).toHaveAttribute( 'href', paid.pdf );
		const next = await rowOf( 'Order 502' );
		expect( next.getByText( 'Waiting' ) ).toBeVisible();
		expect( next.queryByText( /€|not known/ ) ).toBeNull();
		expect( next.getAllByText( 'not yet' ) ).toHaveLength( 2 );
		await expectAccessible();
	} );

	it( 'says what nobody knows, what is left to pay and what needs a person', async () => {
		listed(
			{ ...paid, incl_tax: null, excl_tax: null, customer: '' },
			{ ...waiting, state: 'todo', needs_you: true },
			{
				...paid,
				id: 13,
				order: { ...paid.order, id: 503, number: '503' },
				state: 'due',
				due: '8.00',
			}
		);
		renderApp( '#/history' );
		const row = await rowOf( 'Order 501' );
		expect( row.getAllByText( 'not known' ) ).toHaveLength( 3 );
		const due = await rowOf( 'Order 503' );
		expect( due.getByText( 'Left to pay: €8.00' ) ).toBeVisible();
		const stopped = await rowOf( 'Order 502' );
		expect(
			stopped.getByRole( 'link', { name: 'To do: Order 502' } )
		).toHaveAttribute( 'href', '#/todo?order=502' );
		await expectAccessible();
	} );

	it( 'agrees with its document', async () => {
		const words: Record< string, string > = {
			Final: 'Finalisé',
			'state of an invoice\u0004Final': 'Finalisée',
			'state of a credit note\u0004Final': 'Finalisé',
			Cancelled: 'Annulé',
			'state of an invoice\u0004Cancelled': 'Annulée',
		};
		setLocaleData(
			Object.fromEntries(
				Object.entries( words ).map( ( [ id, text ] ) => [
					id,
					[ text ],
				] )
			),
			'orderinvoicer'
		);
		const of = ( id: number, is: Partial< HistoryRow > ) => ( {
			...paid,
			...is,
			id,
			order: { ...paid.order, id, number: String( id ) },
		} );
		listed(
			of( 601, { state: 'final' } ),
			of( 602, { state: 'final', kind: 'creditnote' } ),
			of( 603, { state: 'cancelled', kind: 'proforma' } ),
			of( 604, { state: 'cancelled', kind: 'order' } )
		);
		renderApp( '#/history' );
		const badge = async ( order: number ) =>
			( await rowOf( `Order ${ order }` ) ).getByText(
				/^(Finalis|Annul)/
			).textContent;
		expect( await badge( 601 ) ).toBe( 'Finalisée' );
		expect( await badge( 602 ) ).toBe( 'Finalisé' );
		expect( await badge( 603 ) ).toBe( 'Annulée' );
		expect( await badge( 604 ) ).toBe( 'Annulé' );
		resetLocaleData( {}, 'orderinvoicer' );
	} );

	it( 'keeps what is chosen in the address, and asks the site for it', async () => {
		const site = listed( paid );
		const { user } = renderApp( '#/history?page=1' );
		await screen.findByText( 'Order 501' );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'State' } ),
			'Draft'
		);
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Document' } ),
			'Credit note'
		);
		await user.type( screen.getByRole( 'searchbox' ), ' ada {Enter}' );
		await user.click( screen.getByRole( 'button', { name: /^Order/ } ) );
		await user.click( screen.getByRole( 'button', { name: /^Order/ } ) );
		await waitFor( () =>
			expect( window.location.hash ).toBe(
				'#/history?search=ada&kind=creditnote&state=draft&orderby=order&order=asc'
			)
		);
		expect(
			screen.getByRole( 'columnheader', { name: /^Order/ } )
		).toHaveAttribute( 'aria-sort', 'ascending' );
		await waitFor( () =>
			expect(
				site.callsOf( 'GET /history' ).at( -1 )?.query.toString()
			).toBe(
				'page=1&per_page=20&search=ada&kind=creditnote&state=draft&orderby=order&order=asc&_locale=user'
			)
		);
		expect(
			screen.getByRole( 'link', { name: 'Download as CSV' } )
		).toHaveAttribute(
			'href',
			`${ answers.historyAbout.csv }&search=ada&kind=creditnote&state=draft&orderby=order&order=asc`
		);
		await user.click(
			screen.getByRole( 'button', { name: 'Clear the filters' } )
		);
		await waitFor( () =>
			expect( window.location.hash ).toBe(
				'#/history?orderby=order&order=asc'
			)
		);
	} );

	it( 'says what its file adds up, until a document is chosen', async () => {
		listed( paid );
		const { user } = renderApp( '#/history' );
		await screen.findByText( /^The file has invoices and credit notes,/ );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Document' } ),
			'Invoice'
		);
		await waitFor( () =>
			expect( screen.queryByText( /^The file has/ ) ).toBeNull()
		);
	} );

	it( 'leaves out columns without asking again', async () => {
		const site = listed( paid );
		const { user } = renderApp( '#/history?hide=customer' );
		await screen.findByText( 'Order 501' );
		expect( screen.queryByText( 'Ada Martin' ) ).toBeNull();
		await user.click(
			screen.getByText( 'Columns', { selector: 'summary' } )
		);
		await user.click( screen.getByLabelText( 'Excl. VAT' ) );
		await waitFor( () =>
			expect( window.location.hash ).toBe(
				'#/history?hide=customer.excl_tax'
			)
		);
		expect( screen.queryByText( '€40.00' ) ).toBeNull();
		expect( site.callsOf( 'GET /history' ) ).toHaveLength( 1 );
	} );

	it( 'opens what happened, and closes it again', async () => {
		listed( paid ).on( 'GET /orders/501/timeline', () => answers.timeline );
		const { user } = renderApp( '#/history?search=ada' );
		await user.click(
			await screen.findByRole( 'link', {
				name: 'What happened: Order 501, Invoice FAC-1',
			} )
		);
		await screen.findByRole( 'dialog' );
		expect( window.location.hash ).toBe(
			'#/history?search=ada&timeline=501'
		);
		await user.click( screen.getByRole( 'button', { name: 'Close' } ) );
		await waitFor( () =>
			expect( window.location.hash ).toBe( '#/history?search=ada' )
		);
	} );

	it( 'says when it looked at the newest alone, and what has no row', async () => {
		listed( paid )
			.lookingAtNewest( 800 )
			.on( 'GET /history/about', () => ( {
				...answers.historyAbout,
				waiting: 12,
			} ) );
		renderApp( '#/history' );
		await screen.findByText( /^Only the newest documents/, {
			selector: '.orderinvoicer-message *',
		} );
		expect(
			screen.getByRole( 'link', {
				name: '12 orders wait for their moment',
			} )
		).toHaveAttribute( 'href', answers.historyAbout.waiting_url );
		await expectAccessible();
	} );

	it.each( [
		[ '', 'Your invoices will appear here with the first order.' ],
		[ '?state=due', 'No order fits. Clear the filters to see all.' ],
	] )( 'is empty, and says why: %s', async ( query, text ) => {
		listed();
		renderApp( `#/history${ query }` );
		expect( await screen.findByText( text ) ).toBeVisible();
		await expectAccessible();
	} );

	const lookFor = ( query: string ) =>
		renderApp( `#/history?search=${ query }` );

	it( 'says of an order without a document that it is there', async () => {
		const site = listed().on( 'GET /history/order', () => ( {
			order: paid.order,
			waits: 'Waits for payment',
		} ) );
		lookFor( '%23501' );
		await screen.findByText(
			/^Order 501 exists, but has no document\. Waits for payment\./
		);
		expect(
			screen.getByRole( 'link', { name: 'Open order 501' } )
		).toHaveAttribute( 'href', paid.order.edit_url );
		expect(
			site.callsOf( 'GET /history/order' )[ 0 ]?.query.get( 'number' )
		).toBe( '501' );
		await expectAccessible();
	} );

	it( 'does not say that there is none where it could not be read', async () => {
		const site = listed().refuse(
			'GET /history/order',
			'db',
			'No answer.'
		);
		const { user } = lookFor( '501' );
		await screen.findByText( 'No answer.' );
		expect( screen.queryByText( /^No order fits/ ) ).toBeNull();
		site.on( 'GET /history/order', () => ( {
			order: null,
			waits: '',
		} ) );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByText( /^No order fits/ );
	} );

	it.each( [ 'ada', 'FAC-1', '501&state=due' ] )(
		'looks for no order where others may fit: %s',
		async ( query ) => {
			const site = listed();
			lookFor( query );
			await screen.findByText( /^No order fits/ );
			expect( site.callsOf( 'GET /history/order' ) ).toEqual( [] );
		}
	);
} );
