import {
	act,
	fireEvent,
	screen,
	waitFor,
	within,
} from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { deferred } from '../../../test/site';
import { dryOrder, isFirstPage } from '../../../test/wizard';
import { newRule } from './rules';
import type {
	Kind,
	Settings,
	SettingsWorkflow,
} from '../../../generated/schemas';
import { KIND_FACTS, KINDS } from '../../settings/kinds';
import { conflictsOf } from './conflicts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { placeholders } from './placeholders';
import { previewOf, unknownWords } from './preview';
import {
	finaliseChoice,
	finaliseOf,
	triggerChoice,
	triggerOf,
} from './choices';

const open = async () => {
	const view = renderApp( '#/documents' );
	await screen.findByText( 'Free orders' );
	await waitFor( () =>
		expect( screen.queryByText( 'Opening…' ) ).toBeNull()
	);
	return view;
};

const unfold = async ( user: UserEvent, ...names: string[] ) => {
	for ( const name of names ) {
		const change = screen.queryByRole( 'button', {
			name: `Change: ${ name }`,
		} );
		if ( change ) {
			await user.click( change );
		} else if ( screen.queryByRole( 'group', { name } ) === null ) {
			await user.selectOptions(
				screen.getByLabelText( 'Add a document' ),
				name
			);
		}
	}
	await waitFor( () =>
		expect( screen.queryByText( 'Opening…' ) ).toBeNull()
	);
};

/** What is folded is fetched once it is unfolded. */
const unfoldMore = async () => {
	for ( const summary of screen.getAllByText( /^More: rate category/ ) ) {
		if ( ! summary.closest( 'details' )?.open ) {
			fireEvent.click( summary );
		}
	}
	await waitFor( () =>
		expect( screen.getAllByLabelText( 'Note' ) ).toHaveLength(
			screen.getAllByText( /^More: rate category/ ).length
		)
	);
};

const group = ( name: string ) => screen.getByRole( 'group', { name } );

/** These kinds switched on, with what is set for them. */
const enabled = (
	kinds: Partial< Record< Kind, Partial< SettingsWorkflow > > >
): Settings =>
	KINDS.reduce(
		( settings, kind ) => ( {
			...settings,
			[ kind ]: {
				...settings[ kind ],
				...kinds[ kind ],
				enabled: kind in kinds,
			},
		} ),
		answers.settings
	);

const saveButton = () => screen.getByRole( 'button', { name: 'Save changes' } );

