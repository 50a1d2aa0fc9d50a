import { act, screen, waitFor, within } from '@testing-library/react';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import type { Overview, ProblemGroup } from '../../../generated/schemas';

const { overview, stoppedTask, ambiguousTask } = answers;

const newShop: Overview = {
	...overview,
	connection: 'unconfigured',
	at_work: false,
	quota: null,
	last_document: null,
	days: overview.days.map( ( { day } ) => ( {
		day,
		counts: {
			estimate: 0,
			order: 0,
			delivery: 0,
			proforma: 0,
			invoice: 0,
			creditnote: 0,
		},
	} ) ),
};

const taxes: ProblemGroup = {
	code: 'tax_unmapped',
	orders: 4,
	tasks: 4,
	examples: [ stoppedTask ],
};
const customers: ProblemGroup = {
	code: 'several_customers',
	orders: 1,
	tasks: 1,
	examples: [ ambiguousTask ],
};
const needing = ( ...groups: ProblemGroup[] ): Overview => ( {
	...overview,
	needs_you: {
		mended: null,
		orders: groups.reduce( ( sum, { orders } ) => sum + orders, 0 ),
		groups,
	},
} );

const shown = ( answer: Overview ) => {
	const site = connectedSite().on( 'GET /overview', () => answer );
	return { site, ...renderApp( '#/overview' ) };
};

const health = async () =>
	within( await screen.findByRole( 'group', { name: 'Health' } ) );

beforeEach( () => {
	jest.spyOn( Date, 'now' ).mockReturnValue(
		Date.parse( '2026-11-24T10:00:00Z' )
	);
} );

afterEach( () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
} );

