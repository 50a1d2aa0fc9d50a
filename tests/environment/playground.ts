import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { runCLI } from '@wp-playground/cli';
import { number, object, parse, string, type infer as Infer } from 'zod/mini';
import { PROJECT } from './cache.ts';
import { freePort, startProcess } from './processes.ts';
import { SHIPPED } from './shipped.ts';
import { temporaryDirectory } from './temporary.ts';
import type { WooCommerce } from './woocommerce.ts';
import { findWordPress } from './wordpress.ts';
import { siteConstants } from './wp-config.ts';

// With fewer, WordPress's requests to itself find nobody to answer.
const WORKERS = 4;

export const NEWEST_PHP = '8.5';

/**
 * Every version that the plugin's header promises, as far as there is one of WebAssembly.
 */
export const PROMISED_PHP = [ '8.1', '8.2', '8.3', '8.4', NEWEST_PHP ] as const;

type PhpVersion = '7.4' | '8.0' | ( typeof PROMISED_PHP )[ number ];

type Options = {
	sandboxUrl: string;
	woocommerce: WooCommerce | null;
	php?: PhpVersion;
	port?: number;
	workers?: number;
	/** The site that an earlier one made, which is stopped by now. */
	site?: string;
	/** Files of the plugin that are left out. */
	without?: string[];
	/** Beyond those of every site of ours. */
	constants?: Record< string, string >;
};

export type Playground = {
	url: string;
	site: string;
	/** Runs PHP code after WordPress has loaded, as administrator, and returns what it printed. */
	php: ( code: string ) => Promise< string >;
	stop: () => Promise< void >;
};

type Mount = { hostPath: string; vfsPath: string };

const mounts = (
	woocommerce: WooCommerce | null,
	without: string[]
): Mount[] => [
	{
		hostPath: path.join( PROJECT, 'tests/environment/mu-plugins' ),
		vfsPath: '/wordpress/wp-content/mu-plugins',
	},
	{
		hostPath: path.join( PROJECT, 'tests/environment' ),
		vfsPath: '/environment',
	},
	...SHIPPED.filter(
		( name ) =>
			! without.includes( name ) &&
			existsSync( path.join( PROJECT, name ) )
	).map( ( name ) => ( {
		hostPath: path.join( PROJECT, name ),
		vfsPath: `/wordpress/wp-content/plugins/orderinvoicer/${ name }`,
	} ) ),
	...( woocommerce === null
		? []
		: [
				{
					hostPath: woocommerce.directory,
					vfsPath: '/wordpress/wp-content/plugins/woocommerce',
				},
				// Beside the stand-in as in the repository: its orders are recordings.
				{
					hostPath: path.join( PROJECT, 'tests/fixtures' ),
					vfsPath: '/wordpress/wp-content/plugins/fixtures',
				},
			] ),
];

/** Kept as long as a run of tests lasts (tools/compiled-php.ts): each shop would compile WooCommerce anew. */
const compiled = (): Mount[] => {
	const hostPath = process.env[ 'ORDERINVOICER_COMPILED_PHP' ];
	return hostPath === undefined
		? []
		: [ { hostPath, vfsPath: '/internal/shared/opcache' } ];
};

const defined = (
	sandboxUrl: string,
	more: Record< string, string >
): Pick< Parameters< typeof runCLI >[ 0 ], 'define' | 'define-bool' > => {
	const all = Object.entries( { ...siteConstants( sandboxUrl ), ...more } );
	return {
		define: Object.fromEntries(
			all.flatMap( ( [ name, value ] ) =>
				typeof value === 'string' ? [ [ name, value ] ] : []
			)
		),
		'define-bool': Object.fromEntries(
			all.flatMap( ( [ name, value ] ) =>
				typeof value === 'boolean' ? [ [ name, value ] ] : []
			)
		),
	};
};

const Answer = object( {
	id: number(),
	exitCode: number(),
	errors: string(),
	text: string(),
} );

export type PlaygroundAnswer = Infer< typeof Answer >;

type Server = {
	url: string;
	run: ( code: string ) => Promise< PlaygroundAnswer >;
	stop: () => Promise< void >;
};

