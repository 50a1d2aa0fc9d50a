import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isObject, listOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import { Bench } from './testing.ts';

const bench = new Bench();
const PERSON = { type: 'client', last_name: 'Test' };

async function people(): Promise< number > {
	return listOf( ( await bench.get( '/individuals' ) ).body[ 'data' ] )
		.length;
}

function arm( fault: JsonObject ) {
	return bench.control( 'POST', '/faults', fault );
}

describe( 'a fault', () => {
	test( 'of a status answers it, does nothing, and passes', async () => {
		for ( const mode of [
			'429',
			'500-before',
			'502',
			'422',
			'401-once',
		] ) {
			await arm( { mode, method: 'POST', path: '/individuals' } );
			assert.equal(
				( await bench.post( '/individuals', PERSON ) ).status,
				Number( mode.slice( 0, 3 ) )
			);
		}
		assert.equal( await people(), 0 );
		assert.equal(
			( await bench.post( '/individuals', PERSON ) ).status,
			201
		);
	} );

	test( '500 after: it was done all the same', async () => {
		await arm( { mode: '500-after', method: 'POST' } );
		assert.equal(
			( await bench.post( '/individuals', PERSON ) ).status,
			500
		);
		assert.equal( await people(), 1 );
	} );

	test( 'a connection dropped before or after', async () => {
		await arm( { mode: 'drop-before' } );
		await assert.rejects( bench.post( '/individuals', PERSON ) );
		assert.equal( await people(), 0 );
		await arm( { mode: 'drop-after', method: 'POST' } );
		await assert.rejects( bench.post( '/individuals', PERSON ) );
		assert.equal( await people(), 1 );
	} );

	test( 'a malformed body after the write', async () => {
		await arm( { mode: 'malformed' } );
		await assert.rejects(
			bench.post( '/individuals', PERSON ),
			SyntaxError
		);
		assert.equal( await people(), 1 );
	} );

	test( 'a page of a proxy: 200, HTML, nothing done', async () => {
		await arm( { mode: 'html' } );
		const { status, headers } = await bench.post( '/individuals', PERSON );
		assert.equal( status, 200 );
		assert.match( headers.get( 'content-type' ) ?? '', /html/ );
		assert.equal( await people(), 0 );
	} );

	test( 'slow answers late', async () => {
		await arm( { mode: 'slow', ms: 120 } );
		const started = performance.now();
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
		assert.ok( performance.now() - started >= 115 );
	} );

	test( 'hits only its method and path, as often as asked', async () => {
		await arm( {
			mode: '500',
			method: 'POST',
			path: '/individuals',
			times: 2,
		} );
		assert.equal( ( await bench.get( '/individuals' ) ).status, 200 );
		assert.equal(
			(
				await bench.post( '/companies', {
					type: 'client',
					name: 'Acme SARL',
				} )
			).status,
			201
		);
		assert.equal(
			( await bench.post( '/individuals', PERSON ) ).status,
			500
		);
		assert.equal(
			( await bench.post( '/individuals', PERSON ) ).status,
			500
		);
		assert.equal(
			( await bench.post( '/individuals', PERSON ) ).status,
			201
		);
	} );

	test( 'with times 0 lasts until it is taken away', async () => {
		await arm( { mode: '503', path: '/tax*', times: 0 } );
		for ( let again = 0; again < 3; again++ ) {
			assert.equal( ( await bench.get( '/taxes' ) ).status, 503 );
		}
		await bench.control( 'DELETE', '/faults' );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
	} );

	test( 'matches the path of the document too', async () => {
		const id = await bench.individual();
		await arm( { mode: '404', path: '/individuals/{id}' } );
		assert.equal(
			( await bench.get( `/individuals/${ id }` ) ).status,
			404
		);
	} );

	test( 'reaches the login host', async () => {
		await arm( { mode: '500', path: '/oauth2/access-tokens' } );
		assert.equal(
			( await bench.tokens( { grant_type: 'client_credentials' } ) )
				.status,
			500
		);
	} );

	test( 'that does not exist is refused', async () => {
		assert.equal( ( await arm( { mode: 'earthquake' } ) ).status, 400 );
	} );
} );

describe( 'quotas', () => {
	test( 'are counted down in the headers and in GET /quotas', async () => {
		const { headers } = await bench.get( '/taxes' );
		assert.equal( headers.get( 'x-quota-remaining-by-day' ), '999999' );
		const { body } = await bench.get( '/quotas' );
		assert.deepEqual( body[ 'api_rate_days' ], {
			limit: 1000000,
			used: 2,
		} );
	} );

	test( 'run out into 429, and open again with the next window', async () => {
		const quota = { second: 100, minute: 2, day: 100, month: 100 };
		await bench.control( 'POST', '/reset', {
			options: { quota, retry_after: 60 },
		} );
		await bench.connect();
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
		assert.equal(
			( await bench.get( '/taxes' ) ).headers.get(
				'x-quota-remaining-by-minute'
			),
			'0'
		);
		const refused = await bench.get( '/taxes' );
		assert.equal( refused.status, 429 );
		assert.equal( refused.headers.get( 'retry-after' ), '60' );
		await bench.control( 'POST', '/clock', { advance: 60 } );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
	} );
} );

describe( 'the history', () => {
	test( 'shows what was asked and answered, and no secret', async () => {
		await bench.post( '/individuals?verify=true', {
			...PERSON,
			nonsense: 1,
		} );
		const calls = listOf( await bench.list( '/calls' ) ).filter( isObject );
		const last = calls.at( -1 );
		assert.equal( last?.[ 'method' ], 'POST' );
		assert.equal( last?.[ 'path' ], '/individuals' );
		assert.equal( last?.[ 'query' ], 'verify=true' );
		assert.equal( last?.[ 'status' ], 400 );
		assert.deepEqual( last?.[ 'request' ], { ...PERSON, nonsense: 1 } );
		assert.doesNotMatch(
			JSON.stringify( calls ),
			/sandbox-secret|sandbox-access|Bearer/
		);
	} );

	test( 'violations of the contract outlive a reset', async () => {
		await bench.post( '/individuals', { ...PERSON, nonsense: 1 } );
		await bench.get( '/invented' );
		await bench.control( 'POST', '/reset' );
		const found = listOf( await bench.list( '/violations' ) ).filter(
			isObject
		);
		assert.deepEqual(
			found.map(
				( { operation, field } ) =>
					`${ String( operation ) } ${ String( field ) }`
			),
			[ 'POST /individuals nonsense', 'GET /invented ' ]
		);
	} );
} );
