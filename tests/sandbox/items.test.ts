import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();

afterEach( async () =>
	assert.deepEqual( await bench.list( '/violations' ), [] )
);

async function item( fields: JsonObject = {} ): Promise< number > {
	const { body } = await bench.post( '/items', {
		type: 'product',
		reference: 'TSHIRT',
		name: 'T-shirt',
		reference_price: '10.00',
		tax_id: 1,
		...fields,
	} );
	return Number( body[ 'id' ] );
}

async function declination(
	id: number,
	fields: JsonObject = {}
): Promise< number > {
	const { body } = await bench.control(
		'POST',
		`/records/items/${ id }/declinations`,
		{ reference: 'TSHIRT-BLEU', ...fields }
	);
	return Number( body[ 'id' ] );
}

function rows( { body }: { body: JsonObject } ): JsonObject[] {
	return listOf( body[ 'data' ] ).filter( isObject );
}

function row( id: number, declinationId: number ): JsonObject {
	return {
		type: 'catalog',
		related: { id, type: 'product', declination_id: declinationId },
		quantity: '1',
	};
}

describe( 'an item', () => {
	test( 'is changed by PUT, and both prices follow', async () => {
		const id = await item();
		const { status, body } = await bench.put( `/items/${ id }`, {
			reference_price: '20.00',
			description: 'Coton',
		} );
		assert.equal( status, 200 );
		assert.equal( body[ 'reference_price_taxes_inc' ], '24' );
		assert.equal( body[ 'name' ], 'T-shirt' );
		assert.equal( body[ 'description' ], 'Coton' );
	} );

	test( 'has a price per rate category, HT or TTC as the category is', async () => {
		const id = await item();
		const set = await bench.put( `/items/${ id }/prices`, [
			{ rate_category_id: 1, amount: '12.00' },
			{ rate_category_id: 2, amount: '18.00' },
		] );
		assert.equal( set.status, 200 );
		const read = rows( await bench.get( `/items/${ id }/prices` ) );
		assert.deepEqual( read.slice( 0, 3 ), [
			{
				rate_category_id: 1,
				amount_excl_tax: '12',
				amount_incl_tax: '14.4',
			},
			{
				rate_category_id: 2,
				amount_excl_tax: '15',
				amount_incl_tax: '18',
			},
			{
				rate_category_id: 3,
				amount_excl_tax: '10',
				amount_incl_tax: '12',
			},
		] );
		const refused = await bench.put( `/items/${ id }/prices`, [
			{ rate_category_id: 99, amount: '1,00' },
		] );
		assert.deepEqual( Object.keys( refused.details ), [
			'[0].rate_category_id',
			'[0].amount',
		] );
	} );
} );

describe( 'a declination', () => {
	test( 'is listed and searched under its item alone', async () => {
		const id = await item();
		const blue = await declination( id );
		await declination( id, { reference: 'TSHIRT-ROUGE' } );
		await declination( await item(), { reference: 'AUTRE' } );
		const path = `/items/${ id }/declinations`;
		assert.deepEqual(
			rows( await bench.get( path ) ).map(
				( { reference } ) => reference
			),
			[ 'TSHIRT-BLEU', 'TSHIRT-ROUGE' ]
		);
		assert.deepEqual(
			rows( await bench.post( path, { filters: { id: blue } } ) ).map(
				( { reference } ) => reference
			),
			[ 'TSHIRT-BLEU' ]
		);
		assert.equal(
			( await bench.get( `/items/${ id }` ) ).body[ 'is_declined' ],
			true
		);
		assert.equal(
			rows( await bench.get( `${ path }/${ blue }/prices` ) ).length > 0,
			true
		);
		assert.equal(
			( await bench.get( `${ path }/999/prices` ) ).status,
			404
		);
	} );

	test( 'is billed under its own reference and price, or at its item’s', async () => {
		const third = await bench.individual();
		const id = await item();
		const own = await declination( id, {
			reference_price_taxes_exc: '15.00',
		} );
		const plain = await declination( id );
		const { body } = await bench.draft(
			third,
			{ rows: [ row( id, own ), row( id, plain ) ] },
			'/orders'
		);
		assert.equal(
			objectOf( body[ 'amounts' ] )[ 'total_excl_tax' ],
			'25.00'
		);
		const [ first ] = listOf( body[ 'rows' ] ).filter( isObject );
		assert.equal( first?.[ 'reference' ], 'TSHIRT-BLEU' );
		assert.equal(
			objectOf( first?.[ 'related' ] )[ 'declination_id' ],
			own
		);
		const computed = await bench.post( '/orders/compute', {
			related: [ { id: third, type: 'individual' } ],
			rows: [ row( id, own ) ],
		} );
		assert.equal( computed.status, 200 );
	} );

	test( 'of another item is refused', async () => {
		const third = await bench.individual();
		const other = await declination( await item() );
		const { details } = await bench.draft( third, {
			rows: [ row( await item(), other ) ],
		} );
		assert.deepEqual( Object.keys( details ), [
			'rows[0].related.declination_id',
		] );
	} );
} );

test( 'an eco-tax is kept on its row and changes no total', async () => {
	const third = await bench.individual();
	const ecoTax = { type: 'inc', value: '0.24' };
	const { body } = await bench.draft( third, {
		rows: [
			{
				type: 'catalog',
				related: { id: await item(), type: 'product' },
				quantity: '2',
				eco_tax: ecoTax,
			},
		],
	} );
	assert.equal( objectOf( body[ 'amounts' ] )[ 'total_incl_tax' ], '24.00' );
	assert.deepEqual(
		listOf( body[ 'rows' ] ).filter( isObject )[ 0 ]?.[ 'eco_tax' ],
		ecoTax
	);
} );

test( 'an eco-tax is added or refused where the option says so', async () => {
	const lamp = {
		type: 'catalog',
		related: { id: await item(), type: 'product' },
		quantity: '2',
		eco_tax: { type: 'excl', value: '0.50' },
	};
	const third = await bench.individual();
	await bench.control( 'POST', '/options', { eco_tax: 'add' } );
	const { body } = await bench.draft( third, { rows: [ lamp ] } );
	assert.equal( objectOf( body[ 'amounts' ] )[ 'total_excl_tax' ], '21.00' );
	await bench.control( 'POST', '/options', { eco_tax: 'refuse' } );
	assert.equal(
		( await bench.draft( third, { rows: [ lamp ] } ) ).status,
		400
	);
} );

test( 'barcodes are found by item and code', async () => {
	const id = await item();
	const code = '3760123456789';
	await bench.control( 'POST', `/records/items/${ id }/barcodes`, {
		code,
		label: 'EAN',
	} );
	const found = ( filters: JsonObject ) =>
		bench.post( '/items/barcodes/search', { filters } );
	assert.equal( rows( await found( { item_id: id, code } ) ).length, 1 );
	assert.equal( rows( await found( { item_id: id, code: '1' } ) ).length, 0 );
	assert.equal( rows( await found( { item_id: id + 1 } ) ).length, 0 );
} );
