import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from '../../../components/ErrorBoundary';
import type { HealthCheck } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred, type Site } from '../../../test/site';
import { useSettings } from '../../settings/useSettings';
import { DiagnosticsPage } from '.';

const late: HealthCheck = {
	name: 'pass',
	label: 'Work in the background',
	status: 'recommended',
	title: 'The work in the background is late',
	why: 'Every five minutes the plugin looks for missed orders.',
	items: [],
	next_step: 'Ask your host for a cron job.',
	page: 'admin.php?page=wc-status&tab=action-scheduler',
};

const taken: HealthCheck = {
	...late,
	name: 'hooks',
	label: 'Events of WooCommerce',
	status: 'critical',
	title: 'The plugin does not hear of every order',
	page: '',
};

const unseen: HealthCheck = {
	...late,
	name: 'clock',
	label: 'Clock of the server',
	status: 'unknown',
	title: 'Not known: whether the clock is right',
	page: '',
};

const onChanged = jest.fn();

function Page() {
	return (
		<DiagnosticsPage
			settings={ useSettings( () => {}, null ) }
			onChanged={ onChanged }
		/>
	);
}

const withHealth = ( ...health: HealthCheck[] ): Site =>
	connectedSite().on( 'GET /diagnostics', () => ( {
		...answers.diagnostics,
		health: [ ...answers.diagnostics.health, ...health ],
	} ) );

function open() {
	const user = userEvent.setup();
	render(
		<main>
			<h1>Order Invoicer</h1>
			<h2>Diagnostics</h2>
			<ErrorBoundary>
				<Page />
			</ErrorBoundary>
		</main>
	);
	return user;
}

const health = () => screen.findByRole( 'group', { name: 'Health' } );

