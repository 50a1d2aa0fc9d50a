import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject, objectOf, textOf } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { SellsyError } from '../errors.ts';
import { textBody } from '../gateway.ts';
import type { Options } from '../options.ts';
import { answerWith } from '../sending.ts';
import type { Call, World } from '../world.ts';
import { V1Error, fromSellsyError, success, wrongParams } from './errors.ts';
import { methods } from './methods.ts';

/** One request to the old API. Faults name it `v1:Document.create`. It says no with HTTP 200. */
export async function handleV1(
	request: FastifyRequest,
	reply: FastifyReply,
	world: World
): Promise< FastifyReply > {
	const form = await formOf( request );
	const { method, params } = wanted( form );
	const path = `v1:${ method }`;
	const fault = world.faults.take( request.method, path, path );
	const call = world.record( {
		host: 'v1',
		method: request.method,
		path,
		query: '',
		request: params,
		status: 0,
		response: null,
		fault: fault?.mode ?? null,
		operation: method === '' ? null : method,
		duration_ms: 0,
	} );
	const started = performance.now();
	const sent = await answerWith( fault, reply, () =>
		fault?.mode === 'v1-unavailable'
			? ok( UNAVAILABLE.envelope() )
			: outcomeOf( request, form, method, params, world, call )
	);
	call.status = sent.status;
	call.response = sent.body;
	call.duration_ms = Math.round( performance.now() - started );
	return reply;
}

type Form = Record< string, string >;

/** Urlencoded or multipart, as both are taken. */
async function formOf( request: FastifyRequest ): Promise< Form > {
	const type = request.headers[ 'content-type' ] ?? '';
	try {
		const response = new Response( textBody( request ), {
			headers: { 'content-type': type },
		} );
		const fields = [ ...( await response.formData() ) ];
		return Object.fromEntries(
			fields.map( ( [ name, value ] ) => [ name, String( value ) ] )
		);
	} catch {
		return {};
	}
}

/**
 * The method asked for, and its parameters; empty where `do_in` cannot be read. PHP writes no parameters as an empty
 * list, as Sellsy's own examples do.
 */
function wanted( form: Form ): { method: string; params: Json } {
	const asked = objectOf( parsed( form[ 'do_in' ] ?? '' ) );
	const params = asked[ 'params' ] ?? {};
	return {
		method: textOf( asked[ 'method' ] ),
		params: Array.isArray( params ) && params.length === 0 ? {} : params,
	};
}

function parsed( text: string ): unknown {
	try {
		return JSON.parse( text );
	} catch {
		return null;
	}
}

interface Outcome {
	status: number;
	body: JsonObject;
	headers: Record< string, string >;
}

const UNAVAILABLE = new V1Error(
	'E_SERVICE_UNVAILABLE',
	'We can not perform your request. Please re-try later.'
);

function ok( body: JsonObject ): Outcome {
	return { status: 200, body, headers: {} };
}

function outcomeOf(
	request: FastifyRequest,
	form: Form,
	method: string,
	params: Json,
	world: World,
	call: Call
): Outcome {
	const identity = world.login.identify( request.headers.authorization );
	if ( identity === null && world.options.v1_invalid_token === 'http-401' ) {
		const error = new SellsyError( 401, 'Jeton d’accès invalide' );
		return { status: 401, body: error.envelope(), headers: {} };
	}
	try {
		if ( identity === null ) {
			throw new V1Error( 'E_USER_NOT_LOGGED', 'User not logged' );
		}
		checkLimit( world );
		checkForm( form, call, world );
		checkRight( method, identity.client.scopes, world );
		checkContract( method, params, call, world );
		return ok( perform( method, params, identity.staff, world, call ) );
	} catch ( error ) {
		if ( error instanceof SellsyError ) {
			return ok( fromSellsyError( error ).envelope() );
		}
		if ( error instanceof V1Error ) {
			return ok( error.envelope() );
		}
		throw error;
	}
}

function checkForm( form: Form, call: Call, world: World ): void {
	if ( form[ 'io_mode' ] !== 'json' ) {
		throw new V1Error( 'E_IO_MODE_DONT_EXIST', 'io_mode' );
	}
	if ( form[ 'do_in' ] === undefined ) {
		throw new V1Error( 'E_DO_IN_PARAM_MISSING', 'do_in' );
	}
	if ( ! isObject( parsed( form[ 'do_in' ] ) ) ) {
		throw new V1Error( 'E_DO_IN_WRONG_FORMAT', 'do_in' );
	}
	const unknown = Object.keys( form ).filter(
		( name ) => ! [ 'request', 'io_mode', 'do_in' ].includes( name )
	);
	const problems = unknown.map( ( field ) => ( {
		field,
		message: 'Ce champ est inconnu.',
	} ) );
	if ( form[ 'request' ] !== '1' ) {
		problems.push( { field: 'request', message: 'Vaut toujours 1.' } );
	}
	world.violate( 'request', 'v1', call.id, problems );
}

function checkLimit( { v1Quota, options }: World ): void {
	if ( ! v1Quota.take( limits( options ) ) ) {
		throw new V1Error(
			'E_LIMIT_REQUEST_REACHED',
			'You reached the limit of requests'
		);
	}
}

/** The documented limit of the old API is per second, and 432,000 a day. */
function limits( options: Options ): Options {
	const day = 432000;
	return {
		...options,
		quota: {
			second: options.v1_per_second,
			minute: day,
			day,
			month: day * 30,
		},
	};
}

/** Neither a missing scope nor a missing privilege is named. */
function checkRight(
	method: string,
	scopes: readonly string[],
	{ options }: World
): void {
	if (
		! scopes.includes( 'api-v1' ) ||
		options.denied_operations.includes( method )
	) {
		throw new V1Error( 'E_PRIV_NOT_ALLOWED', 'Privilege not allowed' );
	}
}

function checkContract(
	method: string,
	params: Json,
	call: Call,
	world: World
): void {
	const problems = world.v1Contract.validateParams( method, params );
	world.violate( 'request', `v1:${ method }`, call.id, problems );
	if ( methods[ method ] === undefined ) {
		throw new V1Error( 'E_METHOD_DONT_EXIT', method );
	}
	if ( problems.length > 0 ) {
		throw wrongParams( problems );
	}
}

function perform(
	method: string,
	params: Json,
	staff: number,
	world: World,
	call: Call
): JsonObject {
	const answer =
		methods[ method ]?.( {
			params: structuredClone( objectOf( params ) ),
			staff,
			world,
		} ) ?? null;
	const problems = world.v1Contract.validateResponse( method, answer );
	world.violate( 'response', `v1:${ method }`, call.id, problems );
	return success( answer );
}
