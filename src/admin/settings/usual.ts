/** What stands there until the owner chooses, and the way back to it. */
import { DEFAULTS } from '../../generated/defaults';
import type { Settings } from '../../generated/schemas';
import { type Edits, NO_EDITS } from './edits';

/** The group and the name in it; what stands in no group has none. */
const split = ( path: string ): [ string | null, string ] => {
	const [ first = '', second ] = path.split( '.' );
	return second === undefined ? [ null, first ] : [ first, second ];
};

const isRecord = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null;

const at = ( from: unknown, name: string ): unknown =>
	isRecord( from ) ? from[ name ] : undefined;

export function valueOf( settings: Settings, path: string ): unknown {
	const [ group, name ] = split( path );
	return at( group === null ? settings : at( settings, group ), name );
}

const keyOf = ( path: string ): string =>
	path in DEFAULTS ? path : `*.${ split( path )[ 1 ] }`;

export const usualOf = ( path: string ): unknown => DEFAULTS[ keyOf( path ) ];

export const isUsual = ( settings: Settings, path: string ): boolean =>
	! ( keyOf( path ) in DEFAULTS ) ||
	JSON.stringify( valueOf( settings, path ) ) ===
		JSON.stringify( usualOf( path ) );

export function editsOf( path: string, value: unknown ): Edits {
	const [ group, name ] = split( path );
	return { ...NO_EDITS, [ group ?? 'top' ]: { [ name ]: value } };
}

export const usualEdits = ( path: string ): Edits =>
	editsOf( path, usualOf( path ) );