describe( 'document settings', () => {
	it( 'are read before anything can be changed', async () => {
		const read = deferred< Settings >();
		connectedSite().on( 'GET /settings', () => read.promise );
		renderApp( '#/documents' );
		expect(
			await screen.findByText( 'Reading the settings…' )
		).toBeVisible();
		await expectAccessible();
		await act( async () => read.resolve( answers.settings ) );
		await screen.findByText( 'Free orders' );
		expect( screen.queryByLabelText( 'Subject' ) ).toBeNull();
		await unfoldMore();
		expect( screen.getByLabelText( 'Subject' ) ).toBeVisible();
		await expectAccessible();
	} );

	it( 'send only what was changed', async () => {
		const site = connectedSite().on( 'POST /settings', () => ( {
			...answers.settings,
			invoice: { ...answers.settings.invoice, enabled: true },
		} ) );
		const { user } = await open();
		await user.click(
			screen.getByLabelText( 'Make invoices from orders' )
		);
		await user.click( saveButton() );
		await screen.findByText( 'Saved.' );
		expect(
			site.callsOf( 'POST /settings' ).map( ( c ) => c.data )
		).toEqual( [ { invoice: { enabled: true, rate_category_id: 201 } } ] );
		// What waited for a setting may go on: the banner counts again.
		expect( site.callsOf( 'GET /status' ) ).toHaveLength( 2 );
		await expectAccessible();
	} );

	it( 'keep what was typed while they were being saved', async () => {
		const saved = deferred< Settings >();
		connectedSite().on( 'POST /settings', () => saved.promise );
		const { user } = await open();
		await unfoldMore();
		const note = screen.getByLabelText( 'Note' );
		await user.type( note, 'a' );
		await user.click( saveButton() );
		await screen.findByText( 'Saving…' );
		await user.type( note, 'b' );
		await act( async () =>
			saved.resolve( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, note: 'a' },
			} )
		);
		expect( note ).toHaveValue( 'ab' );
		expect( screen.getByText( 'Not saved yet.' ) ).toBeVisible();
	} );

	it( 'stay as typed when the site refuses them', async () => {
		connectedSite().refuse(
			'POST /settings',
			'orderinvoicer_invalid',
			'The start date is wrong.'
		);
		const { user } = await open();
		await unfoldMore();
		await user.type( screen.getByLabelText( 'Note' ), 'a' );
		await user.click( saveButton() );
		await screen.findByText( 'The start date is wrong.' );
		expect( screen.getByLabelText( 'Note' ) ).toHaveValue( 'a' );
		await expectAccessible();
	} );

	it( 'are not taken as saved from an answer that cannot be read', async () => {
		connectedSite().on( 'POST /settings', () => ( { saved: true } ) );
		const { user } = await open();
		await unfoldMore();
		await user.type( screen.getByLabelText( 'Note' ), 'a' );
		await user.click( saveButton() );
		await screen.findByText( /cannot read/ );
		expect( screen.queryByText( 'Saved.' ) ).toBeNull();
		expect( screen.getByLabelText( 'Note' ) ).toHaveValue( 'a' );
	} );

	it( 'of a kind that is off are one line, and stand there once it is added', async () => {
		const site = connectedSite();
		const { user } = await open();
		expect(
			screen.queryByRole( 'group', { name: 'Estimate' } )
		).toBeNull();
		await unfold( user, 'Estimate' );
		const estimate = within( group( 'Estimate' ) );
		expect( group( 'Estimate' ) ).toHaveFocus();
		await unfoldMore();
		await user.type( estimate.getByLabelText( 'Note' ), 'x' );
		await user.click(
			estimate.getByRole( 'button', { name: 'Close: Estimate' } )
		);
		expect( estimate.queryByLabelText( 'Note' ) ).toBeNull();
		const change = estimate.getByRole( 'button', {
			name: 'Change: Estimate',
		} );
		expect( change ).toHaveAttribute( 'aria-expanded', 'false' );
		change.focus();
		await user.keyboard( '{Enter}' );
		await unfoldMore();
		expect( estimate.getByLabelText( 'Note' ) ).toHaveValue( 'x' );
		expect(
			estimate.getByLabelText( 'Make estimates from orders' )
		).toBeChecked();
		await expectAccessible();
		await user.click( saveButton() );
		await waitFor( () =>
			expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
				estimate: {
					enabled: true,
					rate_category_id: 201,
					note: 'x',
				},
			} )
		);
	} );

	it( 'are added before the lists of Sellsy are read, and get their rate category then', async () => {
		const lists = deferred< typeof answers.sellsy >();
		const site = connectedSite()
			.on( 'GET /sellsy', () => lists.promise )
			.on( 'POST /settings', () => answers.settings );
		const { user } = await open();
		await user.selectOptions(
			screen.getByLabelText( 'Add a document' ),
			'Sales order'
		);
		const asks = () =>
			within( group( 'Sales order' ) ).queryByText( /^Choose a rate/ );
		expect( asks() ).not.toBeNull();
		await act( async () => lists.resolve( answers.sellsy ) );
		expect( asks() ).toBeNull();
		await user.click( saveButton() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			order: { enabled: true, rate_category_id: 201 },
		} );
	} );

	it( 'keep the rate category that was proposed where the lists can no longer be read', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		await user.selectOptions(
			screen.getByLabelText( 'Add a document' ),
			'Sales order'
		);
		site.refuse( 'GET /sellsy', 'down', 'Sellsy is down.' );
		await user.click( screen.getByRole( 'link', { name: 'Payments' } ) );
		await screen.findByText( 'Not saved yet.' );
		await user.click( screen.getByRole( 'link', { name: 'Documents' } ) );
		await screen.findAllByText( /Sellsy is down/ );
		await user.click( saveButton() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			order: { enabled: true, rate_category_id: 201 },
		} );
	} );

	it( 'have fifteen controls at most before anything is unfolded', async () => {
		connectedSite().on( 'GET /settings', () =>
			enabled( {
				invoice: { rate_category_id: 201 },
				creditnote: { rate_category_id: 201 },
			} )
		);
		await open();
		const controls = screen
			.getAllByRole( 'button', { hidden: false } )
			.concat( screen.getAllByRole( 'combobox' ) )
			.filter( ( control ) =>
				control.closest( '.orderinvoicer-page__body' )
			);
		expect( controls.length ).toBeLessThanOrEqual( 15 );
	} );

	it( 'say how many of the last orders each rule takes, under what is not saved yet too', async () => {
		const site = connectedSite()
			.on( 'GET /settings', () =>
				enabled( {
					invoice: {
						rate_category_id: 201,
						rules: [
							{ ...newRule( answers.settings.invoice ), id: 7 },
						],
					},
				} )
			)
			.on( 'POST /dry-run', ( { data } ) => ( {
				orders: isFirstPage( data )
					? [
							dryOrder( 1, { rule: 7 } ),
							dryOrder( 2, { rule: 7 } ),
							dryOrder( 3 ),
						]
					: [],
				problem: null,
			} ) );
		const { user } = await open();
		await user.click(
			screen.getByRole( 'button', {
				name: 'Try with your last 50 orders',
			} )
		);
		await screen.findByText( '2 of your last 3 orders' );
		expect( screen.getByText( '1 of your last 3 orders' ) ).toBeVisible();
		expect( site.callsOf( 'POST /dry-run' )[ 0 ]?.data ).toMatchObject( {
			as_new: true,
		} );
		await unfold( user, 'Invoice' );
		await user.click(
			within( group( 'Invoice' ) ).getByLabelText( 'At once' )
		);
		expect( screen.queryByText( /of your last 3 orders/ ) ).toBeNull();
	} );

	it( 'begin with the invoice', async () => {
		connectedSite().on( 'GET /settings', () =>
			enabled( {
				estimate: {},
				order: {},
				delivery: {},
				proforma: {},
				invoice: {},
				creditnote: {},
			} )
		);
		await open();
		expect(
			screen
				.getAllByRole( 'group' )
				.map( ( { ariaLabel } ) => ariaLabel )
				.filter( ( label ) =>
					KINDS.some(
						( kind ) => KIND_FACTS[ kind ].label() === label
					)
				)
		).toEqual( [
			'Invoice',
			'Credit note',
			'Estimate',
			'Sales order',
			'Delivery note',
			'Proforma',
		] );
	} );

	it( 'of a kind that is off are open where a link led there', async () => {
		connectedSite();
		Element.prototype.scrollIntoView = jest.fn();
		renderApp( '#/documents/creditnote' );
		expect(
			await screen.findByLabelText( 'Make credit notes from refunds' )
		).toBeVisible();
		expect( group( 'Credit note' ) ).toHaveFocus();
		act( () => {
			window.location.hash = '#/documents/proforma';
		} );
		await screen.findByLabelText( 'Make proformas from orders' );
		await waitFor( () => expect( group( 'Proforma' ) ).toHaveFocus() );
	} );

	it( 'of several kinds are sent together, each only where it changed', async () => {
		const site = connectedSite().on(
			'POST /settings',
			() => answers.settings
		);
		const { user } = await open();
		await unfold( user, 'Estimate', 'Credit note' );
		await user.click(
			within( group( 'Invoice' ) ).getByLabelText( 'Some hours later' )
		);
		await user.click( saveButton() );
		await screen.findByText( 'Saved.' );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			estimate: { enabled: true, rate_category_id: 201 },
			creditnote: { enabled: true, rate_category_id: 201 },
			invoice: { finalise: 'hours:24' },
		} );
	} );

	it( 'refuse hours that are none', async () => {
		connectedSite();
		const { user } = await open();
		const invoice = within( group( 'Invoice' ) );
		await user.click( invoice.getByLabelText( 'Some hours later' ) );
		await user.type( invoice.getByLabelText( 'Hours' ), '0000' );
		expect( invoice.getByLabelText( 'Hours' ) ).toBeInvalid();
		expect( saveButton() ).toHaveAttribute( 'aria-disabled', 'true' );
		await expectAccessible();
	} );

	it( 'that need the older API cannot be added, and the page says which right to tick', async () => {
		connectedSite().on( 'GET /sellsy', () => ( {
			...answers.sellsy,
			has_v1: false,
		} ) );
		const { user } = await open();
		const add = screen.getByLabelText( 'Add a document' );
		await waitFor( () =>
			expect( add ).toHaveAccessibleDescription(
				/^Delivery note, Proforma – .*api-v1/
			)
		);
		expect(
			within( add ).queryByRole( 'option', { name: 'Proforma' } )
		).toBeNull();
		await unfold( user, 'Estimate' );
		await expectAccessible();
	} );

	it( 'take no model where the document has a parent', async () => {
		connectedSite().on( 'GET /settings', () =>
			enabled( { order: { rate_category_id: 201 } } )
		);
		await open();
		await unfoldMore();
		const model = within( group( 'Invoice' ) ).getByLabelText(
			'Document model'
		);
		expect( model ).toBeDisabled();
		expect( model ).toHaveAccessibleDescription( /Sales order/ );
		await expectAccessible();
	} );

	it( 'leave who e-mails them to the page of e-mails', async () => {
		connectedSite();
		await open();
		expect(
			within( group( 'Invoice' ) ).getByRole( 'link', {
				name: 'See E-mails',
			} )
		).toHaveAttribute( 'href', '#/emails' );
	} );

	it( 'offer every status of the shop as trigger', async () => {
		const site = connectedSite().on( 'POST /settings', ( { data } ) => {
			void data;
			return answers.settings;
		} );
		const { user } = await open();
		await user.click(
			screen.getByLabelText( 'In a status of your choice' )
		);
		await user.selectOptions(
			screen.getByLabelText( 'Order status' ),
			'Packed'
		);
		await user.click( saveButton() );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			invoice: { trigger: 'status:packed' },
		} );
	} );

	it( 'still show a status that is gone', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...answers.settings,
			invoice: { ...answers.settings.invoice, trigger: 'status:old' },
		} ) );
		await open();
		expect( screen.getByLabelText( 'Order status' ) ).toHaveDisplayValue(
			'old (no longer exists)'
		);
	} );

	it( 'offer rate categories in the currency of the shop only', async () => {
		connectedSite();
		await open();
		await unfoldMore();
		await screen.findByRole( 'option', { name: 'Tarif HT' } );
		expect( screen.queryByRole( 'option', { name: 'USD' } ) ).toBeNull();
	} );

	it( 'call what is set as it was called last while its list cannot be read', async () => {
		connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, owner_id: 1 },
			} ) )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				staffs: { ...answers.sellsy.staffs, problem: answers.problem },
			} ) );
		await open();
		await unfoldMore();
		const owner = screen.getByLabelText( 'Owner' );
		expect( owner ).toHaveAccessibleDescription(
			/Sellsy refused the keys/
		);
		expect( owner ).toHaveDisplayValue( 'Client Test' );
		expect( owner ).toBeDisabled();
	} );

	it( 'say why a list of Sellsy is missing, and keep what is set', async () => {
		connectedSite()
			.on( 'GET /settings', () => ( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, owner_id: 7 },
			} ) )
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				staffs: { items: [], problem: answers.problem },
			} ) );
		await open();
		await unfoldMore();
		const owner = screen.getByLabelText( 'Owner' );
		expect( owner ).toHaveAccessibleDescription(
			/Sellsy refused the keys/
		);
		expect( owner ).toHaveDisplayValue( 'No. 7 at Sellsy' );
		expect(
			screen.getByText( answers.problem.text, { selector: 'p *, p' } )
		).toBeVisible();
		expect(
			screen.getByText( /^The lists of Sellsy could not be read/, {
				selector: 'p *',
			} )
		).toBeVisible();
		await expectAccessible();
	} );
} );

