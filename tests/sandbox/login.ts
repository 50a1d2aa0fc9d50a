import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JsonObject } from '../contract/json.ts';
import { parseForm } from './bodies.ts';
import { textBody } from './gateway.ts';
import { OAuthError } from './oauth.ts';
import type { Form } from './oauth.ts';
import { consentPage, refusedPage } from './pages/consent.ts';
import { answerWith } from './sending.ts';
import type { World } from './world.ts';

const PREFIX = '/login';

/** The login host: `/login/oauth2/access-tokens` and `/login/oauth2/authorization`. */
export function addLogin( app: FastifyInstance, world: World ): void {
	app.post( `${ PREFIX }/oauth2/access-tokens`, async ( request, reply ) => {
		const path = request.url.slice( PREFIX.length );
		const fault = world.faults.take( 'POST', path, path );
		const form = parseForm(
			textBody( request ),
			request.headers[ 'content-type' ] ?? ''
		);
		const call = world.record( {
			host: 'login',
			method: 'POST',
			path,
			query: '',
			request: {
				grant_type: form[ 'grant_type' ] ?? '',
				client_id: form[ 'client_id' ] ?? '',
			},
			status: 0,
			response: null,
			fault: fault?.mode ?? null,
			operation: null,
			duration_ms: 0,
		} );
		const sent = await answerWith( fault, reply, () =>
			tokenOutcome( form, world )
		);
		call.status = sent.status;
		return reply;
	} );
	app.get( `${ PREFIX }/oauth2/authorization`, ( request, reply ) => {
		const form = Object.fromEntries(
			new URL( request.url, 'http://sandbox' ).searchParams
		);
		return showConsent( form, reply, world );
	} );
	app.post( `${ PREFIX }/oauth2/authorization`, ( request, reply ) =>
		decide( request, reply, world )
	);
}

function tokenOutcome(
	form: Form,
	world: World
): { status: number; body: JsonObject; headers: Record< string, string > } {
	try {
		return {
			status: 200,
			body: world.login.token( form ),
			headers: { 'Cache-Control': 'no-store' },
		};
	} catch ( error ) {
		if ( error instanceof OAuthError ) {
			return { status: error.status, body: error.body(), headers: {} };
		}
		throw error;
	}
}

function showConsent(
	form: Form,
	reply: FastifyReply,
	world: World
): FastifyReply {
	const wrong = world.login.refuseAuthorization( form );
	return reply
		.code( wrong === null ? 200 : 400 )
		.type( 'text/html; charset=utf-8' )
		.send( wrong === null ? consentPage( form ) : refusedPage( wrong ) );
}

function decide(
	request: FastifyRequest,
	reply: FastifyReply,
	world: World
): FastifyReply {
	const { decision, ...form } = parseForm( textBody( request ), 'form' );
	if ( world.login.refuseAuthorization( form ) !== null ) {
		return showConsent( form, reply, world );
	}
	return reply.redirect(
		decision === 'allow'
			? world.login.authorize( form )
			: world.login.deny( form ),
		302
	);
}
