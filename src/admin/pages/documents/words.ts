/** Words that other pages say too: those of the later conditions are in `conditions.ts`. */
import { __, sprintf } from '@wordpress/i18n';
import type { Shop } from '../../../generated/schemas';
import type { Rule } from './rules';

export const anyOf = ( titles: readonly string[] ): string => {
	const last = titles[ titles.length - 1 ] ?? '';
	return titles.length < 2
		? last
		: sprintf(
				/* translators: 1: one or more names, 2: one more; any of them will do, such as "Card or Cheque". */
				__( '%1$s or %2$s', 'orderinvoicer' ),
				titles.slice( 0, -1 ).join( ', ' ),
				last
			);
};

export function buyerWord( buyer: Rule[ 'buyer' ] ): string {
	switch ( buyer ) {
		case 'company':
			return __( 'companies', 'orderinvoicer' );
		case 'person':
			return __( 'private persons', 'orderinvoicer' );
		case '':
			return '';
	}
}

export function areaWord( area: Rule[ 'area' ], { country }: Shop ): string {
	switch ( area ) {
		case 'domestic':
			return countryName( country );
		case 'eu':
			return __( 'other EU countries', 'orderinvoicer' );
		case 'outside':
			return __(
				'outside the EU, and overseas territories',
				'orderinvoicer'
			);
		case '':
			return '';
	}
}

const countryName = ( code: string ): string =>
	new Intl.DisplayNames( document.documentElement.lang || 'en', {
		type: 'region',
	} ).of( code ) ?? code;

export type Statuses = Shop[ 'order_statuses' ];

/** One that is gone is called by its name. */
export const statusLabel = ( slug: string, statuses: Statuses ): string =>
	statuses.find( ( status ) => status.slug === slug )?.label ?? slug;
