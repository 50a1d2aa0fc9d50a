import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { objectOf } from '../contract/json.ts';
import type { Json } from '../contract/json.ts';
import { actByHand, deleteRecord } from './back-office.ts';
import { parseForm, parseJson } from './bodies.ts';
import {
	clientSchema,
	clockSchema,
	faultFormSchema,
	resetSchema,
	tokensSchema,
} from './control-schemas.ts';
import { SellsyError } from './errors.ts';
import { faultSchema } from './faults.ts';
import { textBody } from './gateway.ts';
import { mergeOptions, optionsPatchSchema } from './options.ts';
import { addDemoRecords, createRecord } from './records.ts';
import { load, save } from './saved.ts';
import { documentSnapshot, snapshot } from './snapshot.ts';
import type { World } from './world.ts';

const parameters = z.object( {
	id: z._default( z.string(), '' ),
	kind: z._default( z.string(), '' ),
	action: z._default( z.string(), '' ),
	'*': z._default( z.string(), '' ),
} );

type Handler = ( body: Json, path: z.infer< typeof parameters > ) => unknown;

/** Routes under `/_sandbox`: never part of Sellsy. */
export function addControl( app: FastifyInstance, world: World ): void {
	const on = (
		method: 'GET' | 'POST' | 'DELETE',
		url: string,
		handler: Handler
	) =>
		app.route( {
			method,
			url: `/_sandbox${ url }`,
			handler: ( request, reply ) => respond( request, reply, handler ),
		} );

	on( 'GET', '/state', () => snapshot( world ) );
	on( 'GET', '/documents/:id', ( _body, { id } ) => ( {
		document: documentSnapshot( Number( id ), world ),
	} ) );
	on( 'GET', '/credit-links', () => world.state.credit_links );
	on( 'GET', '/saved', () => save( world ) );
	on( 'POST', '/saved', ( body ) => load( body, world ) );
	on( 'POST', '/reset', ( body ) => reset( body, world ) );
	addHistory( on, world );
	addFaults( on, world );
	addAccount( on, world );
	on( 'POST', '/:kind/:id/:action', ( body, { kind, id, action } ) => {
		actByHand( kind, action, Number( id ), objectOf( body ), world );
		return { ok: true };
	} );
	on(
		'POST',
		'/records/*',
		( body, path ) =>
			createRecord( `/${ path[ '*' ] }`, body, world ).body ?? {}
	);
	on( 'DELETE', '/records/:kind/:id', ( _body, { kind, id } ) => {
		deleteRecord( kind, Number( id ), world );
		return { ok: true };
	} );
}

type On = (
	method: 'GET' | 'POST' | 'DELETE',
	url: string,
	handler: Handler
) => void;

function addHistory( on: On, world: World ): void {
	on( 'GET', '/calls', () => world.calls );
	on( 'DELETE', '/calls', () => {
		world.calls = [];
		return { ok: true };
	} );
	on( 'GET', '/events', () => world.events );
	on( 'DELETE', '/events', () => {
		world.events = [];
		return { ok: true };
	} );
	on( 'GET', '/violations', () => world.violations );
	on( 'DELETE', '/violations', () => {
		world.violations.length = 0;
		return { ok: true };
	} );
}

function addFaults( on: On, world: World ): void {
	const clear = () => {
		world.faults.clear();
		return { ok: true };
	};
	on( 'GET', '/faults', () => world.faults.list() );
	on( 'POST', '/faults', ( body ) => {
		world.faults.add( faultSchema.parse( fromForm( body ) ) );
		return { ok: true };
	} );
	on( 'DELETE', '/faults', clear );
	on( 'POST', '/faults/clear', clear );
}

function addAccount( on: On, world: World ): void {
	on( 'GET', '/options', () => world.options );
	on( 'POST', '/options', ( body ) => {
		world.options = mergeOptions(
			world.options,
			optionsPatchSchema.parse( body )
		);
		return world.options;
	} );
	on( 'GET', '/clock', () => clockView( world ) );
	on( 'POST', '/clock', ( body ) => {
		const { advance, now } = clockSchema.parse( body );
		if ( now !== undefined ) {
			world.clock.set( new Date( now ) );
		}
		world.clock.advance( advance ?? 0 );
		return clockView( world );
	} );
	on( 'POST', '/tokens', ( body ) => {
		world.login.revokeTokens(
			tokensSchema.parse( body ).action === 'revoke'
		);
		return { ok: true };
	} );
	on( 'POST', '/clients/:id', ( body, { id } ) =>
		changeClient( id, body, world )
	);
}

function reset( body: Json, world: World ): unknown {
	const { seed, options } = resetSchema.parse( body ?? {} );
	world.reset( options );
	if ( seed === 'demo' ) {
		addDemoRecords( world );
	}
	return { ok: true };
}

function clockView( { clock }: World ): unknown {
	return { now: clock.iso(), today: clock.today() };
}

function changeClient( id: string, body: Json, world: World ): unknown {
	const client = world.login.clients.find(
		( candidate ) => candidate.id === id
	);
	if ( client === undefined ) {
		throw new SellsyError( 404, `No client ${ id }` );
	}
	const { scopes, revoked } = clientSchema.parse( body );
	client.scopes = scopes ?? client.scopes;
	client.revoked = revoked ?? client.revoked;
	return {
		id,
		kind: client.kind,
		scopes: client.scopes,
		revoked: client.revoked,
	};
}

function fromForm( body: Json ): unknown {
	const form = faultFormSchema.safeParse( body );
	if ( ! form.success || typeof objectOf( body )[ 'times' ] === 'number' ) {
		return body;
	}
	const { method, path, ...rest } = form.data;
	return {
		...rest,
		...( method === '' ? {} : { method } ),
		...( path === '' ? {} : { path } ),
	};
}

/** A form of our own pages is sent back to its page; programs get JSON. */
async function respond(
	request: FastifyRequest,
	reply: FastifyReply,
	handler: Handler
): Promise< FastifyReply > {
	const type = request.headers[ 'content-type' ] ?? '';
	const isForm = type.includes( 'form-urlencoded' );
	try {
		const text = textBody( request );
		const body = isForm
			? parseForm( text, type )
			: ( parseJson( text ) ?? null );
		const result = handler( body, parameters.parse( request.params ) );
		return isForm
			? reply.redirect(
					isDeletion( request )
						? '/'
						: ( request.headers.referer ?? '/' ),
					303
				)
			: reply.send( result );
	} catch ( error ) {
		if ( error instanceof SellsyError ) {
			return reply.code( error.status ).send( error.envelope() );
		}
		return reply.code( 400 ).send( { error: String( error ) } );
	}
}

function isDeletion( request: FastifyRequest ): boolean {
	return request.url.endsWith( '/delete' );
}