describe( 'an unsaved conflict', () => {
	it( 'is explained at once, and is not lost on other tabs or by closing the page', async () => {
		connectedSite()
			.on( 'GET /sellsy', () => ( {
				...answers.sellsy,
				rate_categories: { items: [], problem: null },
			} ) )
			.on( 'POST /settings', () => ( {
				...answers.settings,
				invoice: { ...answers.settings.invoice, enabled: true },
			} ) );
		const { user } = renderApp( '#/documents' );
		const mayClose = () =>
			fireEvent(
				window,
				new Event( 'beforeunload', { cancelable: true } )
			);
		await user.click(
			await screen.findByLabelText( 'Make invoices from orders' )
		);
		await screen.findByText( /^Choose a rate category: without one/, {
			selector: 'p',
		} );
		expect( mayClose() ).toBe( false );
		await user.click( screen.getByRole( 'link', { name: 'Taxes' } ) );
		await screen.findByText( 'Not saved yet.' );
		expect( mayClose() ).toBe( false );
		await user.click( screen.getByRole( 'link', { name: 'Documents' } ) );
		expect(
			await screen.findByLabelText( 'Make invoices from orders' )
		).toBeChecked();
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		await screen.findByText( 'Saved.' );
		expect( mayClose() ).toBe( true );
	} );
} );

