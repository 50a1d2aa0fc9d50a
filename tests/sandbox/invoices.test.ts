import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench, line } from './testing.ts';

const bench = new Bench();

describe( 'a draft', () => {
	test( 'has no number, and its rows only when it is asked for by id', async () => {
		const third = await bench.individual( { first_name: 'Client' } );
		const { status, body } = await bench.draft( third, {
			order_reference: 'SHOP-12',
			subject: 'Commande 12',
		} );
		assert.equal( status, 201 );
		assert.equal( body[ 'status' ], 'draft' );
		assert.equal( body[ 'number' ], '' );
		assert.equal( body[ 'pdf_link' ], null );
		assert.equal( body[ 'company_name' ], 'Client Test' );
		assert.deepEqual(
			objectOf( body[ 'amounts' ] )[ 'total_incl_tax' ],
			'12.00'
		);
		const [ listed ] = listOf(
			( await bench.get( '/invoices' ) ).body[ 'data' ]
		).filter( isObject );
		assert.equal( listed?.[ 'order_reference' ], 'SHOP-12' );
		assert.equal( 'rows' in ( listed ?? {} ), false );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'costs what compute said', async () => {
		const third = await bench.individual();
		const body = {
			related: [ { id: third, type: 'individual' } ],
			rows: [ line( '8.325', '3' ), { type: 'comment', text: 'x' } ],
		};
		const computed = await bench.post( '/invoices/compute', body );
		assert.equal( computed.status, 200 );
		const created = await bench.post( '/invoices', body );
		assert.equal(
			objectOf( computed.body[ 'amounts' ] )[ 'total_incl_tax' ],
			'29.98'
		);
		assert.equal(
			objectOf( created.body[ 'amounts' ] )[ 'total_incl_tax' ],
			'29.98'
		);
		assert.deepEqual( computed.body[ 'taxes' ], created.body[ 'taxes' ] );
		assert.equal( 'decimal_number' in computed.body, false );
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'compute keeps nothing', async () => {
		const third = await bench.individual();
		await bench.post( '/invoices/compute', {
			related: [ { id: third, type: 'individual' } ],
			rows: [ line( '1.00', '1' ) ],
		} );
		assert.equal(
			listOf( ( await bench.get( '/invoices' ) ).body[ 'data' ] ).length,
			0
		);
	} );

	test( 'is changed by PUT: rows are replaced, a row with an id alone is the one there was', async () => {
		const third = await bench.individual();
		const { body } = await bench.draft( third, {
			rows: [ line( '10.00', '1' ), line( '5.00', '1' ) ],
			note: 'gardée',
		} );
		const kept =
			listOf( body[ 'rows' ] ).filter( isObject )[ 1 ]?.[ 'id' ] ?? null;
		const path = `/invoices/${ String( body[ 'id' ] ) }`;
		const updated = await bench.put( path, {
			rows: [ { id: kept, quantity: '3' } ],
		} );
		assert.equal( updated.status, 200 );
		assert.equal(
			objectOf( updated.body[ 'amounts' ] )[ 'total_excl_tax' ],
			'15.00'
		);
		assert.equal( updated.body[ 'note' ], 'gardée' );
	} );

	test( 'takes item values that a row leaves out', async () => {
		const third = await bench.individual();
		const item = await bench.post( '/items', {
			type: 'product',
			reference: 'LIVRE',
			name: 'Livre',
			reference_price: '14.22',
			tax_id: 3,
		} );
		const { body } = await bench.draft( third, {
			rows: [
				{
					type: 'catalog',
					related: { id: item.body[ 'id' ] ?? 0, type: 'product' },
					quantity: '1',
				},
			],
		} );
		assert.equal(
			objectOf( body[ 'amounts' ] )[ 'total_incl_tax' ],
			'15.00'
		);
		assert.equal(
			listOf( body[ 'rows' ] ).filter( isObject )[ 0 ]?.[ 'description' ],
			'Livre'
		);
	} );
} );

describe( 'a draft is refused', () => {
	const refused: [ string, ( third: number ) => JsonObject, string ][] = [
		[
			'for two customers',
			( id ) => ( {
				related: [
					{ id, type: 'individual' },
					{ id, type: 'individual' },
				],
			} ),
			'related',
		],
		[
			'for a contact alone',
			() => ( { related: [ { id: 1, type: 'contact' } ] } ),
			'related',
		],
		[
			'for nobody known',
			() => ( { related: [ { id: 4, type: 'company' } ] } ),
			'related',
		],
		[
			'in a currency the account lacks',
			() => ( { currency: 'SEK' } ),
			'currency',
		],
		[
			'in a rate category with taxes',
			() => ( { rate_category_id: 2 } ),
			'rate_category_id',
		],
		[
			'with an unknown rate category',
			() => ( { rate_category_id: 99 } ),
			'rate_category_id',
		],
		[
			'with somebody else’s address',
			() => ( { invoicing_address_id: 9001 } ),
			'invoicing_address_id',
		],
		[
			'with an unknown model',
			() => ( { parent: { type: 'model', id: 99 } } ),
			'parent.id',
		],
		[
			'with an unknown payment term',
			() => ( { payment_terms: { id: 99 } } ),
			'payment_terms.id',
		],
		[
			'with an unknown payment method',
			() => ( { payment_method_ids: [ 99 ] } ),
			'payment_method_ids[0]',
		],
		[
			'with an owner who is blocked',
			() => ( { owner_id: 3 } ),
			'owner_id',
		],
		[ 'with a number', () => ( { number: 'F-1' } ), 'number' ],
		[ 'with an unknown field', () => ( { layout_id: 1 } ), 'layout_id' ],
	];
	for ( const [ name, fields, field ] of refused ) {
		test( name, async () => {
			const third = await bench.individual();
			const { status, details } = await bench.draft(
				third,
				fields( third )
			);
			assert.equal( status, 400 );
			assert.deepEqual( Object.keys( details ), [ field ] );
			assert.equal(
				listOf( ( await bench.get( '/invoices' ) ).body[ 'data' ] )
					.length,
				0
			);
		} );
	}

	test( 'for a prospect', async () => {
		const prospect = await bench.individual( { type: 'prospect' } );
		assert.deepEqual(
			Object.keys( ( await bench.draft( prospect ) ).details ),
			[ 'related' ]
		);
	} );
} );