describe( 'the sentence at the top', () => {
	it( 'says that all is well, and names the last document', async () => {
		shown( overview );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect( screen.getByText( /^Last document:/ ) ).toHaveTextContent(
			/Invoice FAC-1.* for order 501, 5 minutes ago\./
		);
		expect( screen.getByRole( 'link', { name: '501' } ) ).toHaveAttribute(
			'href',
			answers.doneTask.order.edit_url
		);
		await expectAccessible();
	} );

	it( 'stands first, whatever the address says', async () => {
		connectedSite();
		renderApp( '#/nowhere' );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect(
			screen.getByRole( 'link', { name: 'Overview' } )
		).toHaveAttribute( 'aria-current', 'page' );
	} );

	it( 'leads a new shop to the set-up', async () => {
		shown( newShop );
		await screen.findByRole( 'heading', {
			name: 'Nothing is set up yet.',
		} );
		expect(
			screen.getByRole( 'link', { name: 'Set up Order Invoicer' } )
		).toHaveAttribute( 'href', '#/setup' );
		await expectAccessible();
	} );

	it.each( [ 'connected', 'unknown', 'to_authorise', 'refused' ] as const )(
		'leads a shop that never made a document back to the set-up: %s',
		async ( connection ) => {
			shown( { ...newShop, connection } );
			await screen.findByRole( 'heading', {
				name: 'The set-up is not finished.',
			} );
			expect(
				screen.getByRole( 'link', { name: 'Go on with the set-up' } )
			).toHaveAttribute( 'href', '#/setup' );
			expect(
				screen.queryByText( /Orders wait/ )
			).not.toBeInTheDocument();
			await expectAccessible();
		}
	);

	it( 'leads a shop that switched its documents off to them', async () => {
		shown( { ...overview, at_work: false } );
		expect(
			await screen.findByRole( 'link', { name: 'Choose the documents' } )
		).toHaveAttribute( 'href', '#/documents' );
	} );

	it.each( [ 'refused', 'to_authorise', 'unconfigured' ] as const )(
		'leads to the connection of a shop at work: %s',
		async ( connection ) => {
			shown( { ...overview, connection } );
			await screen.findByRole( 'heading', {
				name: 'Sellsy is not connected.',
			} );
			expect(
				screen.getByRole( 'link', { name: 'Open the connection' } )
			).toHaveAttribute( 'href', '#/connection' );
		}
	);

	it( 'says what holds documents up, once', async () => {
		shown( {
			...overview,
			status: {
				...answers.status,
				pause: {
					...answers.problem,
					code: 'rate_limited',
					until: '2026-11-24T11:00:00Z',
				},
			},
		} );
		await screen.findByRole( 'heading', {
			name: 'Documents are held up.',
		} );
		expect(
			screen.getAllByText( new RegExp( answers.problem.text ) )
		).toHaveLength( 1 );
		expect( screen.getByText( /Work goes on at/ ) ).toBeVisible();
	} );

	it.each( [
		'unauthorized',
		'other_account',
		'secrets_unreadable',
		'not_connected',
	] )( 'leads from a pause to where it is mended: %s', async ( code ) => {
		shown( {
			...overview,
			status: {
				...answers.status,
				pause: { ...answers.problem, code, until: null },
			},
		} );
		expect(
			await screen.findByRole( 'link', { name: 'Open the connection' } )
		).toHaveAttribute( 'href', '#/connection' );
	} );

	it( 'never calls it well while another shop uses the code, and lets it be settled', async () => {
		const clashing = { ...overview, status: answers.clashing };
		const { site, user } = shown( clashing );
		await screen.findByRole( 'heading', {
			name: 'Another shop uses this shop’s code.',
		} );
		expect(
			screen.getByRole( 'link', { name: /Look at the document/ } )
		).toHaveAttribute( 'href', 'https://sellsy.test/invoice-77' );
		await expectAccessible();
		site.refuse( 'POST /clash/settle', 'busy', 'The site is busy.' );
		const settle = screen.getByRole( 'button', {
			name: /These documents are ours/,
		} );
		await user.click( settle );
		await screen.findAllByText( 'The site is busy.' );
		site.on( 'POST /clash/settle', () => answers.status );
		site.on( 'GET /overview', () => overview );
		await user.click( settle );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect( settle ).not.toBeInTheDocument();
		expect( document.body ).not.toHaveFocus();
	} );

	it.each( [
		[ 'Documents are held up.', { pause: true, needs: false, off: false } ],
		[
			'Another shop uses this shop’s code.',
			{ pause: false, needs: true, off: false },
		],
		[
			'Another shop uses this shop’s code.',
			{ pause: false, needs: false, off: true },
		],
	] )(
		'shows a clash whatever else there is: %s %o',
		async ( name, { pause, needs, off } ) => {
			shown( {
				...( needs ? needing( taxes ) : overview ),
				at_work: ! off,
				status: {
					...answers.clashing,
					pause: pause ? { ...answers.problem, until: null } : null,
				},
			} );
			await screen.findByRole( 'heading', { name } );
			screen.getByRole( 'button', { name: /These documents are ours/ } );
		}
	);

	it( 'is never good news while a right is missing, nor before it was seen', async () => {
		shown( { ...overview, rights: 'missing' } );
		await screen.findByRole( 'heading', {
			name: 'Rights are missing at Sellsy.',
		} );
		expect(
			screen.getByRole( 'link', { name: 'Open the connection' } )
		).toHaveAttribute( 'href', '#/connection' );
		expect(
			( await health() )
				.getByText( 'Rights are missing at Sellsy' )
				.closest( 'li' )
		).toHaveTextContent( /^Broken:/ );
		await expectAccessible();
	} );

	it( 'says beside the connection that a right was not seen yet', async () => {
		shown( { ...overview, rights: 'unseen' } );
		expect(
			( await health() )
				.getByText( /Not every right was seen yet/ )
				.closest( 'li' )
		).toHaveTextContent( /^Not known:/ );
	} );

	it( 'asks what a changed address means', async () => {
		const { site, user } = shown( {
			...overview,
			status: {
				...answers.status,
				pause: { ...answers.problem, code: 'copied_site', until: null },
			},
		} );
		site.on( 'POST /site', () => answers.status );
		const moved = await screen.findByRole( 'button', {
			name: 'This is the shop: it moved here',
		} );
		site.on( 'GET /overview', () => overview );
		await user.click( moved );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect( site.callsOf( 'POST /site' )[ 0 ]?.data ).toEqual( {
			decision: 'moved',
		} );
	} );

	it( 'does not call it well when orders may never be noticed', async () => {
		shown( { ...overview, missing_hooks: [ 'woocommerce_new_order' ] } );
		await screen.findByRole( 'heading', {
			name: 'Something in the background is not in order.',
		} );
		expect(
			( await health() ).getByText( /woocommerce_new_order/ )
		).toBeVisible();
	} );

	it( 'does not call it well while Sellsy does not answer', async () => {
		shown( { ...overview, connection: 'silent', failing: 1 } );
		await screen.findByRole( 'heading', {
			name: 'Sellsy did not answer when it was last asked.',
		} );
		expect(
			( await health() )
				.getByText( 'Sellsy did not answer when it was last asked' )
				.closest( 'li' )
		).toHaveTextContent( /^To be looked at:/ );
		expect(
			( await health() ).queryByText( 'Connected to Sellsy' )
		).not.toBeInTheDocument();
		await expectAccessible();
	} );

	it( 'does not call it well while a failed try waits for the next one', async () => {
		shown( { ...overview, failing: 2 } );
		await screen.findByRole( 'heading', {
			name: '2 tries failed and are repeated by themselves.',
		} );
		expect(
			screen.queryByText( 'All is well: nothing to do.' )
		).not.toBeInTheDocument();
	} );

	it( 'does not call it well while something waits too long', async () => {
		shown( {
			...overview,
			status: {
				...answers.status,
				counts: { ...answers.status.counts, queued: 3 },
				oldest_due_at: '2026-11-24T08:00:00Z',
			},
		} );
		await screen.findByRole( 'heading', {
			name: 'Something in the background is not in order.',
		} );
	} );
} );

