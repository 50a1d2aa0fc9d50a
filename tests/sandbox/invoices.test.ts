import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench, line } from './testing.ts';

const bench = new Bench();

async function validated(
	third: number,
	fields: JsonObject = {}
): Promise< number > {
	const id = Number( ( await bench.draft( third, fields ) ).body[ 'id' ] );
	assert.equal(
		( await bench.post( `/invoices/${ id }/validate`, {} ) ).status,
		200
	);
	return id;
}

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

describe( 'validation', () => {
	test( 'numbers one after the other, and cannot be undone', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-03-02T10:00:00+01:00',
		} );
		await bench.connect();
		const third = await bench.individual();
		const first = await validated( third );
		const second = await validated( third );
		assert.equal(
			( await bench.get( `/invoices/${ first }` ) ).body[ 'number' ],
			'F-2026-00001'
		);
		assert.equal(
			( await bench.get( `/invoices/${ second }` ) ).body[ 'number' ],
			'F-2026-00002'
		);
		assert.equal(
			( await bench.get( `/invoices/${ second }` ) ).body[ 'status' ],
			'due'
		);
		assert.equal(
			( await bench.put( `/invoices/${ first }`, { note: 'x' } ) ).status,
			400
		);
		assert.equal(
			( await bench.post( `/invoices/${ first }/validate`, {} ) ).status,
			400
		);
	} );

	test( 'conform: no date in the future, none before the last invoice', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-03-10T10:00:00+01:00',
		} );
		await bench.connect();
		const third = await bench.individual();
		await validated( third );
		const id = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const attempt = ( date: string ) =>
			bench.post( `/invoices/${ id }/validate`, { date } );
		assert.deepEqual(
			Object.keys( ( await attempt( '2026-03-11' ) ).details ),
			[ 'date' ]
		);
		assert.deepEqual(
			Object.keys( ( await attempt( '2026-03-09' ) ).details ),
			[ 'date' ]
		);
		assert.equal( ( await attempt( '2026-03-10' ) ).status, 200 );
	} );

	test( 'without conform invoicing dates are free', async () => {
		await bench.control( 'POST', '/options', { conform: false } );
		const third = await bench.individual();
		const id = String( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.equal(
			(
				await bench.post( `/invoices/${ id }/validate`, {
					date: '2020-01-01',
				} )
			).body[ 'date' ],
			'2020-01-01'
		);
	} );

	test( 'the day is the account’s, not UTC’s', async () => {
		await bench.control( 'POST', '/clock', {
			now: '2026-06-30T22:30:00Z',
		} );
		await bench.connect();
		const { body } = await bench.draft( await bench.individual() );
		assert.equal( body[ 'date' ], '2026-07-01' );
	} );

	test( 'a due date in the past makes it late', async () => {
		const third = await bench.individual();
		const id = await validated( third, {
			payment_terms: { id: 4, code: 'xdays', x_days: 15 },
		} );
		await bench.control( 'POST', '/clock', { advance: 16 * 86400 } );
		await bench.connect();
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'late'
		);
	} );
} );

describe( 'search', () => {
	test( 'by customer, newest first', async () => {
		const one = await bench.individual();
		const other = await bench.individual();
		await bench.draft( one, { order_reference: 'A' } );
		await bench.draft( other, { order_reference: 'B' } );
		await bench.draft( one, { order_reference: 'C' } );
		const { body } = await bench.post(
			'/invoices/search?order=id&direction=desc',
			{
				filters: {
					related_objects: [ { type: 'individual', id: one } ],
				},
			}
		);
		assert.deepEqual(
			listOf( body[ 'data' ] )
				.filter( isObject )
				.map( ( { order_reference } ) => order_reference ),
			[ 'C', 'A' ]
		);
	} );

	test( 'by status, number and moment of creation', async () => {
		const third = await bench.individual();
		const id = await validated( third );
		await bench.draft( third );
		const found = async ( filters: JsonObject ) =>
			listOf(
				( await bench.post( '/invoices/search', { filters } ) ).body[
					'data'
				]
			)
				.filter( isObject )
				.map( ( row ) => row[ 'id' ] );
		const { number } = ( await bench.get( `/invoices/${ id }` ) ).body;
		assert.deepEqual( await found( { status: [ 'due' ] } ), [ id ] );
		assert.deepEqual( await found( { number: number ?? '' } ), [ id ] );
		assert.deepEqual(
			await found( { created: { start: '2999-01-01T00:00:00+00:00' } } ),
			[]
		);
		assert.equal(
			(
				await bench.post( '/invoices/search', {
					filters: { order_reference: 'A' },
				} )
			).status,
			400
		);
	} );
} );

