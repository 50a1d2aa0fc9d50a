import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject } from '../contract/json.ts';
import { SellsyError } from './errors.ts';
import { DEFAULT_OPTIONS, mergeOptions } from './options.ts';
import type { OptionsPatch } from './options.ts';
import { computeTotals } from './rules/totals.ts';
import { referenceData } from './seed.ts';
import { emptyState } from './state.ts';
import { line } from './testing.ts';

/** Sellsy tax ids of the seed by rate. */
const TAX = { 20: 1, 10: 2, 5.5: 3, 2.1: 4, K: 7 };

function totals(
	rows: JsonObject[],
	patch: OptionsPatch = {},
	decimals = 2,
	includesTaxes = false
) {
	const options = mergeOptions( DEFAULT_OPTIONS, patch );
	return computeTotals(
		{ rows },
		{
			state: emptyState( referenceData() ),
			options,
			decimals,
			includesTaxes,
		}
	);
}

/** HT, VAT per tax, TTC. */
function figures( ...input: Parameters< typeof totals > ): string {
	const { amounts, taxes, total } = totals( ...input );
	return [
		amounts[ 'total_excl_tax' ],
		...taxes.map( ( { amount } ) => amount ),
		total,
	].join( ' ' );
}

function refusal( work: () => unknown ): Record< string, string > {
	try {
		work();
	} catch ( error ) {
		if ( error instanceof SellsyError ) {
			assert.equal( error.status, 400 );
			return error.details;
		}
	}
	assert.fail( 'not refused' );
}

describe( 'rows are rounded half up, VAT is computed once per tax', () => {
	const cases: [ string, JsonObject[], string ][] = [
		[ '10.00 at 20 %', [ line( '10.00', '1' ) ], '10.00 2.00 12.00' ],
		[
			'3 × 9.99 TTC: 8.325 HT each',
			[ line( '8.325', '3' ) ],
			'24.98 5.00 29.98',
		],
		[
			'the same by its HT sum',
			[ line( '24.97', '1' ) ],
			'24.97 4.99 29.96',
		],
		[
			'29.97 exists only with a cent beside',
			[ line( '24.97', '1' ), line( '0.01', '1', TAX.K ) ],
			'24.98 4.99 0.00 29.97',
		],
		[ 'half a cent goes up', [ line( '0.125', '1' ) ], '0.13 0.03 0.16' ],
		[
			'per row, then summed',
			[ line( '0.125', '1' ), line( '0.125', '1' ) ],
			'0.26 0.05 0.31',
		],
		[
			'VAT on the sum, not per row',
			[ line( '0.12', '1' ), line( '0.12', '1' ), line( '0.12', '1' ) ],
			'0.36 0.07 0.43',
		],
		[
			'VAT half up: 0.025',
			[ line( '0.125', '1', TAX[ 20 ] ) ],
			'0.13 0.03 0.16',
		],
		[
			'5.5 % of 14.22',
			[ line( '14.22', '1', TAX[ 5.5 ] ) ],
			'14.22 0.78 15.00',
		],
		[
			'2.1 % of 2.45',
			[ line( '2.45', '1', TAX[ 2.1 ] ) ],
			'2.45 0.05 2.50',
		],
		[
			'four rates, highest first',
			[
				line( '1.00', '1', TAX[ 2.1 ] ),
				line( '100.00', '1' ),
				line( '50.00', '1', TAX[ 10 ] ),
				line( '20.00', '2', TAX[ 5.5 ] ),
			],
			'191.00 20.00 5.00 2.20 0.02 218.22',
		],
		[ 'exempt', [ line( '99.90', '1', TAX.K ) ], '99.90 0.00 99.90' ],
		[
			'fractional quantity',
			[ line( '12.34', '1.5' ) ],
			'18.51 3.70 22.21',
		],
		[ 'five decimals', [ line( '8.33333', '3' ) ], '25.00 5.00 30.00' ],
		[
			'a large quantity shows a small decimal',
			[ line( '0.00333', '1000' ) ],
			'3.33 0.67 4.00',
		],
		[
			'a percent discount',
			[
				{
					...line( '10.00', '3' ),
					discount: { type: 'percent', value: '15' },
				},
			],
			'25.50 5.10 30.60',
		],
		[
			'optional rows do not count',
			[
				line( '10.00', '1' ),
				{ ...line( '5.00', '1' ), is_optional: true },
			],
			'10.00 2.00 12.00',
		],
		[
			'comments cost nothing',
			[ { type: 'comment', text: 'Code promo' }, line( '1.00', '1' ) ],
			'1.00 0.20 1.20',
		],
		[ 'no rows', [], '0.00 0.00' ],
	];
	for ( const [ name, rows, expected ] of cases ) {
		test( name, () => assert.equal( figures( rows ), expected ) );
	}
} );

