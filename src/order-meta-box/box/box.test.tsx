import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
	BoxPartSchema,
	BoxRowSchema,
	LinkProposalSchema,
	type OrderBox,
	OrderBoxSchema,
	OrderLinkSchema,
	SameClientSchema,
	TaskSchema,
} from '../../generated/schemas';
import { expectAccessible } from '../../test/accessible';
import { problem } from '../../test/answers';
import { like } from '../../test/example';
import { offer } from '../../test/offers';
import { deferred, refusal, Site } from '../../test/site';
import { Box } from './Box';

const SURE = [ 'Invoice for Alpha SAS: 120.00 EUR.' ];

const stopped = like( BoxRowSchema, {
	id: 3,
	what: 'Invoice',
	state: 'attention',
	title: 'Invoice',
	badge: { text: 'Needs you', look: 'attention' },
	figures: [ { what: 'Incl. VAT', amount: '120.00' } ],
	says: [ 'Order 120.00 = Invoice 120.00' ],
	problem: 'A tax is missing.',
	setting: '#/taxes?setting=tax_rates',
	offers: [
		offer( 'retry', SURE ),
		offer( 'unlink', [], { why_not: 'Unlink: it is being done.' } ),
	],
} );

const done = like( TaskSchema, { id: 3, state: 'done' } );

let site: Site;
let changed: jest.Mock;

beforeEach( () => {
	site = new Site();
	changed = jest.fn();
} );

async function box( said: Partial< OrderBox > ) {
	const user = userEvent.setup();
	const printed = document.createElement( 'p' );
	printed.textContent = 'As it was printed';
	document.body.append( printed );
	render(
		<main>
			<h2>Sellsy</h2>
			<Box
				orderId={ 7 }
				box={ like( OrderBoxSchema, { order: '1007', ...said } ) }
				printed={ printed }
				onChanged={ changed }
			/>
		</main>
	);
	expect( screen.queryByText( 'As it was printed' ) ).toBeNull();
	const press = ( name: RegExp | string ) =>
		user.click( screen.getByRole( 'button', { name } ) );
	const dialog = () => within( screen.getByRole( 'dialog' ) );
	return { user, press, dialog };
}

