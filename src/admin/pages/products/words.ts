import { __ } from '@wordpress/i18n';
import type { Product } from '../../../generated/schemas';

export const FILTERS = [
	'any',
	'missing',
	'short',
	'duplicate',
	'all',
] as const;

export type ProductFilter = ( typeof FILTERS )[ number ];

export function filterWord( filter: ProductFilter ): string {
	switch ( filter ) {
		case 'any':
			return __( 'Whatever is wrong', 'orderinvoicer' );
		case 'all':
			return __( 'All products', 'orderinvoicer' );
		default:
			return problemWord( filter );
	}
}

export function problemWord( problem: Product[ 'problem' ] ): string {
	switch ( problem ) {
		case 'none':
			return '';
		case 'missing':
			return __( 'No reference', 'orderinvoicer' );
		case 'short':
			return __( 'Reference too short', 'orderinvoicer' );
		case 'duplicate':
			return __( 'Reference borne by several', 'orderinvoicer' );
	}
}
