import path from 'node:path';
import ts from 'typescript';
import { PROJECT } from '../tests/environment/cache.ts';

type Imports = Map< string, string[] >;

/** The screens' files, each with those of ours that it imports. Types count: they too must be known to read a file. */
export const importsOf = (): Imports => {
	const { fileNames, options } = ts.parseJsonConfigFileContent(
		ts.readConfigFile(
			path.join( PROJECT, 'tsconfig.json' ),
			ts.sys.readFile
		).config,
		ts.sys,
		PROJECT
	);
	const source = path.join( PROJECT, 'src' ) + path.sep;
	const own = fileNames.filter( ( name ) => name.startsWith( source ) );
	return new Map(
		own.map( ( name ) => [
			name,
			ts
				.preProcessFile( ts.sys.readFile( name ) ?? '' )
				.importedFiles.map(
					( { fileName } ) =>
						ts.resolveModuleName( fileName, name, options, ts.sys )
							.resolvedModule?.resolvedFileName ?? ''
				)
				.filter( ( imported ) => imported.startsWith( source ) ),
		] )
	);
};

const reached = ( start: string, imports: Imports ): Set< string > => {
	const seen = new Set< string >();
	const todo = [ start ];
	for ( let next = todo.pop(); next !== undefined; next = todo.pop() ) {
		for ( const one of imports.get( next ) ?? [] ) {
			if ( ! seen.has( one ) ) {
				seen.add( one );
				todo.push( one );
			}
		}
	}
	return seen;
};

/** @return files that need each other, each circle once. */
export const circlesOf = ( imports: Imports ): string[][] => {
	const all = new Map(
		[ ...imports.keys() ].map( ( name ) => [
			name,
			reached( name, imports ),
		] )
	);
	const found = new Map< string, string[] >();
	for ( const [ name, others ] of all ) {
		if ( others.has( name ) ) {
			const circle = [ ...others ]
				.filter( ( one ) => all.get( one )?.has( name ) )
				.sort();
			found.set( circle[ 0 ] ?? name, circle );
		}
	}
	return [ ...found.values() ];
};