describe( 'the order box', () => {
	it( 'says all that was answered, and why something cannot be done', async () => {
		await box( {
			notes: [ 'Accepted, not paid.' ],
			elsewhere: [ { what: 'Estimate', url: 'https://sellsy.test/1' } ],
			groups: [ [ stopped ] ],
			to_come: [
				{ what: 'Credit note', text: 'With a refund.', setting: '' },
				{
					what: 'Invoice',
					text: 'Once paid.',
					setting: '#/documents/invoice?setting=invoice.trigger',
				},
			],
			hints: [ 'It waits for Sellsy.' ],
		} );
		for ( const text of [
			'Accepted, not paid.',
			'Order 120.00 = Invoice 120.00',
			'A tax is missing.',
			'Unlink: it is being done.',
			'With a refund.',
			'It waits for Sellsy.',
		] ) {
			screen.getByText( text );
		}
		screen.getByRole( 'link', { name: 'Estimate' } );
		screen.getByRole( 'row', { name: 'Incl. VAT 120.00' } );
		await expectAccessible();
	} );

	it( 'asks first, acts, says what came of it and gives the focus back', async () => {
		site.on( 'POST /tasks/3/retry', () => done );
		const { press, dialog, user } = await box( {
			groups: [ [ stopped ] ],
		} );
		await press( /^Retry – order 1007, Invoice/ );
		dialog().getByText( 'Invoice for Alpha SAS: 120.00 EUR.' );
		await expectAccessible();
		await user.click( dialog().getByRole( 'button', { name: 'Cancel' } ) );
		expect( site.calls ).toEqual( [] );
		await waitFor( () =>
			expect(
				screen.getByRole( 'button', { name: /^Retry/ } )
			).toHaveFocus()
		);
		await press( /^Retry/ );
		await user.click( dialog().getByRole( 'button', { name: 'Retry' } ) );
		await screen.findByText( /^Done for order 1007\./, {
			selector: 'p',
		} );
		expect( changed ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'says what came of it with the box that shows it, not before', async () => {
		site.on( 'POST /tasks/3/retry', () => done );
		const read = deferred< undefined >();
		changed.mockReturnValue( read.promise );
		const row = { ...stopped, offers: [ offer( 'retry' ) ] };
		const { press } = await box( { groups: [ [ row ] ] } );
		await press( /^Retry/ );
		await waitFor( () => expect( changed ).toHaveBeenCalled() );
		expect( screen.queryByText( /^Done for order 1007/ ) ).toBeNull();
		read.resolve( undefined );
		await screen.findByText( /^Done for order 1007\./, { selector: 'p' } );
	} );

	it( 'asks what the act asks by now, where the box did not know it', async () => {
		site.on( 'POST /tasks/3/retry', () => {
			throw refusal( 'orderinvoicer_asks_first', 'Asked anew.', {
				offer: offer( 'retry', SURE ),
			} );
		} );
		const row = { ...stopped, offers: [ offer( 'retry' ) ] };
		const { press, dialog, user } = await box( { groups: [ [ row ] ] } );
		await press( /^Retry/ );
		await screen.findByRole( 'dialog' );
		dialog().getByText( 'Asked anew.' );
		dialog().getByText( 'Invoice for Alpha SAS: 120.00 EUR.' );
		await user.click( dialog().getByRole( 'button', { name: 'Cancel' } ) );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
		expect( screen.queryByText( 'Asked anew.' ) ).toBeNull();

		await press( /^Retry/ );
		await screen.findByRole( 'dialog' );
		site.on( 'POST /tasks/3/retry', () => done );
		await user.click( dialog().getByRole( 'button', { name: 'Retry' } ) );
		await screen.findByText( /^Done for order 1007\./, { selector: 'p' } );
		expect(
			site.callsOf( 'POST /tasks/3/retry' ).map( ( { data } ) => data )
		).toEqual( [ { asked: [] }, { asked: [] }, { asked: SURE } ] );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'says why an act stopped or was refused', async () => {
		site.on( 'POST /tasks/3/retry', () => ( {
			...done,
			state: 'attention',
			problem,
		} ) );
		const row = { ...stopped, offers: [ offer( 'retry' ) ] };
		const { press } = await box( { groups: [ [ row ] ] } );
		await press( /^Retry/ );
		await screen.findByText( problem.text, { selector: 'strong' } );
		site.on( 'POST /tasks/3/retry', () => {
			throw refusal( 'orderinvoicer_not_offered', 'Not any more.' );
		} );
		await press( /^Retry/ );
		await screen.findByText( 'Not any more.', { selector: 'p' } );
		expect( changed ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'asks for a document that has no entry yet', async () => {
		site.on( 'POST /orders/7/sync', () => done );
		const { press } = await box( {
			make: [
				{
					document: 'proforma',
					what: 'Proforma',
					offer: offer( 'make_now', [], {
						label: 'Make it all the same: Proforma',
						by_hand: true,
					} ),
				},
			],
		} );
		await press( /^Make it all the same: Proforma/ );
		await waitFor( () => expect( changed ).toHaveBeenCalled() );
		expect( site.calls[ 0 ]?.data ).toEqual( {
			document: 'proforma',
			by_hand: true,
			asked: [],
		} );
	} );
} );

describe( 'the dialogs of the order box', () => {
	it( 'look for a document and link the one that was seen', async () => {
		site.on( 'GET /orders/7/link', () =>
			like( OrderLinkSchema, {
				found: [
					like( LinkProposalSchema, {
						id: 5,
						title: 'Invoice F-5',
						label: 'Link this document',
						seen: 'mark',
					} ),
					like( LinkProposalSchema, {
						id: 6,
						title: 'Invoice F-6',
						why_not: 'It is a draft.',
					} ),
				],
				follows: 'No other is made.',
			} )
		).on( 'POST /orders/7/link', () => done );
		const { press, dialog, user } = await box( {
			parts: [
				like( BoxPartSchema, {
					name: 'link',
					label: 'Link an existing document',
					choices: [ { value: 'invoice', label: 'Invoice' } ],
				} ),
			],
		} );
		await press( 'Link an existing document' );
		const number = dialog().getByLabelText( /^Its number/ );
		expect( number ).toHaveAttribute( 'maxlength', '250' );
		await user.type( number, 'F-5{Enter}' );
		await dialog().findByText( 'It is a draft.' );
		await expectAccessible();
		expect( site.calls[ 0 ]?.query.get( 'number' ) ).toBe( 'F-5' );
		await press( /^Link this document/ );
		await waitFor( () => expect( changed ).toHaveBeenCalled() );
		expect( site.calls[ 1 ]?.data ).toEqual( {
			as: 'invoice',
			id: 5,
			seen: 'mark',
		} );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'record that the money of a refund has left', async () => {
		site.on( 'POST /tasks/3/paid-back', () => done );
		const part = like( BoxPartSchema, {
			name: 'paid_back',
			label: 'Money paid back',
			note: 'The shop did not record it.',
			choices: [
				{ value: 'card', label: 'Card' },
				{ value: 'bacs', label: 'Transfer' },
			],
			chosen: 'bacs',
			amount: '4.00',
			days: { first: '2026-11-01', last: '2026-11-24' },
		} );
		const { press } = await box( {
			groups: [ [ { ...stopped, parts: [ part ] } ] ],
		} );
		screen.getByText( 'The shop did not record it.' );
		await press( 'Money paid back' );
		await expectAccessible();
		await press( 'Record it in Sellsy' );
		await waitFor( () => expect( changed ).toHaveBeenCalled() );
		expect( site.calls[ 0 ]?.data ).toEqual( {
			day: '2026-11-24',
			gateway: 'bacs',
			confirmed: '4.00',
		} );
	} );

	it( 'say which client it is, with the total that was shown', async () => {
		const found = like( SameClientSchema, {
			offered: true,
			clients: [
				{
					type: 'company',
					id: 9,
					name: 'Alpha',
					email: 'a@alpha.test',
					reference: '',
					siret: '',
				},
			],
			follows: 'Later orders go there.',
			total: '120.00',
		} );
		site.on( 'GET /orders/7/same-client', () => found ).on(
			'POST /orders/7/same-client',
			() => found
		);
		const { press } = await box( {
			parts: [
				like( BoxPartSchema, {
					name: 'same_client',
					label: 'Use a client you had already',
				} ),
			],
		} );
		await press( 'Use a client you had already' );
		await screen.findByText( 'Later orders go there.' );
		await expectAccessible();
		await press( /^It is the same client/ );
		await waitFor( () => expect( changed ).toHaveBeenCalled() );
		expect( site.calls[ 1 ]?.data ).toEqual( {
			type: 'company',
			id: 9,
			confirmed: '120.00',
		} );
	} );
} );
