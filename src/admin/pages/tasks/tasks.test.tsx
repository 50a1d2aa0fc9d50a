import {
	act,
	fireEvent,
	screen,
	waitFor,
	within,
} from '@testing-library/react';
import * as answers from '../../../test/answers';
import { offer } from '../../../test/offers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred, type SiteCall } from '../../../test/site';
import type { Task, Timeline } from '../../../generated/schemas';

const listed = ( ...tasks: Task[] ) =>
	connectedSite()
		.onList( 'GET /tasks', () => tasks, tasks.length )
		.canRetry(
			tasks.filter( ( { state } ) => state === 'attention' ).length
		);

const rowOf = async ( order: string ) => {
	const cell = await screen.findByText( order );
	const row = cell.closest( 'tr' );
	expect( row ).not.toBeNull();
	return within( row ?? document.body );
};

describe( 'recent tasks', () => {
	it( 'are loading, then there', async () => {
		const read = deferred< Task[] >();
		connectedSite().onList( 'GET /tasks', () => read.promise, 2 );
		renderApp( '#/log' );
		expect( await screen.findByText( 'Reading the list…' ) ).toBeVisible();
		await expectAccessible();
		await act( async () =>
			read.resolve( [ answers.doneTask, answers.stoppedTask ] )
		);
		const done = await rowOf( 'Order 501' );
		expect( done.getByText( 'Done' ) ).toBeVisible();
		expect( done.getByRole( 'link', { name: /^FAC-1/ } ) ).toHaveAttribute(
			'href',
			'https://sellsy.test/invoice-1'
		);
		expect(
			done.getByRole( 'link', { name: 'PDF, FAC-1' } )
		).toHaveAttribute(
			'href',
			'https://shop.test/wp-admin/admin-post.php?action=orderinvoicer_pdf&document=1'
		);
		const stopped = await rowOf( 'Order 502' );
		expect(
			stopped.getByText( /has no Sellsy tax\. Set it under Taxes\./ )
		).toBeVisible();
		expect( stopped.getByText( 'none' ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'of one order stand together, under the order’s number once', async () => {
		listed(
			{ ...answers.doneTask, id: 13 },
			{ ...answers.stoppedTask, id: 12 },
			{ ...answers.doneTask, id: 11 }
		);
		renderApp( '#/log' );
		await screen.findByText( 'Order 502' );
		const [ , ...orders ] = screen.getAllByRole( 'rowgroup' );
		expect(
			orders.map(
				( order ) => within( order ).getAllByRole( 'row' ).length
			)
		).toEqual( [ 2, 1 ] );
		expect(
			screen.getAllByRole( 'link', { name: 'Order 501' } )
		).toHaveLength( 1 );
		expect(
			screen.getAllByRole( 'rowheader', { name: /^Order 501/ } )
		).toHaveLength( 2 );
		await expectAccessible();
	} );

	it( 'say when there are none', async () => {
		listed();
		renderApp( '#/log' );
		await screen.findByText( /Nothing yet/ );
		await expectAccessible();
	} );

	it( 'say when they cannot be read', async () => {
		const site = connectedSite().refuse(
			'GET /tasks',
			'internal',
			'The list is broken.'
		);
		const { user } = renderApp( '#/log' );
		await screen.findAllByText( 'The list is broken.' );
		await expectAccessible();
		site.onList( 'GET /tasks', () => [ answers.doneTask ], 1 );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByText( 'Order 501' );
	} );

	it( 'show nothing of a list with a row that cannot be read', async () => {
		connectedSite().onList(
			'GET /tasks',
			() => [
				answers.doneTask,
				{ ...answers.stoppedTask, state: 'odd' },
			],
			2
		);
		renderApp( '#/log' );
		await screen.findAllByText( /cannot read/ );
		expect( screen.queryByText( 'Order 501' ) ).toBeNull();
	} );

	it( 'drop the answer to a filter that was left', async () => {
		const all = deferred< Task[] >();
		connectedSite().onList(
			'GET /tasks',
			( { query } ) =>
				query.get( 'state' ) === null
					? all.promise
					: [ answers.stoppedTask ],
			1
		);
		renderApp( '#/log' );
		act( () => {
			window.location.hash = '#/log?state=attention';
		} );
		await screen.findByText( 'Order 502' );
		await act( async () => all.resolve( [ answers.doneTask ] ) );
		expect( screen.queryByText( 'Order 501' ) ).toBeNull();
	} );

	it( 'of an earlier filter are marked as such, until those of this one are there', async () => {
		const late = deferred< Task[] >();
		connectedSite().onList(
			'GET /tasks',
			( { query } ) =>
				query.get( 'state' ) === null
					? [ answers.doneTask ]
					: late.promise,
			1
		);
		const { user } = renderApp( '#/log' );
		const rows = ( await screen.findByText( 'Order 501' ) ).closest(
			'[aria-busy]'
		);
		expect( rows ).toHaveAttribute( 'aria-busy', 'false' );
		await user.selectOptions( screen.getByLabelText( 'Show' ), 'Waiting' );
		await waitFor( () =>
			expect( rows ).toHaveAttribute( 'aria-busy', 'true' )
		);
		await act( async () => late.resolve( [ answers.stoppedTask ] ) );
		expect( rows ).toHaveAttribute( 'aria-busy', 'false' );
		expect( screen.getByText( 'Order 502' ) ).toBeVisible();
	} );

	it( 'are filtered by state, in the address too', async () => {
		const site = listed( answers.stoppedTask );
		const { user } = renderApp( '#/log' );
		await user.selectOptions(
			await screen.findByLabelText( 'Show' ),
			'Needs you'
		);
		await waitFor( () =>
			expect(
				site.callsOf( 'GET /tasks' ).at( -1 )?.query.get( 'state' )
			).toBe( 'attention' )
		);
		expect( window.location.hash ).toBe( '#/log?state=attention' );
	} );

	it( 'are filtered by kind, day and order, all in the address', async () => {
		const site = connectedSite().onList( 'GET /tasks', () => [], 0 );
		const { user } = renderApp( '#/log?state=done&until=2026-11-20' );
		await screen.findByText(
			'Nothing fits these filters: Show: Done, Until: 2026-11-20.'
		);
		await user.selectOptions(
			screen.getByLabelText( 'Kind of work' ),
			'Delivery note'
		);
		await user.type(
			screen.getByLabelText( 'Order number' ),
			'A-12{Enter}'
		);
		await screen.findByText( /Order number: A-12/ );
		expect( screen.getByLabelText( 'Order number' ) ).toHaveFocus();
		await waitFor( () =>
			expect( window.location.hash ).toBe(
				'#/log?state=done&effect=create_delivery&order=A-12&until=2026-11-20'
			)
		);
		await waitFor( () =>
			expect( {
				...Object.fromEntries(
					site.callsOf( 'GET /tasks' ).at( -1 )?.query ?? []
				),
			} ).toMatchObject( {
				state: 'done',
				effect: 'create_delivery',
				order: 'A-12',
				until: '2026-11-20',
			} )
		);
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Clear the filters' } )
		);
		await screen.findByText( /Nothing yet/ );
		expect(
			screen.getByRole( 'button', { name: 'Clear the filters' } )
		).toHaveFocus();
		expect( window.location.hash ).toBe( '#/log' );
		expect( screen.getByLabelText( 'Order number' ) ).toHaveValue( '' );
	} );

	it( 'offer to clear the filters while there are any', async () => {
		listed( answers.doneTask );
		const { user } = renderApp( '#/log' );
		const clear = () =>
			screen.queryByRole( 'button', { name: 'Clear the filters' } );
		const show = await screen.findByLabelText( 'Show' );
		expect( clear() ).toBeNull();
		await user.selectOptions( show, 'Done' );
		await waitFor( () => expect( clear() ).toBeEnabled() );
		await user.selectOptions( show, 'All states' );
		await waitFor( () => expect( clear() ).toBeNull() );
		await user.selectOptions( show, 'Done' );
		await waitFor( () => expect( clear() ).not.toBeNull() );
		await user.click( clear() ?? show );
		await waitFor( () =>
			expect( clear() ).toHaveAttribute( 'aria-disabled', 'true' )
		);
		expect( clear() ).toHaveFocus();
		await user.selectOptions( show, 'Waiting' );
		await user.selectOptions( show, 'All states' );
		await waitFor( () => expect( clear() ).toBeNull() );
	} );

	it( 'are not asked for a year that is still being typed', async () => {
		const site = listed( answers.doneTask );
		renderApp( '#/log' );
		const from = await screen.findByLabelText( 'From' );
		for ( const year of [ '0002', '0020', '0202' ] ) {
			fireEvent.change( from, { target: { value: `${ year }-11-24` } } );
			expect( from ).toHaveValue( `${ year }-11-24` );
		}
		expect( window.location.hash ).toBe( '#/log' );
		fireEvent.change( from, { target: { value: '2026-11-24' } } );
		await waitFor( () =>
			expect(
				site
					.callsOf( 'GET /tasks' )
					.map( ( c ) => c.query.get( 'from' ) )
			).toEqual( [ null, '2026-11-24' ] )
		);
	} );

	it( 'are left again by one who goes back before the browser told of them', async () => {
		listed( answers.doneTask );
		renderApp( '#/log' );
		const from = await screen.findByLabelText( 'From' );
		fireEvent.change( from, { target: { value: '2026-11-24' } } );
		window.history.replaceState( null, '', '#/log' );
		fireEvent( window, new HashChangeEvent( 'hashchange' ) );
		await waitFor( () => expect( from ).toHaveValue( '' ) );
	} );

	it( 'from the overview with a cause keep the way back to it', async () => {
		listed( answers.stoppedTask );
		const { user } = renderApp(
			'#/log?state=attention&problem=tax_unmapped'
		);
		const cause = await screen.findByLabelText( 'Cause' );
		await user.selectOptions( cause, 'All causes' );
		await waitFor( () =>
			expect( window.location.hash ).toBe( '#/log?state=attention' )
		);
		expect( cause ).toHaveFocus();
		await user.selectOptions( cause, 'A tax rate has no Sellsy tax' );
		await waitFor( () =>
			expect( window.location.hash ).toMatch( /problem=tax_unmapped/ )
		);
	} );

	it( 'ignore what the address cannot mean', async () => {
		const site = listed( answers.doneTask );
		renderApp( '#/log?state=odd&effect=follow_order&from=yesterday' );
		await screen.findByText( 'Order 501' );
		expect( site.callsOf( 'GET /tasks' ).at( -1 )?.query.toString() ).toBe(
			'page=1&per_page=20&_locale=user'
		);
	} );

	it( 'tell the timeline of an order, and give the focus back', async () => {
		const read = deferred< Timeline >();
		listed( answers.stoppedTask ).on(
			'GET /orders/502/timeline',
			() => read.promise
		);
		const { user } = renderApp( '#/log' );
		const open = await screen.findByRole( 'link', {
			name: 'Timeline – order 502, Invoice',
		} );
		await user.click( open );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		expect( dialog.getByText( 'Reading the timeline…' ) ).toBeVisible();
		await act( async () => read.resolve( answers.timeline ) );
		expect(
			dialog.getByText( 'Rule: a person asked for it.' )
		).toBeVisible();
		expect( dialog.getByText( /has no Sellsy tax/ ) ).toBeVisible();
		await expectAccessible();
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( open ).toHaveFocus();
	} );

	it( 'say when the timeline cannot be read', async () => {
		listed( answers.stoppedTask ).on( 'GET /orders/502/timeline', () => ( {
			...answers.timeline,
			rows: [ { task: 1 } ],
		} ) );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'link', {
				name: 'Timeline – order 502, Invoice',
			} )
		);
		await screen.findAllByText( /cannot read/ );
		await expectAccessible();
	} );

	it( 'are turned page by page; another filter begins at the first', async () => {
		const site = connectedSite().onList(
			'GET /tasks',
			() => [ answers.doneTask ],
			60
		);
		const last = (): SiteCall | undefined =>
			site.callsOf( 'GET /tasks' ).at( -1 );
		const { user } = renderApp( '#/log' );
		await screen.findByText( 'Page 1 of 3' );
		await user.click( screen.getByRole( 'button', { name: 'Older' } ) );
		await screen.findByText( 'Page 2 of 3' );
		expect( last()?.query.get( 'page' ) ).toBe( '2' );
		expect( screen.getByRole( 'button', { name: 'Older' } ) ).toHaveFocus();
		await user.selectOptions( screen.getByLabelText( 'Show' ), 'Done' );
		await screen.findByText( 'Page 1 of 3' );
		expect( last()?.query.get( 'page' ) ).toBe( '1' );
		expect( window.location.hash ).toBe( '#/log?state=done' );
		await expectAccessible();
	} );

	it( 'keep their page in the address, there and back, beside the timeline too', async () => {
		const site = connectedSite()
			.onList( 'GET /tasks', () => [ answers.stoppedTask ], 60 )
			.on( 'GET /orders/502/timeline', () => answers.timeline );
		const { user } = renderApp( '#/log?state=attention&page=3' );
		await screen.findByText( 'Page 3 of 3' );
		await user.click( screen.getByRole( 'button', { name: 'Newer' } ) );
		await screen.findByText( 'Page 2 of 3' );
		expect( window.location.hash ).toBe( '#/log?state=attention&page=2' );
		await user.click(
			screen.getByRole( 'link', { name: /^Timeline – order 502/ } )
		);
		await screen.findByRole( 'dialog' );
		expect( window.location.hash ).toBe(
			'#/log?state=attention&page=2&timeline=502'
		);
		await user.click( screen.getByRole( 'button', { name: 'Close' } ) );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( window.location.hash ).toBe( '#/log?state=attention&page=2' );
		expect( site.callsOf( 'GET /tasks' ) ).toHaveLength( 2 );
		// As the browser's way back does.
		act( () => {
			window.location.hash = '#/log?state=attention&page=3';
		} );
		await screen.findByText( 'Page 3 of 3' );
		await user.click( screen.getByRole( 'button', { name: 'Newer' } ) );
		await screen.findByText( 'Page 2 of 3' );
		await user.click( screen.getByRole( 'button', { name: 'Newer' } ) );
		await screen.findByText( 'Page 1 of 3' );
		expect( window.location.hash ).toBe( '#/log?state=attention' );
	} );

	it.each( [ '0', '-1', 'abc', '1.5', '', '1e400' ] )(
		'begin at the first page where the address has none: %s',
		async ( page ) => {
			const site = listed( answers.doneTask );
			renderApp( `#/log?page=${ page }` );
			await screen.findByText( 'Order 501' );
			expect(
				site.callsOf( 'GET /tasks' ).map( ( c ) => c.query.toString() )
			).toEqual( [ 'page=1&per_page=20&_locale=user' ] );
		}
	);

	it( 'show the last page where the address has a later one', async () => {
		const site = connectedSite().onList(
			'GET /tasks',
			() => [ answers.doneTask ],
			60
		);
		const { user } = renderApp( '#/log?page=99' );
		await screen.findByText( 'Page 3 of 3' );
		await user.click( screen.getByRole( 'button', { name: 'Newer' } ) );
		await screen.findByText( 'Page 2 of 3' );
		expect( window.location.hash ).toBe( '#/log?page=2' );
		expect(
			site.callsOf( 'GET /tasks' ).map( ( c ) => c.query.get( 'page' ) )
		).toEqual( [ '99', '3', '2' ] );
	} );

	it( 'are shown to their last page, when those of the page after it went', async () => {
		let total = 21;
		const site = connectedSite()
			.on( 'GET /tasks', ( { query } ) => {
				const isLast = query.get( 'page' ) === '2';
				site.counting( total );
				return isLast && total === 20 ? [] : [ answers.stoppedTask ];
			} )
			.on( 'POST /tasks/12/retry', () => {
				total = 20;
				return answers.doneTask;
			} );
		const { user } = renderApp( '#/log?state=attention' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Older' } )
		);
		await screen.findByText( 'Page 2 of 2' );
		await user.click( screen.getByRole( 'button', { name: /^Retry –/ } ) );
		await waitFor( () =>
			expect( screen.queryByText( /Page 2/ ) ).toBeNull()
		);
		expect( screen.getByText( 'Order 502' ) ).toBeVisible();
		expect( screen.queryByText( /Nothing fits/ ) ).toBeNull();
	} );

	it( 'are retried once, then read again', async () => {
		const retried = deferred< Task >();
		const site = listed( answers.doneTask, answers.stoppedTask ).on(
			'POST /tasks/12/retry',
			() => retried.promise
		);
		const { user } = renderApp( '#/log' );
		const done = await rowOf( 'Order 501' );
		expect( done.queryByRole( 'button', { name: /Retry/ } ) ).toBeNull();
		const retry = screen.getByRole( 'button', {
			name: 'Retry – order 502, Invoice',
		} );
		await user.dblClick( retry );
		site.onList( 'GET /tasks', () => [ answers.doneTask ], 1 );
		await act( async () => retried.resolve( answers.doneTask ) );
		await waitFor( () =>
			expect( screen.queryByText( 'Order 502' ) ).toBeNull()
		);
		expect( site.callsOf( 'POST /tasks/12/retry' ) ).toHaveLength( 1 );
	} );

	it( 'ask before a retry that makes something final', async () => {
		const site = listed( {
			...answers.stoppedTask,
			offers: [
				offer( 'retry', [ 'Invoice for Alpha SAS: 120.00 EUR.' ], {
					title: 'Retry? Order 502',
				} ),
			],
		} ).on( 'POST /tasks/12/retry', () => answers.doneTask );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Retry – order 502, Invoice',
			} )
		);
		const dialog = within(
			screen.getByRole( 'dialog', { name: 'Retry? Order 502' } )
		);
		expect(
			dialog.getByText( 'Invoice for Alpha SAS: 120.00 EUR.' )
		).toBeVisible();
		expect( site.callsOf( 'POST /tasks/12/retry' ) ).toEqual( [] );
		await user.click( dialog.getByRole( 'button', { name: 'Retry' } ) );
		await waitFor( () =>
			expect( site.callsOf( 'POST /tasks/12/retry' ) ).toHaveLength( 1 )
		);
	} );

	it( 'say beside the choice of a customer what becomes final by it', async () => {
		listed( {
			...answers.ambiguousTask,
			offers: [
				offer( 'choose_customer', [
					'Invoice for Alpha SAS: 120.00 EUR.',
				] ),
			],
		} ).on( 'GET /tasks/13/customer', () => answers.candidates );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: /^Choose the customer/,
			} )
		);
		expect(
			await screen.findByText( 'Invoice for Alpha SAS: 120.00 EUR.' )
		).toBeVisible();
	} );

	it( 'keep the focus near, when the button that was pressed goes', async () => {
		const site = listed( answers.stoppedTask ).on(
			'POST /tasks/12/retry',
			() => {
				site.onList( 'GET /tasks', () => [], 0 );
				return answers.doneTask;
			}
		);
		const { user } = renderApp( '#/log' );
		const retry = await screen.findByRole( 'button', {
			name: /^Retry – order 502/,
		} );
		await user.click( retry );
		await waitFor( () => expect( retry ).not.toBeInTheDocument() );
		const said = screen.getByText( 'Done for order 502.', {
			selector: '.orderinvoicer-message *',
		} );
		expect( said.closest( '[tabindex="-1"]' ) ).toHaveFocus();
	} );

	it( 'say why one could not be retried', async () => {
		listed( answers.stoppedTask ).refuse(
			'POST /tasks/12/retry',
			'orderinvoicer_not_found',
			'It is gone.'
		);
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Retry – order 502, Invoice',
			} )
		);
		await screen.findAllByText( 'It is gone.' );
		await expectAccessible();
	} );

	it( 'are retried all together', async () => {
		listed( answers.stoppedTask ).on( 'POST /tasks/retry', () => ( {
			retried: 3,
		} ) );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Retry all' } )
		);
		await screen.findAllByText( /^3 (is|are) tried again now/ );
	} );

	it( 'are retried all together only once a person has said yes to what becomes final', async () => {
		const site = listed( answers.stoppedTask ).on(
			'POST /tasks/retry',
			( { data } ) =>
				typeof data === 'object' && data !== null && 'seen' in data
					? { retried: 2 }
					: {
							retried: 0,
							asks: [ '2 documents: this becomes final.' ],
							seen: '2|2|24.00 EUR',
						}
		);
		const { user } = renderApp( '#/log' );
		const retry = await screen.findByRole( 'button', {
			name: 'Retry all',
		} );
		await user.click( retry );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		expect(
			dialog.getByText( '2 documents: this becomes final.' )
		).toBeVisible();
		await expectAccessible();
		await user.click( dialog.getByRole( 'button', { name: 'Cancel' } ) );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
		await user.click( retry );
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Retry',
			} )
		);
		await screen.findAllByText( /^2 (is|are) tried again now/ );
		expect(
			site.callsOf( 'POST /tasks/retry' ).map( ( c ) => c.data )
		).toEqual( [ {}, {}, { seen: '2|2|24.00 EUR' } ] );
	} );

	it( 'are retried all together, those that the filter lists', async () => {
		const site = listed( answers.stoppedTask ).on(
			'POST /tasks/retry',
			() => ( { retried: 1 } )
		);
		const { user } = renderApp(
			'#/log?state=attention&effect=create_invoice&order=A-12&from=2026-11-01&until=2026-11-24&problem=tax_unmapped'
		);
		const retry = await screen.findByRole( 'button', {
			name: 'Retry all that fit',
		} );
		await user.click( retry );
		await screen.findAllByText( /^1 (is|are) tried again now/ );
		await user.selectOptions(
			screen.getByLabelText( 'Kind of work' ),
			'All kinds'
		);
		await waitFor( () =>
			expect( window.location.hash ).not.toMatch( /effect/ )
		);
		await user.click( retry );
		const rest = {
			problem: 'tax_unmapped',
			order: 'A-12',
			from: '2026-11-01',
			until: '2026-11-24',
		};
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /tasks/retry' ).map( ( c ) => c.data )
			).toEqual( [ { effect: 'create_invoice', ...rest }, rest ] )
		);
	} );

	it.each( [
		[ 'state=attention', 2, 'Retry all' ],
		[ 'until=2026-11-24', 1, 'Retry all that fit' ],
		[ '', 0, null ],
		[ 'state=attention', 0, null ],
	] )(
		'offer to retry together only where the site names some: %s, %d',
		async ( query, retryable, offered ) => {
			listed( answers.doneTask ).canRetry( retryable );
			renderApp( `#/log?${ query }` );
			await screen.findByText( 'Order 501' );
			expect(
				screen.queryByRole( 'button', { name: /^Retry all/ } )
					?.textContent ?? null
			).toBe( offered );
		}
	);

	it( 'let a person choose between customers', async () => {
		const site = listed( answers.ambiguousTask )
			.on( 'GET /tasks/13/customer', () => answers.candidates )
			.on( 'POST /tasks/13/customer', () => answers.doneTask );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Choose the customer – order 503, Invoice',
			} )
		);
		const dialog = within( await screen.findByRole( 'dialog' ) );
		const email = await dialog.findByRole( 'row', {
			name: /^E-mail address/,
		} );
		expect(
			within( email )
				.getAllByRole( 'cell' )
				.map( ( cell ) => cell.textContent )
		).toEqual( [
			'contact@example.com',
			'contact@example.comsame',
			'contact@example.comsame',
		] );
		expect(
			within( dialog.getByRole( 'row', { name: /^Name/ } ) ).queryByText(
				'same'
			)
		).toBeNull();
		expect( dialog.getByText( /Your choice is remembered/ ) ).toBeVisible();
		await expectAccessible();
		await user.click(
			dialog.getByRole( 'button', {
				name: 'Use this customer – Client Test (Sellsy no. 902)',
			} )
		);
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /tasks/13/customer' ).map( ( c ) => c.data )
			).toEqual( [ { type: 'individual', id: 902, asked: [] } ] )
		);
	} );

	it( 'let a person say that it is none of them', async () => {
		const site = listed( answers.ambiguousTask )
			.on( 'GET /tasks/13/customer', () => answers.candidates )
			.on( 'POST /tasks/13/customer/none', () => answers.doneTask );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Choose the customer – order 503, Invoice',
			} )
		);
		const dialog = within( await screen.findByRole( 'dialog' ) );
		await user.click(
			await dialog.findByRole( 'button', {
				name: 'None of these: create a new one',
			} )
		);
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /tasks/13/customer/none' )
			).toHaveLength( 1 )
		);
		expect( site.callsOf( 'POST /tasks/13/customer' ) ).toEqual( [] );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'say when none of the customers is left', async () => {
		listed( answers.ambiguousTask ).on( 'GET /tasks/13/customer', () => ( {
			order: null,
			candidates: [],
		} ) );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Choose the customer – order 503, Invoice',
			} )
		);
		await screen.findByText( /finds none of these customers any more/ );
		await expectAccessible();
	} );

	it( 'say when the customers cannot be read', async () => {
		listed( answers.ambiguousTask ).on( 'GET /tasks/13/customer', () => [
			{ id: 1 },
		] );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Choose the customer – order 503, Invoice',
			} )
		);
		await screen.findAllByText( /cannot read/ );
		await expectAccessible();
	} );

	it( 'keep the timeline in the address, which opens and closes it', async () => {
		const site = listed( answers.stoppedTask ).on(
			'GET /orders/502/timeline',
			() => answers.timeline
		);
		const { user } = renderApp( '#/log?state=attention&timeline=502' );
		const dialog = await screen.findByRole( 'dialog', {
			name: 'Timeline of order 502',
		} );
		expect(
			within( dialog ).getByRole( 'link', { name: 'Open the taxes' } )
		).toHaveAttribute( 'href', '#/taxes?setting=tax_rates' );
		await user.click( screen.getByRole( 'button', { name: 'Close' } ) );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( window.location.hash ).toBe( '#/log?state=attention' );
		act( () => {
			window.location.hash = '#/log?state=attention&timeline=502';
		} );
		await screen.findByRole( 'dialog' );
		// As the browser's way back does.
		act( () => {
			window.location.hash = '#/log?state=attention';
		} );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		// A dialog is no reason to read the list again.
		expect( site.callsOf( 'GET /tasks' ) ).toHaveLength( 1 );
	} );

	it( 'do not open a timeline of what is no order', async () => {
		listed( answers.doneTask );
		renderApp( '#/log?timeline=x' );
		await screen.findByText( 'Order 501' );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'say in the timeline that its order has no rows', async () => {
		listed( answers.doneTask ).refuse(
			'GET /orders/7/timeline',
			'orderinvoicer_not_found',
			'There is no such entry.'
		);
		renderApp( '#/log?timeline=7' );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		await dialog.findAllByText( 'There is no such entry.' );
		await expectAccessible();
	} );
} );

