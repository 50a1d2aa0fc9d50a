import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import * as answers from '../test/answers';
import { connectedSite, expectAccessible, renderApp } from '../test/render';
import { deferred } from '../test/site';
import type { Status } from '../generated/schemas';

const pause = ( code: string, until: string | null ): Status => ( {
	...answers.status,
	pause: { ...answers.problem, code, until },
} );

describe( 'the page', () => {
	it( 'opens the view that the address names, and follows it', async () => {
		connectedSite();
		const { user } = renderApp( '#/taxes' );
		await screen.findByText( 'TVA – 20%' );
		expect( screen.getByRole( 'link', { name: 'Taxes' } ) ).toHaveAttribute(
			'aria-current',
			'page'
		);
		await user.click( screen.getByRole( 'link', { name: 'Documents' } ) );
		await screen.findByLabelText( 'Make invoices from orders' );
		expect( screen.getByRole( 'heading', { level: 2 } ) ).toHaveFocus();
	} );

	it( 'leads from the former list to what is to be done, whatever else the address says', async () => {
		const site = connectedSite().counting( 1 );
		renderApp( '#/tasks?state=attention&problem=tax_unmapped' );
		await screen.findByText( 'Order 502' );
		expect(
			screen.getByRole( 'link', { name: /^To do/ } )
		).toHaveAttribute( 'aria-current', 'page' );
		const [ call ] = site.callsOf( 'GET /todo' );
		expect( call?.query.get( 'problem' ) ).toBe( 'tax_unmapped' );
		await expectAccessible();
	} );

	it( 'says how many orders need somebody in the menu too', async () => {
		const link = document.createElement( 'a' );
		link.href = 'admin.php?page=orderinvoicer';
		link.innerHTML =
			'Order Invoicer <span class="awaiting-mod"><span>7</span><span>7 orders need you.</span></span>';
		document.body.append( link );
		connectedSite().on( 'GET /status', () => ( {
			...answers.status,
			counts: { ...answers.status.counts, attention: 1 },
		} ) );
		renderApp( '#/taxes' );
		await waitFor( () =>
			expect( link ).toHaveTextContent(
				'Order Invoicer 11 order needs you.'
			)
		);
		link.remove();
	} );

	it( 'shows in the menu what WordPress hid, where nothing was to be done before', async () => {
		const link = document.createElement( 'a' );
		link.href = 'admin.php?page=orderinvoicer';
		link.innerHTML =
			'Order Invoicer <span class="awaiting-mod count-0"><span>0</span><span></span></span>';
		document.body.append( link );
		connectedSite().on( 'GET /status', () => ( {
			...answers.status,
			counts: { ...answers.status.counts, attention: 1 },
		} ) );
		renderApp( '#/taxes' );
		await waitFor( () =>
			expect( link.querySelector( '.count-0' ) ).toBeNull()
		);
		expect( link ).toHaveTextContent(
			'Order Invoicer 11 order needs you.'
		);
		link.remove();
	} );

	it( 'leads from the former list of an order to its documents and what happened', async () => {
		const site = connectedSite().on(
			'GET /orders/501/timeline',
			() => answers.timeline
		);
		renderApp( '#/tasks?state=done&order=A-501&timeline=501' );
		await screen.findByRole( 'dialog' );
		const [ call ] = site.callsOf( 'GET /history' );
		expect( call?.query.get( 'search' ) ).toBe( 'A-501' );
		expect( call?.query.get( 'state' ) ).toBeNull();
	} );

	it( 'stays where it is when wp-admin leads to a place on the page', async () => {
		connectedSite();
		renderApp( '#/documents' );
		await screen.findByLabelText( 'Make invoices from orders' );
		act( () => {
			window.location.hash = '#wpbody-content';
		} );
		await waitFor( () =>
			expect( window.location.hash ).toBe( '#/documents' )
		);
		expect(
			screen.getByLabelText( 'Make invoices from orders' )
		).toBeVisible();
	} );

	it( 'shows the pages of the settings there alone', async () => {
		connectedSite();
		const { user } = renderApp( '#/log' );
		await screen.findByText( 'FAC-1' );
		expect(
			screen.queryByRole( 'link', { name: 'Taxes' } )
		).not.toBeInTheDocument();
		await user.click( screen.getByRole( 'link', { name: 'Settings' } ) );
		expect(
			screen.getByRole( 'link', { name: 'Essentials' } )
		).toHaveAttribute( 'aria-current', 'page' );
		await expectAccessible();
	} );

	it( 'has no tabs above the set-up, and one way out of it', async () => {
		connectedSite();
		const { user } = renderApp( '#/setup' );
		await screen.findByText( /^Step \d of 4/ );
		expect( screen.queryByRole( 'link', { name: 'Settings' } ) ).toBeNull();
		await user.click( screen.getByRole( 'link', { name: /^Leave/ } ) );
		await screen.findByRole( 'link', { name: 'Settings' } );
		expect( window.location.hash ).toBe( '#/overview' );
	} );

	it( 'offers the help of each page, the set-up too', async () => {
		connectedSite();
		const { user } = renderApp( '#/log' );
		await screen.findByText( 'FAC-1' );
		const help = { name: 'Help on this page' };
		expect( screen.getByRole( 'button', help ) ).toHaveAttribute(
			'data-orderinvoicer-help',
			'orderinvoicer-log'
		);
		await user.click( screen.getByRole( 'link', { name: 'Settings' } ) );
		expect( screen.getByRole( 'button', help ) ).toHaveAttribute(
			'data-orderinvoicer-help',
			'orderinvoicer-settings'
		);
		act( () => {
			window.location.hash = '#/setup';
		} );
		await screen.findByText( /^Step \d of 4/ );
		expect( screen.getByRole( 'button', help ) ).toHaveAttribute(
			'data-orderinvoicer-help',
			'orderinvoicer-setup'
		);
	} );

	it( 'keeps what was typed between the tabs', async () => {
		connectedSite();
		const { user } = renderApp( '#/documents' );
		await user.click( await screen.findByText( /^More: rate category/ ) );
		await user.type( await screen.findByLabelText( 'Note' ), 'Thank you' );
		await user.click( screen.getByRole( 'link', { name: 'Taxes' } ) );
		await screen.findByText( 'Not saved yet.' );
		await user.click( screen.getByRole( 'link', { name: 'Documents' } ) );
		await user.click( await screen.findByText( /^More: rate category/ ) );
		expect( await screen.findByLabelText( 'Note' ) ).toHaveValue(
			'Thank you'
		);
	} );

	it( 'has the browser ask before unsaved changes are lost', async () => {
		connectedSite();
		const { user } = renderApp( '#/documents' );
		await user.click( await screen.findByText( /^More: rate category/ ) );
		const note = await screen.findByLabelText( 'Note' );
		const leave = () =>
			fireEvent(
				window,
				new Event( 'beforeunload', { cancelable: true } )
			);
		expect( leave() ).toBe( true );
		await user.type( note, 'x' );
		expect( leave() ).toBe( false );
		await user.click( screen.getByRole( 'button', { name: 'Discard' } ) );
		expect( leave() ).toBe( true );
	} );
} );

