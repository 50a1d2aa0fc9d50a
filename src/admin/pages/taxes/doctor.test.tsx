import {
	act,
	fireEvent,
	screen,
	waitFor,
	within,
} from '@testing-library/react';
import type { Finding } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred, refusal } from '../../../test/site';

const finding: Finding = {
	code: 'tax_inactive',
	severity: 'error',
	title: 'TVA 20 %: “TVA 20 % ancienne” is not active at Sellsy',
	why: 'Orders with it stop.',
	next_step: '',
	orders: 30,
	rate_ids: [ 1 ],
	situation: 'none',
	fix: {
		tax_rates: [ { rate_id: 1, tax_id: 101 } ],
		rounding_tax_id: null,
	},
};

const open = async () => {
	const view = renderApp( '#/taxes' );
	await screen.findByRole(
		'group',
		{ name: 'Tax doctor' },
		{ timeout: 5000 }
	);
	return view;
};

const rate = () => screen.getByLabelText( 'Sellsy tax for TVA – 20%' );

const doctor = () =>
	within( screen.getByRole( 'group', { name: 'Tax doctor' } ) );

describe( 'the tax doctor', () => {
	it( 'looks at the mapping on the page and mends it with one click', async () => {
		const site = connectedSite().on( 'POST /tax-doctor', ( { data } ) =>
			JSON.stringify( data ).includes( '"tax_id":101' )
				? answers.healthyTaxes
				: { findings: [ finding ], problem: null }
		);
		const { user } = await open();
		await user.click(
			await screen.findByRole( 'button', { name: 'Choose “TVA 20 %”' } )
		);
		expect( rate() ).toHaveDisplayValue( 'TVA 20 %' );
		await doctor().findByText( 'Nothing is wrong with what is set.' );
		expect( site.callsOf( 'POST /tax-doctor' ).at( -1 )?.data ).toEqual( {
			tax_rates: [ { rate_id: 1, tax_id: 101 } ],
			exempt_taxes: [],
			exempt_reasons: [],
			rounding_tax_id: null,
		} );
		expect( site.callsOf( 'POST /settings' ) ).toEqual( [] );
		await expectAccessible();
	} );

	it( 'keeps what is only good to know folded', async () => {
		connectedSite().on( 'POST /tax-doctor', () => ( {
			findings: [
				{
					...finding,
					severity: 'info',
					fix: null,
					code: 'rates_unused',
				},
			],
			problem: null,
		} ) );
		await open();
		await doctor().findByText( 'Good to know (1)' );
		expect(
			doctor().getByText( 'Nothing is wrong with what is set.' )
		).toBeVisible();
		await expectAccessible();
	} );

	it( 'stands below the tables, and a line above them leads to what it found', async () => {
		const late = deferred< unknown >();
		connectedSite().on( 'POST /tax-doctor', () => late.promise );
		const { user } = await open();
		expect(
			screen.getByText( 'The tax doctor is looking…', {
				selector: '.orderinvoicer-line',
			} )
		).toBeVisible();
		expect(
			rate().compareDocumentPosition(
				screen.getByRole( 'group', { name: 'Tax doctor' } )
			)
		).toBe( Node.DOCUMENT_POSITION_FOLLOWING );
		late.resolve( { findings: [ finding ], problem: null } );
		await user.click(
			await screen.findByRole( 'button', {
				name: 'The tax doctor found 1 thing: show it',
			} )
		);
		expect(
			screen.getByText( finding.title ).closest( ':focus' )
		).not.toBeNull();
		await expectAccessible();
	} );

	it( 'says when it could not look, and looks again', async () => {
		let isBroken = true;
		connectedSite().on( 'POST /tax-doctor', () =>
			isBroken ? { findings: 'none' } : answers.healthyTaxes
		);
		const { user } = await open();
		await doctor().findByText( /cannot read/ );
		expect( doctor().queryByText( /Nothing is wrong/ ) ).toBeNull();
		isBroken = false;
		await user.click(
			doctor().getByRole( 'button', { name: 'Try again' } )
		);
		await doctor().findByText( /Nothing is wrong/ );
	} );

	it( 'is asked once for edits that follow each other', async () => {
		const site = connectedSite();
		await open();
		await doctor().findByText( /Nothing is wrong/ );
		const asked = () => site.callsOf( 'POST /tax-doctor' );
		const before = asked().length;
		// Without the time that a person takes, which a busy machine makes longer than the pause.
		for ( const value of [ '101', '', '101' ] ) {
			fireEvent.change( rate(), { target: { value } } );
		}
		expect( asked() ).toHaveLength( before );
		expect(
			doctor()
				.getByText( /Nothing is wrong/ )
				.closest( '[aria-busy]' )
		).toHaveAttribute( 'aria-busy', 'true' );
		await waitFor( () => expect( asked() ).toHaveLength( before + 1 ) );
		expect( asked().at( -1 )?.data ).toMatchObject( {
			tax_rates: [ { rate_id: 1, tax_id: 101 } ],
		} );
	} );

	it( 'is not asked any more once the page was left', async () => {
		const site = connectedSite();
		const { unmount } = await open();
		await doctor().findByText( /Nothing is wrong/ );
		const before = site.callsOf( 'POST /tax-doctor' ).length;
		fireEvent.change( rate(), { target: { value: '101' } } );
		unmount();
		await new Promise( ( resolve ) => setTimeout( resolve, 600 ) );
		expect( site.callsOf( 'POST /tax-doctor' ) ).toHaveLength( before );
	} );

	it( 'shows only the answer to the last mapping', async () => {
		const late = deferred< unknown >();
		connectedSite().on( 'POST /tax-doctor', ( { data } ) =>
			JSON.stringify( data ).includes( '"tax_id":101' )
				? answers.healthyTaxes
				: late.promise
		);
		const { user } = await open();
		await user.selectOptions( rate(), 'TVA 20 %' );
		await doctor().findByText( /Nothing is wrong/ );
		late.resolve( { findings: [ finding ], problem: null } );
		await waitFor( () =>
			expect( doctor().queryByText( finding.title ) ).toBeNull()
		);
	} );
} );

