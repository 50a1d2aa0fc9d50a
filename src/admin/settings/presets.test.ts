import * as answers from '../../test/answers';
import type { Kind, Settings } from '../../generated/schemas';
import { withEdits } from './edits';
import { enabledKinds } from './kinds';
import { newRule } from '../pages/documents/rules';
import { isAvailable, planOf, type Preset } from './presets';

const on = (
	kind: keyof Settings & ( 'proforma' | 'invoice' ),
	more = {}
) => ( {
	...answers.settings,
	[ kind ]: { ...answers.settings[ kind ], enabled: true, ...more },
} );

const after = ( preset: Preset, settings: Settings = answers.settings ) =>
	withEdits( settings, planOf( preset, settings ) );

describe( 'what each preset makes of an order', () => {
	it.each<
		[ Preset, Partial< Settings >, Partial< Record< Kind, string > > ]
	>( [
		[ 'paid', {}, { invoice: 'paid', creditnote: 'paid' } ],
		[
			'delivery',
			{},
			{
				order: 'confirmed',
				delivery: 'completed',
				invoice: 'completed',
				creditnote: 'paid',
			},
		],
		[
			'delivery',
			{ shipped: [ 'tracking' ] },
			{
				order: 'confirmed',
				delivery: 'shipped',
				invoice: 'shipped',
				creditnote: 'paid',
			},
		],
		[
			'orders',
			{},
			{ order: 'confirmed', invoice: 'completed', creditnote: 'paid' },
		],
	] )( '%s %j', ( preset, more, expected ) => {
		const made = after( preset, { ...answers.settings, ...more } );
		expect(
			Object.fromEntries(
				enabledKinds( made ).map( ( kind ) => [
					kind,
					made[ kind ].trigger,
				] )
			)
		).toEqual( expected );
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
	} );

	it( 'leaves proformas alone', () => {
		expect( after( 'paid', on( 'proforma' ) ).proforma.enabled ).toBe(
			true
		);
	} );
} );

describe( 'what needs the older API', () => {
	it.each< [ Preset, boolean | null, boolean ] >( [
		[ 'delivery', false, false ],
		[ 'orders', false, true ],
		[ 'paid', false, true ],
		[ 'delivery', null, true ],
		[ 'delivery', true, true ],
	] )( '%s with api-v1 %s can be had: %s', ( preset, hasV1, expected ) => {
		expect( isAvailable( preset, answers.settings, hasV1 ) ).toBe(
			expected
		);
	} );
} );