describe( 'money', () => {
	const money = async () =>
		within( await screen.findByRole( 'group', { name: 'Money' } ) );
	const [ current, last ] = overview.money.months;

	it( 'of this month stands beside that of the last one, after what needs a person', async () => {
		shown( needing( taxes ) );
		const table = await money();
		expect(
			table.getAllByRole( 'columnheader' ).map( ( th ) => th.textContent )
		).toEqual( [ 'November 2026', 'October 2026' ] );
		expect(
			table.getByRole( 'row', { name: /^Invoiced/ } )
		).toHaveTextContent(
			'Invoiced€1,319.8911 invoices, and 1 draftnothing'
		);
		expect(
			screen.getByRole( 'link', { name: '1 draft' } )
		).toHaveAttribute( 'href', 'https://shop.test/wp-admin/drafts' );
		expect(
			table.getByRole( 'row', { name: /^Credited/ } )
		).toHaveTextContent(
			'Credited€119.991 credit note, and 2 draftsnothing'
		);
		const groups = screen
			.getAllByRole( 'group' )
			.map( ( group ) => group.getAttribute( 'aria-label' ) );
		expect(
			groups.filter( ( name ) =>
				[ 'What needs you', 'Money', 'Health' ].includes( name ?? '' )
			)
		).toEqual( [ 'What needs you', 'Money', 'Health' ] );
		const links = table
			.getAllByRole( 'link', { name: /€/ } )
			.map( ( link ) => link.getAttribute( 'href' ) );
		const month = 'from=2026-11-01&until=2026-11-30';
		expect( links ).toEqual( [
			`#/history?${ month }`,
			`#/history?kind=invoice&${ month }`,
			`#/history?kind=creditnote&${ month }`,
			`#/history?kind=invoice&state=paid&${ month }`,
			`#/history?kind=invoice&state=due&${ month }`,
		] );
		await expectAccessible();
	} );

	it( 'of two currencies is never added together', async () => {
		const [ euros ] = current?.currencies ?? [];
		shown( {
			...overview,
			money: {
				...overview.money,
				months: [
					{
						month: '2026-11',
						currencies: euros
							? [ euros, { ...euros, currency: 'USD' } ]
							: [],
					},
					...( last ? [ last ] : [] ),
				],
			},
		} );
		expect(
			( await money() ).getByRole( 'row', { name: /^Already paid/ } )
		).toHaveTextContent( 'Already paid€1,079.91$1,079.91nothing' );
	} );

	it( 'that is still being read is not shown as 0', async () => {
		shown( {
			...overview,
			money: {
				...overview.money,
				filling: true,
				pace: '312,000 documents are left: about 3 more days.',
				months: [ { month: '2026-11', currencies: [] } ],
			},
		} );
		( await money() ).getByText(
			/still being read from Sellsy.*: about 3 more days\.$/
		);
		expect( screen.queryByText( /Nothing was ordered/ ) ).toBeNull();
	} );

	it( 'that nobody knows is said, and when the rest was counted', async () => {
		shown( {
			...overview,
			money: {
				...overview.money,
				counted_at: '2026-11-24T09:30:00Z',
				unknown: 2,
				months: [ { month: '2026-11', currencies: [] } ],
			},
		} );
		const section = await money();
		for ( const text of [
			/^2 documents are not in these figures/,
			/^Counted:/,
			/Nothing was ordered or invoiced/,
		] ) {
			expect( section.getByText( text ) ).toBeVisible();
		}
	} );

	it( 'is not spoken of in a shop where nothing is set up', async () => {
		shown( newShop );
		await screen.findByRole( 'heading', {
			name: 'Nothing is set up yet.',
		} );
		expect( screen.queryByRole( 'group', { name: 'Money' } ) ).toBeNull();
	} );
} );