describe( 'a missing tax', () => {
	const withoutTwenty = () =>
		connectedSite()
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: {
					items: answers.sellsy.taxes.items.filter(
						( { percent } ) => percent !== '20'
					),
					problem: null,
				},
			} ) )
			.on( 'GET /tax-proposals', () => ( {
				...answers.proposals,
				tax_rates: [],
			} ) );

	const created = {
		tax: {
			id: 120,
			label: 'TVA – 20%',
			percent: '20',
			category: 'S',
			usable: true,
			exempt: false,
		},
		created: true,
	};

	const ask = 'Create it at Sellsy: Sellsy tax for TVA – 20%';

	it( 'is created once a person said so, and chosen', async () => {
		const answer = deferred< unknown >();
		const site = withoutTwenty().on(
			'POST /sellsy/taxes',
			() => answer.promise
		);
		const { user } = await open();
		await user.click( screen.getByRole( 'button', { name: ask } ) );
		const dialog = within( screen.getByRole( 'dialog' ) );
		expect( dialog.getByText( 'Rate: 20%' ) ).toBeVisible();
		expect( site.callsOf( 'POST /sellsy/taxes' ) ).toEqual( [] );
		await expectAccessible();
		const button = dialog.getByRole( 'button', {
			name: 'Create it at Sellsy',
		} );
		await user.dblClick( button );
		answer.resolve( created );
		await screen.findByText( /was created at Sellsy and is chosen here/ );
		expect( site.callsOf( 'POST /sellsy/taxes' ) ).toHaveLength( 1 );
		expect( site.callsOf( 'POST /sellsy/taxes' )[ 0 ]?.data ).toEqual( {
			label: 'TVA – 20%',
			percent: '20',
			reason: 'none',
		} );
		expect( rate() ).toHaveDisplayValue( 'TVA – 20%' );
		expect( screen.queryByText( /not at Sellsy any more/ ) ).toBeNull();
	} );

	it( 'says why it was not created and chooses nothing', async () => {
		withoutTwenty().refuse(
			'POST /sellsy/taxes',
			'orderinvoicer_tax_not_created',
			'The right taxes.write is missing.'
		);
		const { user } = await open();
		await user.click( screen.getByRole( 'button', { name: ask } ) );
		const dialog = within( screen.getByRole( 'dialog' ) );
		await user.click(
			dialog.getByRole( 'button', { name: 'Create it at Sellsy' } )
		);
		await dialog.findByText( 'The right taxes.write is missing.' );
		await user.click( dialog.getByRole( 'button', { name: 'Cancel' } ) );
		expect( rate() ).toHaveDisplayValue( 'Not set' );
	} );

	it( 'is waited for: what is edited meanwhile would be lost, and a failure unseen', async () => {
		const answer = deferred< unknown >();
		withoutTwenty().on( 'POST /sellsy/taxes', () => answer.promise );
		const { user } = await open();
		await user.click( screen.getByRole( 'button', { name: ask } ) );
		const dialog = within( screen.getByRole( 'dialog' ) );
		await user.click(
			dialog.getByRole( 'button', { name: 'Create it at Sellsy' } )
		);
		await user.keyboard( '{Escape}' );
		await user.click( dialog.getByRole( 'button', { name: 'Cancel' } ) );
		// A dialog that is closed takes a moment to go.
		await act( async () => {
			await new Promise( ( resolve ) => setTimeout( resolve, 500 ) );
		} );
		await act( async () => answer.reject( refusal( 'busy', 'Not now.' ) ) );
		await dialog.findByText( 'Not now.' );
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect( screen.queryByRole( 'dialog' ) ).toBeNull()
		);
	} );

	it( 'of a zero rate wants a reason first', async () => {
		const site = connectedSite()
			.on( 'GET /shop', () => ( {
				...answers.shop,
				tax_rates: [
					{
						id: 1,
						label: 'Sans TVA',
						percent: '0.0000',
						country: 'FR',
						class: '',
						class_name: '',
						orders_recent: 0,
					},
				],
			} ) )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: { items: [], problem: null },
			} ) )
			.on( 'GET /tax-proposals', () => ( {
				...answers.proposals,
				tax_rates: [],
				exempt_taxes: [],
			} ) )
			.on( 'POST /sellsy/taxes', () => created );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', {
				name: /^Create it at Sellsy: Sellsy tax for Sans TVA/,
			} )
		);
		const dialog = within( screen.getByRole( 'dialog' ) );
		const button = dialog.getByRole( 'button', {
			name: 'Create it at Sellsy',
		} );
		expect( button ).toHaveAttribute( 'aria-disabled', 'true' );
		await user.click( dialog.getByLabelText( 'Export outside the EU' ) );
		await user.click( button );
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /sellsy/taxes' )[ 0 ]?.data
			).toMatchObject( { percent: '0', reason: 'export' } )
		);
	} );

	it( 'cannot be asked for where the list of Sellsy is not known', async () => {
		connectedSite().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			taxes: { items: [], problem: answers.problem },
		} ) );
		renderApp( '#/taxes' );
		await screen.findAllByText( answers.problem.text );
		expect(
			screen.queryByRole( 'group', { name: 'Tax doctor' } )
		).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: /Create it at Sellsy/ } )
		).toBeNull();
	} );
} );

