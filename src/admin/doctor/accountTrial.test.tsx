import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DoctorSchema } from '../../generated/schemas';
import { fixture } from '../../test/fixture';
import { connectedSite, expectAccessible } from '../../test/render';
import { deferred } from '../../test/site';
import { AccountTrial } from './AccountTrial';

const over = DoctorSchema.parse( fixture( 'doctor/valid/over.json' ) );
const never = { ...over, state: 'never', looked_at: null, answers: [] };
const running = { ...never, state: 'running', done: 4 };

const open = () => {
	const user = userEvent.setup();
	render(
		<main>
			<h1>Order Invoicer</h1>
			<h2>Diagnostics</h2>
			<AccountTrial connectionHref="#/connection" />
		</main>
	);
	return user;
};

const start = () => screen.findByRole( 'button', { name: 'Try this account' } );

describe( 'The trial of the account', () => {
	afterEach( () => jest.useRealTimers() );

	it( 'is begun once, says how far it is, and what it saw', async () => {
		jest.useFakeTimers();
		const answer = deferred< unknown >();
		const site = connectedSite()
			.on( 'GET /doctor', () => never )
			.on( 'POST /doctor', () => answer.promise )
			.on( 'POST /doctor/step', () => running );
		const user = userEvent.setup( {
			advanceTimers: ( ms ) => jest.advanceTimersByTime( ms ),
		} );
		render(
			<main>
				<h1>Order Invoicer</h1>
				<h2>Diagnostics</h2>
				<AccountTrial connectionHref="#/connection" />
			</main>
		);
		await user.dblClick( await start() );
		expect( site.callsOf( 'POST /doctor' ) ).toHaveLength( 1 );
		expect( site.callsOf( 'POST /doctor' )[ 0 ]?.data ).toEqual( {
			again: false,
			drafts: false,
		} );
		await act( async () => answer.resolve( running ) );
		expect( await screen.findByRole( 'status' ) ).toHaveTextContent(
			'4 of 9 steps are done.'
		);
		expect( screen.queryByRole( 'button' ) ).not.toBeInTheDocument();
		site.on( 'POST /doctor/step', () => over );
		await act( async () => jest.advanceTimersByTime( 3000 ) );
		expect(
			await screen.findByText( /1 thing is otherwise than expected/ )
		).toBeVisible();
	} );

	it( 'says first what is otherwise, and folds the rest', async () => {
		const site = connectedSite()
			.on( 'GET /doctor', () => over )
			.on( 'POST /doctor', () => running )
			.on( 'POST /doctor/step', () => running );
		const user = open();
		await screen.findByText( /1 thing is otherwise/ );
		expect(
			screen.getByText( 'What was just created can be found' )
		).toBeVisible();
		for ( const [ folded, question ] of [
			[
				'Shown by real documents alone (1)',
				'Events of Sellsy are signed',
			],
			[ 'In order (2)', 'Totals add up to the cent' ],
			[ 'In order (2)', 'Finding a product by its reference' ],
		] as const ) {
			const group = screen.getByText( folded ).closest( 'details' );
			expect( group ).not.toHaveAttribute( 'open' );
			expect(
				within( group ?? document.body ).getByText( question )
			).toBeInTheDocument();
		}
		// One count, one word: where both answers are fine, either was expected.
		expect( screen.getAllByText( 'Otherwise' ) ).toHaveLength( 1 );
		screen.getByText(
			/^Your account can be used. 1 thing is otherwise than expected. The plugin deals with it by itself/
		);
		screen.getByRole( 'button', { name: 'Copy these answers' } );
		await expectAccessible();
		await user.click(
			screen.getByRole( 'button', { name: 'Try it again' } )
		);
		await screen.findByText( /4 of 9/ );
		expect( site.callsOf( 'POST /doctor' )[ 0 ]?.data ).toEqual( {
			again: true,
			drafts: false,
		} );
	} );

	it( 'tells what was seen before from what was seen now', async () => {
		connectedSite().on( 'GET /doctor', () => over );
		open();
		await screen.findByText( /1 thing is otherwise/ );
		const earlier = screen.getByText( /^Seen on .*2026.*, not seen again/ );
		expect( earlier.closest( 'li' ) ).toHaveTextContent(
			'What was just created can be found'
		);
	} );

	it( 'says that all is fine', async () => {
		connectedSite().on( 'GET /doctor', () => ( {
			...over,
			answers: over.answers.filter( ( a ) => ! a.matters ),
		} ) );
		open();
		await screen.findByText( /Your account is fine: nothing stands/ );
	} );

	it( 'answers calmly where something was not seen yet', async () => {
		connectedSite().on( 'GET /doctor', () => ( {
			...over,
			answers: over.answers.filter( ( a ) => ! a.matters ),
			rights: {
				...over.rights,
				unseen: [ 'create credit notes', 'finalise credit notes' ],
				shown_by: 'The first real documents show it.',
			},
		} ) );
		open();
		await screen.findByText( /is fine in all that was tried: nothing/ );
		screen.getByText(
			/yet: create credit notes, finalise credit notes\. The first real documents show it\.$/
		);
	} );

	it( 'says how many things need somebody', async () => {
		connectedSite().on( 'GET /doctor', () => ( {
			...over,
			answers: over.answers.map( ( a ) => ( { ...a, asks: a.matters } ) ),
		} ) );
		open();
		await screen.findByText(
			/expected\. It needs you, as it says below\./
		);
		screen.getByText( 'Needs you' );
	} );

	it( 'calls nothing fine where nothing could be seen', async () => {
		connectedSite().on( 'GET /doctor', () => ( {
			...over,
			answers: over.answers.filter( ( a ) => a.state === 'not-known' ),
		} ) );
		open();
		await screen.findByText( 'Nothing could be seen so far.' );
	} );

	it( 'says first what is missing, one a line, and where to mend it', async () => {
		connectedSite().on( 'GET /doctor', () => ( {
			...over,
			answers: over.answers.filter( ( a ) => ! a.matters ),
			rights: {
				...over.rights,
				missing: [
					'Clients / Créer des clients',
					'create products (items.write)',
				],
				others: [ 'create estimates (estimates.write)' ],
			},
		} ) );
		open();
		await screen.findByText(
			/lacks 2 rights\. Orders that need them wait/
		);
		expect(
			screen.getByText( 'Clients / Créer des clients' ).tagName
		).toBe( 'LI' );
		screen.getByText( 'This is missing too, and no order waits for it:' );
		screen.getByText( 'create estimates (estimates.write)' );
		expect(
			screen.getByRole( 'link', { name: 'To the connection' } )
		).toHaveAttribute( 'href', '#/connection' );
		expect( screen.queryByText( /is fine:/ ) ).not.toBeInTheDocument();
		screen.getByText( 'What could be tried all the same is fine.' );
		expect( screen.getByText( /Tried on/ ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'leads to the connection where there is none', async () => {
		connectedSite().refuse(
			'GET /doctor',
			'orderinvoicer_not_connected',
			'Connect.'
		);
		open();
		expect(
			await screen.findByRole( 'link', { name: 'To the connection' } )
		).toHaveAttribute( 'href', '#/connection' );
		expect( screen.queryByRole( 'button' ) ).not.toBeInTheDocument();
	} );

	it( 'speaks of interruption only where nothing moves for a minute', async () => {
		jest.useFakeTimers();
		const elsewhere = {
			...running,
			elsewhere: true,
			why: 'The site goes on with it in the background.',
		};
		connectedSite()
			.on( 'GET /doctor', () => elsewhere )
			.on( 'POST /doctor/step', () => elsewhere );
		open();
		await screen.findByText( /4 of 9 .+ in the background\.$/ );
		for ( let second = 0; second < 70; second += 2 ) {
			await act( async () => jest.advanceTimersByTime( 2000 ) );
		}
		await screen.findByText(
			/Nothing has moved for a minute.+five minutes/
		);
	} );

	it( 'says what it still does once all is answered', async () => {
		connectedSite()
			.on( 'GET /doctor', () => ( { ...running, done: running.steps } ) )
			.on( 'POST /doctor/step', () => running );
		open();
		await screen.findByText( /All steps are done/ );
	} );

	it( 'says what it waits for', async () => {
		const waiting = { ...running, why: 'Orders come first.' };
		connectedSite()
			.on( 'GET /doctor', () => waiting )
			.on( 'POST /doctor/step', () => waiting );
		open();
		await screen.findByText( /4 of 9 .+ Orders come first\./ );
		expect( await screen.findByRole( 'status' ) ).toHaveTextContent(
			'Orders come first.'
		);
	} );

	it( 'says why it stopped, and goes on', async () => {
		const site = connectedSite()
			.on( 'GET /doctor', () => ( {
				...running,
				state: 'stopped',
				why: 'The allowance of today is nearly used up.',
			} ) )
			.on( 'POST /doctor', () => running )
			.on( 'POST /doctor/step', () => running );
		const user = open();
		await screen.findByText( 'The allowance of today is nearly used up.' );
		await user.click(
			screen.getByRole( 'button', { name: 'Go on with the trial' } )
		);
		await screen.findByText( /4 of 9/ );
		expect( site.callsOf( 'POST /doctor' )[ 0 ]?.data ).toEqual( {
			again: false,
			drafts: false,
		} );
	} );

	it( 'makes drafts only where that was ticked, and leads to what is left', async () => {
		const site = connectedSite()
			.on( 'GET /doctor', () =>
				fixture( 'doctor/valid/drafts.patch.json' )
			)
			.on( 'POST /doctor', () => running )
			.on( 'POST /doctor/step', () => running );
		const user = open();
		await screen.findByText(
			/3 things named “Order Invoicer doctor” are still in Sellsy\. Only you.+ So it was on .+ counts again/
		);
		expect(
			screen.getByRole( 'link', { name: /Invoice/ } )
		).toHaveAttribute(
			'href',
			'https://www.sellsy.com/?_f=invoiceOverview&id=8'
		);
		expect(
			screen.queryByRole( 'link', { name: /Estimate/ } )
		).not.toBeInTheDocument();
		await expectAccessible();
		const tick = screen.getByRole( 'checkbox', {
			name: 'Also make four drafts that stay in Sellsy until you delete them',
		} );
		expect( tick ).not.toBeChecked();
		await user.click( tick );
		await user.click(
			screen.getByRole( 'button', { name: 'Try it again' } )
		);
		await screen.findByText( /4 of 9/ );
		expect( site.callsOf( 'POST /doctor' )[ 0 ]?.data ).toEqual( {
			again: true,
			drafts: true,
		} );
	} );

	it( 'says what kept it from beginning', async () => {
		connectedSite()
			.on( 'GET /doctor', () => never )
			.refuse(
				'POST /doctor',
				'orderinvoicer_not_connected',
				'Connect.'
			);
		const user = open();
		await user.click( await start() );
		await screen.findByText( 'Connect.' );
		expect( await start() ).toBeEnabled();
	} );
} );