describe( 'what needs a person', () => {
	it( 'is grouped by cause, with the way to mend it', async () => {
		shown( needing( taxes, customers ) );
		await screen.findByRole( 'heading', { name: '5 orders need you.' } );
		const section = within(
			screen.getByRole( 'group', { name: 'What needs you' } )
		);
		const [ first, second ] = section.getAllByRole( 'listitem' );
		expect( first ).toHaveTextContent(
			/A tax rate has no Sellsy tax 4 orders.*TVA 8,5 %.*Order 502.*Set it under Taxes/
		);
		expect(
			section.getByRole( 'link', { name: 'Open the taxes' } )
		).toHaveAttribute( 'href', '#/taxes?setting=tax_rates' );
		expect( second ).toHaveTextContent( /Several customers/ );
		expect(
			section.getByRole( 'link', { name: 'Choose the customer' } )
		).toHaveAttribute( 'href', '#/todo?problem=several_customers' );
		await expectAccessible();
	} );

	it( 'says once what is the same, and links each order', async () => {
		const other = {
			...stoppedTask,
			id: 99,
			order: { ...stoppedTask.order, id: 599, number: '599' },
		};
		shown(
			needing( {
				...taxes,
				examples: [ stoppedTask, { ...stoppedTask, id: 98 }, other ],
			} )
		);
		expect( await screen.findAllByText( /TVA 8,5 %/ ) ).toHaveLength( 1 );
		expect(
			screen.getAllByRole( 'link', { name: /^Order \d/ } )
		).toHaveLength( 2 );
	} );

	it( 'leads to exactly these of what is to do', async () => {
		const { site, user } = shown( needing( taxes, customers ) );
		await user.click(
			await screen.findByRole( 'link', {
				name: 'Show under “To do”: A tax rate has no Sellsy tax',
			} )
		);
		expect( await screen.findByLabelText( 'Cause' ) ).toHaveDisplayValue(
			'A tax rate has no Sellsy tax'
		);
		expect(
			site
				.callsOf( 'GET /todo' )
				.map( ( { query } ) => query.get( 'problem' ) )
		).toEqual( [ 'tax_unmapped' ] );
		await expectAccessible();
	} );

	it( 'is tried again by cause, and gone from the page', async () => {
		const { site, user } = shown( needing( taxes, customers ) );
		site.on( 'POST /tasks/retry', () => ( { retried: 4 } ) );
		const retry = await screen.findByRole( 'button', {
			name: 'Retry these: A tax rate has no Sellsy tax',
		} );
		site.on( 'GET /overview', () => needing( customers ) );
		await user.dblClick( retry );
		await screen.findByText( /4 are tried again/, {
			selector: '.orderinvoicer-message *',
		} );
		await waitFor( () => expect( retry ).not.toBeInTheDocument() );
		expect(
			site.callsOf( 'POST /tasks/retry' ).map( ( { data } ) => data )
		).toEqual( [ { problem: 'tax_unmapped' } ] );
		expect( document.body ).not.toHaveFocus();
	} );

	it( 'is tried again as a whole', async () => {
		const { site, user } = shown( needing( taxes, customers ) );
		site.on( 'POST /tasks/retry', () => ( { retried: 0 } ) );
		await user.click(
			await screen.findByRole( 'button', { name: 'Retry all' } )
		);
		await screen.findByText( 'Nothing was left to try again.', {
			selector: '.orderinvoicer-message *',
		} );
		expect( site.callsOf( 'POST /tasks/retry' )[ 0 ]?.data ).toEqual( {} );
	} );

	it( 'is offered once where there is one cause', async () => {
		shown( needing( taxes ) );
		await screen.findByRole( 'button', { name: /^Retry these/ } );
		expect(
			screen.queryByRole( 'button', { name: 'Retry all' } )
		).not.toBeInTheDocument();
	} );

	it( 'stays when trying again is refused, and says why', async () => {
		const { site, user } = shown( needing( taxes ) );
		site.refuse( 'POST /tasks/retry', 'busy', 'The site is busy.' );
		await user.click(
			await screen.findByRole( 'button', { name: /^Retry these/ } )
		);
		await screen.findByText( 'The site is busy.', {
			selector: '.orderinvoicer-message *',
		} );
		expect(
			screen.getByRole( 'heading', { name: '4 orders need you.' } )
		).toBeVisible();
	} );

	it.each( [ 'send_unknown', 'differs_from_order', 'draft_not_writable' ] )(
		'is not tried again from here where a person must look at each: %s',
		async ( code ) => {
			shown( needing( { ...taxes, code, orders: 1, tasks: 1 } ) );
			expect(
				await screen.findByRole( 'link', { name: 'Open order 502' } )
			).toHaveAttribute( 'href', stoppedTask.order.edit_url );
			expect(
				screen.queryByRole( 'button', { name: /Retry/ } )
			).not.toBeInTheDocument();
		}
	);

	it( 'shows a cause that it does not know by its words', async () => {
		shown(
			needing( { ...taxes, code: 'of_a_newer_release', examples: [] } )
		);
		await screen.findByRole( 'heading', { name: /of_a_newer_release/ } );
	} );
} );

