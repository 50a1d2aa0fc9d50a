import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { Bench } from '../testing.ts';

const bench = new Bench();
let item = 0;

beforeEach( async () => {
	const { body } = await bench.post( '/items', {
		type: 'product',
		reference: 'TSHIRT',
		name: 'T-shirt',
		reference_price: '15.00',
		tax_id: 1,
	} );
	item = Number( body[ 'id' ] );
} );

const RED = { name: 'Rouge', syscode: 'red' };
const BLUE = { name: 'Bleu', syscode: 'blue' };

async function colour(): Promise< number > {
	const { response } = await bench.v1( 'Catalogue.createVariationField', {
		name: 'Couleur',
		syscode: 'color',
		fields: [ RED ],
	} );
	return Number( response );
}

function activate( field: number ) {
	return bench.v1( 'Catalogue.activateVariations', {
		id: item,
		dec_field_1: field,
	} );
}

function variation( syscode: string, fields: JsonObject = {} ): JsonObject {
	return {
		tradename: `T-shirt ${ syscode }`,
		name: `TSHIRT-${ syscode }`,
		idf1_syscode: syscode,
		...fields,
	};
}

function create( field: number, ...variations: JsonObject[] ) {
	return bench.v1( 'Catalogue.createVariations', {
		itemid: item,
		type: 'item',
		idf1_id: field,
		variations,
	} );
}

async function declinations(): Promise< JsonObject[] > {
	const { body } = await bench.get( `/items/${ item }/declinations` );
	return listOf( body[ 'data' ] ).filter( isObject );
}

describe( 'variation fields', () => {
	test( 'none is an empty list', async () => {
		assert.deepEqual(
			( await bench.v1( 'Catalogue.getVariationFields', {} ) ).response,
			[]
		);
	} );

	test( 'are created once, and get more values', async () => {
		const id = await colour();
		await bench.v1( 'Catalogue.updateVariationField', {
			id,
			fields: [ BLUE, { name: 'Rouge vif', syscode: 'red' } ],
		} );
		const { response } = await bench.v1(
			'Catalogue.getVariationFields',
			{}
		);
		const field = objectOf( objectOf( response )[ String( id ) ] );
		assert.deepEqual( field[ 'array_collections' ], {
			1: BLUE,
			2: { name: 'Rouge vif', syscode: 'red' },
		} );
		const again = await bench.v1( 'Catalogue.createVariationField', {
			name: 'Teinte',
			syscode: 'color',
		} );
		assert.equal( again.code, 'E_PARAM_INVALID' );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );
} );

describe( 'variations', () => {
	test( 'become declinations that v2 reads and rows take', async () => {
		const field = await colour();
		assert.equal( ( await activate( field ) ).code, '' );
		const { code, response } = await create(
			field,
			variation( 'red', { priceInc: '16.58' } )
		);
		assert.equal( code, '' );
		const [ declination ] = await declinations();
		assert.equal( response, String( declination?.[ 'id' ] ) );
		assert.equal( declination?.[ 'reference' ], 'TSHIRT-red' );
		assert.equal( declination?.[ 'name' ], 'T-shirt red' );
		assert.equal( declination?.[ 'reference_price_taxes_exc' ], '16.58' );
		const known = await bench.v1( 'Catalogue.getVariations', {
			itemid: item,
		} );
		const view = objectOf(
			objectOf( known.response )[ String( response ) ]
		);
		assert.equal( view[ 'name' ], 'TSHIRT-red' );
		assert.equal( view[ 'idf1_syscode' ], 'red' );
		assert.equal( view[ 'idf2_id' ], '0' );
		assert.equal( view[ 'priceInc' ], '16.580000000' );
		const client = await bench.individual();
		const document = await bench.v1( 'Document.create', {
			document: { doctype: 'delivery', thirdid: client },
			row: {
				1: {
					row_type: 'item',
					row_linkedid: item,
					row_declid: Number( response ),
					row_unit: 'unité',
					row_unitAmount: '16.58',
					row_taxid: 1,
				},
			},
		} );
		assert.equal( document.code, '' );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'wait for their item to be declined, by the same fields', async () => {
		const field = await colour();
		assert.equal(
			( await create( field, variation( 'red' ) ) ).code,
			'E_PARAM_INVALID'
		);
		assert.equal( ( await activate( 9 ) ).code, 'E_OBJ_NOT_LOADABLE' );
		await activate( field );
		assert.equal( ( await activate( field ) ).code, 'E_OBJ_NOT_EDITABLE' );
		assert.equal(
			( await create( 9, variation( 'red' ) ) ).code,
			'E_PARAM_INVALID'
		);
		assert.deepEqual( await declinations(), [] );
	} );

	test( 'all or none, each combination once', async () => {
		const field = await colour();
		await activate( field );
		assert.equal(
			( await create( field, variation( 'red' ), variation( 'green' ) ) )
				.code,
			'E_LIST_VALUE_DONT_EXIST'
		);
		assert.equal( ( await declinations() ).length, 0 );
		await create( field, variation( 'red' ) );
		assert.equal(
			( await create( field, variation( 'red' ) ) ).code,
			'E_PARAM_INVALID'
		);
		assert.equal( ( await declinations() ).length, 1 );
	} );
} );
