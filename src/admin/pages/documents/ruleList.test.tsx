import { act, fireEvent, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Settings } from '../../../generated/schemas';
import * as answers from '../../../test/answers';
import {
	connectedSite,
	expectAccessible,
	renderApp,
} from '../../../test/render';
import { newRule, type Rule } from './rules';

const rule = ( id: number, more: Partial< Rule > ): Rule => ( {
	...newRule( answers.settings.invoice, 0 ),
	trigger: 'paid',
	finalise: 'manual',
	email: false,
	...more,
	id,
} );

const withRules = ( rules: Rule[], others = true ): Settings => ( {
	...answers.settings,
	invoice: { ...answers.settings.invoice, enabled: true, rules, others },
} );

const card = rule( 11, { gateways: [ 'stripe' ], finalise: 'at_once' } );
const transfer = rule( 12, { gateways: [ 'bacs' ], buyer: 'company' } );
const abroad = rule( 13, { area: 'outside', makes: false } );

const open = async ( settings: Settings ) => {
	const site = connectedSite().on( 'GET /settings', () => settings );
	const { user } = renderApp( '#/documents' );
	await screen.findByText( 'Free orders' );
	return { site, user };
};

const invoices = () =>
	within( screen.getByRole( 'group', { name: 'Invoice' } ) );
const items = () =>
	within( invoices().getByRole( 'list', { name: 'Rules' } ) )
		.getAllByRole( 'listitem' )
		.map(
			( item ) => within( item ).getAllByText( /./ )[ 0 ]?.textContent
		);
const press = ( name: string | RegExp ) =>
	invoices().getByRole( 'button', { name } );

/** Its sentence opens it; its fields are a script of their own. */
const openRule = async ( user: UserEvent, orders: string ) => {
	await user.click( press( new RegExp( `^${ orders }: ` ) ) );
	await invoices().findByRole( 'group', { name: orders } );
};

const addCondition = ( user: UserEvent, name: string ) =>
	user.selectOptions( invoices().getByLabelText( 'Add a condition' ), name );

