/**
 * esbuild takes types and JSX out in a hundredth of Babel's time, and a fresh clone has nothing transformed.
 */
const path = require( 'path' );
const babel = require( '@wordpress/scripts/config/babel-transform' );
const { transformSync } = require( 'esbuild' );

module.exports.process = ( source, file, options ) =>
	// What takes a module's place must be known before the imports: Babel moves it there.
	source.includes( 'jest.mock(' )
		? babel.process( source, file, options )
		: transformSync( source, {
				loader: path.extname( file ).slice( 1 ),
				sourcefile: file,
				sourcemap: true,
				format: 'cjs',
				jsx: 'automatic',
				target: 'node20',
				// Jest finds modules in its own way.
				supported: { 'dynamic-import': false },
			} );