describe( 'Diagnostics', () => {
	it( 'say that everything is in order', async () => {
		withHealth();
		open();
		await screen.findByText( 'Everything is in order.' );
		within( await health() ).getByText(
			'This shop is connected to Sellsy'
		);
		await expectAccessible();
	} );

	it( 'show what needs somebody first, why, and where to mend it', async () => {
		withHealth( late, taken );
		open();
		await screen.findByText( /^1 thing keeps documents/ );
		const items = within( await health() ).getAllByRole( 'listitem' );
		expect( items.map( ( item ) => item.textContent ) ).toEqual( [
			expect.stringMatching( /^To mend.*does not hear/ ),
			expect.stringMatching( /^Could be better.*late.*Ask your host/ ),
			expect.stringMatching( /^In order/ ),
		] );
		expect(
			screen.getByRole( 'link', {
				name: 'Go there: Work in the background',
			} )
		).toHaveAttribute( 'href', late.page );
		expect(
			screen.queryByRole( 'link', { name: /Events of WooCommerce/ } )
		).not.toBeInTheDocument();
		await expectAccessible();
	} );

	it( 'list what is more than one thing', async () => {
		withHealth( {
			...late,
			why: 'The person lacks:',
			items: [ 'Facturation / Créer des avoirs', 'Clients / Tous' ],
		} );
		open();
		await screen.findByText( 'The person lacks:' );
		const items = within( await health() ).getAllByRole( 'listitem' );
		expect( items.map( ( item ) => item.textContent ) ).toEqual(
			expect.arrayContaining( [
				'Facturation / Créer des avoirs',
				'Clients / Tous',
			] )
		);
		await expectAccessible();
	} );

	it( 'say how much could be better', async () => {
		withHealth( late );
		open();
		await screen.findByText( '1 thing could be better.' );
	} );

	it( 'never call in order what nobody has seen', async () => {
		withHealth( unseen );
		open();
		await screen.findByText(
			'Nothing is wrong as far as can be seen; 1 thing is not known.'
		);
		const [ unknown, good ] = within( await health() ).getAllByRole(
			'group'
		);
		expect( unknown ).toHaveTextContent( /^Not known \(1\).*the clock/ );
		expect( unknown ).not.toHaveAttribute( 'open' );
		expect( good ).toHaveTextContent( /^In order \(/ );
		await expectAccessible();
	} );

	it( 'look again', async () => {
		const site = withHealth( taken );
		const user = open();
		await screen.findByText( taken.title );
		site.on( 'GET /diagnostics', () => answers.diagnostics );
		await user.click(
			screen.getByRole( 'button', { name: 'Look again' } )
		);
		await screen.findByText( 'Everything is in order.' );
		expect( screen.queryByText( taken.title ) ).not.toBeInTheDocument();
	} );

	it( 'are never shown half when the answer is wrong', async () => {
		const site = connectedSite().on( 'GET /diagnostics', () => ( {
			...answers.diagnostics,
			health: [ { ...late, status: 'splendid' } ],
		} ) );
		const user = open();
		await screen.findAllByText( /this page cannot read/ );
		expect( screen.queryByText( late.title ) ).not.toBeInTheDocument();
		site.on( 'GET /diagnostics', () => answers.diagnostics );
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		await screen.findByText( 'Everything is in order.' );
	} );

	it( 'are handed over as text and as a file', async () => {
		withHealth( { ...late, why: 'It belongs to shop.example.com.' } );
		const written = jest.spyOn( JSON, 'stringify' );
		const user = open();
		const saved: { name: string; blob: unknown }[] = [];
		const blobs: unknown[] = [];
		URL.createObjectURL = ( blob ) => `blob:${ blobs.push( blob ) }`;
		URL.revokeObjectURL = () => {};
		const click = jest
			.spyOn( HTMLAnchorElement.prototype, 'click' )
			.mockImplementation( function ( this: HTMLAnchorElement ) {
				saved.push( { name: this.download, blob: blobs[ 0 ] } );
			} );
		await user.click(
			await screen.findByRole( 'button', { name: 'Download' } )
		);
		click.mockRestore();
		const file = written.mock.results.map( ( { value } ) =>
			String( value )
		);
		written.mockRestore();
		expect( file.at( -1 ) ).toMatch( /"name": "pass",\s+"status"/ );
		expect( file.at( -1 ) ).not.toContain( 'shop.example.com' );
		expect( saved.map( ( { name } ) => name ) ).toEqual( [
			'orderinvoicer-diagnostics-2026-11-24.json',
		] );
		expect( blobs[ 0 ] ).toBeInstanceOf( Blob );

		screen.getByRole( 'button', { name: 'Copy the diagnostics' } );
		await user.click( screen.getByText( 'Show what it says' ) );
		expect( screen.getByText( '### Order Invoicer' ) ).toBeVisible();
		await expectAccessible();
	} );

	const untested: HealthCheck = {
		...late,
		name: 'loopback',
		label: 'Calls of the site to itself',
		title: 'It is not known yet whether this site can call itself',
		next_step:
			'The button “Test now” on the overview of Order Invoicer tries it.',
		page: 'admin.php?page=orderinvoicer#/diagnostics',
	};

	it( 'test at once whether the site can call itself', async () => {
		const site = withHealth( untested );
		const user = open();
		const test = await screen.findByRole( 'button', { name: 'Test now' } );
		expect(
			screen.queryByRole( 'link', { name: /Go there/ } )
		).not.toBeInTheDocument();
		site.refuse( 'POST /loopback', 'busy', 'The site is busy.' );
		await user.click( test );
		await screen.findByText( 'The site is busy.', {
			selector: '.orderinvoicer-message *',
		} );
		site.on( 'POST /loopback', () => answers.status );
		site.on( 'GET /diagnostics', () => ( {
			...answers.diagnostics,
			health: [
				{
					...untested,
					status: 'good',
					title: 'Documents are made within seconds',
					next_step: '',
					page: '',
				},
			],
		} ) );
		await user.click( test );
		// Other checks that are in order are folded; what was tested here is not.
		expect(
			await screen.findByText( 'Documents are made within seconds' )
		).toBeVisible();
		await screen.findByText( 'The test went well.', {
			selector: '.orderinvoicer-message *',
		} );
		expect( onChanged ).toHaveBeenCalledTimes( 1 );
		await expectAccessible();
	} );

	it( 'switch the detailed log on at once', async () => {
		const answer = deferred< unknown >();
		const site = withHealth().on( 'POST /settings', () => answer.promise );
		const user = open();
		const log = await screen.findByLabelText( 'Write a detailed log' );
		await user.click( log );
		expect( log ).toBeChecked();
		await user.click( log );
		expect(
			site.callsOf( 'POST /settings' ).map( ( c ) => c.data )
		).toEqual( [ { debug_log: true } ] );
		await act( async () =>
			answer.resolve( { ...answers.settings, debug_log: true } )
		);
		await screen.findByText( 'Saved.', { selector: '[role=status]' } );
		expect( log ).toBeChecked();
		expect(
			screen.queryByRole( 'button', { name: 'Save changes' } )
		).not.toBeInTheDocument();
		expect(
			screen.getByRole( 'link', { name: /WooCommerce › Status › Logs/ } )
		).toHaveAttribute( 'href', expect.stringMatching( /tab=logs/ ) );
		await expectAccessible();
	} );

	it( 'leave the log as it is where that is refused, and say why', async () => {
		withHealth().refuse( 'POST /settings', 'busy', 'The site is busy.' );
		const user = open();
		const log = await screen.findByLabelText( 'Write a detailed log' );
		await user.click( log );
		await screen.findByText( 'The site is busy.', {
			selector: '.orderinvoicer-message *',
		} );
		expect( log ).not.toBeChecked();
		expect( log ).toHaveFocus();
	} );

	it( 'save the log alone, and leave what is typed elsewhere', async () => {
		let sent: unknown;
		connectedSite().on( 'POST /settings', ( { data } ) => {
			sent = data;
			return { ...answers.settings, debug_log: true };
		} );
		const { user } = renderApp( '#/connection' );
		await user.click( await screen.findByText( /^Shop code, deleting/ ) );
		const code = await screen.findByLabelText( 'Shop code' );
		await user.clear( code );
		await user.type( code, 'OTHER' );
		await user.click( screen.getByRole( 'link', { name: 'Tools' } ) );
		await user.click(
			await screen.findByRole( 'link', { name: 'Diagnostics' } )
		);
		await user.click(
			await screen.findByLabelText( 'Write a detailed log' )
		);
		await screen.findByText( 'Saved.', { selector: '[role=status]' } );
		expect( sent ).toEqual( { debug_log: true } );
		await user.click( screen.getByRole( 'link', { name: 'Settings' } ) );
		await user.click(
			await screen.findByRole( 'link', { name: 'Connection' } )
		);
		await user.click( await screen.findByText( /^Shop code, deleting/ ) );
		expect( await screen.findByLabelText( 'Shop code' ) ).toHaveValue(
			'OTHER'
		);
	} );
} );
