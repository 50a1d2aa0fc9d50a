/**
 * Stands in for Sellsy's four hosts under one address: `/v2` the API, `/login` the login host, `/v1/` the old API,
 * `/app` the back office. As a program: npm run sandbox -- --port 4010 [--seed demo] [--violations file]
 * [--like doctor.json]
 */
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addControl } from './control.ts';
import { addFiles, handOutLinked } from './files.ts';
import { handleApi } from './gateway.ts';
import { optionsLikeFile } from './like.ts';
import { addLogin } from './login.ts';
import type { OptionsPatch } from './options.ts';
import { page, html } from './pages/html.ts';
import { openedPage } from './pages/opened.ts';
import { overviewPage } from './pages/overview.ts';
import { addDemoRecords } from './records.ts';
import { addV1 } from './v1/control.ts';
import { World } from './world.ts';

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	seed?: 'empty' | 'demo';
	/** Collects contract violations of several processes, one JSON object a line. */
	violationsFile?: string;
	/** The account to play, where another than the default one. */
	account?: OptionsPatch;
}

export interface Sandbox {
	url: string;
	port: number;
	close: () => Promise< void >;
}

export async function startSandbox(
	options: SandboxOptions = {}
): Promise< Sandbox > {
	const world = new World(
		options.violationsFile ??
			process.env[ 'SANDBOX_VIOLATIONS_FILE' ] ??
			null,
		options.account
	);
	if ( options.seed === 'demo' ) {
		addDemoRecords( world );
	}
	const app = createApp( world );
	const url = await app.listen( {
		host: '127.0.0.1',
		port: options.port ?? 0,
	} );
	world.url = url;
	return {
		url,
		port: Number( new URL( url ).port ),
		close: () => app.close(),
	};
}

function createApp( world: World ): FastifyInstance {
	const app = Fastify( {
		forceCloseConnections: true,
		bodyLimit: 20 * 1024 * 1024,
	} );
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'*',
		{ parseAs: 'string' },
		( _request, body, done ) => done( null, body )
	);
	addLogin( app, world );
	addControl( app, world );
	app.all( '/v2/*', ( request, reply ) =>
		handleApi( request, reply, world )
	);
	addV1( app, world );
	addFiles( app, world );
	addPages( app, world );
	return app;
}

function addPages( app: FastifyInstance, world: World ): void {
	app.get( '/', ( _request, reply ) =>
		reply.type( 'text/html; charset=utf-8' ).send( overviewPage( world ) )
	);
	for ( const path of [ '/app', '/app/' ] ) {
		app.get( path, ( request, reply ) => {
			const query = new URL( request.url, 'http://sandbox' ).searchParams;
			if ( query.get( '_f' ) === 'file' ) {
				return handOutLinked( request, reply, world );
			}
			const found = openedPage( query, world );
			return reply
				.code( found === null ? 404 : 200 )
				.type( 'text/html; charset=utf-8' )
				.send(
					found ??
						page(
							'Page introuvable',
							html`<p>Rien n’est à cette adresse.</p>`
						)
				);
		} );
	}
}

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			port: { type: 'string', default: '4010' },
			seed: { type: 'string', default: 'empty' },
			violations: { type: 'string' },
			like: { type: 'string' },
		},
	} );
	const sandbox = await startSandbox( {
		port: Number( values.port ),
		seed: values.seed === 'demo' ? 'demo' : 'empty',
		...( values.violations === undefined
			? {}
			: { violationsFile: values.violations } ),
		...( values.like === undefined
			? {}
			: { account: optionsLikeFile( values.like ) } ),
	} );
	console.log( `Sellsy sandbox: ${ sandbox.url }` );
	const stop = () => void sandbox.close().then( () => process.exit( 0 ) );
	process.on( 'SIGINT', stop );
	process.on( 'SIGTERM', stop );
}

if ( process.argv[ 1 ] === fileURLToPath( import.meta.url ) ) {
	void main();
}
