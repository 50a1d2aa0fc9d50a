import { tabWord } from '../tabs';
import type { Place } from './onPage';
import { PLACES } from './places';

/** As people type: without capitals and accents. */
const plain = ( text: string ): string =>
	text
		.normalize( 'NFD' )
		.replace( /\p{M}/gu, '' )
		.replace( /[’']/g, ' ' )
		.toLowerCase();

/** Settings that have all of these words; those whose name has them come first. */
export function matching( text: string ): Place[] {
	const words = plain( text ).split( /\s+/ ).filter( Boolean );
	const has = ( where: string ): boolean =>
		words.every( ( word ) => plain( where ).includes( word ) );
	if ( words.length === 0 ) {
		return [];
	}
	const found = PLACES.filter( ( { label, words: more, tab } ) =>
		has( [ label(), more?.() ?? '', tabWord( tab ) ].join( ' ' ) )
	);
	const byName = found.filter( ( { label } ) => has( label() ) );
	return [
		...byName,
		...found.filter( ( one ) => ! byName.includes( one ) ),
	];
}