/** @throws Error with what the process printed, where it does not start. */
const serve = (
	options: Parameters< typeof runCLI >[ 0 ],
	temporary: string
): Promise< Server > =>
	new Promise( ( resolve, reject ) => {
		const { child, stop, log } = startProcess(
			process.execPath,
			[
				'--import',
				'tsx',
				path.join( PROJECT, 'tests/environment/playground-process.ts' ),
				JSON.stringify( options ),
			],
			{
				cwd: PROJECT,
				// What Playground leaves there goes with the site.
				env: { TMPDIR: temporary },
				ends: 'SIGKILL',
				talks: true,
			}
		);
		const waiting = new Map<
			number,
			( answer: PlaygroundAnswer ) => void
		>();
		let last = 0;
		const run = ( code: string ): Promise< PlaygroundAnswer > =>
			new Promise( ( answered ) => {
				last += 1;
				waiting.set( last, answered );
				child.send( { id: last, code } );
			} );
		waiting.set( 0, ( { text } ) => resolve( { url: text, run, stop } ) );
		child.on( 'message', ( message ) => {
			const answer = parse( Answer, message );
			waiting.get( answer.id )?.( answer );
			waiting.delete( answer.id );
		} );
		child.once( 'close', () => {
			reject( new Error( `Playground ended:\n${ log() }` ) );
			for ( const [ id, answered ] of waiting ) {
				answered( { id, exitCode: 1, errors: log(), text: '' } );
			}
		} );
	} );

const run = async ( server: Server, code: string ): Promise< string > => {
	const answer = await server.run( `<?php
		require '/wordpress/wp-load.php';
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		wp_set_current_user( 1 );
		${ code }` );
	if ( answer.exitCode !== 0 ) {
		throw new Error(
			`PHP ended with ${ answer.exitCode }: ${ answer.errors }`
		);
	}
	return answer.text;
};

const layOut = async (): Promise< string > => {
	const wordpress = await findWordPress();
	const directory = await temporaryDirectory( 'playground' );
	// With its times: what PHP has compiled of another copy is then good for this one.
	await cp( wordpress.core, directory, {
		recursive: true,
		preserveTimestamps: true,
	} );
	await mkdir( path.join( directory, 'wp-content/mu-plugins' ) );
	await cp(
		wordpress.languages,
		path.join( directory, 'wp-content/languages' ),
		{ recursive: true }
	);
	return directory;
};

/**
 * WordPress on PHP compiled to WebAssembly, with SQLite: no PHP, no database and no web server needed.
 */
export const startPlayground = async (
	options: Options
): Promise< Playground > => {
	const directory = options.site ?? ( await layOut() );
	const server = await serve(
		{
			command: 'server',
			php: options.php ?? '8.3',
			port: options.port ?? ( await freePort() ),
			workers: options.workers ?? WORKERS,
			verbosity: 'quiet',
			wordpressInstallMode:
				options.site === undefined
					? 'install-from-existing-files'
					: 'install-from-existing-files-if-needed',
			'mount-before-install': [
				{ hostPath: directory, vfsPath: '/wordpress' },
				...compiled(),
			],
			mount: mounts( options.woocommerce, options.without ?? [] ),
			...defined( options.sandboxUrl, options.constants ?? {} ),
		},
		await temporaryDirectory( 'playground-own' )
	);
	return {
		url: server.url,
		site: directory,
		php: ( code ) => run( server, code ),
		stop: server.stop,
	};
};

export const activate = async (
	playground: Playground,
	plugin: string
): Promise< void > => {
	const answer = await playground.php(
		`$error = activate_plugin( '${ plugin }' ); echo is_wp_error( $error ) ? $error->get_error_message() : 'ok';`
	);
	if ( ! answer.endsWith( 'ok' ) ) {
		throw new Error( `${ plugin }: ${ answer }` );
	}
};

/**
 * One of the scripts in this folder: seed, connect, demo, first-order, first-refund.
 */
export const script = (
	playground: Playground,
	name: string
): Promise< string > =>
	playground.php( `require '/environment/${ name }.php';` );

/**
 * What PHP and WordPress have against the plugin, and a line of ours that shows that we hear them. What they have
 * against WooCommerce is not our affair.
 */
export const complaints = async (
	playground: Playground
): Promise< string[] > => {
	await playground.php( "error_log( 'orderinvoicer: heard' );" );
	const log = await readFile(
		path.join( playground.site, 'wp-content/debug.log' ),
		'utf8'
	);
	await rm( path.join( playground.site, 'wp-content/debug.log' ) );
	return log
		.split( '\n' )
		.filter( ( line ) => line.includes( 'orderinvoicer' ) )
		.map( ( line ) => line.replace( /^\[.*?\] /, '' ) );
};
