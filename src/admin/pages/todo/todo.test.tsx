import { act, screen, waitFor, within } from '@testing-library/react';
import type { Todo } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';

const [ first ] = answers.todo.rows;

const row = ( id: number, text?: string ): Todo[ 'rows' ][ number ] => {
	const task = first?.task ?? answers.stoppedTask;
	return {
		customer: 'Zoé Petit',
		total: '12.00',
		currency: 'EUR',
		task: {
			...task,
			id,
			order: { ...task.order, id: 500 + id, number: String( 500 + id ) },
			problem:
				task.problem && text ? { ...task.problem, text } : task.problem,
		},
	};
};

const cause = ( orders: number, tasks = orders ) => ( {
	code: 'tax_unmapped',
	orders,
	tasks,
	retryable: tasks,
} );

const listed = ( todo: Todo, total = todo.rows.length ) =>
	connectedSite().onList( 'GET /todo', () => todo, total );

describe( 'what needs a person', () => {
	it( 'stands by cause, each with its reason once and its rows', async () => {
		listed( { causes: [ cause( 2 ) ], rows: [ row( 12 ), row( 13 ) ] } );
		renderApp( '#/todo' );
		const table = within(
			await screen.findByRole( 'table', {
				name: 'A tax rate has no Sellsy tax',
			} )
		);
		expect( table.getByText( 'Order 512' ) ).toBeVisible();
		expect( table.getAllByText( 'Zoé Petit' ) ).toHaveLength( 2 );
		expect( table.getAllByText( '€12.00' ) ).toHaveLength( 2 );
		expect( table.queryByText( /has no Sellsy tax/ ) ).toBeNull();
		expect(
			screen.getAllByText( /has no Sellsy tax\. Set it/ )
		).toHaveLength( 1 );
		expect(
			screen.getByRole( 'link', { name: 'Open the taxes' } )
		).toHaveAttribute( 'href', '#/taxes?setting=tax_rates' );
		await expectAccessible();
	} );

	it( 'says of each row what is not the same for all', async () => {
		listed( {
			causes: [ cause( 2 ) ],
			rows: [
				row( 12, 'VAT 5.5% is not set.' ),
				row( 13, 'VAT 10% is not set.' ),
			],
		} );
		renderApp( '#/todo' );
		expect(
			await screen.findByText( 'VAT 5.5% is not set.' )
		).toBeVisible();
		expect( screen.getByText( 'VAT 10% is not set.' ) ).toBeVisible();
		expect( screen.getAllByText( /Set it under Taxes\./ ) ).toHaveLength(
			1
		);
	} );

	it( 'says above what is the same for all, and of each row what to do where that differs', async () => {
		const [ one, two ] = [ row( 12 ), row( 13 ) ];
		if ( two.task.problem ) {
			two.task.problem = { ...two.task.problem, next_step: 'Ask Zoé.' };
		}
		listed( { causes: [ cause( 2 ) ], rows: [ one, two ] } );
		renderApp( '#/todo' );
		const table = within(
			await screen.findByRole( 'table', {
				name: 'A tax rate has no Sellsy tax',
			} )
		);
		expect( screen.getAllByText( /TVA 8,5 % has no/ ) ).toHaveLength( 1 );
		expect( table.queryByText( /TVA 8,5 % has no/ ) ).toBeNull();
		expect( table.getByText( 'Set it under Taxes.' ) ).toBeVisible();
		expect( table.getByText( 'Ask Zoé.' ) ).toBeVisible();
	} );

	it( 'is tried again together, after a person has read what becomes final', async () => {
		const site = listed( {
			causes: [ cause( 14 ) ],
			rows: [ row( 12 ) ],
		} ).on( 'POST /tasks/retry', ( { data } ) =>
			typeof data === 'object' && data !== null && 'seen' in data
				? { retried: 14 }
				: {
						retried: 0,
						asks: [ '9 invoices become final, €812.40.' ],
						seen: '9:81240',
					}
		);
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Retry these 14 orders',
			} )
		);
		const dialog = within( await screen.findByRole( 'dialog' ) );
		expect(
			dialog.getByText( '9 invoices become final, €812.40.' )
		).toBeVisible();
		await user.click( dialog.getByRole( 'button', { name: 'Retry' } ) );
		await screen.findAllByText( /^14 (is|are) tried again now/ );
		expect(
			site.callsOf( 'POST /tasks/retry' ).map( ( { data } ) => data )
		).toEqual( [
			{ problem: 'tax_unmapped' },
			{ problem: 'tax_unmapped', seen: '9:81240' },
		] );
	} );

	it( 'says by cause what came of those that were tried again together', async () => {
		const came = [ { state: 'queued', problem: '', tasks: 3 } ];
		const site = listed( {
			causes: [ cause( 3 ) ],
			rows: [ row( 12 ) ],
		} )
			.on( 'POST /tasks/retry', () => ( {
				retried: 3,
				ids: [ 12, 13, 14 ],
			} ) )
			.on( 'GET /tasks/retried', () => came );
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'Retry these 3 orders',
			} )
		);
		await screen.findByText( '3 are under way.' );
		came.splice(
			0,
			1,
			{ state: 'done', problem: '', tasks: 1 },
			{ state: 'attention', problem: 'tax_unmapped', tasks: 1 },
			{ state: 'skipped', problem: 'no_rule', tasks: 1 }
		);
		await screen.findByText( '1 is done.', {}, { timeout: 10_000 } );
		expect(
			screen.getByRole( 'link', {
				name: 'See which: 1 stopped again: A tax rate has no Sellsy tax',
			} )
		).toHaveAttribute( 'href', '#/todo?problem=tax_unmapped' );
		expect(
			screen.getByRole( 'link', { name: 'See which: 1 was left out' } )
		).toHaveAttribute( 'href', '#/log?state=skipped&problem=no_rule' );
		expect(
			site
				.callsOf( 'GET /tasks/retried' )
				.map( ( { query } ) => query.get( 'ids' ) )
		).toEqual( [ '12,13,14', '12,13,14' ] );
		await expectAccessible();
	} );

	it.each( [
		[ 'which_rule', '#/documents/invoice?setting=invoice.rules' ],
		[
			'rate_category_unset',
			'#/documents/invoice?setting=invoice.rate_category_id',
		],
		[ 'payment_method_unset', '#/payments?setting=payments.methods' ],
	] )( 'leads to the setting that mends %s', async ( code, href ) => {
		const one = row( 12 );
		if ( one.task.problem ) {
			one.task.problem = { ...one.task.problem, code };
		}
		listed( { causes: [ { ...cause( 1 ), code } ], rows: [ one ] } );
		renderApp( '#/todo' );
		await screen.findByText( 'Order 512' );
		expect(
			screen
				.getAllByRole( 'link' )
				.map( ( link ) => link.getAttribute( 'href' ) )
		).toContain( href );
	} );

	it( 'is tried again as far as it is selected', async () => {
		const site = listed( {
			causes: [ cause( 3 ) ],
			rows: [ row( 12 ), row( 13 ), row( 14 ) ],
		} ).on( 'POST /tasks/retry', () => ( { retried: 2 } ) );
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'checkbox', { name: 'Select these 3' } )
		);
		await user.click(
			screen.getByRole( 'checkbox', { name: /^Select – order 513/ } )
		);
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Retry the 2 selected' } )
		);
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /tasks/retry' ).map( ( { data } ) => data )
			).toEqual( [ { ids: [ 12, 14 ] } ] )
		);
	} );

	it( 'is decided about in its row', async () => {
		const site = listed( {
			causes: [ cause( 1 ) ],
			rows: [ row( 12 ) ],
		} ).on( 'POST /tasks/12/retry', () => {
			site.onList( 'GET /todo', () => ( { causes: [], rows: [] } ), 0 );
			return { ...answers.stoppedTask, state: 'queued', offers: [] };
		} );
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Retry – order 512/ } )
		);
		await screen.findByText( /^Nothing to do\. An order that needs you/ );
		await screen.findAllByText( /went back to the queue/ );
		await expectAccessible();
	} );

	it( 'says what was made once its row has left the list', async () => {
		const queued = {
			...row( 12 ).task,
			state: 'queued' as const,
			offers: [],
		};
		const site = listed( { causes: [ cause( 1 ) ], rows: [ row( 12 ) ] } )
			.on( 'POST /tasks/12/retry', () => {
				site.onList(
					'GET /todo',
					() => ( { causes: [], rows: [] } ),
					0
				);
				return queued;
			} )
			.onList(
				'GET /tasks',
				() => [
					{
						...queued,
						state: 'done',
						problem: null,
						document: {
							number: 'F-2026-00012',
							url: 'https://sellsy.test/12',
							pdf: 'https://shop.test/12.pdf',
						},
					},
				],
				1
			);
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Retry – order 512/ } )
		);
		expect(
			await screen.findByRole( 'link', { name: 'F-2026-00012' } )
		).toHaveAttribute( 'href', 'https://sellsy.test/12' );
		expect(
			screen.getByRole( 'link', { name: 'PDF, F-2026-00012' } )
		).toHaveAttribute( 'href', 'https://shop.test/12.pdf' );
		expect(
			site.callsOf( 'GET /tasks' ).at( 0 )?.query.get( 'order' )
		).toBe( '512' );
		await expectAccessible();
	} );

	it( 'is narrowed down to a cause, with pages', async () => {
		const site = listed(
			{
				causes: [
					cause( 40 ),
					{ ...cause( 1 ), code: 'document_gone' },
				],
				rows: [ row( 12 ) ],
			},
			40
		);
		const { user } = renderApp( '#/todo' );
		await user.click(
			await screen.findByRole( 'link', { name: /^Show all 40/ } )
		);
		await screen.findByText( 'Page 1 of 2' );
		await user.click( screen.getByRole( 'button', { name: 'Older' } ) );
		await screen.findByText( 'Page 2 of 2' );
		expect( window.location.hash ).toBe(
			'#/todo?problem=tax_unmapped&page=2'
		);
		expect( site.callsOf( 'GET /todo' ).at( -1 )?.query.toString() ).toBe(
			'page=2&per_page=20&problem=tax_unmapped&_locale=user'
		);
		await user.selectOptions(
			screen.getByLabelText( 'Cause' ),
			'All causes'
		);
		await waitFor( () => expect( window.location.hash ).toBe( '#/todo' ) );
	} );
} );