describe( 'currencies', () => {
	test( 'yens have no decimals', () =>
		assert.equal(
			figures( [ line( '1234.5', '1' ) ], {}, 0 ),
			'1235 247 1482'
		) );
	test( 'three decimals where an account keeps them', () =>
		assert.equal(
			figures( [ line( '1.2345', '1' ) ], {}, 3 ),
			'1.235 0.247 1.482'
		) );
} );

describe( 'unit prices', () => {
	for ( const [ decimals, accepted, refused ] of [
		[ 2, '8.33', '8.325' ],
		[ 4, '8.3333', '8.33333' ],
		[ 5, '8.33333', '8.333333' ],
	] as const ) {
		test( `an account with ${ decimals } decimals refuses more`, () => {
			totals( [ line( accepted, '3' ) ], {
				unit_price_decimals: decimals,
			} );
			const details = refusal( () =>
				totals( [ line( '1', '1' ), line( refused, '3' ) ], {
					unit_price_decimals: decimals,
				} )
			);
			assert.deepEqual( Object.keys( details ), [
				'rows[1].unit_amount',
			] );
		} );
	}

	test( 'trailing zeros are no decimals', () =>
		assert.equal(
			figures( [ line( '8.33000', '1' ) ], { unit_price_decimals: 2 } ),
			'8.33 1.67 10.00'
		) );

	test( 'or rounds them before multiplying', () => {
		const rounded = totals( [ line( '8.325', '3' ) ], {
			unit_price_decimals: 2,
			unit_price_mode: 'round',
		} );
		assert.equal( rounded.rows[ 0 ]?.[ 'unit_amount' ], '8.33' );
		assert.equal( rounded.rows[ 0 ]?.[ 'amount_tax_exc' ], '24.99' );
		assert.equal( rounded.total, '29.99' );
	} );
} );

describe( 'what differs between accounts', () => {
	test( 'negative rows are refused', () => {
		assert.deepEqual(
			Object.keys( refusal( () => totals( [ line( '-1.00', '1' ) ] ) ) ),
			[ 'rows[0].unit_amount' ]
		);
		assert.deepEqual(
			Object.keys( refusal( () => totals( [ line( '1.00', '-1' ) ] ) ) ),
			[ 'rows[0].quantity' ]
		);
	} );
	test( 'or kept', () =>
		assert.equal(
			figures( [ line( '10.00', '1' ), line( '-2.50', '1' ) ], {
				negative_rows: 'keep',
			} ),
			'7.50 1.50 9.00'
		) );
	test( 'a category with taxes reads unit amounts as TTC', () => {
		const { rows } = totals( [ line( '12.00', '1' ) ], {}, 2, true );
		assert.equal( rows[ 0 ]?.[ 'amount_tax_exc' ], '10.00' );
		assert.equal( rows[ 0 ]?.[ 'amount_tax_inc' ], '12.00' );
	} );
} );

describe( 'refused rows', () => {
	const cases: [ string, JsonObject, string ][] = [
		[ 'the old 0 % rate', line( '1.00', '1', 5 ), 'rows[0].tax_id' ],
		[
			'a rate that is no longer active',
			line( '1.00', '1', 13 ),
			'rows[0].tax_id',
		],
		[ 'an unknown tax', line( '1.00', '1', 999 ), 'rows[0].tax_id' ],
		[
			'a price that is no number',
			line( '1,00', '1' ),
			'rows[0].unit_amount',
		],
		[
			'a quantity that is no number',
			line( '1.00', 'deux' ),
			'rows[0].quantity',
		],
		[
			'a discount of type amount',
			{
				...line( '1.00', '1' ),
				discount: { type: 'amount', value: '1' },
			},
			'rows[0].discount.type',
		],
		[
			'a missing item',
			{
				type: 'catalog',
				related: { id: 1, type: 'product' },
				quantity: '1',
			},
			'rows[0].related.id',
		],
	];
	for ( const [ name, row, field ] of cases ) {
		test( name, () =>
			assert.deepEqual(
				Object.keys( refusal( () => totals( [ row ] ) ) ),
				[ field ]
			)
		);
	}

	test( 'a discount on the whole document: how it is spread is not documented', () => {
		const body = { rows: [], discount: { type: 'percent', value: '5' } };
		const pricing = {
			state: emptyState( referenceData() ),
			options: DEFAULT_OPTIONS,
			decimals: 2,
			includesTaxes: false,
		};
		assert.deepEqual(
			Object.keys( refusal( () => computeTotals( body, pricing ) ) ),
			[ 'discount' ]
		);
	} );
} );

test( 'a sub-total is the HT since the one before', () => {
	const { rows } = totals( [
		line( '1.00', '1' ),
		{ type: 'sub-total' },
		line( '2.00', '2' ),
		{ type: 'sub-total' },
	] );
	assert.equal( rows[ 1 ]?.[ 'amount' ], '1.00' );
	assert.equal( rows[ 3 ]?.[ 'amount' ], '4.00' );
} );
