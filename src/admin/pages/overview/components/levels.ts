import { __ } from '@wordpress/i18n';

/** How something stands: an icon, a colour and a word, never the colour alone. */
export type Level = 'good' | 'warning' | 'error' | 'unknown';

/** Of WordPress's own icon font. */
export const LEVEL_ICONS = {
	good: 'yes-alt',
	warning: 'warning',
	error: 'dismiss',
	unknown: 'info-outline',
} as const;

export function levelWord( level: Level ): string {
	switch ( level ) {
		case 'good':
			return __( 'In order', 'orderinvoicer' );
		case 'warning':
			return __( 'To be looked at', 'orderinvoicer' );
		case 'error':
			return __( 'Broken', 'orderinvoicer' );
		case 'unknown':
			return __( 'Not known', 'orderinvoicer' );
	}
}
