import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
	BoxRowSchema,
	type Creditable,
	OrderBoxSchema,
	type OrderDocuments,
} from '../generated/schemas';
import type { History } from '../api/orderHistory';
import { expectAccessible } from '../test/accessible';
import { problem } from '../test/answers';
import { like } from '../test/example';
import { offer } from '../test/offers';
import { deferred, Site } from '../test/site';
import { LiveBox } from './LiveBox';
import { readSheet, type Sheet } from './sheet';

const DOCUMENTS = 'GET /orders/7/documents';
const TIMELINE = 'GET /orders/7/timeline';

const row = like( BoxRowSchema, {
	id: 1,
	title: 'Invoice',
	badge: { text: 'Waiting', look: 'queued' },
	offers: [ offer( 'retry' ) ],
} );

const waiting: Sheet = {
	order_id: 7,
	moves: true,
	lines: [ 'Invoice: Waiting' ],
	history: true,
	box: like( OrderBoxSchema, { order: '7', groups: [ [ row ] ] } ),
};

const made: OrderDocuments = {
	documents: [],
	to_come: [],
	moves: false,
	lines: [ 'Invoice: Final', 'Payment: Done' ],
	box: like( OrderBoxSchema, {
		order: '7',
		groups: [
			[
				{
					...row,
					badge: { text: 'Final', look: 'done' },
					link: {
						text: 'Invoice F-5',
						url: 'https://sellsy.test/5',
						date: '',
						pdf: '',
					},
				},
			],
		],
	} ),
	pills: '<a href="https://sellsy.test/5"><mark class="tips">Invoice F-5</mark></a>',
	actions: [],
	credit_preview: null,
};

const working: OrderDocuments = { ...made, moves: true };

const history: History = {
	rows: [
		{
			task: { id: 1, what: 'Invoice' },
			tries: [
				{
					at: '2026-11-24T10:00:00Z',
					outcome: 'released',
					problem,
					steps: [ 'The customer was found.' ],
				},
			],
		},
		{ task: { id: 2, what: 'Payment' }, tries: [] },
	],
};

let site: Site;

async function box( sheet: Sheet = waiting ) {
	const printed = document.createElement( 'div' );
	printed.innerHTML = '<p>As it was printed</p>';
	document.body.append( printed );
	const { container } = render(
		<main>
			<LiveBox sheet={ sheet } printed={ printed } />
		</main>
	);
	await act( () => jest.advanceTimersByTimeAsync( 0 ) );
	return container;
}

/** Second by second: what is drawn then begins the next wait. */
const pass = async ( seconds: number ) => {
	for ( let left = seconds; left >= 0; left-- ) {
		await act( () =>
			jest.advanceTimersByTimeAsync( Math.min( left, 1 ) * 1000 )
		);
	}
};

const looks = () => site.callsOf( DOCUMENTS ).length;

let isHidden = false;

beforeEach( () => {
	site = new Site();
	isHidden = false;
	jest.useFakeTimers();
	jest.spyOn( document, 'hidden', 'get' ).mockImplementation(
		() => isHidden
	);
} );

afterEach( () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
	document.body.className = '';
	document.body.innerHTML = '';
} );

