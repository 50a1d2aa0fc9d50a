import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

type Options = {
	cwd?: string;
	env?: Record< string, string >;
	/** Shows the output while it comes. */
	stream?: boolean;
	/** Of a server that would go on writing where everything is removed: SIGKILL. */
	ends?: NodeJS.Signals;
	/** Of our own: it is talked to with send() and on( 'message' ). */
	talks?: boolean;
};

type Result = { code: number; output: string };

/** What runs, and how it ends with the run. */
const running = new Map< ChildProcess, NodeJS.Signals >();

const killAll = (): void => {
	for ( const [ child, signal ] of running ) {
		if ( child.pid !== undefined ) {
			try {
				process.kill( -child.pid, signal );
			} catch {
				// Gone already.
			}
		}
	}
};

let watching = false;

/**
 * Every server that a run starts, and every folder that it makes, ends with the run, Ctrl-C included.
 */
export const endInOrder = (): void => {
	if ( watching ) {
		return;
	}
	watching = true;
	process.once( 'exit', killAll );
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		// Not once(): a second signal would end the process at once, its folders left behind.
		process.on( signal, () => {
			killAll();
			process.exit( 130 );
		} );
	}
};

/**
 * A server that runs until it is stopped. It leads a process group, so that its workers stop with it.
 */
export const startProcess = (
	command: string,
	args: string[],
	options: Options = {}
): { child: ChildProcess; stop: () => Promise< void >; log: () => string } => {
	endInOrder();
	const child = spawn( command, args, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: [
			'ignore',
			'pipe',
			'pipe',
			...( options.talks === true ? [ 'ipc' as const ] : [] ),
		],
		detached: true,
	} );
	let log = '';
	const keep = ( chunk: Buffer ): void => {
		log = ( log + chunk.toString() ).slice( -20_000 );
	};
	child.stdout?.on( 'data', keep );
	child.stderr?.on( 'data', keep );
	running.set( child, options.ends ?? 'SIGTERM' );
	const ended = new Promise< void >( ( resolve ) => {
		child.once( 'close', () => {
			running.delete( child );
			resolve();
		} );
		child.once( 'error', ( error ) => {
			log += error.message;
			running.delete( child );
			resolve();
		} );
	} );
	const stop = async (): Promise< void > => {
		if ( child.pid !== undefined && running.has( child ) ) {
			process.kill( -child.pid, 'SIGTERM' );
		}
		await ended;
	};
	return { child, stop, log: () => log };
};

/**
 * Runs a command to its end and returns what it printed.
 */
export const execute = async (
	command: string,
	args: string[],
	options: Options = {}
): Promise< Result > => {
	endInOrder();
	return new Promise( ( resolve ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [ 'ignore', 'pipe', 'pipe' ],
			detached: true,
		} );
		running.set( child, options.ends ?? 'SIGTERM' );
		let output = '';
		// A character of several bytes may come in two pieces.
		child.stdout.setEncoding( 'utf8' );
		child.stderr.setEncoding( 'utf8' );
		const keep = ( chunk: string ): void => {
			output += chunk;
			if ( options.stream === true ) {
				process.stdout.write( chunk );
			}
		};
		child.stdout.on( 'data', keep );
		child.stderr.on( 'data', keep );
		const finish = ( code: number, extra = '' ): void => {
			running.delete( child );
			resolve( { code, output: output + extra } );
		};
		child.once( 'error', ( error ) => finish( 127, error.message ) );
		child.once( 'close', ( code ) => finish( code ?? 1 ) );
	} );
};

/**
 * Like execute(), for commands that must succeed.
 *
 * @throws Error with the command's output.
 */
export const run = async (
	command: string,
	args: string[],
	options: Options = {}
): Promise< string > => {
	const { code, output } = await execute( command, args, options );
	if ( code !== 0 ) {
		throw new Error(
			`${ command } ${ args
				.slice( 0, 4 )
				.join( ' ' ) } failed (${ code }):\n${ output.slice( -4000 ) }`
		);
	}
	return output;
};

export const isInstalled = async ( command: string ): Promise< boolean > =>
	( await execute( 'sh', [ '-c', `command -v ${ command }` ] ) ).code === 0;

export const freePort = async (): Promise< number > =>
	new Promise( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', reject );
		server.listen( 0, '127.0.0.1', () => {
			const address = server.address();
			server.close( () =>
				address !== null && typeof address === 'object'
					? resolve( address.port )
					: reject( new Error( 'No free port.' ) )
			);
		} );
	} );

/**
 * Waits until the condition holds.
 *
 * @throws Error naming what was waited for.
 */
export const waitFor = async (
	what: string,
	condition: () => Promise< boolean >,
	seconds = 30
): Promise< void > => {
	const end = Date.now() + seconds * 1000;
	while ( Date.now() < end ) {
		if ( await condition() ) {
			return;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	throw new Error( `${ what }: nothing after ${ seconds } s.` );
};