const row = ( change: Partial< Task > ): Task => ( {
	...answers.doneTask,
	id: 20,
	order: { ...answers.doneTask.order, id: 600, number: '600' },
	...change,
} );

it( 'accepts a rounding as it was shown, and no other', async () => {
	const route = 'POST /tasks/20/accept-rounding';
	const site = listed(
		row( {
			state: 'attention',
			problem: answers.stoppedTask.problem,
			offers: [
				offer( 'accept_rounding', [ 'The order is worth 3000.25.' ], {
					amount: '-0.25',
				} ),
			],
		} )
	).on( route, () => row( {} ) );
	const { user } = renderApp( '#/log' );
	await user.click(
		await screen.findByRole( 'button', { name: /^Accept this rounding/ } )
	);
	const dialog = within( await screen.findByRole( 'dialog' ) );
	expect( dialog.getByText( /The order is worth 3000.25/ ) ).toBeVisible();
	await user.click(
		dialog.getByRole( 'button', { name: 'Accept this rounding' } )
	);
	await waitFor( () =>
		expect( site.callsOf( route )[ 0 ]?.data ).toEqual( {
			amount: '-0.25',
			asked: [ 'The order is worth 3000.25.' ],
		} )
	);
} );

it( 'moves a payment as it was shown, and no other', async () => {
	const route = 'POST /tasks/20/move-payment';
	const site = listed(
		row( {
			state: 'attention',
			problem: answers.stoppedTask.problem,
			offers: [
				offer(
					'move_payment',
					[ 'The payment of 12.00 is taken off invoice F-1.' ],
					{ amount: '12.00' }
				),
			],
		} )
	).on( route, () => row( {} ) );
	const { user } = renderApp( '#/log' );
	await user.click(
		await screen.findByRole( 'button', { name: /^Move the payment/ } )
	);
	const dialog = within( await screen.findByRole( 'dialog' ) );
	expect( dialog.getByText( /The payment of 12.00/ ) ).toBeVisible();
	await user.click(
		dialog.getByRole( 'button', { name: 'Move the payment' } )
	);
	await waitFor( () =>
		expect( site.callsOf( route )[ 0 ]?.data ).toEqual( {
			amount: '12.00',
			asked: [ 'The payment of 12.00 is taken off invoice F-1.' ],
		} )
	);
} );