describe( 'without a connection', () => {
	it( 'the lists are promised for later, once', async () => {
		const unconnected = {
			code: 'not_connected',
			text: 'This shop is not connected to Sellsy.',
			next_step: 'Connect it.',
		};
		const none = { items: [], problem: unconnected };
		connectedSite().on( 'GET /sellsy', () => ( {
			taxes: none,
			rate_categories: none,
			staffs: none,
			models: none,
			payment_terms: none,
			has_v1: null,
		} ) );
		await open();
		expect(
			await screen.findByRole( 'link', { name: 'Connect to Sellsy' } )
		).toHaveAttribute( 'href', '#/connection' );
		expect( screen.queryByText( /is not connected to Sellsy/ ) ).toBeNull();
		await unfoldMore();
		expect( screen.getByLabelText( 'Owner' ) ).toHaveAccessibleDescription(
			'Listed here once this shop is connected to Sellsy.'
		);
		expect(
			screen.queryByRole( 'button', { name: /Read the lists/ } )
		).toBeNull();
		await expectAccessible();
	} );
} );

describe( 'a trigger', () => {
	it.each( [
		'confirmed',
		'paid',
		'shipped',
		'completed',
		'status:on-hold',
	] )( '%s is read and written the same way', ( trigger ) => {
		expect( triggerOf( triggerChoice( trigger ) ) ).toBe( trigger );
	} );
} );

