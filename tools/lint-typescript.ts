/**
 * What tsc finds, then what ESLint finds, on one program: each alone would read and check all types anew. Apart they
 * are `npm run lint:types` and `npm run lint:js`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ESLint as Linter } from 'eslint';
import ts from 'typescript';
import { PROJECT } from '../tests/environment/cache.ts';

// The one that `wp-scripts lint-js` runs.
const { ESLint }: { ESLint: typeof Linter } = createRequire(
	require.resolve( '@wordpress/scripts/package.json' )
)( 'eslint' );

const host: ts.FormatDiagnosticsHost = {
	getCanonicalFileName: ( name ) => name,
	getCurrentDirectory: () => PROJECT,
	getNewLine: () => '\n',
};

const programOf = ( config: string ): ts.Program => {
	const { config: json, error } = ts.readConfigFile(
		config,
		ts.sys.readFile
	);
	const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
		json,
		ts.sys,
		path.dirname( config )
	);
	return ts.createProgram( {
		rootNames: fileNames,
		options,
		configFileParsingDiagnostics: error ? [ error, ...errors ] : errors,
	} );
};

const main = async (): Promise< boolean > => {
	const program = programOf( path.join( PROJECT, 'tsconfig.json' ) );
	const diagnostics = ts.sortAndDeduplicateDiagnostics( [
		...program.getConfigFileParsingDiagnostics(),
		...ts.getPreEmitDiagnostics( program ),
	] );
	console.log( ts.formatDiagnostics( diagnostics, host ) );
	const eslint = new ESLint( {
		cwd: PROJECT,
		overrideConfig: {
			files: [ '**/*.{ts,tsx}' ],
			languageOptions: {
				parserOptions: { projectService: false, programs: [ program ] },
			},
		},
	} );
	const results = await eslint.lintFiles( '.' );
	const formatter = await eslint.loadFormatter();
	console.log( await formatter.format( results ) );
	return (
		diagnostics.length === 0 &&
		results.every(
			( { errorCount, warningCount } ) => errorCount + warningCount === 0
		)
	);
};

main().then(
	( isClean ) => process.exit( isClean ? 0 : 1 ),
	( error: unknown ) => {
		console.error( error );
		process.exit( 1 );
	}
);
