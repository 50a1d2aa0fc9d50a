/**
 * docs/HOOKS.md from the docblocks in front of `do_action` and `apply_filters`: `npm run hooks`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../tests/environment/cache.ts';

const HOOK =
	/\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/[^;{}]*?\b(do_action|apply_filters)\(\s*'(orderinvoicer_\w+)'/g;

const OPENING = `# Hooks

What other code may build on, made from the source by \`npm run hooks\`. Everything else in the plugin is internal.

A filter that throws, or answers anything but what is described here, stops its order, which then names the filter. A
listener that throws is logged, and nothing is held back for it.
`;

const textOf = ( docblock: string ): string =>
	docblock
		.split( '\n' )
		.map( ( line ) => line.replace( /^\s*\* ?/, '' ).trimEnd() )
		.filter( ( line ) => line !== '' )
		.map( ( line ) =>
			line.replace( /^@(param|since)\s+/, ( _, tag: string ) =>
				tag === 'since' ? '\nSince ' : '- '
			)
		)
		.join( '\n' );

export const hooksDocument = (): string => {
	const directory = path.join( PROJECT, 'includes' );
	const found = readdirSync( directory, {
		recursive: true,
		encoding: 'utf8',
	} )
		.filter( ( file ) => file.endsWith( '.php' ) )
		.flatMap( ( file ) => [
			...readFileSync( path.join( directory, file ), 'utf8' ).matchAll(
				HOOK
			),
		] )
		.map( ( [ , docblock = '', call = '', name = '' ] ) => ( {
			name,
			kind: call === 'do_action' ? 'action' : 'filter',
			text: textOf( docblock ),
		} ) )
		.sort( ( a, b ) => a.name.localeCompare( b.name ) );
	const sections = found.map(
		( hook ) =>
			`\n## \`${ hook.name }\` (${ hook.kind })\n\n${ hook.text }\n`
	);
	return OPENING + sections.join( '' );
};

export const HOOKS_FILE = path.join( PROJECT, 'docs/HOOKS.md' );

if ( process.argv[ 1 ]?.endsWith( 'hooks.ts' ) ) {
	writeFileSync( HOOKS_FILE, hooksDocument() );
}