describe( 'a way to become final', () => {
	it.each( [ 'manual', 'at_once', 'mapping', 'hours:48' ] )(
		'%s is read and written the same way',
		( finalise ) => {
			const { kind, hours } = finaliseChoice( finalise );
			expect( finaliseOf( kind, hours ) ).toBe( finalise );
		}
	);
} );

const RATED = { rate_category_id: 201 };

describe( 'conflicts', () => {
	it( 'are none in a usual shop', () => {
		const settings = enabled( {
			order: { ...RATED, trigger: 'confirmed' },
			invoice: { ...RATED, trigger: 'paid', email: true },
			creditnote: RATED,
		} );
		expect(
			KINDS.flatMap( ( kind ) => conflictsOf( kind, settings, true ) )
		).toEqual( [] );
	} );

	it.each( [
		[ 'a rate category', 'order', /rate category/, { order: {} } ],
		[
			'what counts as shipped',
			'delivery',
			/counts as shipped/,
			{ delivery: { ...RATED, trigger: 'shipped' } },
		],
		[
			'a status that makes it final',
			'creditnote',
			/No order status/,
			{ creditnote: { ...RATED, finalise: 'mapping' }, invoice: RATED },
		],
		[
			'a parent that comes first',
			'invoice',
			/Invoice comes before Delivery note/,
			{
				invoice: { ...RATED, trigger: 'paid' },
				delivery: { ...RATED, trigger: 'completed' },
			},
		],
		[
			'a child of the estimate',
			'estimate',
			/invoices are made from: Sales order/,
			{ estimate: RATED, order: RATED, invoice: RATED },
		],
	] as const )( 'name that %s is missing', ( _what, kind, text, kinds ) => {
		expect( conflictsOf( kind, enabled( kinds ), true ) ).toEqual( [
			expect.stringMatching( text ),
		] );
	} );

	it.each( [
		[
			'invoice',
			/status “old” no longer exists/,
			{ invoice: { ...RATED, trigger: 'status:old' } },
		],
		[
			'order',
			/sold nothing/,
			{ order: { ...RATED, trigger: 'status:failed' } },
		],
		[
			'delivery',
			/Without a first day/,
			{ delivery: { ...RATED, trigger: 'paid', start_date: '' } },
		],
		[
			'invoice',
			/never paid get a final invoice/,
			{
				invoice: {
					...RATED,
					trigger: 'confirmed',
					finalise: 'at_once',
				},
			},
		],
		[
			'proforma',
			/paid already/,
			{ proforma: { ...RATED, trigger: 'completed' } },
		],
		[ 'creditnote', /Invoices are switched off/, { creditnote: RATED } ],
		[
			'invoice',
			/model is not used.*Sales order/,
			{ order: RATED, invoice: { ...RATED, model_id: 5 } },
		],
	] as const )( 'of %s are told: %s', ( kind, text, kinds ) => {
		expect(
			conflictsOf( kind, enabled( kinds ), true, [
				...answers.shop.order_statuses,
				{ slug: 'failed', label: 'Failed', paid: false },
			] )
		).toEqual( [ expect.stringMatching( text ) ] );
	} );

	it( 'name the right of the older API only once it is known to be missing', () => {
		const settings = enabled( { invoice: { ...RATED, email: true } } );
		expect( conflictsOf( 'invoice', settings, null ) ).toEqual( [] );
		expect( conflictsOf( 'invoice', settings, false ) ).toEqual( [
			expect.stringContaining( 'api-v1' ),
		] );
	} );
} );

