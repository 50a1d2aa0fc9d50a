import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { objectOf, textOf } from '../contract/json.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { startSandbox } from './server.ts';
import type { Sandbox } from './server.ts';

export interface Reply {
	status: number;
	body: JsonObject;
	details: JsonObject;
	headers: Headers;
}

export interface V1Reply {
	status: number;
	/** Empty where it went well. */
	code: string;
	response: Json;
}

/** A sandbox for one test file, emptied before each test, and a client that has a token. */
export class Bench {
	private sandbox: Sandbox | null = null;
	private token = '';

	constructor() {
		before( async () => {
			this.sandbox = await startSandbox();
		} );
		after( () => this.sandbox?.close() );
		beforeEach( async () => {
			await this.control( 'POST', '/reset' );
			await this.control( 'DELETE', '/violations' );
			await this.connect();
		} );
	}

	get url(): string {
		return this.sandbox?.url ?? '';
	}

	async connect(
		id = 'sandbox-client',
		secret = 'sandbox-secret'
	): Promise< void > {
		const { body } = await this.tokens( {
			grant_type: 'client_credentials',
			client_id: id,
			client_secret: secret,
		} );
		this.token = String( body[ 'access_token' ] );
	}

	use( token: string ): void {
		this.token = token;
	}

	tokens( form: Record< string, string > ): Promise< Reply > {
		return this.send( '/login/oauth2/access-tokens', {
			method: 'POST',
			body: new URLSearchParams( form ),
		} );
	}

	get( path: string ): Promise< Reply > {
		return this.api( 'GET', path );
	}

	post( path: string, body: Json ): Promise< Reply > {
		return this.api( 'POST', path, body );
	}

	put( path: string, body: Json ): Promise< Reply > {
		return this.api( 'PUT', path, body );
	}

	api( method: string, path: string, body?: Json ): Promise< Reply > {
		return this.raw(
			method,
			path,
			body === undefined ? null : JSON.stringify( body )
		);
	}

	raw( method: string, path: string, body: string | null ): Promise< Reply > {
		const headers = {
			authorization: `Bearer ${ this.token }`,
			'content-type': 'application/json',
		};
		return this.send( `/v2${ path }`, { method, headers, body } );
	}

	/** One method of the old API; `response` or the code of its refusal. */
	async v1( method: string, params: JsonObject ): Promise< V1Reply > {
		const form = {
			request: '1',
			io_mode: 'json',
			do_in: JSON.stringify( { method, params } ),
		};
		const { status, body } = await this.v1Form( form );
		const code = textOf( objectOf( body[ 'error' ] )[ 'code' ] );
		return { status, code, response: body[ 'response' ] ?? null };
	}

	v1Form( form: Record< string, string > | FormData ): Promise< Reply > {
		return this.send( '/v1/', {
			method: 'POST',
			headers: { authorization: `Bearer ${ this.token }` },
			body: form instanceof FormData ? form : new URLSearchParams( form ),
		} );
	}

	control( method: string, path: string, body?: Json ): Promise< Reply > {
		return this.send( `/_sandbox${ path }`, {
			method,
			...( body === undefined
				? {}
				: {
						body: JSON.stringify( body ),
						headers: { 'content-type': 'application/json' },
					} ),
		} );
	}

	async list( path: string ): Promise< unknown > {
		const response = await fetch( `${ this.url }/_sandbox${ path }` );
		return response.json();
	}

	/** The id of a client of type individual. */
	async individual( fields: JsonObject = {} ): Promise< number > {
		const { body } = await this.post( '/individuals', {
			type: 'client',
			last_name: 'Test',
			...fields,
		} );
		return Number( body[ 'id' ] );
	}

	/** A draft of one line, by default an invoice of 10.00 HT at 20 %. */
	async draft(
		third: number,
		fields: JsonObject = {},
		path = '/invoices'
	): Promise< Reply > {
		return this.post( path, {
			related: [ { id: third, type: 'individual' } ],
			rows: [ line( '10.00', '1' ) ],
			...fields,
		} );
	}

	/** The id of an invoice or credit note that was made final. */
	async finalised(
		third: number,
		fields: JsonObject = {},
		path = '/invoices'
	): Promise< number > {
		const { body } = await this.draft( third, fields, path );
		const id = Number( body[ 'id' ] );
		const final = await this.post( `${ path }/${ id }/validate`, {} );
		assert.equal( final.status, 200 );
		return id;
	}

	/** The id of a payment of 12.00 EUR by card. */
	async payment( third: number, fields: JsonObject = {} ): Promise< number > {
		const { body } = await this.post( `/individuals/${ third }/payments`, {
			paid_at: '2026-01-05T10:00:00+01:00',
			payment_method_id: 1,
			type: 'credit',
			amount: { value: '12.00', currency: 'EUR' },
			number: 'txn_1',
			...fields,
		} );
		return Number( body[ 'id' ] );
	}

	private async send( path: string, init: RequestInit ): Promise< Reply > {
		const response = await fetch( this.url + path, {
			redirect: 'manual',
			...init,
		} );
		const text = await response.text();
		const parsed: unknown = text.startsWith( '{' )
			? JSON.parse( text )
			: null;
		const body = objectOf( parsed );
		const error = objectOf( body[ 'error' ] );
		return {
			status: response.status,
			body,
			details: objectOf( error[ 'details' ] ),
			headers: response.headers,
		};
	}
}

export function line(
	unitAmount: string,
	quantity: string,
	taxId = 1
): JsonObject {
	return {
		type: 'single',
		unit_amount: unitAmount,
		quantity,
		tax_id: taxId,
		description: 'Un objet de la boutique',
	};
}
