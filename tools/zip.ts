/**
 * orderinvoicer.zip: what a shop installs, nothing else.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { PROJECT } from '../tests/environment/cache.ts';
import { SHIPPED } from '../tests/environment/shipped.ts';
import { build } from './prepare.ts';

// What only those who develop and translate the plugin need.
const NOT_INSTALLED = /\.(map|pot|po)$/;

const filesIn = async ( name: string ): Promise< string[] > => {
	const inside = await readdir( path.join( PROJECT, name ), {
		withFileTypes: true,
	} ).catch( () => null );
	if ( inside === null ) {
		return existsSync( path.join( PROJECT, name ) ) ? [ name ] : [];
	}
	const nested = await Promise.all(
		inside.map( ( entry ) => filesIn( `${ name }/${ entry.name }` ) )
	);
	return nested.flat();
};

export const makeZip = async ( target: string ): Promise< number > => {
	await build();
	const names = ( await Promise.all( SHIPPED.map( filesIn ) ) )
		.flat()
		.filter( ( name ) => ! NOT_INSTALLED.test( name ) )
		.sort();
	const content: Zippable = {};
	for ( const name of names ) {
		content[ `orderinvoicer/${ name }` ] = await readFile(
			path.join( PROJECT, name )
		);
	}
	await writeFile( target, zipSync( content ) );
	return names.length;
};

if ( require.main === module ) {
	makeZip( path.join( PROJECT, 'orderinvoicer.zip' ) ).then(
		( count ) => console.log( `orderinvoicer.zip: ${ count } files` ),
		( error: unknown ) => {
			console.error( error );
			process.exitCode = 1;
		}
	);
}
