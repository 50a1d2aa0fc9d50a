import { mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export const PROJECT = path.resolve( __dirname, '../..' );

export const CACHE = path.join(
	process.env[ 'XDG_CACHE_HOME' ] ?? path.join( homedir(), '.cache' ),
	'orderinvoicer'
);

/**
 * The cached folder of that name; made once, whole or not at all, also when two runs start together.
 */
export const cached = async (
	name: string,
	make: ( directory: string ) => Promise< void >
): Promise< string > => {
	const target = path.join( CACHE, name );
	if ( existsSync( target ) ) {
		return target;
	}
	const unfinished = `${ target }.${ process.pid }.part`;
	await rm( unfinished, { recursive: true, force: true } );
	await mkdir( unfinished, { recursive: true } );
	try {
		await make( unfinished );
		await rename( unfinished, target );
	} catch ( error ) {
		if ( ! existsSync( target ) ) {
			throw error;
		}
	} finally {
		await rm( unfinished, { recursive: true, force: true } );
	}
	return target;
};
