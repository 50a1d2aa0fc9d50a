import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { listOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { V1Bench, once } from './testing.ts';

const bench = new V1Bench();
let client = 0;

beforeEach( async () => {
	client = await bench.individual( { reference: 'SHOP-C1' } );
} );

async function count(): Promise< number > {
	return listOf( ( await bench.get( '/deliveries' ) ).body[ 'data' ] ).length;
}

describe( 'Document.create', () => {
	const refused: [ string, JsonObject, JsonObject, string ][] = [
		[ 'what v2 writes', { doctype: 'invoice' }, {}, 'E_PARAM_INVALID' ],
		[ 'for nobody known', { thirdid: 4 }, {}, 'E_OBJ_NOT_LOADABLE' ],
		[
			'under an unknown parent',
			{ parentId: 4 },
			{},
			'E_OBJ_NOT_LOADABLE',
		],
		[
			'in a currency that is none',
			{ currency: 99 },
			{},
			'E_OBJ_NOT_LOADABLE',
		],
		[
			'in a rate category with taxes',
			{ rateCategory: 2 },
			{},
			'E_PARAM_INVALID',
		],
		[
			'with service dates that are missing',
			{ useServiceDates: 'Y' },
			{},
			'E_PARAM_REQUIRED',
		],
		[
			'with an unknown unit',
			{},
			{ row_unit: 'Stück' },
			'E_LIST_VALUE_DONT_EXIST',
		],
		[
			'with a tax that is not compliant',
			{},
			{ row_taxid: 5 },
			'E_PARAM_INVALID',
		],
		[ 'with an unknown tax', {}, { row_taxid: 99 }, 'E_PARAM_INVALID' ],
		[
			'with too many decimals',
			{},
			{ row_unitAmount: '1.123456' },
			'E_PARAM_INVALID',
		],
		[
			'with a row below zero',
			{},
			{ row_unitAmount: '-1' },
			'E_PARAM_INVALID',
		],
		[
			'without a unit',
			{},
			{ row_type: 'item', row_linkedid: 1, row_unit: 7 },
			'E_PARAM_INVALID',
		],
		[
			'with an unknown item',
			{},
			{ row_type: 'item', row_linkedid: 1 },
			'E_OBJ_NOT_LOADABLE',
		],
	];
	for ( const [ name, fields, row, code ] of refused ) {
		test( `refuses a document ${ name }`, async () => {
			assert.equal(
				(
					await bench.create(
						{ thirdid: client, ...fields },
						{ 1: once( row ) }
					)
				).code,
				code
			);
			assert.equal( await count(), 0 );
		} );
	}

	test( 'refuses shipping that the account does not know by this name', async () => {
		const row = {
			row_type: 'shipping',
			row_shipping: 'Pigeon',
			row_unitAmount: '1',
			row_taxid: 1,
		};
		assert.equal(
			( await bench.create( { thirdid: client }, { 1: row } ) ).code,
			'E_LIST_VALUE_DONT_EXIST'
		);
	} );
} );
