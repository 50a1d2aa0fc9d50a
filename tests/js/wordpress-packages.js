/**
 * WordPress's packages as one script, built for production. Each file of tests loads them anew, and their 3,000 modules
 * one by one take longer than most files' tests.
 */
const { mkdir, rename, writeFile } = require( 'fs/promises' );
const path = require( 'path' );
const { build } = require( 'esbuild' );

const PROJECT = path.resolve( __dirname, '../..' );
const FOLDER = path.join( PROJECT, 'node_modules/.cache/wordpress-packages' );

const PACKAGES = [
	'api-fetch',
	'components',
	'compose',
	'date',
	'element',
	'i18n',
];

// Those of the tests themselves: React is one for all, and tells tests what it tells developers.
const REACT = [ 'react', 'react-dom', 'react-dom/client', 'react/jsx-runtime' ];

/** Nobody reads a file that is half written, not even another run. */
const write = async ( name, text ) => {
	const file = path.join( FOLDER, name );
	await writeFile( `${ file }.${ process.pid }`, text );
	await rename( `${ file }.${ process.pid }`, file );
};

module.exports = async () => {
	const { outputFiles } = await build( {
		stdin: {
			contents: PACKAGES.map(
				( name ) =>
					`export * as ${ JSON.stringify( name ) } from ${ JSON.stringify( `@wordpress/${ name }` ) };`
			).join( '\n' ),
			resolveDir: PROJECT,
		},
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'browser',
		mainFields: [ 'module', 'main' ],
		minifySyntax: true,
		minifyWhitespace: true,
		define: { 'process.env.NODE_ENV': '"production"' },
		external: REACT,
	} );
	await mkdir( FOLDER, { recursive: true } );
	await write( 'all.js', outputFiles[ 0 ].text );
	for ( const name of PACKAGES ) {
		const own = `require( './all.js' )[ ${ JSON.stringify( name ) } ]`;
		await write(
			`${ name }.js`,
			`module.exports = { __esModule: true, ...${ own } };\n`
		);
	}
};

module.exports.moduleNameMapper = {
	[ `^@wordpress/(${ PACKAGES.join( '|' ) })$` ]: path.join(
		FOLDER,
		'$1.js'
	),
	[ `^(${ REACT.join( '|' ) })$` ]: path.join( PROJECT, 'node_modules/$1' ),
};