describe( 'the status banner', () => {
	it( 'says nothing while all is well', async () => {
		connectedSite();
		renderApp( '#/log' );
		await screen.findByText( 'FAC-1' );
		expect( screen.queryByText( /waiting|need/ ) ).not.toBeInTheDocument();
	} );

	it( 'says why work stands still and when it goes on', async () => {
		connectedSite().on( 'GET /status', () =>
			pause( 'rate_limited', '2026-11-24T10:00:00Z' )
		);
		renderApp( '#/log' );
		await screen.findAllByText( answers.problem.text );
		expect(
			screen.getAllByText( /Work goes on at .*2026/ ).length
		).toBeGreaterThan( 0 );
		await screen.findByText( 'FAC-1' );
		await expectAccessible();
	} );

	it( 'says what waits and leads there; what needs a person is said once, on the overview', async () => {
		connectedSite()
			.on( 'GET /status', () => ( {
				...answers.status,
				counts: { ...answers.status.counts, attention: 2, queued: 1 },
				oldest_due_at: '2026-11-24T10:00:00Z',
				loopback: 'blocked',
			} ) )
			.onList( 'GET /tasks', () => [ answers.stoppedTask ], 1 );
		const { user } = renderApp( '#/connection' );
		const waiting = await screen.findByRole( 'link', {
			name: '1 task is waiting.',
		} );
		expect( screen.queryByText( /need you/ ) ).toBeNull();
		await user.click( waiting );
		expect( await screen.findByLabelText( 'Show' ) ).toHaveValue(
			'queued'
		);
		await expectAccessible();
	} );

	it.each( [
		[ '#/connection', 1 ],
		[ '#/diagnostics', 0 ],
	] )(
		'leads to “Diagnostics”, but nobody who is there: %s',
		async ( hash, links ) => {
			connectedSite().on( 'GET /status', () => ( {
				...answers.status,
				loopback: 'blocked',
			} ) );
			renderApp( hash );
			await screen.findByText( /^Documents are made a few minutes late/ );
			expect(
				screen.queryAllByRole( 'link', {
					name: 'The page “Diagnostics” says more.',
				} )
			).toHaveLength( links );
		}
	);

	it( 'asks once what a changed address means', async () => {
		const decided = deferred< Status >();
		const site = connectedSite()
			.on( 'GET /status', () => pause( 'copied_site', null ) )
			.on( 'POST /site', () => decided.promise );
		const { user } = renderApp( '#/connection' );
		const moved = await screen.findByRole( 'button', {
			name: 'This is the shop: it moved here',
		} );
		await user.dblClick( moved );
		await act( async () => decided.resolve( answers.status ) );
		expect( site.callsOf( 'POST /site' ).map( ( c ) => c.data ) ).toEqual( [
			{ decision: 'moved' },
		] );
		await waitFor( () => expect( moved ).not.toBeInTheDocument() );
	} );

	it( 'can be read again after a failure', async () => {
		const site = connectedSite().refuse(
			'GET /status',
			'internal',
			'The site is busy.'
		);
		const { user } = renderApp( '#/log' );
		await screen.findAllByText( 'The site is busy.' );
		await screen.findByText( 'FAC-1' );
		site.on( 'GET /status', () => pause( 'sellsy_down', null ) );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findAllByText( answers.problem.text );
	} );
} );