describe( 'payments', () => {
	async function payment( third: number, value: string ): Promise< string > {
		const { status, body } = await bench.post(
			`/individuals/${ third }/payments`,
			{
				paid_at: '2026-01-05T10:00:00+01:00',
				payment_method_id: 1,
				type: 'credit',
				amount: { value, currency: 'EUR' },
				number: 'txn_1',
			}
		);
		assert.equal( status, 201 );
		return String( body[ 'id' ] );
	}

	test( 'make an invoice partly, then wholly paid', async () => {
		const third = await bench.individual();
		const id = await validated( third );
		const paid = await payment( third, '12.00' );
		const link = ( amount: number ) =>
			bench.post( `/invoices/${ id }/payments/${ paid }`, { amount } );
		assert.equal( ( await link( 5 ) ).status, 201 );
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'payinprogress'
		);
		assert.deepEqual( Object.keys( ( await link( 7.01 ) ).details ), [
			'amount',
		] );
		assert.equal( ( await link( 7 ) ).status, 201 );
		const { body } = await bench.get( `/invoices/${ id }` );
		assert.equal( body[ 'status' ], 'paid' );
		assert.equal(
			objectOf( body[ 'amounts' ] )[ 'total_remaining_due_incl_tax' ],
			'0.00'
		);
		assert.equal(
			listOf(
				( await bench.get( `/invoices/${ id }/payments` ) ).body[
					'data'
				]
			).length,
			2
		);
		assert.deepEqual( await bench.list( '/violations' ), [] );
	} );

	test( 'can be unlinked', async () => {
		const third = await bench.individual();
		const id = await validated( third );
		const paid = await payment( third, '12.00' );
		await bench.post( `/invoices/${ id }/payments/${ paid }`, {
			amount: 12,
		} );
		assert.equal(
			(
				await bench.api(
					'DELETE',
					`/invoices/${ id }/payments/${ paid }`
				)
			).status,
			204
		);
		assert.equal(
			( await bench.get( `/invoices/${ id }` ) ).body[ 'status' ],
			'due'
		);
	} );

	test( 'are refused at zero, on drafts, and for another customer', async () => {
		const third = await bench.individual();
		const other = await bench.individual();
		const draft = String( ( await bench.draft( third ) ).body[ 'id' ] );
		const id = await validated( third );
		const paid = await payment( third, '1.00' );
		const foreign = await payment( other, '1.00' );
		assert.equal(
			(
				await bench.post( `/invoices/${ draft }/payments/${ paid }`, {
					amount: 1,
				} )
			).status,
			400
		);
		assert.equal(
			(
				await bench.post( `/invoices/${ id }/payments/${ foreign }`, {
					amount: 1,
				} )
			).status,
			400
		);
		const zero = {
			paid_at: '2026-01-05T10:00:00+01:00',
			payment_method_id: 1,
			type: 'credit',
			amount: { value: '0', currency: 'EUR' },
		};
		assert.deepEqual(
			Object.keys(
				( await bench.post( `/individuals/${ third }/payments`, zero ) )
					.details
			),
			[ 'amount.value' ]
		);
	} );

	test( 'are found by customer', async () => {
		const third = await bench.individual();
		await payment( third, '1.00' );
		await payment( await bench.individual(), '2.00' );
		const { body } = await bench.post( '/payments/search', {
			filters: { related_objects: [ { type: 'individual', id: third } ] },
		} );
		assert.equal( listOf( body[ 'data' ] ).length, 1 );
	} );
} );
