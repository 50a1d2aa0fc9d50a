import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench, line } from './testing.ts';
import type { Reply } from './testing.ts';

const bench = new Bench();

/** Every answer here is one that Sellsy's own document describes. */
afterEach( async () => {
	const violations = listOf( await bench.list( '/violations' ) );
	assert.deepEqual(
		violations
			.filter( isObject )
			.filter( ( { side } ) => side === 'response' ),
		[]
	);
} );

const KINDS = [
	{ path: '/estimates', number: /^D-\d{4}-00001$/, total: 'total' },
	{ path: '/orders', number: /^BC-\d{4}-00001$/, total: 'total_incl_tax' },
	{ path: '/credit-notes', number: /^$/, total: 'total_incl_tax' },
];

function ids( { body }: Reply ): unknown[] {
	return listOf( body[ 'data' ] )
		.filter( isObject )
		.map( ( { id } ) => id );
}

function search( path: string, filters: JsonObject ): Promise< Reply > {
	return bench.post( `${ path }/search`, { filters } );
}

for ( const { path, number, total } of KINDS ) {
	describe( path, () => {
		test( 'costs what compute said, is read, listed and found', async () => {
			const third = await bench.individual( { first_name: 'Client' } );
			const item = await bench.post( '/items', {
				type: 'product',
				reference: 'LIVRE',
				name: 'Livre',
				reference_price: '14.22',
				tax_id: 3,
			} );
			const body = {
				related: [ { id: third, type: 'individual' } ],
				subject: 'Commande 12',
				note: 'Merci',
				rows: [
					line( '8.325', '3' ),
					{
						type: 'catalog',
						related: {
							id: Number( item.body[ 'id' ] ),
							type: 'product',
						},
						quantity: '1',
					},
					{ type: 'comment', text: 'Un cadeau' },
				],
			};
			const computed = await bench.post( `${ path }/compute`, body );
			assert.equal( computed.status, 200 );
			assert.equal(
				objectOf( computed.body[ 'amounts' ] )[ total ],
				'44.98'
			);
			assert.deepEqual( ids( await bench.get( path ) ), [] );

			const created = await bench.post( path, body );
			assert.equal( created.status, 201 );
			assert.equal( created.body[ 'status' ], 'draft' );
			assert.match( String( created.body[ 'number' ] ), number );
			assert.equal(
				objectOf( created.body[ 'amounts' ] )[ total ],
				'44.98'
			);
			assert.deepEqual(
				created.body[ 'taxes' ],
				computed.body[ 'taxes' ]
			);

			const id = String( created.body[ 'id' ] );
			const read = await bench.get( `${ path }/${ id }` );
			assert.deepEqual( read.body, created.body );
			assert.equal( listOf( read.body[ 'rows' ] ).length, 3 );
			const [ listed ] = listOf(
				( await bench.get( path ) ).body[ 'data' ]
			).filter( isObject );
			assert.equal( listed?.[ 'subject' ], 'Commande 12' );
			assert.equal( 'rows' in ( listed ?? {} ), false );
			assert.deepEqual(
				ids(
					await search( path, {
						related_objects: [ { id: third, type: 'individual' } ],
						status: [ 'draft' ],
					} )
				),
				[ Number( id ) ]
			);
			assert.deepEqual(
				ids(
					await search( path, {
						related_objects: [ { id: 1, type: 'individual' } ],
					} )
				),
				[]
			);
		} );

		test( 'is changed by PUT; what is left out stays', async () => {
			const third = await bench.individual();
			const { body } = await bench.draft(
				third,
				{ note: 'gardée' },
				path
			);
			const updated = await bench.put(
				`${ path }/${ String( body[ 'id' ] ) }`,
				{ rows: [ line( '5.00', '1' ) ] }
			);
			assert.equal( updated.status, 200 );
			assert.equal(
				objectOf( updated.body[ 'amounts' ] )[ total ],
				'6.00'
			);
			assert.equal( updated.body[ 'note' ], 'gardée' );
			assert.equal( updated.body[ 'number' ], body[ 'number' ] );
		} );

		test( 'is refused with fields that only others have', async () => {
			const third = await bench.individual();
			assert.deepEqual(
				Object.keys(
					(
						await bench.draft(
							third,
							{ order_reference: 'SHOP-12' },
							path
						)
					).details
				),
				[ 'order_reference' ]
			);
			assert.equal(
				(
					await bench.draft(
						third,
						{ parent: { type: 'order', id: 7001 } },
						path
					)
				).status,
				400
			);
		} );

		test( 'is not found among the others', async () => {
			const third = await bench.individual();
			const { body } = await bench.draft( third, {}, path );
			assert.equal(
				( await bench.get( `/invoices/${ String( body[ 'id' ] ) }` ) )
					.status,
				404
			);
		} );
	} );
}