describe( 'the table of rates', () => {
	const many = () =>
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			tax_rates: Array.from( { length: 12 }, ( _, index ) => ( {
				id: index + 1,
				label: `Tax ${ index + 1 }`,
				percent: `${ index + 1 }`,
				country: index === 4 ? 'DE' : 'FR',
				class: '',
				class_name: '',
				orders_recent: 0,
			} ) ),
		} ) );

	it( 'counts orders, and names rates that only orders know', async () => {
		connectedSite();
		await open();
		const table = await screen.findByRole( 'table', {
			name: 'Tax rates of the shop',
		} );
		await within( table ).findByText( '30' );
		expect(
			within( table ).getByText( 'TVA import – 8.5%' )
		).toBeVisible();
		screen.getByText( /40 orders sold since/ );
	} );

	it( 'says nothing of orders that could not be counted', async () => {
		connectedSite().refuse( 'GET /order-usage', 'broken', 'No database.' );
		await open();
		await screen.findByText( /could not be counted: No database\./ );
		const table = screen.getByRole( 'table', {
			name: 'Tax rates of the shop',
		} );
		expect( within( table ).getAllByText( 'Not known' ) ).toHaveLength( 2 );
		expect( within( table ).queryByText( '0' ) ).toBeNull();
	} );

	it( 'does not call set what cannot be compared', async () => {
		connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				tax_rates: [ { rate_id: 1, tax_id: 101 } ],
			} ) )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				taxes: { items: [], problem: answers.problem },
			} ) );
		renderApp( '#/taxes' );
		await screen.findByText( 'Not known' );
		const row = screen
			.getAllByRole( 'row' )
			.find( ( r ) => within( r ).queryByText( 'TVA – 20%' ) );
		expect( row ).toHaveTextContent( 'Not known' );
		expect( row ).not.toHaveTextContent( /Set$/ );
	} );

	it( 'can be searched when it is long', async () => {
		many();
		const { user } = await open();
		await user.type(
			await screen.findByRole( 'searchbox', { name: 'Search' } ),
			'DE'
		);
		expect( screen.getByText( 'Tax 5' ) ).toBeVisible();
		expect( screen.queryByText( 'Tax 6' ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'keeps a row in sight while it is being set', async () => {
		connectedSite().on( 'GET /shop', () => ( {
			...answers.shop,
			tax_rates: Array.from( { length: 12 }, ( _, index ) => ( {
				id: index + 1,
				label: `Tax ${ index + 1 }`,
				percent: '20',
				country: 'FR',
				class: '',
				class_name: '',
				orders_recent: 0,
			} ) ),
		} ) );
		const { user } = await open();
		const field = screen.getByLabelText( 'Sellsy tax for Tax 1 – 20%' );
		await user.selectOptions( field, 'TVA 20 %' );
		expect( field ).toBeVisible();
	} );
} );
