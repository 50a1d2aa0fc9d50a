/**
 * What WordPress reads, made from the committed catalogue (languages/*.po): one PHP file for the server and one JSON
 * file for each screen. Part of each build, and in TypeScript, because a build needs neither PHP nor gettext.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { po } from 'gettext-parser';
import {
	array,
	object,
	optional,
	parse,
	record,
	string,
	type infer as Infer,
} from 'zod/mini';
import { PROJECT } from '../tests/environment/cache.ts';

const DOMAIN = 'orderinvoicer';
const LANGUAGES = path.join( PROJECT, 'languages' );
/**
 * What each screen is made of: its own script, and those that it fetches later, which have no translations of their
 * own.
 */
const SCREENS = {
	'build/index.js': /^build\/(index|pages\/(?!order-box\.).+)\.js(:|$)/,
	'build/order-meta-box.js':
		/^build\/(order-meta-box|pages\/(order-box|asked))\.js(:|$)/,
};

const Entry = object( {
	msgid: string(),
	msgctxt: optional( string() ),
	msgstr: array( string() ),
	comments: optional( object( { reference: optional( string() ) } ) ),
} );
const Catalogue = object( {
	headers: object( { language: string(), 'plural-forms': string() } ),
	translations: record( string(), record( string(), Entry ) ),
} );
type Entry = Infer< typeof Entry >;
type Headers = Infer< typeof Catalogue >[ 'headers' ];

const inContext = ( { msgctxt, msgid }: Entry ): string =>
	msgctxt === undefined ? msgid : `${ msgctxt }\u0004${ msgid }`;

const phpString = ( text: string ): string =>
	`'${ text.replace( /[\\']/g, '\\$&' ) }'`.replaceAll(
		'\0',
		`' . "\\0" . '`
	);

/** WordPress's own format: the forms of a plural stand in one string, with zero bytes between them. */
const phpFile = ( headers: Headers, entries: Entry[] ): string => {
	const messages = entries.map(
		( entry ) =>
			`${ phpString( inContext( entry ) ) }=>${ phpString( entry.msgstr.join( '\0' ) ) }`
	);
	return `<?php
return ['domain'=>'${ DOMAIN }','language'=>${ phpString( headers.language ) },'plural-forms'=>${ phpString( headers[ 'plural-forms' ] ) },'messages'=>[${ messages.join( ',\n' ) }]];
`;
};

const scriptFile = (
	script: string,
	headers: Headers,
	entries: Entry[]
): string =>
	JSON.stringify( {
		source: script,
		domain: 'messages',
		locale_data: {
			messages: {
				'': {
					domain: 'messages',
					lang: headers.language,
					'plural-forms': headers[ 'plural-forms' ],
				},
				...Object.fromEntries(
					entries.map( ( entry ) => [
						inContext( entry ),
						entry.msgstr,
					] )
				),
			},
		},
	} );

const isTranslated = ( { msgid, msgstr }: Entry ): boolean =>
	msgid !== '' && msgstr.every( ( text ) => text !== '' );

const isIn =
	( files: RegExp ) =>
	( { comments }: Entry ): boolean =>
		( comments?.reference ?? '' )
			.split( /\s+/ )
			.some( ( reference ) => files.test( reference ) );

const compile = async ( name: string ): Promise< void > => {
	const { headers, translations } = parse(
		Catalogue,
		po.parse( await readFile( path.join( LANGUAGES, name ) ) )
	);
	const entries = Object.values( translations )
		.flatMap( ( context ) => Object.values( context ) )
		.filter( isTranslated );
	const target = path.join( LANGUAGES, name.replace( /\.po$/, '' ) );
	await writeFile( `${ target }.l10n.php`, phpFile( headers, entries ) );
	for ( const [ script, files ] of Object.entries( SCREENS ) ) {
		const hash = createHash( 'md5' ).update( script ).digest( 'hex' );
		await writeFile(
			`${ target }-${ hash }.json`,
			scriptFile( script, headers, entries.filter( isIn( files ) ) )
		);
	}
};

export const compileLanguages = async (): Promise< void > => {
	for ( const name of await readdir( LANGUAGES ) ) {
		if ( name.endsWith( '.po' ) ) {
			await compile( name );
		}
	}
};

if ( require.main === module ) {
	compileLanguages().catch( ( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	} );
}