describe( 'customers', () => {
	const takes: [ string, number ][] = [
		[ '/estimates', 201 ],
		[ '/credit-notes', 201 ],
		[ '/orders', 400 ],
		[ '/invoices', 400 ],
	];
	for ( const [ path, expected ] of takes ) {
		test( `${ path } of a prospect: ${ expected }`, async () => {
			const prospect = await bench.individual( { type: 'prospect' } );
			const { status } = await bench.draft( prospect, {}, path );
			assert.equal( status, expected );
		} );
	}

	test( 'an estimate names its contact beside the customer', async () => {
		const third = await bench.individual();
		const contact = await bench.post( '/contacts', { last_name: 'Test' } );
		const named = { contact_id: Number( contact.body[ 'id' ] ) };
		const { body } = await bench.draft( third, named, '/estimates' );
		assert.equal( body[ 'contact_id' ], named.contact_id );
		assert.deepEqual(
			Object.keys(
				( await bench.draft( third, { contact_id: 4 }, '/estimates' ) )
					.details
			),
			[ 'contact_id' ]
		);
	} );
} );

describe( 'an estimate', () => {
	test( 'goes from status to status, and says until when it holds', async () => {
		const third = await bench.individual();
		const { body } = await bench.draft(
			third,
			{ date: '2026-01-31', expiry_date: '2026-02-28' },
			'/estimates'
		);
		assert.equal( body[ 'expiry_date' ], '2026-02-28' );
		const path = `/estimates/${ String( body[ 'id' ] ) }`;
		for ( const status of [ 'sent', 'accepted', 'cancelled' ] ) {
			const changed = await bench.put( `${ path }/status`, { status } );
			assert.equal( changed.status, 200 );
			assert.equal( changed.body[ 'status' ], status );
		}
		assert.equal( ( await bench.put( path, { note: 'x' } ) ).status, 400 );
		assert.equal(
			( await bench.put( `${ path }/status`, { status: 'paid' } ) )
				.status,
			400
		);
	} );

	test( 'has its public address as a text, once it is open', async () => {
		const third = await bench.individual();
		const closed = await bench.draft( third, {}, '/estimates' );
		const open = await bench.draft(
			third,
			{ public_link_enabled: true },
			'/estimates'
		);
		assert.equal( closed.body[ 'public_link' ], null );
		assert.match( String( open.body[ 'public_link' ] ), /^https:/ );
	} );
} );

describe( 'an order', () => {
	test( 'has no status route, and only its own filters', async () => {
		const third = await bench.individual();
		const { body } = await bench.draft( third, {}, '/orders' );
		const id = Number( body[ 'id' ] );
		assert.equal( body[ 'order_status' ], 'none' );
		assert.equal(
			( await bench.put( `/orders/${ id }/status`, { status: 'sent' } ) )
				.status,
			404
		);
		assert.deepEqual(
			Object.keys(
				( await search( '/orders', { number: 'BC-1' } ) ).details
			),
			[ 'filters.number' ]
		);
		assert.deepEqual(
			ids( await search( '/orders', { order_status: [ 'none' ] } ) ),
			[ id ]
		);
		assert.deepEqual(
			ids( await search( '/orders', { order_status: [ 'sent' ] } ) ),
			[]
		);
	} );

	test( 'numbers follow each other', async () => {
		const third = await bench.individual();
		await bench.draft( third, {}, '/orders' );
		const { body } = await bench.draft( third, {}, '/orders' );
		assert.match( String( body[ 'number' ] ), /^BC-\d{4}-00002$/ );
	} );
} );

describe( 'deliveries', () => {
	test( 'are only read', async () => {
		assert.deepEqual( ids( await bench.get( '/deliveries' ) ), [] );
		assert.deepEqual( ids( await search( '/deliveries', {} ) ), [] );
		assert.equal( ( await bench.get( '/deliveries/4' ) ).status, 404 );
		assert.equal( ( await bench.post( '/deliveries', {} ) ).status, 405 );
	} );
} );