/** The lists of a PHP enum's method, by case: `Kind::Order => [ self::Draft, self::Sent ]`. */
function casesOf( file: string, method: string ): Map< string, string[] > {
	const source = readFileSync(
		path.resolve(
			__dirname,
			'../../../../includes/Domain/Documents',
			`${ file }.php`
		),
		'utf8'
	);
	const [ , body = '' ] = source.split( `function ${ method }(` );
	const [ ofMethod = '' ] = body.split( 'function ' );
	const lines = ofMethod.matchAll( /^\t\t\t(.+?)\s+=> \[ (.*) \],$/gm );
	const names = ( text: string ) =>
		[ ...text.matchAll( /::(\w+)/g ) ].map( ( [ , name = '' ] ) =>
			name.toLowerCase()
		);
	return new Map(
		[ ...lines ].flatMap( ( [ , kinds = '', list = '' ] ) =>
			names( kinds ).map( ( kind ): [ string, string[] ] => [
				kind,
				names( list ),
			] )
		)
	);
}

describe( 'what the page knows of documents', () => {
	it.each( KINDS )( 'agrees with the plugin: %s', ( kind ) => {
		expect( KIND_FACTS[ kind ].states ).toEqual(
			casesOf( 'DocumentState', 'states' ).get( kind )
		);
		expect( KIND_FACTS[ kind ].parents ).toEqual(
			casesOf( 'DocumentKind', 'parents' ).get( kind ) ?? []
		);
	} );
} );

describe( 'placeholders', () => {
	it( 'that are explained are those that are filled', () => {
		const php = readFileSync(
			path.resolve(
				__dirname,
				'../../../../includes/Domain/Content/Placeholders.php'
			),
			'utf8'
		);
		const [ , filled = '' ] = /NAMES = \[([^\]]*)\]/.exec( php ) ?? [];
		expect( placeholders().map( ( [ name ] ) => `'${ name }'` ) ).toEqual(
			filled.match( /'\w+'/g )
		);
	} );
} );