describe( 'rules of a document', () => {
	it( 'that are new and ask for nothing are seen until they are gone, and named on other pages', async () => {
		const { user } = await open( withRules( [ card ] ) );
		await user.click( press( 'Add a rule: Invoice' ) );
		await invoices().findByText( /^Add a condition, so/ );
		await user.click(
			invoices().getByLabelText( 'Make invoices from orders' )
		);
		expect(
			screen.getByRole( 'button', { name: 'Save changes' } )
		).toHaveAttribute( 'aria-disabled', 'true' );
		expect( items() ).toHaveLength( 3 );
		await user.click( screen.getByRole( 'link', { name: 'Payments' } ) );
		await screen.findByText(
			'A new rule under Documents still asks for its orders.'
		);
	} );

	it( 'are not seen by a shop that has none, but for the button that adds one to a document that is made', async () => {
		const settings = withRules( [] );
		const { user } = await open( {
			...settings,
			invoice: { ...settings.invoice, rate_category_id: 1 },
		} );
		expect(
			invoices().queryByRole( 'list', { name: 'Rules' } )
		).toBeNull();
		expect( press( 'Change: Invoice' ) ).toHaveAttribute(
			'aria-expanded',
			'false'
		);
		await user.click( press( 'Add a rule: Invoice' ) );
		expect( items() ).toHaveLength( 2 );
	} );

	it( 'are not offered for a document that is not made', async () => {
		const settings = withRules( [] );
		await open( {
			...settings,
			invoice: { ...settings.invoice, enabled: false },
		} );
		expect(
			screen.queryByRole( 'button', { name: /^Add a rule/ } )
		).toBeNull();
	} );

	it( 'with which a document begins are for their orders alone', async () => {
		const { user } = await open( withRules( [] ) );
		const estimates = () =>
			within( screen.getByRole( 'group', { name: 'Estimate' } ) );
		await user.selectOptions(
			screen.getByLabelText( 'Add a document' ),
			'Estimate'
		);
		await user.click(
			estimates().getByRole( 'button', { name: 'Add a rule: Estimate' } )
		);
		const others = estimates().getByLabelText( /^All other orders get/ );
		expect( others ).not.toBeChecked();
		await user.click(
			await estimates().findByRole( 'button', { name: /^Remove/ } )
		);
		await user.click(
			within( screen.getByRole( 'dialog' ) ).getByRole( 'button', {
				name: /Remove/,
			} )
		);
		expect(
			estimates().queryByRole( 'list', { name: 'Rules' } )
		).toBeNull();
		await user.click( press( 'Add a rule: Invoice' ) );
		expect(
			invoices().getByLabelText( /^All other orders get/ )
		).toBeChecked();
	} );

	it( 'ask first for their orders, and are not saved as all of them', async () => {
		const { site, user } = await open( withRules( [ card ] ) );
		site.on( 'POST /settings', () => withRules( [ card ] ) );
		expect( invoices().getByText( 'On' ) ).toBeVisible();
		await user.click( press( 'Add a rule: Invoice' ) );
		expect( items()[ 1 ] ).toContain( 'Orders still to be chosen:' );
		expect( invoices().queryByText( 'On' ) ).toBeNull();
		expect( invoices().getByText( 'Not saved yet' ) ).toBeVisible();
		expect(
			await invoices().findByText( /^Add a condition, so that/ )
		).toBeVisible();
		expect( invoices().queryByText( /never happens/ ) ).toBeNull();
		const save = screen.getByRole( 'button', { name: 'Save changes' } );
		expect( save ).toHaveAttribute( 'aria-disabled', 'true' );
		expect(
			screen.getByRole( 'button', { name: /^Try with your last/ } )
		).toHaveAttribute( 'aria-disabled', 'true' );
		await addCondition( user, 'Person or company' );
		expect( items()[ 1 ] ).toContain( 'Companies:' );
		expect( invoices().queryByText( /^Add a condition, so/ ) ).toBeNull();
		await user.click( save );
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toMatchObject( {
			invoice: { rules: [ card, { buyer: 'company' } ] },
		} );
	} );

	it( 'that a shop has for all orders stay as they are', async () => {
		const { user } = await open( withRules( [ rule( 17, {} ) ] ) );
		expect( items()[ 0 ] ).toContain( 'Every order:' );
		expect( await invoices().findByText( /never happens/ ) ).toBeVisible();
		await openRule( user, 'Every order' );
		await user.selectOptions(
			invoices().getByLabelText( 'These orders get' ),
			'none'
		);
		expect(
			screen.getByRole( 'button', { name: 'Save changes' } )
		).toBeEnabled();
	} );

	it( 'that were just added are open, and their fields have the focus', async () => {
		const { user } = await open( withRules( [ card ] ) );
		const add = press( 'Add a rule: Invoice' );
		const orders = 'Orders still to be chosen';
		await user.click( add );
		expect(
			await invoices().findByRole( 'group', { name: orders } )
		).toHaveFocus();
		await user.tab();
		expect( press( `Up: ${ orders }` ) ).toHaveFocus();
		await user.click( add );
		expect(
			invoices().getAllByLabelText( 'Add a condition' )
		).toHaveLength( 1 );
		await expectAccessible();
	} );

	it( 'read as sentences', async () => {
		await open( withRules( [ card, transfer, abroad ], false ) );
		expect( items() ).toEqual( [
			'Card: When an order is paid, create a final invoice in Sellsy.',
			'Bank transfer, companies: When an order is paid, create a draft invoice in Sellsy. You make the invoice final yourself.',
			'Outside the EU, and overseas territories: no invoice.',
			'All other orders: no invoice.',
		] );
		expect(
			invoices().queryByLabelText( 'As soon as the order is' )
		).toBeNull();
		await expectAccessible();
	} );

	it( 'move with buttons that keep the focus, and are saved as a whole', async () => {
		const { site, user } = await open( withRules( [ card, abroad ] ) );
		site.on( 'POST /settings', () => withRules( [ abroad, card ] ) );
		await openRule( user, 'Outside the EU, and overseas territories' );
		const up = press( 'Up: Outside the EU, and overseas territories' );
		up.focus();
		await user.keyboard( '{Enter}' );
		expect( items()[ 0 ] ).toContain( 'Outside the EU' );
		expect(
			press( 'Up: Outside the EU, and overseas territories' )
		).toHaveFocus();
		expect(
			press( 'Up: Outside the EU, and overseas territories' )
		).toHaveAttribute( 'aria-disabled', 'true' );
		expect(
			invoices().getByText( 'Moved to place 1 of 2.' )
		).toHaveAttribute( 'role', 'status' );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			invoice: { rules: [ abroad, card ] },
		} );
	} );

	it( 'are changed in place, and show the conditions that they have', async () => {
		const { user } = await open( withRules( [ card ] ) );
		await openRule( user, 'Card' );
		expect( invoices().queryByLabelText( 'Bought by' ) ).toBeNull();
		await addCondition( user, 'Person or company' );
		await addCondition( user, 'Country' );
		await user.selectOptions(
			invoices().getByLabelText( 'Taxed by an address in' ),
			'eu'
		);
		await user.click( invoices().getByLabelText( 'Cheque' ) );
		expect( items()[ 0 ] ).toContain(
			'Card or Cheque, companies, other EU countries:'
		);
		await user.click( press( 'Remove the condition: Country' ) );
		expect( items()[ 0 ] ).toContain( 'Card or Cheque, companies:' );
		await user.selectOptions(
			invoices().getByLabelText( 'These orders get' ),
			'none'
		);
		expect( items()[ 0 ] ).toContain( 'companies: no invoice.' );
		await expectAccessible();
	} );

	it( 'ask for what came later, which is stored where it is set alone', async () => {
		const { site, user } = await open( withRules( [ card ] ) );
		site.on( 'POST /settings', () => withRules( [ card ] ) );
		await openRule( user, 'Card' );
		await addCondition( user, 'Order total' );
		const amount = invoices().getByLabelText( 'Amount: EUR' );
		await user.clear( amount );
		expect(
			invoices().getByText( 'Use an amount such as 1000 or 1000.50.' )
		).toBeVisible();
		await user.type( amount, '1000,50' );
		await addCondition( user, 'Shipping method' );
		await user.click( invoices().getByLabelText( 'Local pickup' ) );
		await addCondition( user, 'Product category' );
		await user.click( invoices().getByLabelText( 'Wine › Red' ) );
		await addCondition( user, 'Customer’s role' );
		await user.click( invoices().getByLabelText( 'Reseller' ) );
		await addCondition( user, 'Currency' );
		await user.click( invoices().getByLabelText( 'USD' ) );
		expect( items()[ 0 ] ).toContain(
			'Card, in USD, Local pickup, €1,000.50 and more, role Reseller, a product of Wine › Red:'
		);
		expect(
			invoices().queryByLabelText( 'Add a condition' )
		).toBeVisible();
		await expectAccessible();
		await user.click( invoices().getByLabelText( 'USD' ) );
		await user.click( press( 'Remove the condition: Customer’s role' ) );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect(
			JSON.parse(
				JSON.stringify( site.callsOf( 'POST /settings' )[ 0 ]?.data )
			)
		).toStrictEqual( {
			invoice: {
				rules: [
					{
						...card,
						total: 'at_least:1000.50:EUR',
						shipping: [ 'local_pickup' ],
						categories: [ 16 ],
					},
				],
			},
		} );
	} );

	it( 'say what they ask for that the shop does not have', async () => {
		await open( withRules( [ rule( 17, { roles: [ 'boss' ] } ) ] ) );
		expect(
			await invoices().findByText( /does not have \(any more\): boss\./ )
		).toBeVisible();
	} );

	describe( 'moved by their handle', () => {
		const drag = async ( key: string ) => {
			await open( withRules( [ card, transfer, abroad ] ) );
			const list = invoices().getByRole( 'list', { name: 'Rules' } );
			[ ...list.children ].forEach( ( item, at ) => {
				item.getBoundingClientRect = () =>
					DOMRect.fromRect( { y: at * 100, height: 100 } );
			} );
			const [ handle ] = within( list ).getAllByTitle( 'Drag to move' );
			if ( ! handle ) {
				throw new Error( 'No handle.' );
			}
			handle.setPointerCapture = jest.fn();
			const point = ( type: string, clientY: number ) =>
				fireEvent(
					handle,
					new MouseEvent( type, { bubbles: true, clientY } )
				);
			point( 'pointerdown', 50 );
			point( 'pointermove', 270 );
			fireEvent.keyDown( window, { key } );
			point( 'pointerup', 270 );
			await act( async () => {
				await import( './never' );
			} );
		};

		it( 'are put where they are let go, and that is said', async () => {
			await drag( 'Shift' );
			expect(
				items().map( ( text ) => text?.split( ':' )[ 0 ] )
			).toEqual( [
				'Bank transfer, companies',
				'Outside the EU, and overseas territories',
				'Card',
				'All other orders',
			] );
			expect(
				invoices().getByText( 'Moved to place 3 of 3.' )
			).toHaveAttribute( 'role', 'status' );
		} );

		it( 'stay where they were with Escape', async () => {
			await drag( 'Escape' );
			expect( items()[ 0 ] ).toContain( 'Card:' );
		} );
	} );

	it( 'are duplicated with an id of their own', async () => {
		const { site, user } = await open( withRules( [ card, abroad ] ) );
		await openRule( user, 'Card' );
		await user.click( press( 'Duplicate: Card' ) );
		expect( items() ).toHaveLength( 4 );
		await user.click(
			screen.getByRole( 'button', { name: 'Save changes' } )
		);
		expect( site.callsOf( 'POST /settings' )[ 0 ]?.data ).toEqual( {
			invoice: {
				rules: [ card, { ...card, id: expect.any( Number ) }, abroad ],
			},
		} );
	} );

	it( 'are removed once the consequence was read', async () => {
		const { user } = await open( withRules( [ card ] ) );
		await openRule( user, 'Card' );
		await user.click( press( 'Remove: Card' ) );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		expect(
			dialog.getByText( /Drafts that it made stay drafts/ )
		).toBeVisible();
		await user.click( dialog.getByRole( 'button', { name: 'Remove' } ) );
		expect(
			invoices().queryByRole( 'list', { name: 'Rules' } )
		).toBeNull();
	} );

	it( 'that cannot be read are named, and can only be moved and removed', async () => {
		const unread = rule( 16, { makes: false, unread: '{"products":[5]}' } );
		const { user } = await open( withRules( [ card, unread ] ) );
		const name = 'A rule that this version cannot read';
		expect( items()[ 1 ] ).toBe( `${ name }: no invoice.` );
		expect(
			await invoices().findByText(
				/until you update the plugin or remove/
			)
		).toBeVisible();
		await openRule( user, name );
		expect( invoices().queryByLabelText( 'Bought by' ) ).toBeNull();
		await user.click( press( `Remove: ${ name }` ) );
		const dialog = within( await screen.findByRole( 'dialog' ) );
		await user.click( dialog.getByRole( 'button', { name: 'Remove' } ) );
		expect( items() ).toHaveLength( 2 );
	} );

	it( 'that can never match are pointed out', async () => {
		await open(
			withRules( [
				card,
				rule( 14, { gateways: [ 'stripe' ], area: 'eu' } ),
				rule( 15, { gateways: [ 'gone' ] } ),
			] )
		);
		expect(
			await invoices().findAllByText( /never happens/ )
		).toHaveLength( 1 );
		expect(
			await invoices().findByText(
				'The rule asks for what this shop does not have (any more): gone.'
			)
		).toBeVisible();
	} );
} );
