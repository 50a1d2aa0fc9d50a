import { rmSync } from 'node:fs';
import { mkdtemp, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { endInOrder } from './processes.ts';

const directories = new Set< string >();

const removeAll = (): void => {
	for ( const directory of directories ) {
		try {
			// A server that is just being stopped may still write.
			rmSync( directory, {
				recursive: true,
				force: true,
				maxRetries: 10,
				retryDelay: 100,
			} );
		} catch {
			// One that stays must not keep the others.
			console.error( `Not removed: ${ directory }` );
		}
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