describe( 'health', () => {
	it( 'is one line, and unfolds where something is wrong', async () => {
		shown( overview );
		const line = await screen.findByRole( 'group', { name: 'Health' } );
		expect( line ).not.toHaveAttribute( 'open' );
		expect( screen.getByText( 'Health: nothing urgent.' ) ).toBeVisible();
	} );

	it( 'says each thing in words', async () => {
		shown( {
			...overview,
			scheduler: 'late',
			failed_tries: 2,
			status: {
				...answers.status,
				counts: { ...answers.status.counts, queued: 3 },
				oldest_due_at: '2026-11-24T08:00:00Z',
				loopback: 'blocked',
			},
		} );
		const list = ( await health() ).getAllByRole( 'listitem' );
		expect( list.map( ( { textContent } ) => textContent ) ).toEqual( [
			'In order: Connected to Sellsy',
			'To be looked at: 3 tasks are waitingOldest due: 2 hours ago.',
			expect.stringMatching(
				/^To be looked at: 2 tries failed.*repeated by themselves.*What stopped for good/
			),
			expect.stringMatching( /^To be looked at: .* is late.*wp-cron/ ),
			'In order: Open drafts are compared with Sellsy every hour',
			'In order: Payments in Sellsy are seen within minutes, cancellations within the hour',
			expect.stringMatching( /^To be looked at: .*late.*Ask them/ ),
			'In order: Nothing keeps new orders from arriving here',
			'In order: Enough requests left at Sellsy4,999 left for the day, 99,000 left for the month, as Sellsy said 1 minute ago.Ask Sellsy now',
		] );
		await expectAccessible();
	} );

	it( 'tells what is broken from what is not known', async () => {
		shown( {
			...overview,
			scheduler: 'missing',
			connection: 'unknown',
			quota: {
				at: '2026-11-24T10:00:00Z',
				second: 0,
				minute: 0,
				day: 0,
				month: null,
			},
			status: {
				...answers.status,
				loopback: 'unknown',
				last_sweep_at: null,
				drafts_seen_at: '2026-11-24T07:00:00Z',
			},
		} );
		const list = ( await health() ).getAllByRole( 'listitem' );
		expect(
			list.map( ( { textContent } ) => textContent?.split( ':' )[ 0 ] )
		).toEqual( [
			'Not known',
			'In order',
			'In order',
			'Broken',
			'Not known',
			'In order',
			'Not known',
			'In order',
			'To be looked at',
		] );
	} );
} );

