import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
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

const GIGABYTE = 1024 ** 3;
const MEMORY_DISK = '/dev/shm';

/** Where files are kept in memory, if there is room: in a container it is often 64 MB small. */
const inMemory = async (): Promise< string | null > => {
	const disk = await statfs( MEMORY_DISK ).catch( () => null );
	const hasRoom =
		disk !== null &&
		disk.bavail * disk.bsize > 2 * GIGABYTE &&
		freemem() > 4 * GIGABYTE;
	return hasRoom ? MEMORY_DISK : null;
};

/** As below, in memory where that is possible: for a database, whose tables come and go with each test. */
export const fastTemporaryDirectory = async (
	name: string
): Promise< string > =>
	temporaryDirectory( name, ( await inMemory() ) ?? tmpdir() );

/**
 * A folder that is gone when the run ends, however it ends.
 */
export const temporaryDirectory = async (
	name: string,
	parent = tmpdir()
): Promise< string > => {
	if ( directories.size === 0 ) {
		endInOrder();
		process.once( 'exit', removeAll );
	}
	const directory = await mkdtemp(
		path.join( parent, `orderinvoicer-${ name }-` )
	);
	directories.add( directory );
	return directory;
};
