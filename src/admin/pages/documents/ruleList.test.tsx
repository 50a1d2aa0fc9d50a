import { screen, within } from '@testing-library/react';
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
	await screen.findByLabelText( 'Shop code' );
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

/** Its sentence opens it. */
const openRule = ( user: UserEvent, orders: string ) =>
	user.click( press( new RegExp( `^${ orders } ` ) ) );

describe( 'rules of a document', () => {
	it( 'are not seen by a shop that has none, but for a button', async () => {
		const { user } = await open( withRules( [] ) );
		expect(
			invoices().queryByRole( 'list', { name: 'Rules' } )
		).toBeNull();
		await user.click( press( 'Add a rule' ) );
		expect( items() ).toHaveLength( 2 );
		expect( invoices().getByText( /never happens/ ) ).toBeVisible();
	} );

	it( 'that were just added are open, and their fields have the focus', async () => {
		const { user } = await open( withRules( [] ) );
		await user.click( press( 'Add a rule' ) );
		expect(
			invoices().getByRole( 'group', { name: 'Every order' } )
		).toHaveFocus();
		await user.tab();
		expect( press( 'Up: Every order' ) ).toHaveFocus();
		await user.click( press( 'Add a rule' ) );
		expect( invoices().getAllByLabelText( 'Bought by' ) ).toHaveLength( 1 );
		await expectAccessible();
	} );

	it( 'read as sentences', async () => {
		await open( withRules( [ card, transfer, abroad ], false ) );
		expect( items() ).toEqual( [
			'Card When an order is paid, create a final invoice in Sellsy.',
			'Bank transfer · companies When an order is paid, create a draft invoice in Sellsy. You make the invoice final yourself.',
			'outside the EU, and overseas territories No such document is made.',
			'All other orders No such document is made.',
		] );
		expect(
			invoices().queryByLabelText( 'As soon as the order is' )
		).toBeNull();
		await expectAccessible();
	} );

	it( 'move with buttons that keep the focus, and are saved as a whole', async () => {
		const { site, user } = await open( withRules( [ card, abroad ] ) );
		site.on( 'POST /settings', () => withRules( [ abroad, card ] ) );
		await openRule( user, 'outside the EU, and overseas territories' );
		const up = press( 'Up: outside the EU, and overseas territories' );
		up.focus();
		await user.keyboard( '{Enter}' );
		expect( items()[ 0 ] ).toContain( 'outside the EU' );
		expect(
			press( 'Up: outside the EU, and overseas territories' )
		).toHaveFocus();
		expect(
			press( 'Up: outside the EU, and overseas territories' )
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

	it( 'are changed in place', async () => {
		const { user } = await open( withRules( [ card ] ) );
		await user.click( press( /^Card / ) );
		await user.selectOptions(
			invoices().getByLabelText( 'Bought by' ),
			'company'
		);
		await user.selectOptions(
			invoices().getByLabelText( 'Taxed by an address in' ),
			'eu'
		);
		await user.click( invoices().getByLabelText( 'Cheque' ) );
		expect( items()[ 0 ] ).toContain(
			'Card, Cheque · companies · other EU countries'
		);
		await user.selectOptions(
			invoices().getByLabelText( 'These orders get' ),
			'none'
		);
		expect( items()[ 0 ] ).toContain( 'No such document is made.' );
		await expectAccessible();
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
		expect( items()[ 1 ] ).toBe( `${ name } No such document is made.` );
		expect(
			invoices().getByText( /until you update the plugin or remove/ )
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
		expect( invoices().getAllByText( /never happens/ ) ).toHaveLength( 1 );
		expect(
			invoices().getByText(
				'This shop has no such payment method (any more): gone.'
			)
		).toBeVisible();
	} );
} );
