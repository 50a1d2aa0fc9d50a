import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
