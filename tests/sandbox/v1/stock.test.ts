import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { isObject, objectOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { Bench } from '../testing.ts';

const bench = new Bench();
let item = 0;

beforeEach( async () => {
	const { body } = await bench.post( '/items', {
		type: 'product',
		reference: 'SKU',
		name: 'Objet',
	} );
	item = Number( body[ 'id' ] );
} );

function activate( quantity: number | string, fields: JsonObject = {} ) {
	return bench.v1( 'Stock.activate', {
		itemid: item,
		warehouseid: 1,
		stock: {
			method: 'simple',
			initialqt: quantity,
			initialpurprice: '0',
			minstock: 0,
			valotype: 'CMUP',
		},
		...fields,
	} );
}

function add( stock: JsonObject = {}, fields: JsonObject = {} ) {
	return bench.v1( 'Stock.add', {
		itemid: item,
		stock: {
			method: 'simple',
			quantity: 5,
			warehouseid_to: 1,
			calculatevalo: 'N',
			movetype: 'manual',
			...stock,
		},
		...fields,
	} );
}

async function quantities( params: JsonObject = {} ): Promise< unknown > {
	const { response } = await bench.v1( 'Stock.getForItem', {
		itemid: item,
		...params,
	} );
	return isObject( response )
		? Object.values( response ).map( ( line ) => objectOf( line )[ 'qt' ] )
		: response;
}

describe( 'stock', () => {
	test( 'of an item that has none is an empty list', async () => {
		assert.deepEqual( await quantities(), [] );
	} );

	test( 'starts with what it was activated with', async () => {
		assert.deepEqual( await activate( '12.5' ), {
			status: 200,
			code: '',
			response: null,
		} );
		assert.deepEqual( await quantities(), [ '12.500000000' ] );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'is activated once', async () => {
		await activate( 1 );
		assert.equal( ( await activate( 1 ) ).code, 'E_OBJ_NOT_EDITABLE' );
	} );

	test( 'is added to, every time', async () => {
		await activate( 1 );
		assert.equal( ( await add() ).code, '' );
		await add();
		assert.deepEqual( await quantities(), [ '11.000000000' ] );
	} );

	test( 'is not added to before, except where the account takes it', async () => {
		assert.equal( ( await add() ).code, 'E_OBJ_NOT_LOADABLE' );
		await bench.control( 'POST', '/options', {
			v1_stock_activation: false,
		} );
		assert.equal( ( await add() ).code, '' );
		assert.deepEqual( await quantities(), [ '5.000000000' ] );
	} );

	test( 'is taken away from by less than zero, where the account takes that', async () => {
		await activate( 8 );
		assert.equal( ( await add( { quantity: '-3.5' } ) ).code, '' );
		assert.deepEqual( await quantities(), [ '4.500000000' ] );
		await bench.control( 'POST', '/options', {
			v1_stock_below_zero: 'ignore',
		} );
		assert.equal( ( await add( { quantity: -1 } ) ).code, '' );
		await bench.control( 'POST', '/options', {
			v1_stock_below_zero: 'refuse',
		} );
		assert.equal(
			( await add( { quantity: -1 } ) ).code,
			'E_PARAM_INVALID'
		);
		assert.deepEqual( await quantities(), [ '4.500000000' ] );
	} );

	test( 'moves from one warehouse to another', async () => {
		await activate( 8 );
		await add( {
			movetype: 'warehouse',
			warehouseid_from: 1,
			warehouseid_to: 2,
		} );
		assert.deepEqual( await quantities(), [
			'3.000000000',
			'5.000000000',
		] );
		assert.deepEqual( await quantities( { warehouseid: 2 } ), [
			'5.000000000',
		] );
	} );

	test( 'of nothing known is refused', async () => {
		await activate( 1 );
		for ( const { code } of [
			await add( {}, { itemid: 999 } ),
			await add( {}, { declid: 999 } ),
			await add( { warehouseid_to: 9 } ),
			await activate( 1, { warehouseid: 9 } ),
			await bench.v1( 'Stock.getForItem', { itemid: 999 } ),
		] ) {
			assert.equal( code, 'E_OBJ_NOT_LOADABLE' );
		}
		assert.deepEqual( await quantities(), [ '1.000000000' ] );
	} );
} );

test( 'a declination is asked for in one warehouse', async () => {
	const declination = await declinationOf( item );
	await activate( 4 );
	await add( {}, { declid: declination } );
	const { code } = await bench.v1( 'Stock.getForItem', {
		itemid: item,
		declid: declination,
	} );
	assert.equal( code, 'E_PARAM_REQUIRED' );
	assert.deepEqual(
		await quantities( { declid: declination, warehouseid: 1 } ),
		[ '5.000000000' ]
	);
} );

async function declinationOf( id: number ): Promise< number > {
	const { body } = await bench.control(
		'POST',
		`/records/items/${ id }/declinations`,
		{ name: 'Rouge', reference: 'SKU-R' }
	);
	return Number( body[ 'id' ] );
}
