import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { eventsOf } from './events.ts';
import { DEFAULT_OPTIONS } from './options.ts';
import { Bench } from './testing.ts';

/** What Sellsy does not document, answered either way. */
const bench = new Bench();

afterEach( async () =>
	assert.deepEqual( await bench.list( '/violations' ), [] )
);

const options = ( patch: JsonObject ) =>
	bench.control( 'POST', '/options', patch );

const company = async (): Promise< number > => {
	const { body } = await bench.post( '/companies', {
		type: 'client',
		name: 'Acme',
		reference: 'ACME',
		email: 'contact@acme.example',
		legal_france: { siren: '732829320', company_type: 'SARL' },
	} );
	return Number( body[ 'id' ] );
};

const found = async (
	path: string,
	filters: JsonObject
): Promise< unknown[] > => {
	const { body } = await bench.post( `${ path }/search`, { filters } );
	return listOf( body[ 'data' ] )
		.filter( isObject )
		.map( ( { id } ) => id );
};

test( 'customers, contacts and items are deleted', async () => {
	const id = await company();
	const contact = await bench.post( '/contacts', { last_name: 'Test' } );
	const item = await bench.post( '/items', {
		type: 'product',
		reference: 'A',
	} );
	const person = await bench.post( '/individuals', {
		type: 'client',
		last_name: 'Test',
	} );
	for ( const path of [
		`/companies/${ id }`,
		`/contacts/${ String( contact.body[ 'id' ] ) }`,
		`/items/${ String( item.body[ 'id' ] ) }`,
		`/individuals/${ String( person.body[ 'id' ] ) }`,
	] ) {
		assert.equal( ( await bench.api( 'DELETE', path ) ).status, 204 );
		assert.equal( ( await bench.get( path ) ).status, 404 );
	}
} );

test( 'a change keeps or clears what is left out', async () => {
	const id = await company();
	const change = async () =>
		(
			await bench.put( `/companies/${ id }`, {
				note: 'x',
				legal_france: { company_type: 'SAS' },
			} )
		).body;
	await options( { put_legal_numbers: 'keep' } );
	const kept = await change();
	assert.equal( kept[ 'email' ], 'contact@acme.example' );
	assert.equal( objectOf( kept[ 'legal_france' ] )[ 'siren' ], '732829320' );
	await options( { put_customers: 'clear', put_legal_numbers: 'clear' } );
	const cleared = await change();
	assert.equal( cleared[ 'email' ], null );
	assert.equal( cleared[ 'name' ], 'Acme' );
	assert.equal(
		objectOf( cleared[ 'legal_france' ] )[ 'siren' ] ?? null,
		null
	);
} );

test( 'documents are found by their creation or not, in the order that is asked for or not', async () => {
	const body = { related: [ { type: 'company', id: await company() } ] };
	const ids = [];
	for ( let each = 0; each < 2; each++ ) {
		const made = await bench.post( '/invoices', body );
		ids.push( made.body[ 'id' ] );
	}
	const [ first, second ] = ids;
	const created = { created: { start: '2000-01-01T00:00:00+00:00' } };
	const newest = '?order=id&direction=desc';
	const search = async ( filters: JsonObject ) => {
		const { body: answer } = await bench.post(
			`/invoices/search${ newest }`,
			{ filters }
		);
		return listOf( answer[ 'data' ] )
			.filter( isObject )
			.map( ( { id } ) => id );
	};
	assert.deepEqual( await search( created ), [ second, first ] );
	await options( { document_order: 'oldest-first' } );
	assert.deepEqual( await search( {} ), [ first, second ] );
	await options( { created_search: 'none' } );
	assert.deepEqual( await search( created ), [] );
	assert.deepEqual( await search( {} ), [ first, second ] );
} );

test( 'what a draft keeps, embeds and is listed by', async () => {
	const id = await company();
	const body = {
		related: [ { type: 'company', id } ],
		order_reference: 'DOCTOR',
		service_dates: { start: '2026-03-01', end: '2026-03-31' },
	};
	const make = async () =>
		( await bench.post( '/invoices?embed[]=company', body ) ).body;
	const drafts = async () => {
		const { body: answer } = await bench.post( '/invoices/search', {
			filters: { status: [ 'draft' ] },
		} );
		return listOf( answer[ 'data' ] ).length;
	};
	const kept = await make();
	assert.equal( kept[ 'order_reference' ], 'DOCTOR' );
	assert.deepEqual( kept[ 'service_dates' ], body.service_dates );
	assert.equal(
		objectOf( objectOf( kept[ '_embed' ] )[ 'company' ] )[ 'id' ],
		id
	);
	assert.equal( await drafts(), 1 );
	await options( {
		order_references: 'drop',
		service_dates: 'drop',
		embedded_objects: 'none',
		status_search: 'none',
	} );
	const dropped = await make();
	assert.equal( dropped[ 'order_reference' ], '' );
	assert.equal( dropped[ 'service_dates' ], undefined );
	assert.equal( dropped[ '_embed' ], undefined );
	assert.equal( await drafts(), 0 );
	await options( { service_dates: 'refuse', status_search: 'found' } );
	assert.equal( ( await bench.post( '/invoices', body ) ).status, 400 );
	assert.equal( await drafts(), 2 );
	await options( { document_lag_seconds: 60 } );
	assert.equal( await drafts(), 0 );
} );

