import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import { Bench, line } from './testing.ts';
import type { Reply } from './testing.ts';

const bench = new Bench();

/** Both of 12.00 TTC and final, unless a test says otherwise. */
async function pair(): Promise< { invoice: number; credit: number } > {
	const third = await bench.individual();
	return {
		invoice: await bench.finalised( third ),
		credit: await bench.finalised( third, {}, '/credit-notes' ),
	};
}

function link( invoice: number, credit: number, amount: string ) {
	return bench.post( `/credit-notes/${ credit }/invoices/${ invoice }`, {
		amount,
	} );
}

function due( { body }: Reply ): unknown[] {
	return [
		body[ 'status' ],
		objectOf( body[ 'amounts' ] )[ 'total_remaining_due_incl_tax' ],
	];
}

async function dues( invoice: number, credit: number ): Promise< unknown[] > {
	return [
		...due( await bench.get( `/invoices/${ invoice }` ) ),
		...due( await bench.get( `/credit-notes/${ credit }` ) ),
	];
}

describe( 'a credit note', () => {
	afterEach( async () =>
		assert.deepEqual( await bench.list( '/violations' ), [] )
	);

	test( 'is stored when it is made final, once and for good', async () => {
		const third = await bench.individual();
		const draft = await bench.draft( third, {}, '/credit-notes' );
		const path = `/credit-notes/${ String( draft.body[ 'id' ] ) }`;
		const final = await bench.post( `${ path }/validate`, {} );
		assert.equal( final.status, 200 );
		assert.match( String( final.body[ 'number' ] ), /^AV-\d{4}-00001$/ );
		assert.deepEqual( due( final ), [ 'stored', '12.00' ] );
		assert.equal( ( await bench.put( path, { note: 'x' } ) ).status, 400 );
		assert.equal(
			( await bench.post( `${ path }/validate`, {} ) ).status,
			400
		);
	} );

	test( 'has positive amounts, whatever invoices may hold', async () => {
		await bench.control( 'POST', '/options', { negative_rows: 'keep' } );
		const third = await bench.individual();
		const rows = [ line( '-10.00', '1' ) ];
		assert.equal( ( await bench.draft( third, { rows } ) ).status, 201 );
		assert.deepEqual(
			Object.keys(
				( await bench.draft( third, { rows }, '/credit-notes' ) )
					.details
			),
			[ 'rows[0].unit_amount' ]
		);
	} );

	test( 'lowers what is due, partly and wholly', async () => {
		const { invoice, credit } = await pair();
		const first = await link( invoice, credit, '5.00' );
		assert.equal( first.status, 200 );
		assert.equal( first.body[ 'id' ], invoice );
		assert.deepEqual( await dues( invoice, credit ), [
			'payinprogress',
			'7.00',
			'partialspend',
			'7.00',
		] );
		const second = await bench.post(
			`/invoices/${ invoice }/credit-notes/${ credit }`,
			{ amount: '7.00' }
		);
		assert.equal( second.status, 200 );
		assert.equal( second.body[ 'id' ], credit );
		assert.deepEqual( await dues( invoice, credit ), [
			'paid',
			'0.00',
			'spent',
			'0.00',
		] );
	} );

	test( 'is listed with its invoice, once, and the other way round', async () => {
		const { invoice, credit } = await pair();
		await link( invoice, credit, '1.00' );
		await link( invoice, credit, '1.00' );
		const lists: [ string, number ][] = [
			[ `/invoices/${ invoice }/credit-notes`, credit ],
			[ `/credit-notes/${ credit }/invoices`, invoice ],
		];
		for ( const [ path, other ] of lists ) {
			const { body } = await bench.get( path );
			assert.deepEqual(
				listOf( body[ 'data' ] )
					.filter( isObject )
					.map( ( { id } ) => id ),
				[ other ]
			);
		}
		const found = await bench.post( '/invoices/search', {
			filters: { credit_note_id: credit },
		} );
		assert.equal( listOf( found.body[ 'data' ] ).length, 1 );
	} );

	test( 'can be unlinked, from either side', async () => {
		const { invoice, credit } = await pair();
		for ( const path of [
			`/invoices/${ invoice }/credit-notes/${ credit }`,
			`/credit-notes/${ credit }/invoices/${ invoice }`,
		] ) {
			await link( invoice, credit, '12.00' );
			assert.equal( ( await bench.api( 'DELETE', path ) ).status, 204 );
			assert.equal( ( await bench.api( 'DELETE', path ) ).status, 404 );
			assert.deepEqual( await dues( invoice, credit ), [
				'due',
				'12.00',
				'stored',
				'12.00',
			] );
		}
	} );

	test( 'never more than what is left of either', async () => {
		const { invoice, credit } = await pair();
		for ( const amount of [ '12.01', '0.00', '-1.00', 'douze' ] ) {
			assert.deepEqual(
				Object.keys(
					( await link( invoice, credit, amount ) ).details
				),
				[ 'amount' ]
			);
		}
		const third = await bench.individual();
		const small = await bench.finalised(
			third,
			{ rows: [ line( '1.00', '1' ) ] },
			'/credit-notes'
		);
		const large = await bench.finalised( third );
		assert.equal( ( await link( large, small, '1.21' ) ).status, 400 );
		assert.equal( ( await link( large, small, '1.20' ) ).status, 200 );
		const paid = await bench.payment( third );
		assert.equal(
			(
				await bench.post( `/invoices/${ large }/payments/${ paid }`, {
					amount: 10.81,
				} )
			).status,
			400
		);
	} );

	test( 'of another customer, or against a draft, is refused', async () => {
		const { invoice, credit } = await pair();
		const other = await pair();
		assert.deepEqual(
			Object.keys(
				( await link( invoice, other.credit, '1.00' ) ).details
			),
			[ 'creditNoteId' ]
		);
		const third = await bench.individual();
		const draft = Number( ( await bench.draft( third ) ).body[ 'id' ] );
		assert.deepEqual(
			Object.keys( ( await link( draft, credit, '1.00' ) ).details ),
			[ 'invoiceId' ]
		);
		assert.equal( ( await link( credit, invoice, '1.00' ) ).status, 404 );
	} );

	test( 'that is a draft is refused, or taken where an account does', async () => {
		const third = await bench.individual();
		const invoice = await bench.finalised( third );
		const { body } = await bench.draft( third, {}, '/credit-notes' );
		const credit = Number( body[ 'id' ] );
		assert.deepEqual(
			Object.keys( ( await link( invoice, credit, '1.00' ) ).details ),
			[ 'creditNoteId' ]
		);
		await bench.control( 'POST', '/options', {
			links_of_draft_credit_notes: 'accept',
		} );
		assert.equal( ( await link( invoice, credit, '1.00' ) ).status, 200 );
	} );
} );

test( 'the amount of a link is a text', async () => {
	const { invoice, credit } = await pair();
	const { status, details } = await bench.post(
		`/credit-notes/${ credit }/invoices/${ invoice }`,
		{ amount: 1 }
	);
	assert.equal( status, 400 );
	assert.deepEqual( Object.keys( details ), [ 'amount' ] );
} );
