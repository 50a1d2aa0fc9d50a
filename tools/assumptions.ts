/**
 * What the code assumes of Sellsy without being told: the table in includes/Features/Doctor/assumptions.json, and the
 * classes and tests that say `@assumes <its name>`. `npm run assumptions` writes both into docs/SELLSY.md.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
	enum as oneOf,
	optional,
	parse,
	record,
	strictObject,
	string,
	union,
	boolean,
	number,
	type infer as Infer,
} from 'zod/mini';
import { PROJECT } from '../tests/environment/cache.ts';

const Value = union( [ string(), number(), boolean() ] );

const Assumption = strictObject( {
	topic: string(),
	assumed: string(),
	/** By reading and by objects that are deleted again, by drafts that remain, by a final document, or not at all. */
	tried: oneOf( [ 'objects', 'drafts', 'final', 'never' ] ),
	how: string(),
	/** What the plugin does where it is otherwise. */
	otherwise: string(),
	/** An option of the sandbox, with its value for either answer. */
	sandbox: optional(
		strictObject( { option: string(), assumed: Value, otherwise: Value } )
	),
} );

const Table = record( string(), Assumption );

export type Assumptions = Infer< typeof Table >;

export const TABLE_FILE = path.join(
	PROJECT,
	'includes/Features/Doctor/assumptions.json'
);

export const assumptions = (): Assumptions =>
	parse( Table, JSON.parse( readFileSync( TABLE_FILE, 'utf8' ) ) );

const TAG = /@assumes ([\w-]+)/g;

type Source = { file: string; text: string };

const sources = ( folder: string ): Source[] =>
	readdirSync( path.join( PROJECT, folder ), {
		recursive: true,
		encoding: 'utf8',
	} )
		.filter( ( file ) => file.endsWith( '.php' ) )
		.sort()
		.map( ( file ) => ( {
			file,
			text: readFileSync( path.join( PROJECT, folder, file ), 'utf8' ),
		} ) );

/** Files by the name of what they assume. */
export const tagged = ( found: Source[] ): Map< string, string[] > => {
	const files = new Map< string, string[] >();
	for ( const { file, text } of found ) {
		for ( const [ , name = '' ] of text.matchAll( TAG ) ) {
			files.set( name, [ ...( files.get( name ) ?? [] ), file ] );
		}
	}
	return files;
};

/** Comments that say that something is inferred, in files that name no row of the table. */
export const unnamed = ( found: Source[] ): string[] =>
	found
		.filter( ( { text } ) =>
			/^\s*(\/?\*|\/\/).*\binferred\b/im.test( text )
		)
		.filter( ( { text } ) => text.search( TAG ) === -1 )
		.map( ( { file } ) => file );

export const includes = (): Source[] => sources( 'includes' );

export const tests = (): Source[] => sources( 'tests/php' );

const TRIED = {
	objects: 'by what is deleted again',
	drafts: 'by a draft',
	final: 'by the first real one',
	never: 'no',
};

const named = ( files: string[] ): string =>
	files
		.map( ( file ) => `\`${ file.replace( /\.php$/, '' ) }\`` )
		.join( ', ' );

const testsOf = ( files: string[] ): string =>
	files
		.map( ( file ) => `\`${ path.basename( file, '.php' ) }\`` )
		.join( ', ' );

const rows = (): string => {
	const classes = tagged( includes() );
	const proofs = tagged( tests() );
	return Object.entries( assumptions() )
		.map(
			( [ name, { assumed, tried, how, otherwise } ] ) =>
				`| ${ name } | ${ assumed } | ${ TRIED[ tried ] }: ${ how } | ${ otherwise } | ${ named(
					classes.get( name ) ?? []
				) }; ${ testsOf( proofs.get( name ) ?? [] ) } |\n`
		)
		.join( '' );
};

export const PAGE_FILE = path.join( PROJECT, 'docs/SELLSY.md' );

const START = '<!-- Made by npm run assumptions. -->\n\n';
const END = '\n<!-- Until here. -->';

/** The page with its table made anew. */
export const sellsyPage = (): string => {
	const page = readFileSync( PAGE_FILE, 'utf8' );
	const before = page.slice( 0, page.indexOf( START ) + START.length );
	const after = page.slice( page.indexOf( END ) );
	return (
		before +
		'| name | assumed | tried | where it is otherwise | class; test |\n' +
		'| --- | --- | --- | --- | --- |\n' +
		rows() +
		after
	);
};

if ( process.argv[ 1 ]?.endsWith( 'assumptions.ts' ) ) {
	writeFileSync( PAGE_FILE, sellsyPage() );
}
