/**
 * The only way to the site's REST API: what comes back is parsed before anything else sees it.
 */
import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';

const NAMESPACE = '/orderinvoicer/v1';

const ErrorBody = z.object( {
	code: z.string(),
	message: z.string(),
	data: z.optional( z.nullable( z.unknown() ) ),
} );

/** Why a request gave nothing usable: WordPress's error code, and a sentence that can be shown. */
export class RequestError extends Error {
	readonly code: string;
	/** What else WordPress was told of it. */
	readonly data: unknown;

	constructor( code: string, message: string, data?: unknown ) {
		super( message );
		this.code = code;
		this.data = data;
	}
}

type Call = {
	path: string;
	/** Of the site's own routes, where it is not ours. */
	namespace?: '/wc/v3';
	method?: 'GET' | 'POST' | 'DELETE';
	data?: unknown;
	signal?: AbortSignal;
};

const isAbort = ( error: unknown ): boolean =>
	error instanceof Error && error.name === 'AbortError';

/** WordPress answers a PHP error with HTML within the JSON. */
const plain = ( message: string ): string =>
	message
		.replace( /<\/?[a-z][^>]*>/gi, ' ' )
		.replace( /\s+/g, ' ' )
		.trim();

/** Aborted requests stay recognisable by `signal.aborted`; whoever aborted drops them. */
function requestError( error: unknown ): RequestError {
	if ( error instanceof RequestError ) {
		return error;
	}
	const body = z.safeParse( ErrorBody, error );
	if ( body.success ) {
		const { code, message, data } = body.data;
		return new RequestError( code, plain( message ), data );
	}
	return new RequestError(
		isAbort( error ) ? 'aborted' : 'no_answer',
		__(
			'The site gave no answer. Check your Internet connection, then try again.',
			'orderinvoicer'
		)
	);
}

function parsed< S extends z.ZodMiniType >(
	schema: S,
	body: unknown
): z.infer< S > {
	const result = z.safeParse( schema, body );
	if ( result.success ) {
		return result.data;
	}
	throw unreadable();
}

/** What the site gave is not what this page knows. */
export const unreadable = (): RequestError =>
	new RequestError(
		'unreadable_answer',
		__(
			'The site answered something this page cannot read. Reload the page; if that does not help, another plugin may be changing the answers of the REST API.',
			'orderinvoicer'
		)
	);

function options( call: Call ) {
	return {
		path: ( call.namespace ?? NAMESPACE ) + call.path,
		method: call.method ?? 'GET',
		...( call.data === undefined ? {} : { data: call.data } ),
		...( call.signal ? { signal: call.signal } : {} ),
	};
}

/** @throws RequestError */
export async function request< S extends z.ZodMiniType >(
	schema: S,
	call: Call
): Promise< z.infer< S > > {
	try {
		const body: unknown = await apiFetch( options( call ) );
		return parsed( schema, body );
	} catch ( error ) {
		throw requestError( error );
	}
}

const count = ( headers: Headers, name: string ): number =>
	parsed(
		z.coerce.number().check( z.int(), z.minimum( 0 ) ),
		headers.get( name )
	);

/**
 * A page of a list; `X-WP-Total` counts all pages, `more` names another header that counts.
 *
 * @throws RequestError
 */
export async function requestPage< S extends z.ZodMiniType >(
	schema: S,
	call: Call,
	more?: string
): Promise< { items: z.infer< S >; total: number; more: number } > {
	try {
		const response = await apiFetch< Response, false >( {
			...options( call ),
			parse: false,
		} );
		const body: unknown = await response.json();
		return {
			items: parsed( schema, body ),
			total: count( response.headers, 'X-WP-Total' ),
			more: more ? count( response.headers, more ) : 0,
		};
	} catch ( error ) {
		throw requestError( await errorBody( error ) );
	}
}

/** Without parsing, api-fetch throws the response itself. */
async function errorBody( error: unknown ): Promise< unknown > {
	const isResponse =
		typeof error === 'object' && error !== null && 'json' in error;
	if ( ! isResponse || typeof error.json !== 'function' ) {
		return error;
	}
	try {
		const body: unknown = await error.json();
		return body;
	} catch {
		return error;
	}
}