describe( 'the order box while work goes on', () => {
	it( 'is drawn anew, tells what has changed, and looks no more once nothing moves', async () => {
		site.on( DOCUMENTS, () => made );
		const region = await box();
		expect( looks() ).toBe( 0 );
		await pass( 2 );
		within( region ).getByRole( 'link', { name: 'Invoice F-5' } );
		expect( screen.getByRole( 'status' ).textContent ).toBe(
			'Invoice: Final. Payment: Done'
		);
		await pass( 600 );
		expect( looks() ).toBe( 1 );
	} );

	it( 'takes the pills above the order actions along, with their tooltips', async () => {
		const place = document.createElement( 'ul' );
		place.innerHTML =
			'<li id="orderinvoicer-order-pills" hidden>Invoice: in the works</li>';
		document.body.append( place );
		const trigger = jest.fn();
		window.jQuery = () => ( { trigger } );
		const pills = within( place ).getByRole( 'listitem', { hidden: true } );

		site.on( DOCUMENTS, () => working );
		await box();
		await pass( 2 );
		expect( pills ).toBeVisible();
		expect( pills ).toHaveTextContent( /^Invoice F-5$/ );
		expect( trigger ).toHaveBeenCalledWith( 'init_tooltips' );

		site.on( DOCUMENTS, () => ( { ...made, pills: '' } ) );
		await pass( 3 );
		expect( pills ).not.toBeVisible();
		delete window.jQuery;
	} );

	describe( 'around it', () => {
		const credit = (
			refunds: Creditable[ 'refunds' ] = []
		): Creditable => ( {
			order_id: 7,
			currency: 'EUR',
			refundable: true,
			refunds,
		} );

		function around() {
			const place = document.createElement( 'div' );
			place.innerHTML =
				'<select name="wc_order_action"><option value="">Choose an action</option><option value="orderinvoicer_create">Create documents</option><option value="send">Send</option></select><div id="orderinvoicer-credit-preview" data-order="null"></div>';
			document.body.append( place );
			const menu =
				within( place ).getByRole< HTMLSelectElement >( 'combobox' );
			return {
				menu,
				choices: () =>
					[ ...menu.options ].map( ( { text } ) => text ).join(),
				preview: () =>
					within( place ).queryByRole( 'button', {
						name: 'Preview a credit note',
					} ),
				place,
			};
		}

		const email = {
			name: 'orderinvoicer_email_invoice',
			label: 'E-mail it',
		};

		it( 'takes the order actions of WooCommerce along, in their place, and what can be credited', async () => {
			const { menu, choices, preview } = around();
			menu.value = 'send';
			site.on( DOCUMENTS, () => ( {
				...working,
				actions: [ email ],
				credit_preview: credit(),
			} ) );
			await box();
			expect( preview() ).toBeNull();
			await pass( 2 );
			expect( choices() ).toBe( 'Choose an action,E-mail it,Send' );
			expect( menu ).toHaveValue( 'send' );
			expect( preview() ).toBeVisible();

			menu.value = email.name;
			site.on( DOCUMENTS, () => working );
			await pass( 3 );
			// Chosen: it leads to a page that says what is to be done.
			expect( menu ).toHaveValue( email.name );
			expect( preview() ).toBeNull();
			menu.value = '';
			site.on( DOCUMENTS, () => made );
			await pass( 5 );
			expect( choices() ).toBe( 'Choose an action,Send' );
		} );

		it( 'leaves a menu alone that is the same, or that somebody has open', async () => {
			const { menu, choices } = around();
			const [ , was ] = menu.options;
			site.on( DOCUMENTS, () => ( {
				...working,
				actions: [
					{ name: 'orderinvoicer_create', label: 'Create documents' },
				],
			} ) );
			await box();
			await pass( 2 );
			expect( menu.options[ 1 ] ).toBe( was );

			menu.focus();
			site.on( DOCUMENTS, () => working );
			await pass( 3 );
			site.on( DOCUMENTS, () => ( { ...working, actions: [ email ] } ) );
			await pass( 5 );
			expect( menu.options[ 1 ] ).toBe( was );
			menu.blur();
			expect( choices() ).toBe( 'Choose an action,E-mail it,Send' );
		} );

		it( 'takes no focus and no amount away', async () => {
			const { place, preview } = around();
			site.on( DOCUMENTS, () => ( {
				...working,
				credit_preview: credit( [ { id: 11, amount: '5.00' } ] ),
			} ) );
			await box();
			await pass( 2 );
			const amount = within( place ).getByRole< HTMLInputElement >(
				'textbox',
				{ name: /^Refund without lines/ }
			);
			fireEvent.change( amount, { target: { value: '5' } } );
			site.on( DOCUMENTS, () => working );
			await pass( 3 );
			expect( amount ).toHaveValue( '5' );
			fireEvent.change( amount, { target: { value: '' } } );
			amount.focus();
			await pass( 5 );
			// Another window is in front: the browser says so, and the focus stays where it is.
			fireEvent.focusOut( amount );
			await pass( 1 );
			expect( amount ).toHaveFocus();
			act( () => amount.blur() );
			await pass( 1 );
			expect( preview() ).toBeNull();
		} );
	} );

	it( 'waits longer each time', async () => {
		site.on( DOCUMENTS, () => working );
		await box();
		await pass( 10 );
		expect( looks() ).toBe( 3 );
		await pass( 60 );
		expect( looks() ).toBe( 6 );
		await pass( 240 );
		expect( looks() ).toBeLessThanOrEqual( 11 );
	} );

	it( 'does not look while nobody sees it, and looks at once when somebody does', async () => {
		site.on( DOCUMENTS, () => made );
		await box();
		isHidden = true;
		await pass( 100 );
		expect( looks() ).toBe( 0 );
		isHidden = false;
		document.dispatchEvent( new Event( 'visibilitychange' ) );
		await pass( 0 );
		expect( looks() ).toBe( 1 );
	} );

	it( 'leaves the buttons in place while a dialog asks about one of them', async () => {
		site.on( DOCUMENTS, () => made );
		const region = await box();
		document.body.classList.add( 'modal-open' );
		await pass( 30 );
		expect( region.textContent ).toContain( 'Waiting' );
		document.body.classList.remove( 'modal-open' );
		await pass( 2 );
		expect( region.textContent ).toContain( 'Invoice F-5' );
	} );

	it( 'keeps the focus on the same button, else within the box', async () => {
		site.on( DOCUMENTS, () => working );
		const region = await box();
		expect( region ).not.toHaveTextContent( 'As it was printed' );
		const retry = { name: /^Retry/ };
		within( region ).getByRole( 'button', retry ).focus();
		await pass( 2 );
		expect( within( region ).getByRole( 'button', retry ) ).toHaveFocus();
		site.on( DOCUMENTS, () => ( {
			...made,
			box: like( OrderBoxSchema, { notes: [ 'Nothing yet.' ] } ),
		} ) );
		await pass( 3 );
		expect( region.contains( region.ownerDocument.activeElement ) ).toBe(
			true
		);
	} );

	it( 'says when it could not be read, and tries again when asked', async () => {
		site.on( DOCUMENTS, () => 'nonsense' );
		const region = await box();
		await pass( 2 );
		screen.getByRole( 'button', { name: 'Try again' } );
		await pass( 600 );
		expect( looks() ).toBe( 1 );
		within( region ).getByText( 'Waiting' );

		site.on( DOCUMENTS, () => made );
		await act( async () =>
			screen.getByRole( 'button', { name: 'Try again' } ).click()
		);
		await pass( 2 );
		within( region ).getByText( 'Invoice F-5' );
		expect(
			screen.queryByRole( 'button', { name: 'Try again' } )
		).toBeNull();
	} );

	it( 'asks nothing where nothing moves', async () => {
		await box( { ...waiting, moves: false } );
		await pass( 600 );
		expect( looks() ).toBe( 0 );
	} );
} );

