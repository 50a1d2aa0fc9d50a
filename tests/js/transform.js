/**
 * esbuild takes types and JSX out in a hundredth of Babel's time, and a fresh clone has nothing transformed.
 */
const fs = require( 'fs' );
const path = require( 'path' );
const { createHash } = require( 'crypto' );
const babel = require( '@wordpress/scripts/config/babel-transform' );
const { transformSync } = require( 'esbuild' );

const OWN = fs.readFileSync( __filename );

/** Here every script is there at once: its name is kept when it is asked for (src/test/scripts.ts). */
const noted = ( source ) =>
	source.replace(
		/\bimport\(\s*\/\* webpackChunkName: "([^"]+)" \*\//g,
		'import( ( globalThis.scriptsAskedFor ??= new Set() ).add( "$1" ) && '
	);

// Jest keeps what was transformed, and would not see that this file is another one.
module.exports.getCacheKey = ( source, file, { configString } ) =>
	[ OWN, source, file, configString ]
		.reduce(
			( hash, part ) => hash.update( part ).update( '\0' ),
			createHash( 'sha256' )
		)
		.digest( 'hex' );

module.exports.process = ( source, file, options ) =>
	// What takes a module's place must be known before the imports: Babel moves it there.
	source.includes( 'jest.mock(' )
		? babel.process( source, file, options )
		: transformSync( noted( source ), {
				loader: path.extname( file ).slice( 1 ),
				sourcefile: file,
				sourcemap: true,
				format: 'cjs',
				jsx: 'automatic',
				target: 'node20',
				// Jest finds modules in its own way.
				supported: { 'dynamic-import': false },
			} );
