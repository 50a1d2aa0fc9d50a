import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject, listOf, objectOf } from '../contract/json.ts';
import type { Json } from '../contract/json.ts';
import type { Operation } from '../contract/validate.ts';
import { parseQuery } from '../contract/validate.ts';
import { parseJson } from './bodies.ts';
import { SellsyError, invalidRequest, notFound } from './errors.ts';
import { tellOfOperation } from './events.ts';
import { routes } from './routes/index.ts';
import { answerWith, refusal } from './sending.ts';
import type { Outcome } from './sending.ts';
import type { Answer, Call, World } from './world.ts';

/** One request to the API host: fault, quota, token, scope, contract, rule; recorded whatever happens. */
export async function handleApi(
	request: FastifyRequest,
	reply: FastifyReply,
	world: World
): Promise< FastifyReply > {
	const [ path = '', query = '' ] = request.url
		.replace( /^\/v2/, '' )
		.split( '?', 2 );
	const operation = world.contract.find( request.method, path );
	const fault = world.faults.take(
		request.method,
		path,
		operation?.template ?? ''
	);
	const call = world.record( {
		host: 'api',
		method: request.method,
		path,
		query,
		request: safeJson( textBody( request ) ),
		status: 0,
		response: null,
		fault: fault?.mode ?? null,
		operation: operation?.name ?? null,
		duration_ms: 0,
	} );
	const started = performance.now();
	const sent = await answerWith( fault, reply, () =>
		outcomeOf( request, operation, path, query, world, call )
	);
	call.status = sent.status;
	call.response = sent.body;
	call.duration_ms = Math.round( performance.now() - started );
	return reply;
}

function outcomeOf(
	request: FastifyRequest,
	operation: Operation | null,
	path: string,
	query: string,
	world: World,
	call: Call
): Outcome {
	const isAllowed = world.quota.take( world.options );
	const headers = world.quota.headers( world.options );
	try {
		if ( ! isAllowed ) {
			const after = world.options.retry_after;
			return {
				...refusal( 429 ),
				headers:
					after === null
						? headers
						: { ...headers, 'Retry-After': String( after ) },
			};
		}
		const answer = perform( request, operation, path, query, world, call );
		const body =
			world.options.amounts === 'comma'
				? inFrench( answer.body )
				: answer.body;
		return { status: answer.status, body, headers };
	} catch ( error ) {
		if ( error instanceof SellsyError ) {
			return { status: error.status, body: error.envelope(), headers };
		}
		throw error;
	}
}

/** Each text that is a decimal number, with a comma. */
function inFrench( body: Answer[ 'body' ] ): Answer[ 'body' ] {
	const isDecimal = /^-?\d+\.\d+$/;
	return body === undefined
		? body
		: JSON.parse( JSON.stringify( body ), ( _name, value: Json ) =>
				typeof value === 'string' && isDecimal.test( value )
					? value.replace( '.', ',' )
					: value
			);
}

function perform(
	request: FastifyRequest,
	operation: Operation | null,
	path: string,
	query: string,
	world: World,
	call: Call
): Answer {
	const identity = world.login.identify( request.headers.authorization );
	if ( identity === null ) {
		throw new SellsyError(
			401,
			'Jeton d’accès invalide, expiré ou révoqué'
		);
	}
	if ( operation === null ) {
		world.violate( 'request', `${ request.method } ${ path }`, call.id, [
			{ field: '', message: 'Opération inconnue' },
		] );
		throw world.contract.hasPath( path )
			? new SellsyError( 405, 'Method Not Allowed' )
			: notFound();
	}
	const isPermitted = operation.scopes.every( ( scope ) =>
		identity.client.scopes.includes( scope )
	);
	const run = () =>
		runOperation(
			operation,
			path,
			query,
			parseJson( textBody( request ) ),
			identity.staff,
			world,
			call
		);
	if (
		! isPermitted ||
		world.options.denied_operations.includes( operation.name )
	) {
		if ( world.options.rights_checked === 'last' ) {
			undone( world, run );
		}
		throw new SellsyError( 403, 'Accès refusé' );
	}
	return run();
}

/** What the operation refuses is said; what it does is not done. */
function undone( world: World, run: () => Answer ): void {
	const before = structuredClone( world.state );
	try {
		run();
	} finally {
		world.state = before;
	}
}

/** Also the way in for the control routes, which need no token. */
export function runOperation(
	operation: Operation,
	path: string,
	query: string,
	body: Json | undefined,
	staff: number,
	world: World,
	call: Call
): Answer {
	const problems = world.contract.validateRequest(
		operation.method,
		path,
		query,
		body
	);
	if ( problems.length > 0 ) {
		world.violate( 'request', operation.name, call.id, problems );
		throw invalidRequest( problems );
	}
	const route = routes[ operation.name ];
	if ( route === undefined ) {
		throw new SellsyError(
			404,
			'Not Found',
			{},
			'Le bac à sable ne simule pas encore cette opération.'
		);
	}
	const ids = path
		.split( '/' )
		.filter( ( step ) => /^\d+$/.test( step ) )
		.map( Number );
	const answer = route( {
		ids,
		path,
		query: parseQuery( query ),
		body: structuredClone( objectOf( body ) ),
		entries: structuredClone( listOf( body ).filter( isObject ) ),
		staff,
		world,
	} );
	tellOfOperation( operation.name, ids, objectOf( answer.body ), world );
	// A selection of fields leaves out what the document requires: only whole answers are compared.
	if ( ! /(^|&)field/.test( decodeURIComponent( query ) ) ) {
		const broken = world.contract.validateResponse(
			operation.method,
			path,
			answer.status,
			answer.body
		);
		world.violate( 'response', operation.name, call.id, broken );
	}
	return answer;
}

export function textBody( request: FastifyRequest ): string {
	return typeof request.body === 'string' ? request.body : '';
}

function safeJson( body: string ): Json {
	try {
		return parseJson( body ) ?? null;
	} catch {
		return body;
	}
}