const byHand = row( {
	effect: 'create_creditnote',
	what: 'Credit note for refund 7',
	state: 'skipped',
	document: null,
	problem: {
		code: 'done_by_hand',
		text: 'Somebody did this by hand at Sellsy, so it is left alone.',
		next_step: 'Nothing to do.',
	},
	offers: [ offer( 'retry', [ 'It will be there twice.' ] ) ],
} );

const doneByHand = offer( 'done_by_hand', [
	'Nothing is made for it here any more.',
] );

describe( 'what was done by hand', () => {
	const press = async (
		user: ReturnType< typeof renderApp >[ 'user' ],
		name: string
	) =>
		user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name,
			} )
		);

	it( 'is said once a person was told what it means', async () => {
		const site = listed( {
			...byHand,
			state: 'attention',
			problem: answers.stoppedTask.problem,
			offers: [ offer( 'retry' ), doneByHand ],
		} ).on( 'POST /tasks/20/done-by-hand', () => {
			site.onList( 'GET /tasks', () => [ byHand ], 1 );
			return byHand;
		} );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Done by hand – order 600, Credit note for refund 7',
			} )
		);
		expect(
			within( screen.getByRole( 'dialog' ) ).getByText(
				/Nothing is made for it here any more/
			)
		).toBeVisible();
		await expectAccessible();
		expect( site.callsOf( 'POST /tasks/20/done-by-hand' ) ).toEqual( [] );
		await press( user, 'Done by hand' );
		await screen.findAllByText( 'Order 600: this counts as done by hand.' );
		const told = await rowOf( 'Order 600' );
		await waitFor( () =>
			expect( told.getByText( 'Left out' ) ).toBeVisible()
		);
		expect( told.getByText( /Somebody did this by hand/ ) ).toBeVisible();
	} );

	it( 'may have been settled by somebody else meanwhile', async () => {
		listed( {
			...byHand,
			state: 'attention',
			offers: [ offer( 'retry' ), doneByHand ],
		} ).refuse(
			'POST /tasks/20/done-by-hand',
			'orderinvoicer_nothing_by_hand',
			'This entry no longer needs you.'
		);
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Done by hand/ } )
		);
		await press( user, 'Done by hand' );
		await screen.findAllByText( 'This entry no longer needs you.' );
	} );

	it.each( [
		[ 'retry', 'Retry', 'POST /tasks/20/retry' ],
		[ 'make_now', 'Make it now', 'POST /tasks/20/make-now' ],
	] as const )(
		'is not done here too by a slip: %s',
		async ( allowed, word, route ) => {
			const queued = row( { state: 'queued' } );
			const site = listed( {
				...byHand,
				offers: [
					offer( allowed, [ 'Made again, it will be there twice.' ], {
						by_hand: true,
					} ),
				],
			} ).on( route, () => queued );
			const { user } = renderApp( '#/log' );
			await user.click(
				await screen.findByRole( 'button', {
					name: new RegExp( `^${ word } – order` ),
				} )
			);
			expect(
				within( screen.getByRole( 'dialog' ) ).getByText(
					/it will be there twice/
				)
			).toBeVisible();
			expect( site.callsOf( route ) ).toEqual( [] );
			await press( user, word );
			await waitFor( () =>
				expect( site.callsOf( route ) ).toHaveLength( 1 )
			);
			expect( site.callsOf( route )[ 0 ]?.data ).toMatchObject( {
				by_hand: true,
			} );
		}
	);
} );

