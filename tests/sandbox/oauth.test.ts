import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectOf } from '../contract/json.ts';
import { challengeOf } from './oauth.ts';
import { Bench } from './testing.ts';

const bench = new Bench();
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-length';
const BACK = 'https://shop.example/wp-admin/admin.php?page=orderinvoicer';

const authorization = {
	response_type: 'code',
	client_id: 'sandbox-private',
	redirect_uri: BACK,
	code_challenge: challengeOf( VERIFIER ),
	code_challenge_method: 'S256',
	state: 'étât & co',
};

async function decide(
	decision: string,
	form = authorization
): Promise< URL > {
	const response = await fetch( `${ bench.url }/login/oauth2/authorization`, {
		method: 'POST',
		body: new URLSearchParams( { ...form, decision } ),
		redirect: 'manual',
	} );
	assert.equal( response.status, 302 );
	return new URL( response.headers.get( 'location' ) ?? '' );
}

async function exchange( overrides: Record< string, string > = {} ) {
	const back = await decide( 'allow' );
	return bench.tokens( {
		grant_type: 'authorization_code',
		client_id: 'sandbox-private',
		client_secret: 'sandbox-private-secret',
		redirect_uri: BACK,
		code_verifier: VERIFIER,
		code: back.searchParams.get( 'code' ) ?? '',
		...overrides,
	} );
}

function refresh( token: unknown ) {
	return bench.tokens( {
		grant_type: 'refresh_token',
		client_id: 'sandbox-private',
		client_secret: 'sandbox-private-secret',
		refresh_token: String( token ),
	} );
}

describe( 'client credentials', () => {
	test( 'give a bearer token without a refresh token', async () => {
		const { status, body } = await bench.tokens( {
			grant_type: 'client_credentials',
			client_id: 'sandbox-client',
			client_secret: 'sandbox-secret',
		} );
		assert.equal( status, 200 );
		assert.deepEqual( Object.keys( body ).sort(), [
			'access_token',
			'expires_in',
			'token_type',
		] );
	} );

	test( 'are taken as JSON too', async () => {
		const response = await fetch(
			`${ bench.url }/login/oauth2/access-tokens`,
			{
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify( {
					grant_type: 'client_credentials',
					client_id: 'sandbox-client',
					client_secret: 'sandbox-secret',
				} ),
			}
		);
		assert.equal( response.status, 200 );
	} );

	test( 'a wrong secret is 401, a private client is refused', async () => {
		const attempt = ( client_id: string, client_secret: string ) =>
			bench.tokens( {
				grant_type: 'client_credentials',
				client_id,
				client_secret,
			} );
		assert.equal(
			( await attempt( 'sandbox-client', 'wrong' ) ).status,
			401
		);
		assert.equal(
			( await attempt( 'sandbox-private', 'sandbox-private-secret' ) )
				.body[ 'error' ],
			'unauthorized_client'
		);
	} );

	test( 'a revoked client gets nothing, and its token stops working', async () => {
		await bench.control( 'POST', '/clients/sandbox-client', {
			revoked: true,
		} );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 401 );
		assert.equal(
			(
				await bench.tokens( {
					grant_type: 'client_credentials',
					client_id: 'sandbox-client',
					client_secret: 'sandbox-secret',
				} )
			).status,
			401
		);
		await bench.control( 'POST', '/clients/sandbox-client', {
			revoked: false,
		} );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
	} );
} );

describe( 'access tokens', () => {
	test( 'none or an invented one is 401', async () => {
		bench.use( 'invented' );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 401 );
		const response = await fetch( `${ bench.url }/v2/taxes` );
		assert.equal( response.status, 401 );
	} );

	test( 'expire by the clock', async () => {
		assert.equal( ( await bench.get( '/staffs/me' ) ).status, 200 );
		await bench.control( 'POST', '/clock', { advance: 3601 } );
		assert.equal( ( await bench.get( '/staffs/me' ) ).status, 401 );
	} );

	test( 'can be killed from the control route', async () => {
		await bench.control( 'POST', '/tokens', { action: 'expire' } );
		assert.equal( ( await bench.get( '/staffs/me' ) ).status, 401 );
	} );

	test( 'where an account allows one, the second kills the first', async () => {
		await bench.control( 'POST', '/options', { single_token: true } );
		await bench.tokens( {
			grant_type: 'client_credentials',
			client_id: 'sandbox-client',
			client_secret: 'sandbox-secret',
		} );
		assert.equal( ( await bench.get( '/staffs/me' ) ).status, 401 );
	} );
} );

