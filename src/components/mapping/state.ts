import { __ } from '@wordpress/i18n';

/**
 * `unneeded`: nothing is set, and no order wants it. `unknown`: Sellsy's list could not be read, so nothing can be said
 * of what is set; `reading`: not yet.
 */
export type MappingState =
	'mapped' | 'unmapped' | 'unneeded' | 'broken' | 'unknown' | 'reading';

export const needsPerson = ( { state }: { state: MappingState } ): boolean =>
	state === 'unmapped' || state === 'broken';

export function mappingWord( state: MappingState ): string {
	switch ( state ) {
		case 'mapped':
			return __( 'Set', 'orderinvoicer' );
		case 'unmapped':
			return __( 'To be set', 'orderinvoicer' );
		case 'unneeded':
			return __( 'Not needed so far', 'orderinvoicer' );
		case 'broken':
			return __( 'Does not work any more', 'orderinvoicer' );
		case 'unknown':
			return __( 'Not known', 'orderinvoicer' );
		case 'reading':
			return __( 'Reading…', 'orderinvoicer' );
	}
}
