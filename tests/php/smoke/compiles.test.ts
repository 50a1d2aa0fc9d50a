import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';
import { unzipSync } from 'fflate';
import { PROMISED_PHP } from '../../environment/playground.ts';
import { temporaryDirectory } from '../../environment/temporary.ts';
import { makeZip } from '../../../tools/zip.ts';

type Version = ( typeof PROMISED_PHP )[ number ];

const REQUIRED = `<?php
$files = glob( '/files/*' );
foreach ( $files as $file ) {
	try {
		require $file;
	} catch ( Throwable $error ) {
		echo basename( $file ), ': ', $error->getMessage(), PHP_EOL;
	}
}
echo count( $files ), ' files';`;

/**
 * The file ends before it does anything: PHP compiles it whole, and runs nothing of it.
 */
const unexecuted = ( code: string ): string =>
	[ /^namespace [^;]+;/m, /^declare\([^;]+;/m, /^<\?php/ ]
		.filter( ( start ) => start.test( code ) )
		.slice( 0, 1 )
		.reduce( ( text, start ) => text.replace( start, '$& return;' ), code );

/**
 * What PHP says while it compiles them: only how many they are where it has nothing against them. What ends PHP hides
 * what comes behind it.
 */
const complaints = async (
	php: PHP,
	code: [ string, string ][]
): Promise< string > => {
	php.mkdir( '/files' );
	for ( const [ name, text ] of code ) {
		php.writeFile(
			`/files/${ name.replaceAll( '/', '~' ) }`,
			unexecuted( text )
		);
	}
	try {
		const answer = await php.run( { code: REQUIRED } );
		return answer.text + answer.errors;
	} catch ( error ) {
		return String( error );
	}
};

const onPhp = async (
	version: Version,
	work: ( php: PHP ) => Promise< void >
): Promise< void > => {
	const php = new PHP(
		await loadNodeRuntime( version, {
			emscriptenOptions: { processId: 1 },
		} )
	);
	try {
		await work( php );
	} finally {
		php.exit();
	}
};

let files: [ string, string ][] = [];

before( async () => {
	const zip = path.join( await temporaryDirectory( 'zip' ), 'plugin.zip' );
	await makeZip( zip );
	files = Object.entries( unzipSync( await readFile( zip ) ) )
		.filter( ( [ name ] ) => name.endsWith( '.php' ) )
		.map( ( [ name, bytes ] ) => [
			name,
			new TextDecoder().decode( bytes ),
		] );
} );

for ( const version of PROMISED_PHP ) {
	test( `every PHP file of the zip compiles on PHP ${ version }, without a word`, async () => {
		assert.ok( files.length > 500 );
		await onPhp( version, async ( php ) => {
			assert.equal(
				await complaints( php, files ),
				`${ files.length } files`
			);
		} );
	} );
}

const FAULTS: [ Version, string, RegExp ][] = [
	[
		'8.1',
		'final class A { public function f(): void { $x = function (): null { return null; }; } }',
		/standalone type/,
	],
	[
		'8.1',
		'enum E: string { case A = "a"; } final class C { public array $x = [ E::A->value ]; }',
		/Constant expression/,
	],
	[ '8.1', 'final readonly class A {}', /syntax error/ ],
	[ '8.1', 'final class A { const string X = "x"; }', /syntax error/ ],
	[ '8.4', 'function f( int $x = null ): void {}', /Deprecated/ ],
];

for ( const [ version, code, words ] of FAULTS ) {
	test( `PHP ${ version } is heard: ${ code }`, async () => {
		await onPhp( version, async ( php ) => {
			const whole = `<?php\ndeclare( strict_types=1 );\n\nnamespace A;\n\n${ code }`;
			assert.match(
				await complaints( php, [
					...files.slice( 0, 1 ),
					[ 'z.php', whole ],
				] ),
				words
			);
		} );
	} );
}