describe( 'a preview', () => {
	it( 'fills what an order would fill', () => {
		for ( const [ name ] of placeholders() ) {
			expect( previewOf( `{${ name }}`, 'EUR' ) ).not.toContain( '{' );
		}
		expect(
			previewOf( 'Order {order_number}: {order_total}', 'EUR' )
		).toBe( 'Order 1042: 48.00 EUR' );
	} );

	it( 'leaves what no order knows as it is written, and names it', () => {
		expect( previewOf( '{order_id} {constructor}', 'EUR' ) ).toBe(
			'{order_id} {constructor}'
		);
		expect( unknownWords( '{order_id} {order_number} {x}' ) ).toEqual( [
			'{order_id}',
			'{x}',
		] );
	} );
} );

describe( 'a card', () => {
	it( 'says what it does, as it is being changed', async () => {
		connectedSite();
		const { user } = await open();
		const invoice = within( group( 'Invoice' ) );
		expect( invoice.getByText( 'Off' ) ).toBeVisible();
		expect(
			invoice.getByText(
				'No invoices are made from orders by themselves.'
			)
		).toBeVisible();
		await user.click(
			invoice.getByLabelText( 'Make invoices from orders' )
		);
		expect( invoice.getByText( 'Not saved yet' ) ).toBeVisible();
		expect(
			invoice.getByText(
				'When an order is paid, create a draft invoice in Sellsy.'
			)
		).toBeVisible();
		await user.click( invoice.getByLabelText( 'Completed' ) );
		await user.click( invoice.getByLabelText( 'At once' ) );
		expect(
			invoice.getByText(
				'When an order is completed, create a final invoice in Sellsy.'
			)
		).toBeVisible();
	} );

	it( 'shows what is set without unfolding it', async () => {
		connectedSite().on( 'GET /settings', () => ( {
			...answers.settings,
			invoice: {
				...answers.settings.invoice,
				enabled: true,
				rate_category_id: 201,
				owner_id: 1,
			},
		} ) );
		const { user } = await open();
		await unfold( user, 'Invoice' );
		const invoice = within( group( 'Invoice' ) );
		await invoice.findByText(
			'Rate category: Tarif HT · Owner: Client Test · Subject: Order 1042'
		);
		expect( invoice.queryByLabelText( 'Owner' ) ).toBeNull();
		await expectAccessible();
	} );

	it( 'is unfolded where a rate category is still to be chosen', async () => {
		connectedSite().on( 'GET /settings', () => enabled( { invoice: {} } ) );
		const { user } = await open();
		const category = within( group( 'Invoice' ) ).getByLabelText(
			'Rate category'
		);
		expect( category ).toBeVisible();
		await screen.findAllByRole( 'option', { name: 'Tarif HT' } );
		await user.selectOptions( category, 'Tarif HT' );
		// Not folded away under the hand of who chose.
		expect( category ).toBeVisible();
	} );

	it( 'say whether free orders get documents', async () => {
		const site = connectedSite();
		const { user } = await open();
		await user.click( screen.getByText( 'Free orders' ) );
		const free = await screen.findByRole( 'checkbox', {
			name: 'Make documents of orders of 0.00 too',
		} );
		expect( free ).not.toBeChecked();
		await user.click( free );
		await user.click( saveButton() );
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
			).toEqual( [ { free_orders: true } ] )
		);
	} );

	it( 'say whether free invoices are not left due', async () => {
		const site = connectedSite();
		const { user } = await open();
		await user.click( screen.getByText( 'Free orders' ) );
		await user.click(
			await screen.findByRole( 'checkbox', {
				name: 'Set their final invoices to paid where Sellsy leaves them due',
			} )
		);
		await user.click( saveButton() );
		await waitFor( () =>
			expect(
				site.callsOf( 'POST /settings' ).map( ( { data } ) => data )
			).toEqual( [ { free_orders_paid: false } ] )
		);
	} );

	it( 'warns of words that no order knows', async () => {
		connectedSite();
		const { user } = await open();
		await unfoldMore();
		const invoice = within( group( 'Invoice' ) );
		await user.clear( invoice.getByLabelText( 'Subject' ) );
		await user.type( invoice.getByLabelText( 'Subject' ), '{{id}' );
		expect(
			invoice.getByText( 'Not replaced, because no order knows it: {id}' )
		).toBeInTheDocument();
	} );
} );
