import * as answers from '../../test/answers';
import type { Settings } from '../../generated/schemas';
import { withEdits } from './edits';
import { newRule } from '../pages/documents/rules';
import { changesOf } from '../pages/setup/changes';
import {
	type Choice,
	insteadOf,
	isAvailable,
	kindsOf,
	planOf,
	proposedRateCategory,
} from './presets';
import { storyOf } from '../pages/setup/words';

const on = (
	kind: keyof Settings & ( 'proforma' | 'invoice' ),
	more = {}
) => ( {
	...answers.settings,
	[ kind ]: { ...answers.settings[ kind ], enabled: true, ...more },
} );

const after = ( choice: Choice, settings: Settings = answers.settings ) =>
	withEdits( settings, planOf( choice, settings, 201 ) );

const shop = {
	...answers.shop,
	order_statuses: [ { slug: 'on-hold', label: 'On hold', paid: false } ],
};

describe( 'what each choice makes of an order', () => {
	it.each< [ Choice, Partial< Settings >, string[] ] >( [
		[
			'paid',
			{},
			[
				'invoice: As soon as the order is paid, whatever the payment method. It is final at once, with its number.',
				'creditnote: For each refund of an order that has an invoice. It is final at once, with its number.',
			],
		],
		[
			'transfer',
			{},
			[
				'proforma: Bank transfer, Cheque: When an order gets the status “On hold”, create a proforma in Sellsy. | All other orders: No such document is made.',
				'invoice: As soon as the order is paid, whatever the payment method. It is final at once, with its number.',
				'creditnote: For each refund of an order that has an invoice. It is final at once, with its number.',
			],
		],
		[
			'delivery',
			{},
			[
				'order: As soon as the order is confirmed, paid or not.',
				'delivery: As soon as the order is completed.',
				'invoice: As soon as the order is completed. It is final at once, with its number.',
				'creditnote: For each refund of an order that has an invoice. It is final at once, with its number.',
			],
		],
		[
			'delivery',
			{ shipped: [ 'tracking' ] },
			[
				'order: As soon as the order is confirmed, paid or not.',
				'delivery: As soon as the order is shipped.',
				'invoice: As soon as the order is shipped. It is final at once, with its number.',
				'creditnote: For each refund of an order that has an invoice. It is final at once, with its number.',
			],
		],
		[
			'orders',
			{},
			[
				'order: As soon as the order is confirmed, paid or not.',
				'invoice: As soon as the order is completed. It is final at once, with its number.',
				'creditnote: For each refund of an order that has an invoice. It is final at once, with its number.',
			],
		],
		[
			'drafts',
			{},
			[
				'invoice: As soon as the order is paid, whatever the payment method. It stays a draft until you make it final.',
				'creditnote: For each refund of an order that has an invoice. It stays a draft until you make it final.',
			],
		],
		[ 'keep', {}, [] ],
	] )( '%s %j', ( choice, more, expected ) => {
		const settings = { ...answers.settings, ...more };
		expect(
			storyOf( after( choice, settings ), shop ).map(
				( { kind, lines } ) => `${ kind }: ${ lines.join( ' | ' ) }`
			)
		).toEqual( expected );
	} );

	it.each< [ Choice, boolean ] >( [
		[ 'paid', true ],
		[ 'transfer', true ],
		[ 'delivery', true ],
		[ 'orders', true ],
		[ 'drafts', true ],
		[ 'keep', false ],
	] )( '%s records payments: %s', ( choice, expected ) => {
		expect( after( choice ).payments.enabled ).toBe( expected );
	} );

	it( 'gives each document that it makes a rate category, and leaves one that is set', () => {
		const settings = on( 'invoice', { rate_category_id: 209 } );
		const { invoice, creditnote, estimate } = after( 'paid', settings );
		expect( invoice.rate_category_id ).toBe( 209 );
		expect( creditnote.rate_category_id ).toBe( 201 );
		expect( estimate.rate_category_id ).toBeNull();
	} );

	it( 'leaves everything else of a document as its owner set it', () => {
		const set = {
			note: 'Thank you',
			start_date: '2026-01-01',
			email: true,
			owner_id: 3,
		};
		expect( after( 'paid', on( 'invoice', set ) ).invoice ).toMatchObject(
			set
		);
	} );

	it( 'puts its own rules in place of those of the owner', () => {
		const rules = [
			{ ...newRule( answers.settings.invoice ), gateways: [ 'stripe' ] },
		];
		const ruled = on( 'invoice', { rules, others: false } );
		expect( after( 'paid', ruled ).invoice ).toMatchObject( {
			rules: [],
			others: true,
		} );
		const again = after( 'transfer', after( 'transfer', ruled ) );
		expect( again ).toEqual( after( 'transfer', ruled ) );
		expect( after( 'paid', again ).proforma.enabled ).toBe( false );
	} );

	it( 'keeps what is on when that is the choice', () => {
		const settings = on( 'proforma' );
		expect( after( 'keep', settings ) ).toEqual( settings );
		expect( kindsOf( 'keep', settings ) ).toEqual( [ 'proforma' ] );
	} );
} );