describe( 'the history of an order', () => {
	const open = async () => {
		jest.useRealTimers();
		const user = userEvent.setup();
		await user.click( screen.getByRole( 'button', { name: 'History' } ) );
	};
	const still: Sheet = { ...waiting, moves: false };

	it( 'is read when somebody opens it', async () => {
		const read = deferred< History >();
		site.on( TIMELINE, () => read.promise );
		await box( still );
		expect( site.calls ).toEqual( [] );
		await open();
		screen.getByText( 'Reading the history…' );
		await act( async () => read.resolve( history ) );
		screen.getByText( 'The customer was found.' );
		screen.getByText( 'To be tried again' );
		screen.getByText( 'Not tried yet.' );
		await expectAccessible();
	} );

	it( 'may be empty', async () => {
		site.on( TIMELINE, () => ( { rows: [] } ) );
		await box( still );
		await open();
		await screen.findByText( 'Nothing was tried yet.' );
	} );

	it( 'says when it cannot be read', async () => {
		site.on( TIMELINE, () => ( { rows: 'none' } ) );
		await box( still );
		await open();
		await screen.findByRole( 'button', { name: 'Try again' } );
		await expectAccessible();
	} );

	it( 'is not offered before anything was done', async () => {
		await box( { ...still, history: false } );
		expect(
			screen.queryByRole( 'button', { name: 'History' } )
		).toBeNull();
	} );
} );

describe( 'what the box says of itself', () => {
	it.each( [ '', '{', '{"order_id":"7"}' ] )(
		'is not used where it is %p',
		( json ) => {
			expect( readSheet( json ) ).toBeNull();
		}
	);

	it( 'is read', () => {
		expect( readSheet( JSON.stringify( waiting ) ) ).toEqual( waiting );
	} );
} );
