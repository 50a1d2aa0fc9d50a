import { __ } from '@wordpress/i18n';

/** `unknown`: Sellsy's list could not be read, so nothing can be said of what is set. */
export type MappingState = 'mapped' | 'unmapped' | 'broken' | 'unknown';

export const needsPerson = ( { state }: { state: MappingState } ): boolean =>
	state === 'unmapped' || state === 'broken';

export function mappingWord( state: MappingState ): string {
	switch ( state ) {
		case 'mapped':
			return __( 'Set', 'orderinvoicer' );
		case 'unmapped':
			return __( 'To be set', 'orderinvoicer' );
		case 'broken':
			return __( 'Does not work any more', 'orderinvoicer' );
		case 'unknown':
			return __( 'Not known', 'orderinvoicer' );
	}
}