describe( 'what was tried again together and takes long', () => {
	let now = 0;
	const later = ( ms: number ) =>
		act( async () => {
			now += ms;
			await jest.advanceTimersByTimeAsync( ms );
		} );
	const opened = async ( ids: number[] | undefined ) => {
		jest.useFakeTimers();
		now = Date.parse( '2026-11-24T10:00:05Z' );
		jest.spyOn( Date, 'now' ).mockImplementation( () => now );
		const came = [ { state: 'queued', problem: '', tasks: 3 } ];
		const site = listed( { causes: [ cause( 3 ) ], rows: [ row( 12 ) ] } )
			.on( 'POST /tasks/retry', () => ( { retried: 3, ids } ) )
			.on( 'GET /tasks/retried', () => came );
		renderApp( '#/todo' );
		await later( 100 );
		await act( async () => {
			screen
				.getByRole( 'button', { name: 'Retry these 3 orders' } )
				.click();
			await jest.advanceTimersByTimeAsync( 0 );
		} );
		site.onList( 'GET /todo', () => ( { causes: [], rows: [] } ), 0 );
		await later( 100 );
		return {
			came,
			stops: () =>
				site.onList(
					'GET /todo',
					() => ( { causes: [ cause( 1 ) ], rows: [ row( 13 ) ] } ),
					1
				),
			reads: () => site.callsOf( 'GET /todo' ).length,
		};
	};

	afterEach( () => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	} );

	it( 'comes back to the list when it stops, after minutes too', async () => {
		const { came, stops, reads } = await opened( [ 12, 13, 14 ] );
		await later( 200_000 );
		stops();
		came.splice(
			0,
			1,
			{ state: 'done', problem: '', tasks: 2 },
			{ state: 'attention', problem: 'tax_unmapped', tasks: 1 }
		);
		await later( 5_000 );
		expect( screen.getByText( 'Order 513' ) ).toBeVisible();
		const settled = reads();
		await later( 900_000 );
		expect( reads() ).toBe( settled );
	} );

	it( 'is looked for where they are too many to be told of', async () => {
		const { stops, reads } = await opened( undefined );
		await later( 200_000 );
		stops();
		await later( 5_000 );
		expect( screen.getByText( 'Order 513' ) ).toBeVisible();
		await later( 600_000 );
		const settled = reads();
		await later( 900_000 );
		expect( reads() ).toBe( settled );
	} );
} );
