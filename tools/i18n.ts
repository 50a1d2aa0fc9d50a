/**
 * Translation files: the template from PHP and the built screens, French brought up to date, then what WordPress reads.
 * Run after each change of a text: npm run build && npm run i18n
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../tests/environment/cache.ts';
import { execute, run } from '../tests/environment/processes.ts';
import { temporaryDirectory } from '../tests/environment/temporary.ts';
import { findWordPress } from '../tests/environment/wordpress.ts';
import { compileLanguages } from './languages.ts';
import { build, phpTools, translations } from './prepare.ts';

const LANGUAGES = path.join( PROJECT, 'languages' );
const TEMPLATE = path.join( LANGUAGES, 'orderinvoicer.pot' );
const FRENCH = path.join( LANGUAGES, 'orderinvoicer-fr_FR.po' );
const SHOWN = 10;
const BUGS = 'https://orderinvoicer.com/';

const wpI18n = async ( ...args: string[] ): Promise< string > => {
	const { cli } = await findWordPress();
	return run(
		'php',
		[ '-d', 'memory_limit=1G', cli, '--allow-root', 'i18n', ...args ],
		{ cwd: PROJECT }
	);
};

const makeTemplate = ( target: string ): Promise< string > =>
	wpI18n(
		'make-pot',
		'.',
		target,
		'--domain=orderinvoicer',
		'--include=orderinvoicer.php,uninstall.php,includes,templates,build',
		'--skip-audit',
		`--headers=${ JSON.stringify( {
			'Report-Msgid-Bugs-To': BUGS,
			'POT-Creation-Date': '',
		} ) }`
	);

const messages = ( catalogue: string ): string =>
	catalogue
		.split( '\n' )
		.filter( ( line ) =>
			/^(msgid|msgid_plural|msgctxt|msgstr|")/.test( line )
		)
		.join( '\n' )
		.replace( /^"[A-Z][A-Za-z-]+: .*"$\n?/gm, '' );

const shortened = ( output: string ): string => {
	const lines = output
		.split( '\n' )
		.filter( ( line ) => ! line.endsWith( 'this message is not used' ) );
	return lines
		.slice( 0, SHOWN )
		.concat( lines.slice( SHOWN ).slice( -2 ) )
		.join( '\n' );
};

/** French sets these apart by a space that never breaks the line: " :" at the begin of one reads as a fault. */
export const breakingSpaces = ( catalogue: string ): string[] =>
	[ ...catalogue.matchAll( /^msgstr.*\n(?:".*\n)*/gm ) ]
		.map( ( [ entry ] ) => entry.replace( /"\n"/g, '' ).trim() )
		.filter( ( entry ) => / [:;?!»€]|« /.test( entry ) );

/**
 * @return What is wrong with the committed catalogues, in words; nothing when they are current and complete.
 */
export const catalogueProblems = async (): Promise< string[] > => {
	if ( ! existsSync( TEMPLATE ) || ! existsSync( FRENCH ) ) {
		return [ 'languages/ holds no catalogue yet: npm run i18n' ];
	}
	const problems: string[] = [];
	const fresh = path.join( await temporaryDirectory( 'pot' ), 'fresh.pot' );
	await makeTemplate( fresh );
	if (
		messages( await readFile( fresh, 'utf8' ) ) !==
		messages( await readFile( TEMPLATE, 'utf8' ) )
	) {
		problems.push( 'orderinvoicer.pot is stale: npm run i18n' );
	}
	for ( const [ command, args ] of [
		[ 'msgfmt', [ '--check', '--output-file=/dev/null', FRENCH ] ],
		[ 'msgcmp', [ FRENCH, fresh ] ],
	] as const ) {
		const { code, output } = await execute( command, [ ...args ] );
		if ( code !== 0 ) {
			problems.push( `French: ${ shortened( output ) }` );
		}
	}
	for ( const text of breakingSpaces( await readFile( FRENCH, 'utf8' ) ) ) {
		problems.push( `French, a space that breaks: ${ text }` );
	}
	return problems;
};

const main = async (): Promise< void > => {
	await phpTools();
	await translations();
	await build();
	await mkdir( LANGUAGES, { recursive: true } );
	console.log( await makeTemplate( TEMPLATE ) );
	if ( existsSync( FRENCH ) ) {
		console.log( await wpI18n( 'update-po', TEMPLATE, FRENCH ) );
	} else {
		await run( 'msginit', [
			'--no-translator',
			'--no-wrap',
			'--locale=fr_FR',
			`--input=${ TEMPLATE }`,
			`--output=${ FRENCH }`,
		] );
	}
	await compileLanguages();
	for ( const problem of await catalogueProblems() ) {
		console.log( problem );
	}
};

if ( require.main === module ) {
	main().catch( ( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	} );
}
