import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endInOrder } from './processes.ts';

/** Again while a server that is just being stopped still writes. */
const REMOVE =
	'for i in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$@" && exit; sleep 0.2; done';

/** Nobody waits longer after Ctrl-C: on a busy disk the rest is removed after the run has ended. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 50;

const directories = new Set< string >();

const removeAll = (): void => {
	const remover = spawn( 'sh', [ '-c', REMOVE, 'sh', ...directories ], {
		detached: true,
		stdio: 'ignore',
	} );
	remover.unref();
	const end = Date.now() + PATIENCE_MS;
	const nothing = new Int32Array( new SharedArrayBuffer( 4 ) );
	while ( Date.now() < end && [ ...directories ].some( existsSync ) ) {
		Atomics.wait( nothing, 0, 0, LOOK_MS );
	}
};

/**
 * A folder that is gone when the run ends, however it ends.
 */
export const temporaryDirectory = async ( name: string ): Promise< string > => {
	if ( directories.size === 0 ) {
		endInOrder();
		process.once( 'exit', removeAll );
	}
	const directory = await mkdtemp(
		path.join( tmpdir(), `orderinvoicer-${ name }-` )
	);
	directories.add( directory );
	return directory;
};