describe( 'decisions of a person', () => {
	const DECISIONS = [
		{
			task: row( {
				offers: [
					offer( 'mark_sent' ),
					offer( 'send_again', [ 'Twice?' ] ),
				],
			} ),
			button: 'It was sent – order 600, Invoice',
			confirm: null,
			route: 'POST /tasks/20/sent',
			data: undefined,
			state: 'done',
			said: 'Order 600: the e-mail counts as sent.',
		},
		{
			task: row( {
				offers: [
					offer( 'mark_sent' ),
					offer( 'send_again', [ 'Twice?' ] ),
				],
			} ),
			button: 'Send it again – order 600, Invoice',
			confirm: 'Send it again',
			route: 'POST /tasks/20/retry',
			data: undefined,
			state: 'queued',
			said: 'Order 600 went back to the queue.',
		},
		{
			task: row( {
				what: 'Invoice in a company’s name',
				offers: [
					offer( 'accept_company', [ 'Company: ACME' ] ),
					offer( 'refuse_company' ),
				],
			} ),
			button: 'Accept – order 600, Invoice in a company’s name',
			confirm: 'Accept',
			route: 'POST /tasks/20/accept-company',
			data: undefined,
			state: 'done',
			said: 'Order 600 has the company’s billing data now. Its documents follow; what needs you stands with the order.',
		},
		{
			task: row( { offers: [ offer( 'finalise', [ 'Final.' ] ) ] } ),
			button: 'Make it final – order 600, Invoice',
			confirm: 'Make it final',
			route: 'POST /tasks/20/finalise',
			data: undefined,
			state: 'done',
			said: 'Done for order 600.',
		},
		{
			task: row( {
				offers: [ offer( 'retry' ), offer( 'keep', [ 'The same.' ] ) ],
			} ),
			button: 'Keep the invoice as it is – order 600, Invoice',
			confirm: 'Keep the invoice as it is',
			route: 'POST /tasks/20/keep',
			data: undefined,
			state: 'done',
			said: 'Done for order 600.',
		},
		{
			task: row( {
				offers: [ offer( 'retry' ), offer( 'leave_out', [ 'None.' ] ) ],
			} ),
			button: 'Do not make it again – order 600, Invoice',
			confirm: 'Do not make it again',
			route: 'POST /tasks/20/leave-out',
			data: undefined,
			state: 'skipped',
			said: 'Order 600: this is left without a document.',
		},
		{
			task: row( {
				effect: 'create_creditnote',
				what: 'Credit note for refund 7',
				offers: [ offer( 'reissue', [ 'Credited.' ] ) ],
			} ),
			button: 'Credit and re-issue – order 600, Credit note for refund 7',
			confirm: 'Credit and re-issue',
			route: 'POST /tasks/20/reissue',
			data: undefined,
			state: 'done',
			said: 'Done for order 600.',
		},
		{
			task: row( {
				offers: [
					offer( 'retry' ),
					offer( 'reissue', [ 'Credited.' ] ),
				],
			} ),
			button: 'Credit and re-issue – order 600, Invoice',
			confirm: 'Credit and re-issue',
			route: 'POST /tasks/20/reissue',
			data: undefined,
			state: 'done',
			said: 'Done for order 600.',
		},
		{
			task: row( {
				effect: 'create_delivery',
				what: 'Delivery note',
				state: 'skipped',
				offers: [ offer( 'make_now', [ 'Made now.' ] ) ],
			} ),
			button: 'Make it now – order 600, Delivery note',
			confirm: 'Make it now',
			route: 'POST /tasks/20/make-now',
			data: undefined,
			state: 'done',
			said: 'Done for order 600.',
		},
	] as const;

	it.each( DECISIONS )(
		'are carried out: $button',
		async ( { task, button, confirm, route, data, state, said } ) => {
			let listedNow: Task = task;
			const site = connectedSite()
				.onList( 'GET /tasks', () => [ listedNow ], 1 )
				.on( route, () => ( listedNow = row( { state } ) ) );
			const { user } = renderApp( '#/log' );
			await user.click(
				await screen.findByRole( 'button', { name: button } )
			);
			if ( confirm !== null ) {
				const dialog = within( await screen.findByRole( 'dialog' ) );
				await expectAccessible();
				await user.click(
					dialog.getByRole( 'button', { name: confirm } )
				);
			}
			await screen.findAllByText( said );
			expect(
				site.callsOf( route ).map( ( c ) => c.data )
			).toMatchObject( [ data ?? {} ] );
			await waitFor( () =>
				expect( site.callsOf( 'GET /tasks' ) ).toHaveLength( 2 )
			);
		}
	);

	it( 'refuse a company for a reason that the customer reads', async () => {
		const asked = row( {
			offers: [ offer( 'accept_company' ), offer( 'refuse_company' ) ],
		} );
		const site = listed( asked ).on(
			'POST /tasks/20/refuse-company',
			() => ( {
				...asked,
				state: 'skipped',
				problem: {
					code: 'company_refused',
					text: 'You refused.',
					next_step: 'Nothing to do.',
				},
				offers: [],
			} )
		);
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Refuse – order 600/ } )
		);
		const dialog = within( await screen.findByRole( 'dialog' ) );
		const refuse = dialog.getByRole( 'button', { name: 'Refuse' } );
		await expectAccessible();
		await user.click( refuse );
		expect( site.callsOf( 'POST /tasks/20/refuse-company' ) ).toEqual( [] );
		await user.type( dialog.getByRole( 'textbox' ), ' Too late. ' );
		await user.click( refuse );
		await screen.findAllByText(
			'Order 600: refused. The customer reads why with the order.'
		);
		expect(
			site
				.callsOf( 'POST /tasks/20/refuse-company' )
				.map( ( { data } ) => data )
		).toEqual( [ { reason: 'Too late.' } ] );
	} );

	it.each( [ 'finalise', 'reissue', 'make_now' ] as const )(
		'name kind, customer and total before something becomes final: %s',
		async ( one ) => {
			const final = [
				'Invoice for Alpha SAS: 120.00 EUR.',
				'No payment of this order is known.',
			];
			listed( row( { offers: [ offer( one, final ) ] } ) );
			const { user } = renderApp( '#/log' );
			await user.click(
				await screen.findByRole( 'button', { name: / – order 600,/ } )
			);
			const dialog = within( await screen.findByRole( 'dialog' ) );
			for ( const paragraph of final ) {
				dialog.getByText( paragraph );
			}
			await expectAccessible();
		}
	);

	it( 'are not carried out when they are cancelled', async () => {
		const site = listed(
			row( { offers: [ offer( 'finalise', [ 'Final.' ] ) ] } )
		);
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Make it final/ } )
		);
		await user.click( screen.getByRole( 'button', { name: 'Cancel' } ) );
		expect( site.callsOf( 'POST /tasks/20/finalise' ) ).toEqual( [] );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'say why it stopped, where it did', async () => {
		const stopped = { ...answers.stoppedTask, id: 20 };
		const site = listed(
			row( {
				state: 'skipped',
				offers: [ offer( 'make_now', [ 'Made now.' ] ) ],
			} )
		).on( 'POST /tasks/20/make-now', () => {
			site.onList( 'GET /tasks', () => [ stopped ], 1 );
			return stopped;
		} );
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Make it now/ } )
		);
		await user.click(
			within( screen.getByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Make it now',
			} )
		);
		await screen.findByText( /has no Sellsy tax/, {
			selector: '.orderinvoicer-message *',
		} );
		expect( screen.queryByText( /Done for order/ ) ).toBeNull();
	} );

	it( 'can be made in the timeline, which then tells them', async () => {
		const site = listed( answers.stoppedTask )
			.on( 'GET /orders/502/timeline', () => answers.timeline )
			.on( 'POST /tasks/12/retry', () => ( {
				...answers.doneTask,
				state: 'queued',
			} ) );
		const { user } = renderApp( '#/log?timeline=502' );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		await user.click(
			await dialog.findByRole( 'button', { name: /^Retry/ } )
		);
		await waitFor( () =>
			expect( site.callsOf( 'GET /orders/502/timeline' ) ).toHaveLength(
				2
			)
		);
		await dialog.findAllByText( 'Order 502 went back to the queue.' );
		await expectAccessible();
	} );
} );