describe( 'what a choice changes', () => {
	it( 'is nothing to speak of in a new shop', () => {
		expect(
			changesOf( answers.settings, after( 'transfer' ), shop )
		).toEqual( [] );
	} );

	it( 'is said where documents are on already', () => {
		const before = {
			...on( 'proforma' ),
			invoice: {
				...answers.settings.invoice,
				enabled: true,
				trigger: 'completed',
				finalise: 'hours:24',
			},
		};
		expect( changesOf( before, after( 'paid', before ), shop ) ).toEqual( [
			'Will be switched off, and is on now: Proforma. Documents that were made stay in Sellsy.',
			'Will be switched on, and is off now: Credit note.',
			'Will be switched on, and is off now: Payments.',
			'Invoice: now “As soon as the order is completed.”, then “As soon as the order is paid, whatever the payment method.”',
			'Invoice: now “It becomes final some hours later (24).”, then “It is final at once, with its number.”',
		] );
	} );

	it( 'is said of rules', () => {
		const abroad = { ...newRule( answers.settings.invoice ), makes: false };
		const before = on( 'invoice', { rules: [ abroad ] } );
		const [ said = '' ] = changesOf(
			before,
			after( 'paid', before ),
			shop
		).filter( ( text ) => text.startsWith( 'Invoice' ) );
		expect( said ).toContain( 'now “Every order: No such document is' );
		expect( said ).toContain(
			'then “All other orders: When an order is paid, create a final invoice in Sellsy.”'
		);
	} );

	it( 'is said of a way to become final that was chosen before anything was on', () => {
		const before = {
			...answers.settings,
			invoice: { ...answers.settings.invoice, finalise: 'mapping' },
		};
		expect( changesOf( before, after( 'paid', before ), shop ) ).toEqual( [
			'Invoice: now “It becomes final with the status of the order.”, then “It is final at once, with its number.”',
		] );
	} );
} );

describe( 'what needs the older API', () => {
	it.each< [ Choice, boolean | null, boolean ] >( [
		[ 'transfer', false, false ],
		[ 'delivery', false, false ],
		[ 'orders', false, true ],
		[ 'paid', false, true ],
		[ 'drafts', false, true ],
		[ 'keep', false, true ],
		[ 'transfer', null, true ],
		[ 'transfer', true, true ],
	] )( '%s with api-v1 %s can be had: %s', ( choice, hasV1, expected ) => {
		expect( isAvailable( choice, answers.settings, hasV1 ) ).toBe(
			expected
		);
	} );

	it( 'has something instead that needs none', () => {
		expect( insteadOf( 'delivery' ) ).toBe( 'orders' );
		expect( insteadOf( 'transfer' ) ).toBe( 'paid' );
	} );
} );

describe( 'the rate category', () => {
	const { rate_categories: list } = answers.sellsy;
	const category = ( id: number, isDefault: boolean, currency = 'EUR' ) => ( {
		id,
		label: String( id ),
		currency,
		is_default: isDefault,
	} );

	it.each( [
		[ 'the default', [ category( 1, false ), category( 2, true ) ], 2 ],
		[ 'else the first', [ category( 1, false ), category( 2, false ) ], 1 ],
		[
			'never one of another currency',
			[ category( 3, true, 'USD' ) ],
			null,
		],
		[ 'none', [], null ],
	] )( 'proposed is %s', ( _name, items, expected ) => {
		expect(
			proposedRateCategory(
				{ ...answers.sellsy, rate_categories: { ...list, items } },
				'EUR'
			)
		).toBe( expected );
	} );
} );