describe( 'the look at open drafts', () => {
	const draftsOf = async (
		seen: string | null,
		connection: Overview[ 'connection' ] = 'connected'
	) => {
		shown( {
			...overview,
			connection,
			status: { ...answers.status, drafts_seen_at: seen },
		} );
		const list = ( await health() ).getAllByRole( 'listitem' );
		return list
			.map( ( { textContent } ) => textContent )
			.find( ( text ) => text?.includes( 'open drafts' ) );
	};

	it( 'says how old it is', async () => {
		expect( await draftsOf( '2026-11-23T10:00:00Z' ) ).toMatch(
			/^Not known: All open drafts last compared with Sellsy: yesterday.*may not be known here yet/
		);
	} );

	it( 'says that it has not been whole yet', async () => {
		expect( await draftsOf( null ) ).toBe(
			'Not known: Not all open drafts have been compared with Sellsy yet'
		);
	} );

	it( 'is not spoken of before there is a connection', async () => {
		expect( await draftsOf( null, 'unconfigured' ) ).toBeUndefined();
	} );
} );

describe( 'the look at payments and open documents', () => {
	const lookOf = async ( seen: string | null ) => {
		shown( {
			...overview,
			status: { ...answers.status, sellsy_seen_at: seen },
		} );
		const list = ( await health() ).getAllByRole( 'listitem' );
		return list
			.map( ( { textContent } ) => textContent )
			.find( ( text ) => text?.match( /: Payments .* Sellsy/ ) );
	};

	it( 'says no age as long as that is its own rhythm', async () => {
		expect( await lookOf( '2026-11-24T09:41:00Z' ) ).toMatch(
			/^In order: [^0-9]*$/
		);
	} );

	it( 'says how old it is where it is late', async () => {
		expect( await lookOf( '2026-11-23T09:54:00Z' ) ).toMatch(
			/^Not known: .*yesterday/
		);
	} );

	it( 'is not spoken of where there was nothing to look at', async () => {
		expect( await lookOf( null ) ).toBeUndefined();
	} );
} );

describe( 'the pass every five minutes', () => {
	const passOf = async ( scheduler: Overview[ 'scheduler' ] ) => {
		shown( {
			...overview,
			scheduler,
			status: { ...answers.status, last_sweep_at: null },
		} );
		const list = ( await health() ).getAllByRole( 'listitem' );
		return list[ 3 ]?.textContent;
	};

	it( 'is no fault of a new shop', async () => {
		expect( await passOf( 'first' ) ).toMatch( /^Not known: .*first pass/ );
		expect(
			screen.getByRole( 'heading', {
				name: 'All is well: nothing to do.',
			} )
		).toBeVisible();
	} );

	it( 'is broken where it stopped', async () => {
		expect( await passOf( 'stopped' ) ).toMatch(
			/^Broken: .*does not run/
		);
		expect(
			screen.getByRole( 'heading', { name: /^Something in the back/ } )
		).toBeVisible();
	} );
} );

describe( 'what Sellsy still allows', () => {
	const quotaOf = async ( quota: Overview[ 'quota' ] ) => {
		shown( { ...overview, quota } );
		const list = ( await health() ).getAllByRole( 'listitem' );
		return list[ 8 ]?.textContent;
	};
	const seen = {
		at: '2026-11-24T09:59:00Z',
		second: 9,
		minute: 59,
		day: 0,
		month: 99000,
	};

	it( 'is used up while that is fresh', async () => {
		expect( await quotaOf( seen ) ).toMatch(
			/^To be looked at: No requests left/
		);
	} );

	it( 'is not claimed of another day', async () => {
		expect(
			await quotaOf( { ...seen, at: '2026-11-22T09:59:00Z' } )
		).toMatch(
			/^Not known: How many requests are left.*Sellsy last answered 2 days ago/
		);
	} );

	it( 'is not claimed where Sellsy did not say', async () => {
		expect( await quotaOf( { ...seen, day: null, month: null } ) ).toMatch(
			/^Not known: How many requests are left/
		);
	} );

	it( 'is asked for again', async () => {
		const { site, user } = shown( { ...overview, quota: null } );
		const ask = await screen.findByRole( 'button', {
			name: 'Ask Sellsy now',
		} );
		const answer = deferred< unknown >();
		site.on( 'POST /connection/test', () => answer.promise );
		site.on( 'GET /overview', () => overview );
		await user.dblClick( ask );
		expect( ask ).toHaveAttribute( 'aria-disabled', 'true' );
		await act( async () => answer.resolve( answers.report ) );
		await ( await health() ).findByText( 'Enough requests left at Sellsy' );
		expect( site.callsOf( 'POST /connection/test' ) ).toHaveLength( 1 );
		await expectAccessible();
	} );

	it( 'says why Sellsy gave no answer', async () => {
		const { site, user } = shown( overview );
		site.on( 'POST /connection/test', () => ( {
			...answers.report,
			state: 'refused',
			problem: answers.problem,
		} ) );
		await user.click(
			await screen.findByRole( 'button', { name: 'Ask Sellsy now' } )
		);
		await screen.findByText( answers.problem.text, {
			selector: '.orderinvoicer-message *',
		} );
		site.refuse( 'POST /connection/test', 'busy', 'The site is busy.' );
		await user.click(
			screen.getByRole( 'button', { name: 'Ask Sellsy now' } )
		);
		await screen.findByText( 'The site is busy.', {
			selector: '.orderinvoicer-message *',
		} );
	} );

	it( 'is not asked without a connection', async () => {
		shown( newShop );
		await health();
		expect(
			screen.queryByRole( 'button', { name: 'Ask Sellsy now' } )
		).not.toBeInTheDocument();
	} );
} );