describe( 'what became of an act', () => {
	const scrolled = () =>
		jest.spyOn( Element.prototype, 'scrollIntoView' ).mockClear();
	const placeOf = ( text: string | RegExp ) =>
		screen
			.getAllByText( text, { selector: '.orderinvoicer-message *' } )
			.map( ( said ) => said.closest( '.orderinvoicer-tasks-outcome' ) );
	const pressRetry = async () => {
		const { user } = renderApp( '#/log' );
		const retry = await screen.findByRole( 'button', {
			name: /^Retry – order 502/,
		} );
		await user.click( retry );
		return retry;
	};

	afterEach( () => {
		jest.restoreAllMocks();
	} );

	it( 'is brought into view where it was refused, and the focus stays', async () => {
		const scroll = scrolled();
		listed( answers.doneTask, answers.stoppedTask ).refuse(
			'POST /tasks/12/retry',
			'orderinvoicer_not_found',
			'It is gone.'
		);
		const retry = await pressRetry();
		await screen.findAllByText( 'It is gone.' );
		await waitFor( () =>
			expect( scroll.mock.calls ).toEqual( [
				[ { block: 'nearest', behavior: 'smooth' } ],
			] )
		);
		expect( scroll.mock.contexts ).toEqual( placeOf( 'It is gone.' ) );
		expect( retry ).toHaveFocus();
		// Each time anew.
		await act( async () => retry.click() );
		await waitFor( () => expect( scroll ).toHaveBeenCalledTimes( 2 ) );
	} );

	it( 'is brought into view where it stopped, at once for whom motion is too much', async () => {
		const scroll = scrolled();
		const { matchMedia } = window;
		jest.spyOn( window, 'matchMedia' ).mockImplementation( ( query ) => ( {
			...matchMedia( query ),
			matches: query === '(prefers-reduced-motion: reduce)',
		} ) );
		listed( answers.stoppedTask ).on(
			'POST /tasks/12/retry',
			() => answers.stoppedTask
		);
		await pressRetry();
		await waitFor( () =>
			expect( scroll.mock.calls ).toEqual( [
				[ { block: 'nearest', behavior: 'auto' } ],
			] )
		);
		expect( placeOf( /has no Sellsy tax/ ) ).toEqual(
			scroll.mock.contexts
		);
	} );

	it( 'is brought into view where no row tells it', async () => {
		const scroll = scrolled();
		const site = listed( answers.stoppedTask ).on(
			'POST /tasks/retry',
			() => ( { retried: 0 } )
		);
		const { user } = renderApp( '#/log' );
		await user.click(
			await screen.findByRole( 'button', { name: 'Retry all' } )
		);
		await screen.findAllByText( 'Nothing was left to try again.' );
		await waitFor( () => expect( scroll ).toHaveBeenCalledTimes( 1 ) );
		await user.click( screen.getByRole( 'button', { name: 'Refresh' } ) );
		await waitFor( () =>
			expect( site.callsOf( 'GET /tasks' ) ).toHaveLength( 3 )
		);
		expect( scroll ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'takes nobody away from a row that it went well with', async () => {
		const scroll = scrolled();
		listed( answers.doneTask, answers.stoppedTask ).on(
			'POST /tasks/12/retry',
			() => answers.doneTask
		);
		await pressRetry();
		await screen.findAllByText( 'Done for order 502.' );
		expect( scroll ).not.toHaveBeenCalled();
	} );

	it( 'is brought into view in the timeline, and not behind it', async () => {
		const scroll = scrolled();
		listed( answers.stoppedTask )
			.on( 'GET /orders/502/timeline', () => answers.timeline )
			.refuse( 'POST /tasks/12/retry', 'busy', 'The site is busy.' );
		const { user } = renderApp( '#/log?timeline=502' );
		const dialog = await screen.findByRole( 'dialog' );
		await user.click(
			await within( dialog ).findByRole( 'button', { name: /^Retry/ } )
		);
		await within( dialog ).findAllByText( 'The site is busy.' );
		await waitFor( () => expect( scroll ).toHaveBeenCalledTimes( 1 ) );
		expect( scroll.mock.contexts[ 0 ] ).toBe(
			dialog.querySelector( '.orderinvoicer-tasks-outcome' )
		);
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
		expect( scroll ).toHaveBeenCalledTimes( 1 );
	} );
} );

describe( 'what was tried again', () => {
	const queued: Task = {
		...answers.stoppedTask,
		state: 'queued',
		problem: null,
		offers: [],
		due_at: '2026-11-24T10:00:00Z',
	};
	const made: Task = {
		...queued,
		state: 'done',
		document: {
			number: 'FAC-2',
			url: 'https://sellsy.test/invoice-2',
			pdf: '',
		},
	};
	let now = 0;
	const later = ( ms: number ) =>
		act( async () => {
			now += ms;
			await jest.advanceTimersByTimeAsync( ms );
		} );
	const press = async ( name: string | RegExp ) => {
		await act( async () => {
			screen.getByRole( 'button', { name } ).click();
			await jest.advanceTimersByTimeAsync( 0 );
		} );
	};
	const opened = async ( hash: string, ...tasks: Task[] ) => {
		jest.useFakeTimers();
		now = Date.parse( '2026-11-24T10:00:05Z' );
		jest.spyOn( Date, 'now' ).mockImplementation( () => now );
		const site = listed( ...tasks )
			.on( 'POST /tasks/12/retry', () => queued )
			.on( 'POST /tasks/retry', () => ( { retried: 1 } ) );
		renderApp( hash );
		await later( 100 );
		return { site, reads: () => site.callsOf( 'GET /tasks' ).length };
	};

	afterEach( () => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	} );

	it( 'is followed until it is done, and no longer', async () => {
		const { site, reads } = await opened( '#/log', answers.stoppedTask );
		await later( 60_000 );
		expect( reads() ).toBe( 1 );
		site.onList( 'GET /tasks', () => [ queued ], 1 );
		await press( /^Retry – order 502/ );
		await later( 100 );
		expect(
			screen.getByText( 'Waiting', { selector: '.orderinvoicer-badge' } )
		).toBeVisible();
		await screen.findAllByText( 'Order 502 went back to the queue.' );
		site.onList( 'GET /tasks', () => [ made ], 1 );
		await later( 5_000 );
		expect( screen.getByRole( 'link', { name: 'FAC-2' } ) ).toBeVisible();
		await screen.findAllByText( 'Done for order 502.' );
		await later( 120_000 );
		const settled = reads();
		await later( 600_000 );
		expect( reads() ).toBe( settled );
	} );

	it( 'is looked for where the list hides what waits, and comes back when it stops again', async () => {
		const { site } = await opened(
			'#/log?state=attention',
			answers.stoppedTask
		);
		site.onList( 'GET /tasks', () => [], 0 );
		await press( 'Retry all' );
		await later( 100 );
		expect( screen.queryByText( 'Order 502' ) ).toBeNull();
		site.onList( 'GET /tasks', () => [ answers.stoppedTask ], 1 );
		await later( 10_000 );
		expect( screen.getByText( 'Order 502' ) ).toBeVisible();
	} );

	it( 'is not asked for while nobody looks', async () => {
		let isHidden = false;
		jest.spyOn( document, 'hidden', 'get' ).mockImplementation(
			() => isHidden
		);
		const { reads } = await opened( '#/log', queued );
		await later( 5_000 );
		const before = reads();
		expect( before ).toBeGreaterThan( 1 );
		isHidden = true;
		await later( 30_000 );
		expect( reads() ).toBe( before );
	} );

	it( 'is left alone where its time is far off, or long gone', async () => {
		const { reads } = await opened(
			'#/log',
			{ ...queued, due_at: '2026-11-24T11:00:00Z' },
			{ ...queued, id: 77, due_at: '2026-11-24T08:00:00Z' }
		);
		await later( 60_000 );
		expect( reads() ).toBe( 1 );
	} );

	it( 'stays on the screen when one look fails', async () => {
		const { site } = await opened( '#/log', queued );
		site.refuse( 'GET /tasks', 'busy', 'The site is busy.' );
		await later( 5_000 );
		expect(
			screen.getAllByText( 'The site is busy.' ).length
		).toBeGreaterThan( 0 );
		expect( screen.getByText( 'Order 502' ) ).toBeVisible();
		site.onList( 'GET /tasks', () => [ made ], 1 );
		await later( 10_000 );
		expect( screen.getByRole( 'link', { name: /FAC-2/ } ) ).toBeVisible();
	} );

	it( 'is followed in the timeline too', async () => {
		const { site } = await opened( '#/log', answers.stoppedTask );
		const timeline = ( task: Task ): Timeline => ( {
			...answers.timeline,
			rows: [ { task, opened_at: task.due_at, tries: [] } ],
		} );
		site.on( 'GET /orders/502/timeline', () => timeline( queued ) );
		act( () => {
			window.location.hash = '#/log?timeline=502';
			window.dispatchEvent( new Event( 'hashchange' ) );
		} );
		await later( 100 );
		const dialog = within( screen.getByRole( 'dialog' ) );
		expect( dialog.getByText( 'Waiting' ) ).toBeVisible();
		site.on( 'GET /orders/502/timeline', () => timeline( made ) );
		await later( 5_000 );
		expect( dialog.getByText( 'Done' ) ).toBeVisible();
	} );
} );