test( 'a search lags, and minds nothing but what it is asked to', async () => {
	const id = await company();
	const filters = { reference: [ 'ACME' ] };
	assert.deepEqual( await found( '/companies', filters ), [ id ] );
	await options( { search_lag_seconds: 60 } );
	assert.deepEqual( await found( '/companies', filters ), [] );
	await bench.control( 'POST', '/clock', { advance: 61 } );
	assert.deepEqual( await found( '/companies', filters ), [ id ] );
} );

test( 'a dry run creates nothing, or all', async () => {
	const dry = () =>
		bench.api( 'POST', '/companies?verify=true', {
			type: 'client',
			name: 'Acme',
			reference: 'ACME',
		} );
	assert.equal( ( await dry() ).status, 204 );
	assert.deepEqual( await found( '/companies', {} ), [] );
	await options( { verify: 'all' } );
	assert.equal( ( await dry() ).status, 204 );
	assert.equal( ( await found( '/companies', {} ) ).length, 1 );
} );

test( 'answers may say nothing of the allowance', async () => {
	await options( { quota_headers: false } );
	const { headers } = await bench.get( '/taxes' );
	assert.equal( headers.get( 'X-Quota-Remaining-By-Minute' ), null );
} );

test( 'amounts may be written in French', async () => {
	await company();
	await options( { amounts: 'comma' } );
	const { body } = await bench.post( '/items', {
		type: 'product',
		reference: 'CAFE',
		name: 'Café 1.5',
		reference_price: '19.90',
	} );
	assert.equal( body[ 'reference_price_taxes_exc' ], '19,9' );
	assert.equal( body[ 'name' ], 'Café 1.5' );
	assert.equal( typeof body[ 'id' ], 'number' );
} );

test( 'a list may say another status than the document', async () => {
	const id = await company();
	const { body: made } = await bench.post( '/invoices', {
		related: [ { type: 'company', id } ],
	} );
	const listed = async () => {
		const { body } = await bench.post( '/invoices/search', {
			filters: { status: [ 'draft' ] },
		} );
		return listOf( body[ 'data' ] )
			.filter( isObject )
			.map( ( { status } ) => status );
	};
	assert.deepEqual( await listed(), [ 'draft' ] );
	await options( { listed_status: 'sent' } );
	assert.deepEqual( await listed(), [ 'due' ] );
	const { body } = await bench.get( `/invoices/${ String( made[ 'id' ] ) }` );
	assert.equal( body[ 'status' ], 'draft' );
} );

test( 'payments are those of the customer or not, in the order that is asked for or not', async () => {
	const customer = await bench.individual();
	const other = await bench.individual();
	const first = await bench.payment( customer, {} );
	const second = await bench.payment( customer, {} );
	const theirs = await bench.payment( other, {} );
	const search = async () => {
		const { body } = await bench.post(
			'/payments/search?order=id&direction=desc',
			{
				filters: {
					related_objects: [ { type: 'individual', id: customer } ],
				},
			}
		);
		return listOf( body[ 'data' ] )
			.filter( isObject )
			.map( ( { id } ) => id );
	};
	assert.deepEqual( await search(), [ second, first ] );
	await options( { payment_order: 'oldest-first' } );
	assert.deepEqual( await search(), [ first, second ] );
	await options( { payments_of_customers: 'all' } );
	assert.deepEqual( await search(), [ first, second, theirs ] );
	await options( { payments_of_customers: 'none' } );
	assert.deepEqual( await search(), [] );
} );

test( 'events of documents may have a name that nobody knows', () => {
	const names = ( document_events: 'docslog' | 'other' ) =>
		eventsOf( { ...DEFAULT_OPTIONS, document_events } ).map(
			( { id } ) => id
		);
	assert.ok( names( 'docslog' ).includes( 'docslog' ) );
	assert.ok( ! names( 'other' ).includes( 'docslog' ) );
} );

test( 'a list of addresses may lack what was just added', async () => {
	const id = await company();
	const path = `/companies/${ id }/addresses`;
	const added = await bench.post( path, {
		name: 'Acme',
		address_line_1: '1 rue de la Paix',
		postal_code: '75002',
		city: 'Paris',
		country_code: 'FR',
	} );
	const listed = async () =>
		listOf( ( await bench.get( path ) ).body[ 'data' ] )
			.filter( isObject )
			.map( ( one ) => one[ 'id' ] );
	assert.deepEqual( await listed(), [ added.body[ 'id' ] ] );
	await options( { address_list: 'without-last' } );
	assert.deepEqual( await listed(), [] );
} );
