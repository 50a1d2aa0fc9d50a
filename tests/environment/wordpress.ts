import { mkdir, rename, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.ts';
import { run } from './processes.ts';

/**
 * WordPress with its translations, WP-CLI and the SQLite plugin, all inside one registry package, so that neither
 * wordpress.org nor GitHub need be reachable.
 */
const PACKAGE = 'wp-studio@1.22.0';
const INSIDE = 'package/dist/cli/wp-files';
const LANGUAGE = 'fr_FR';

export type WordPress = {
	core: string;
	languages: string;
	cli: string;
	sqlitePlugin: string;
};

const unpack = async ( directory: string ): Promise< void > => {
	await writeFile( path.join( directory, 'package.json' ), '{}' );
	const archive = (
		await run( 'npm', [ 'pack', '--silent', '--ignore-scripts', PACKAGE ], {
			cwd: directory,
		} )
	).trim();
	const file = archive.split( '\n' ).at( -1 ) ?? '';
	await run( 'tar', [ 'xzf', file, INSIDE ], { cwd: directory } );
	const from = path.join( directory, INSIDE );
	const languages = path.join( directory, 'languages' );
	await mkdir( languages );
	for ( const name of await readdir(
		path.join( from, 'latest/languages' )
	) ) {
		if ( name.includes( LANGUAGE ) ) {
			await rename(
				path.join( from, 'latest/languages', name ),
				path.join( languages, name )
			);
		}
	}
	await rename(
		path.join( from, 'latest/wordpress' ),
		path.join( directory, 'core' )
	);
	await rename(
		path.join( from, 'sqlite-database-integration' ),
		path.join( directory, 'sqlite-database-integration' )
	);
	await rename(
		path.join( from, 'wp-cli' ),
		path.join( directory, 'wp-cli' )
	);
	await rm( path.join( directory, 'package' ), { recursive: true } );
	await rm( path.join( directory, file ) );
};

export const findWordPress = async (): Promise< WordPress > => {
	const directory = await cached( PACKAGE.replace( '@', '-' ), unpack );
	return {
		core: path.join( directory, 'core' ),
		languages: path.join( directory, 'languages' ),
		cli: path.join( directory, 'wp-cli/wp-cli.phar' ),
		sqlitePlugin: path.join( directory, 'sqlite-database-integration' ),
	};
};
