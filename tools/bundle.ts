/**
 * What the settings page loads of our own, compressed as a web server sends it.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../tests/environment/cache.ts';

export const LIMIT_KB = 90;
const BYTES_PER_KB = 1024;

/**
 * @return Kilobytes of all built scripts and of the style of one direction of writing.
 */
export const bundleSize = async (): Promise< number > => {
	const folder = path.join( PROJECT, 'build' );
	const names = ( await readdir( folder ) ).filter(
		( name ) => /\.(js|css)$/.test( name ) && ! name.endsWith( '-rtl.css' )
	);
	if ( names.length === 0 ) {
		throw new Error( 'build/ holds no script.' );
	}
	let bytes = 0;
	for ( const name of names ) {
		bytes += gzipSync( await readFile( path.join( folder, name ) ) ).length;
	}
	return bytes / BYTES_PER_KB;
};
