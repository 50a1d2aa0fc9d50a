import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Client } from './clients.ts';
import type { JsonObject } from '../contract/json.ts';
import type { Options } from './options.ts';

const CODE_SECONDS = 600;
const REFRESH_SECONDS = 60 * 86400;

/** RFC 6749, section 5.2. */
export class OAuthError extends Error {
	constructor(
		readonly status: number,
		readonly error: string,
		message: string
	) {
		super( message );
	}

	body(): JsonObject {
		return {
			error: this.error,
			error_description: this.message,
			message: this.message,
		};
	}
}

interface Grant {
	client: string;
	staff: number;
	expires: number;
}

interface Code extends Grant {
	redirect_uri: string;
	challenge: string;
}

export type Form = Record< string, string >;

/** Sellsy's login host: which tokens exist and what they may do. */
export class Login {
	private access = new Map< string, Grant >();
	private refresh = new Map< string, Grant >();
	private codes = new Map< string, Code >();
	private issued = 0;

	constructor(
		readonly clients: Client[],
		private readonly clock: Clock,
		private readonly options: () => Options
	) {}

	find( id: string ): Client | null {
		return (
			this.clients.find(
				( client ) => client.id === id && ! client.revoked
			) ?? null
		);
	}

	/** The client and the person behind a bearer token, or null: 401. */
	identify(
		header: string | undefined
	): { client: Client; staff: number } | null {
		const grant = this.access.get(
			/^Bearer (.+)$/.exec( header ?? '' )?.[ 1 ] ?? ''
		);
		const client = grant === undefined ? null : this.find( grant.client );
		return grant === undefined ||
			client === null ||
			grant.expires <= this.clock.milliseconds()
			? null
			: { client, staff: grant.staff };
	}

	token( form: Form ): JsonObject {
		switch ( form[ 'grant_type' ] ) {
			case 'client_credentials':
				return this.forCredentials( form );
			case 'authorization_code':
				return this.forCode( form );
			case 'refresh_token':
				return this.forRefresh( form );
			default:
				throw new OAuthError(
					400,
					'unsupported_grant_type',
					'The authorization grant type is not supported.'
				);
		}
	}

	/** What is wrong with an authorization request, or null. */
	refuseAuthorization( form: Form ): string | null {
		const client = this.find( form[ 'client_id' ] ?? '' );
		if ( client === null || client.kind !== 'private' ) {
			return 'client_id';
		}
		if ( ! /^https?:\/\//.test( form[ 'redirect_uri' ] ?? '' ) ) {
			return 'redirect_uri';
		}
		if ( form[ 'response_type' ] !== 'code' ) {
			return 'response_type';
		}
		return form[ 'code_challenge_method' ] === 'S256' &&
			/^[\w-]{43}$/.test( form[ 'code_challenge' ] ?? '' )
			? null
			: 'code_challenge';
	}

	/** The address to send the person back to after "Autoriser". */
	authorize( form: Form ): string {
		const code = this.next( 'code' );
		this.codes.set( code, {
			client: form[ 'client_id' ] ?? '',
			staff: 1,
			expires: this.clock.milliseconds() + CODE_SECONDS * 1000,
			redirect_uri: form[ 'redirect_uri' ] ?? '',
			challenge: form[ 'code_challenge' ] ?? '',
		} );
		return backTo( form, { code } );
	}

	deny( form: Form ): string {
		return backTo( form, { error: 'access_denied' } );
	}

	/** Kills access tokens, and refresh tokens too: the person withdrew the access. */
	revokeTokens( withRefresh: boolean ): void {
		this.access.clear();
		if ( withRefresh ) {
			this.refresh.clear();
		}
	}

	private forCredentials( form: Form ): JsonObject {
		const client = this.authenticate( form );
		if ( client.kind !== 'personal' ) {
			throw new OAuthError(
				400,
				'unauthorized_client',
				'Only a personal client may use client_credentials.'
			);
		}
		return this.issue(
			{ client: client.id, staff: client.staff_id, expires: 0 },
			false
		);
	}

	private forCode( form: Form ): JsonObject {
		const code = this.codes.get( form[ 'code' ] ?? '' );
		this.codes.delete( form[ 'code' ] ?? '' );
		const isValid =
			code !== undefined &&
			code.expires > this.clock.milliseconds() &&
			code.client === form[ 'client_id' ] &&
			code.redirect_uri === form[ 'redirect_uri' ] &&
			code.challenge === challengeOf( form[ 'code_verifier' ] ?? '' );
		if ( ! isValid ) {
			throw new OAuthError(
				400,
				'invalid_grant',
				'The authorization code is invalid, expired or used.'
			);
		}
		// Sellsy's own example of the exchange has no secret: it is checked only where one is sent.
		if (
			form[ 'client_secret' ] !== undefined ||
			this.find( code.client ) === null
		) {
			this.authenticate( form );
		}
		return this.issue( code, true );
	}

	private forRefresh( form: Form ): JsonObject {
		const client = this.authenticate( form );
		const grant = this.refresh.get( form[ 'refresh_token' ] ?? '' );
		this.refresh.delete( form[ 'refresh_token' ] ?? '' );
		if (
			grant === undefined ||
			grant.client !== client.id ||
			grant.expires <= this.clock.milliseconds()
		) {
			throw new OAuthError(
				400,
				'invalid_grant',
				'The refresh token is invalid, expired or used.'
			);
		}
		return this.issue( grant, true );
	}

	private authenticate( form: Form ): Client {
		const client = this.find( form[ 'client_id' ] ?? '' );
		if ( client === null || client.secret !== form[ 'client_secret' ] ) {
			throw new OAuthError(
				401,
				'invalid_client',
				'Client authentication failed'
			);
		}
		return client;
	}

	private issue( grant: Grant, withRefresh: boolean ): JsonObject {
		const options = this.options();
		if ( options.single_token ) {
			for ( const [ token, other ] of this.access ) {
				if ( other.client === grant.client ) {
					this.access.delete( token );
				}
			}
		}
		const now = this.clock.milliseconds();
		const access = this.next( 'access' );
		const { client, staff } = grant;
		this.access.set( access, {
			client,
			staff,
			expires: now + options.access_token_seconds * 1000,
		} );
		const answer: JsonObject = {
			token_type: 'Bearer',
			expires_in: options.access_token_seconds,
			access_token: access,
		};
		if ( withRefresh ) {
			const refresh = this.next( 'refresh' );
			this.refresh.set( refresh, {
				client,
				staff,
				expires: now + REFRESH_SECONDS * 1000,
			} );
			answer[ 'refresh_token' ] = refresh;
		}
		return answer;
	}

	/** Counted, not random: two runs of a test see the same tokens. */
	private next( kind: string ): string {
		this.issued++;
		return `sandbox-${ kind }-${ this.issued }`;
	}
}

export function challengeOf( verifier: string ): string {
	return createHash( 'sha256' ).update( verifier ).digest( 'base64url' );
}

function backTo( form: Form, parameters: Form ): string {
	const address = new URL( form[ 'redirect_uri' ] ?? '' );
	for ( const [ name, value ] of Object.entries( parameters ) ) {
		address.searchParams.set( name, value );
	}
	if ( form[ 'state' ] !== undefined ) {
		address.searchParams.set( 'state', form[ 'state' ] );
	}
	return address.href;
}
