import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { PROXY_PAGE } from './bodies.ts';
import type { Fault } from './faults.ts';
import { KINDS } from './kinds.ts';
import type { SellsyDocument } from './state.ts';
import { linkedDocument } from './v1/documents.ts';
import type { Call, World } from './world.ts';

/** Larger than anybody takes for a document. */
const HUGE = 11 * 1024 * 1024;

/** What `pdf_link` says. Sellsy makes another link with each change of the document; this one stays. */
export const pdfLink = (
	{ id }: SellsyDocument,
	{ url, options }: World
): string =>
	`${
		options.pdf_host === 'own' ? url : 'https://files.example'
	}/pdf/${ id }`;

/**
 * The files of documents. Who may have them Sellsy does not document: `pdf_wants_token` of the options. Each request is
 * recorded, with whether it brought a token, which is no secret in itself.
 */
export function addFiles( app: FastifyInstance, world: World ): void {
	app.get< { Params: { id: string } } >( '/pdf/:id', ( request, reply ) =>
		handOut( request.params.id, request, reply, world )
	);
}

/** What the old API's public link leads to. It is Sellsy's app that answers. */
export const handOutLinked = (
	request: FastifyRequest,
	reply: FastifyReply,
	world: World
): Promise< FastifyReply > | FastifyReply => {
	const link = request.url.slice( request.url.indexOf( '?' ) );
	return world.options.v1_links === 'page'
		? reply.type( 'text/html' ).send( '<html><p>Document</p></html>' )
		: handOut(
				String( linkedDocument( link, world )?.id ?? 0 ),
				request,
				reply,
				world
			);
};

async function handOut(
	id: string,
	request: FastifyRequest,
	reply: FastifyReply,
	world: World
): Promise< FastifyReply > {
	const path = `/pdf/${ id }`;
	const fault = world.faults.take( 'GET', path, '/pdf/{id}' );
	const call = world.record( {
		host: 'files',
		method: 'GET',
		path,
		query: '',
		request: { token: request.headers.authorization !== undefined },
		status: 0,
		response: null,
		fault: fault?.mode ?? null,
		operation: null,
		duration_ms: 0,
	} );
	return ( await spoilt( fault, reply ) )
		? reply
		: answer( world.state.documents.get( Number( id ) ), {
				request,
				reply,
				world,
				call,
			} );
}

function answer(
	document: SellsyDocument | undefined,
	{
		request,
		reply,
		world,
		call,
	}: {
		request: FastifyRequest;
		reply: FastifyReply;
		world: World;
		call: Call;
	}
): FastifyReply {
	const isRefused =
		world.options.pdf_wants_token &&
		world.login.identify( request.headers.authorization ) === null;
	call.status = isRefused ? 401 : statusOf( document );
	return call.status === 200 && document !== undefined
		? reply.code( 200 ).type( 'application/pdf' ).send( pdfOf( document ) )
		: reply.code( call.status ).send();
}

const statusOf = ( document: SellsyDocument | undefined ): number =>
	document === undefined ||
	( KINDS[ document.kind ].isFinalised && document.step === 'draft' )
		? 404
		: 200;

/** True where the answer has gone out, or never will. */
async function spoilt(
	fault: Fault | null,
	reply: FastifyReply
): Promise< boolean > {
	switch ( fault?.mode ) {
		case undefined:
			return false;
		case 'slow':
			await pause( fault?.ms );
			return false;
		case 'html':
			await reply.code( 200 ).type( 'text/html' ).send( PROXY_PAGE );
			return true;
		case 'huge':
			await reply
				.code( 200 )
				.type( 'application/pdf' )
				.send( Buffer.alloc( HUGE, '%PDF-1.4 ' ) );
			return true;
		case 'redirect':
			await reply
				.code( 302 )
				.header( 'Location', 'https://files.example/document.pdf' )
				.send();
			return true;
		case 'cut':
			reply.hijack();
			reply.raw.writeHead( 200, {
				'Content-Type': 'application/pdf',
				'Content-Length': '5000',
			} );
			reply.raw.write( '%PDF-1.4', () => reply.raw.destroy() );
			return true;
		case 'drop-before':
			reply.hijack();
			reply.raw.socket?.destroy();
			return true;
		default:
			await reply
				.code( Number.parseInt( fault?.mode ?? '', 10 ) || 500 )
				.send();
			return true;
	}
}

/** One page with the document's number: small, and what every reader opens. */
export function pdfOf( document: SellsyDocument ): Buffer {
	const name = `${ KINDS[ document.kind ].label.one } ${ document.number }`;
	const text = name.replace( /[^\x20-\x7e]|[()\\]/g, '?' );
	const drawn = `BT /F1 18 Tf 72 760 Td (${ text }) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${ drawn.length } >>\nstream\n${ drawn }\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let body = '%PDF-1.4\n';
	const places = objects.map( ( object, index ) => {
		const place = body.length;
		body += `${ index + 1 } 0 obj\n${ object }\nendobj\n`;
		return `${ String( place ).padStart( 10, '0' ) } 00000 n \n`;
	} );
	const count = objects.length + 1;
	return Buffer.from(
		`${ body }xref\n0 ${ count }\n0000000000 65535 f \n${ places.join(
			''
		) }trailer\n<< /Size ${ count } /Root 1 0 R >>\nstartxref\n${
			body.length
		}\n%%EOF\n`,
		'latin1'
	);
}