describe( 'scopes', () => {
	test( 'a missing one is 403 and is not named', async () => {
		await bench.connect( 'sandbox-readonly', 'sandbox-readonly-secret' );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 200 );
		const refused = await bench.get( '/items' );
		assert.equal( refused.status, 403 );
		assert.doesNotMatch( JSON.stringify( refused.body ), /items/ );
	} );

	test( 'every scope of a route is needed', async () => {
		await bench.control( 'POST', '/clients/sandbox-client', {
			scopes: [ 'companies.read' ],
		} );
		assert.equal(
			( await bench.get( '/companies/1/contacts' ) ).status,
			403
		);
	} );

	test( 'a missing one is noticed before or after the document, and nothing is done', async () => {
		await bench.connect( 'sandbox-readonly', 'sandbox-readonly-secret' );
		const company = { type: 'client', name: 'Alpha' };
		const answers = async () => [
			( await bench.post( '/invoices/2147483647/validate', {} ) ).status,
			(
				await bench.post( '/deposit-invoices/prepare', {
					parent: { type: 'order', id: 2147483647 },
					percent: 1,
				} )
			).status,
			( await bench.post( '/companies', company ) ).status,
		];
		assert.deepEqual( await answers(), [ 403, 403, 403 ] );
		await bench.control( 'POST', '/options', { rights_checked: 'last' } );
		assert.deepEqual( await answers(), [ 404, 404, 403 ] );
		const found = await bench.post( '/companies/search', { filters: {} } );
		assert.deepEqual( objectOf( found.body )[ 'data' ], [] );
	} );

	test( 'a missing privilege looks the same', async () => {
		await bench.control( 'POST', '/options', {
			denied_operations: [ 'GET /taxes' ],
		} );
		assert.equal( ( await bench.get( '/taxes' ) ).status, 403 );
	} );
} );

describe( 'authorization code', () => {
	test( 'the consent page shows who asks and escapes what it is given', async () => {
		const query = new URLSearchParams( {
			...authorization,
			state: '"><script>',
		} );
		const response = await fetch(
			`${ bench.url }/login/oauth2/authorization?${ query }`
		);
		const page = await response.text();
		assert.equal( response.status, 200 );
		assert.match( page, /sandbox-private/ );
		assert.doesNotMatch( page, /<script>/ );
	} );

	test( 'no PKCE, no state of affairs: the page refuses', async () => {
		for ( const wrong of [
			{ code_challenge_method: 'plain' },
			{ client_id: 'sandbox-client' },
			{ redirect_uri: 'javascript:1' },
		] ) {
			const query = new URLSearchParams( { ...authorization, ...wrong } );
			assert.equal(
				(
					await fetch(
						`${ bench.url }/login/oauth2/authorization?${ query }`
					)
				).status,
				400
			);
		}
	} );

	test( 'comes back with code and state, and the code buys both tokens', async () => {
		const back = await decide( 'allow' );
		assert.equal( back.searchParams.get( 'state' ), authorization.state );
		assert.equal( back.searchParams.get( 'page' ), 'orderinvoicer' );
		const { status, body } = await exchange();
		assert.equal( status, 200 );
		bench.use( String( body[ 'access_token' ] ) );
		assert.equal( ( await bench.get( '/staffs/me' ) ).body[ 'id' ], 1 );
	} );

	test( 'a refusal comes back as access_denied', async () => {
		const back = await decide( 'deny' );
		assert.equal( back.searchParams.get( 'error' ), 'access_denied' );
		assert.equal( back.searchParams.get( 'code' ), null );
	} );

	test( 'wrong verifier, other redirect address, wrong secret: no token', async () => {
		assert.equal(
			( await exchange( { code_verifier: 'another' } ) ).status,
			400
		);
		assert.equal(
			( await exchange( { redirect_uri: 'https://elsewhere.example/' } ) )
				.status,
			400
		);
		assert.equal(
			( await exchange( { client_secret: 'wrong' } ) ).status,
			401
		);
	} );

	test( 'a code lives ten minutes and once', async () => {
		const code =
			( await decide( 'allow' ) ).searchParams.get( 'code' ) ?? '';
		assert.equal( ( await exchange( { code } ) ).status, 200 );
		assert.equal( ( await exchange( { code } ) ).status, 400 );
		const late =
			( await decide( 'allow' ) ).searchParams.get( 'code' ) ?? '';
		await bench.control( 'POST', '/clock', { advance: 601 } );
		assert.equal( ( await exchange( { code: late } ) ).status, 400 );
	} );
} );

describe( 'refresh tokens', () => {
	test( 'rotate: each works once', async () => {
		const first = ( await exchange() ).body[ 'refresh_token' ];
		const second = await refresh( first );
		assert.equal( second.status, 200 );
		assert.notEqual( second.body[ 'refresh_token' ], first );
		assert.equal(
			( await refresh( first ) ).body[ 'error' ],
			'invalid_grant'
		);
		assert.equal(
			( await refresh( second.body[ 'refresh_token' ] ) ).status,
			200
		);
	} );

	test( 'die after 60 days, or when the access is withdrawn', async () => {
		const old = ( await exchange() ).body[ 'refresh_token' ];
		await bench.control( 'POST', '/clock', { advance: 60 * 86400 + 1 } );
		assert.equal( ( await refresh( old ) ).status, 400 );
		const fresh = ( await exchange() ).body[ 'refresh_token' ];
		await bench.control( 'POST', '/tokens', { action: 'revoke' } );
		assert.equal( ( await refresh( fresh ) ).status, 400 );
	} );
} );
