/**
 * What the settings page loads of our own, compressed as a web server sends it.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../tests/environment/cache.ts';

export const LIMIT_KB = 90;

/** Of what the overview needs: the page that is opened most. */
export const FIRST_LOAD_LIMIT_KB = 45;

const BYTES_PER_KB = 1024;
const BUILD = path.join( PROJECT, 'build' );

/**
 * @return Kilobytes of all built scripts and of the style of one direction of writing.
 */
export const bundleSize = async (): Promise< number > => {
	const names = ( await readdir( BUILD ) ).filter(
		( name ) => /\.(js|css)$/.test( name ) && ! name.endsWith( '-rtl.css' )
	);
	if ( names.length === 0 ) {
		throw new Error( 'build/ holds no script.' );
	}
	return sizeOf( names );
};

/**
 * @return Kilobytes that are fetched before the overview is seen.
 */
export const firstLoadSize = (): Promise< number > =>
	sizeOf( [ 'index.js', 'index.css', 'pages/overview.js' ] );

const sizeOf = async ( names: string[] ): Promise< number > => {
	let bytes = 0;
	for ( const name of names ) {
		bytes += gzipSync( await readFile( path.join( BUILD, name ) ) ).length;
	}
	return bytes / BYTES_PER_KB;
};