describe( 'the speed', () => {
	const untested = {
		...overview,
		status: { ...answers.status, loopback: 'unknown' as const },
	};

	it( 'is tested here, at once', async () => {
		const { site, user } = shown( untested );
		const answer = deferred< unknown >();
		site.on( 'POST /loopback', () => answer.promise );
		site.on( 'GET /overview', () => overview );
		const test = await screen.findByRole( 'button', { name: 'Test now' } );
		await user.dblClick( test );
		expect( test ).toHaveAttribute( 'aria-disabled', 'true' );
		await act( async () => answer.resolve( answers.status ) );
		await ( await health() ).findByText( /begun within seconds/ );
		await screen.findByText( 'The test went well.', {
			selector: '.orderinvoicer-message *',
		} );
		expect( site.callsOf( 'POST /loopback' ) ).toHaveLength( 1 );
		expect( document.body ).not.toHaveFocus();
		await expectAccessible();
	} );

	it( 'is said to be slow, or not to be known', async () => {
		const { site, user } = shown( untested );
		const test = await screen.findByRole( 'button', { name: 'Test now' } );
		site.refuse( 'POST /loopback', 'busy', 'The site is busy.' );
		await user.click( test );
		await screen.findByText( 'The site is busy.', {
			selector: '.orderinvoicer-message *',
		} );
		const blocked = { ...answers.status, loopback: 'blocked' };
		site.on( 'POST /loopback', () => blocked );
		site.on( 'GET /overview', () => ( { ...overview, status: blocked } ) );
		await user.click( test );
		await screen.findByText( /did not get through/, {
			selector: '.orderinvoicer-message *',
		} );
		expect( test ).toBeVisible();
	} );
} );

