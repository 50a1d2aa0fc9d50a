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

/**
 * The file ends before it does anything: PHP compiles it whole, and runs nothing of it.
 */
const unexecuted = ( code: string ): string =>
	[ /^namespace [^;]+;/m, /^declare\([^;]+;/m, /^<\?php/ ]
		.filter( ( start ) => start.test( code ) )
		.slice( 0, 1 )
		.reduce( ( text, start ) => text.replace( start, '$& return;' ), code );

/**
 * What PHP says while it compiles: '' where it has nothing against the code.
 */
const complaint = async ( php: PHP, code: string ): Promise< string > => {
	try {
		const answer = await php.run( { code: unexecuted( code ) } );
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
			const found: string[] = [];
			for ( const [ name, code ] of files ) {
				const said = await complaint( php, code );
				if ( said !== '' ) {
					found.push( `${ name }: ${ said }` );
				}
			}
			assert.deepEqual( found, [] );
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
			assert.match( await complaint( php, whole ), words );
		} );
	} );
}
