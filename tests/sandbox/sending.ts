import type { FastifyReply } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Json, JsonObject } from '../contract/json.ts';
import { MALFORMED, PROXY_PAGE } from './bodies.ts';
import { SellsyError } from './errors.ts';
import type { Fault } from './faults.ts';
import { giant } from './giants.ts';
import type { Giant } from './giants.ts';

/** What goes out, before a fault spoils it. */
export interface Outcome {
	status: number;
	body: JsonObject | JsonObject[] | undefined;
	headers: Record< string, string >;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What was really sent; status 0 where the connection was dropped. */
interface Sent {
	status: number;
	body: Json;
}

/** Applies a fault around the work. */
export async function answerWith(
	fault: Fault | null,
	reply: FastifyReply,
	work: () => Outcome
): Promise< Sent > {
	const mode = fault?.mode ?? '';
	if ( mode === 'slow' ) {
		await pause( fault?.ms );
	}
	if ( mode === 'drop-before' ) {
		return drop( reply );
	}
	if ( mode === 'html' ) {
		return sendText( reply, 200, 'text/html', PROXY_PAGE );
	}
	const refused = /^(\d{3})(-before|-once)?$/.exec( mode )?.[ 1 ];
	return refused === undefined
		? spoil( mode, reply, work() )
		: send( reply, refusal( Number( refused ) ) );
}

/** The work is done; only its answer may still be lost. */
async function spoil(
	mode: string,
	reply: FastifyReply,
	outcome: Outcome
): Promise< Sent > {
	switch ( mode ) {
		case 'drop-after':
			return drop( reply );
		case '500-after':
			return send( reply, refusal( 500 ) );
		case 'malformed':
			return sendText( reply, outcome.status, JSON_TYPE, MALFORMED );
		case 'html-after':
			return sendText( reply, 200, 'text/html', PROXY_PAGE );
		case 'negative-id':
			return send( reply, {
				...outcome,
				body: { ...outcome.body, id: -1 },
			} );
		case 'gzip':
			return sendPacked( reply, outcome );
		default:
			return sendGiant( reply, giant( mode ), outcome );
	}
}

async function sendPacked(
	reply: FastifyReply,
	{ status, body }: Outcome
): Promise< Sent > {
	await reply
		.code( status )
		.type( JSON_TYPE )
		.header( 'Content-Encoding', 'gzip' )
		.send( gzipSync( JSON.stringify( body ) ) );
	return { status, body: body ?? null };
}

async function sendGiant(
	reply: FastifyReply,
	answer: Giant | null,
	outcome: Outcome
): Promise< Sent > {
	if ( answer === null ) {
		return send( reply, outcome );
	}
	const { status } = outcome;
	reply.code( status ).type( JSON_TYPE );
	if ( answer.encoding !== null ) {
		reply.header( 'Content-Encoding', answer.encoding );
	}
	await reply.send( answer.body );
	return { status, body: null };
}

export function refusal( status: number ): Outcome {
	const error = new SellsyError(
		status,
		status === 429 ? 'Quota atteint' : 'Erreur simulée'
	);
	return { status, body: error.envelope(), headers: {} };
}

function drop( reply: FastifyReply ): Sent {
	reply.hijack();
	reply.raw.socket?.destroy();
	return { status: 0, body: null };
}

async function sendText(
	reply: FastifyReply,
	status: number,
	type: string,
	body: string
): Promise< Sent > {
	await reply.code( status ).type( type ).send( body );
	return { status, body };
}

async function send(
	reply: FastifyReply,
	{ status, body, headers }: Outcome
): Promise< Sent > {
	reply.code( status ).headers( headers );
	await ( body === undefined
		? reply.send()
		: reply.type( JSON_TYPE ).send( JSON.stringify( body ) ) );
	return { status, body: body ?? null };
}