describe( 'while the page is open', () => {
	const later = ( ms: number ) =>
		act( () => jest.advanceTimersByTimeAsync( ms ) );

	const opened = async () => {
		jest.useFakeTimers();
		const site = connectedSite();
		renderApp( '#/overview' );
		await later( 100 );
		return {
			site,
			reads: () => site.callsOf( 'GET /overview' ).length,
		};
	};

	it( 'looks again every minute, but not while nobody looks', async () => {
		let isHidden = false;
		jest.spyOn( document, 'hidden', 'get' ).mockImplementation(
			() => isHidden
		);
		const { reads } = await opened();
		expect( reads() ).toBe( 1 );
		await later( 60_000 );
		expect( reads() ).toBe( 2 );
		isHidden = true;
		await later( 600_000 );
		expect( reads() ).toBe( 2 );
		isHidden = false;
		await act( async () => {
			document.dispatchEvent( new Event( 'visibilitychange' ) );
			await jest.advanceTimersByTimeAsync( 0 );
		} );
		expect( reads() ).toBe( 3 );
	} );

	it( 'looks sooner while work goes on', async () => {
		jest.useFakeTimers();
		const site = connectedSite().on( 'GET /overview', () => ( {
			...overview,
			status: {
				...answers.status,
				counts: { ...answers.status.counts, working: 1 },
			},
		} ) );
		renderApp( '#/overview' );
		await later( 100 );
		await later( 10_000 );
		expect( site.callsOf( 'GET /overview' ) ).toHaveLength( 2 );
	} );

	it( 'keeps what it knows when the site does not answer, and says so', async () => {
		const { site, reads } = await opened();
		site.refuse( 'GET /overview', 'busy', 'The site is busy.' );
		await later( 60_000 );
		expect(
			screen.getAllByText( 'The site is busy.' ).length
		).toBeGreaterThan( 0 );
		screen.getByRole( 'heading', { name: 'All is well: nothing to do.' } );
		const slow = deferred< Overview >();
		site.on( 'GET /overview', () => slow.promise );
		await later( 60_000 );
		expect( reads() ).toBe( 3 );
		screen.getByRole( 'heading', { name: 'All is well: nothing to do.' } );
		await act( async () => slow.resolve( needing( taxes ) ) );
		screen.getByRole( 'heading', { name: '4 orders need you.' } );
		expect( document.querySelector( '.orderinvoicer-message' ) ).toBeNull();
	} );

	it( 'drops an answer that comes after a newer one was asked for', async () => {
		const { site } = await opened();
		const late = deferred< Overview >();
		site.on( 'GET /overview', () => late.promise );
		await later( 60_000 );
		site.on( 'GET /overview', () => needing( taxes ) );
		act( () => {
			window.location.hash = '#/history';
			window.dispatchEvent( new Event( 'hashchange' ) );
		} );
		await later( 100 );
		act( () => {
			window.location.hash = '#/overview';
			window.dispatchEvent( new Event( 'hashchange' ) );
		} );
		await later( 100 );
		await act( async () => late.resolve( newShop ) );
		expect(
			screen.getByRole( 'heading', { name: '4 orders need you.' } )
		).toBeVisible();
	} );
} );

describe( 'answers that cannot be used', () => {
	it( 'are said, and asked for again', async () => {
		const site = connectedSite().on( 'GET /overview', () => ( {
			...overview,
			needs_you: { orders: -1, mended: null, groups: [] },
		} ) );
		const { user } = renderApp( '#/overview' );
		await screen.findByText( /this page cannot read/, {
			selector: '.orderinvoicer-message *',
		} );
		await expectAccessible();
		site.on( 'GET /overview', () => overview );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
	} );

	it( 'leave the banner to the other tabs', async () => {
		const site = connectedSite();
		const { user } = renderApp( '#/overview' );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect( site.callsOf( 'GET /status' ) ).toHaveLength( 1 );
		site.on( 'GET /status', () => ( {
			...answers.status,
			counts: { ...answers.status.counts, queued: 2 },
		} ) );
		await user.click( screen.getByRole( 'link', { name: 'History' } ) );
		await screen.findByRole( 'link', { name: '2 tasks are waiting.' } );
		await user.click( screen.getByRole( 'link', { name: 'Overview' } ) );
		await screen.findByRole( 'heading', {
			name: 'All is well: nothing to do.',
		} );
		expect(
			screen.queryByRole( 'link', { name: '2 tasks are waiting.' } )
		).not.toBeInTheDocument();
	} );
} );

describe( 'what could go on since the settings were changed', () => {
	it( 'is said with its number and sum, and one button asks first', async () => {
		const { site, user } = shown( {
			...overview,
			needs_you: {
				orders: 1,
				mended: {
					tasks: 14,
					says: '14 tasks can go on. It becomes final: 14 documents, 812.40 €.',
				},
				groups: [ customers ],
			},
		} );
		site.on( 'POST /tasks/retry', ( { data } ) =>
			JSON.stringify( data ).includes( '14|14' )
				? { retried: 14 }
				: { retried: 0, asks: [ 'This becomes final.' ], seen: '14|14' }
		);
		expect( await screen.findByText( /812.40 €/ ) ).toBeVisible();
		await user.click(
			screen.getByRole( 'button', { name: 'Let these go on' } )
		);
		await user.click(
			within( await screen.findByRole( 'dialog' ) ).getByRole( 'button', {
				name: 'Retry',
			} )
		);
		await screen.findByText( /14 are tried again/ );
		expect( site.callsOf( 'POST /tasks/retry' ).at( -1 )?.data ).toEqual( {
			mended: true,
			seen: '14|14',
		} );
		await expectAccessible();
	} );
} );
