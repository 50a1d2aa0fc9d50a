import { __, sprintf } from '@wordpress/i18n';
import { formatDay, formatMonth } from '../../../i18n/format';
import type { Days } from '../../../generated/schemas';
import type { FigureTable } from './types';

/** "November 2026", or "3 November 2026 – 12 November 2026" */
export function periodWord( { from, until }: Days ): string {
	const month = from.slice( 0, 7 );
	const last = new Date(
		Date.UTC(
			Number( from.slice( 0, 4 ) ),
			Number( from.slice( 5, 7 ) ),
			0
		)
	);
	if (
		from === `${ month }-01` &&
		until === last.toISOString().slice( 0, 10 )
	) {
		return formatMonth( month );
	}
	return from === until
		? formatDay( from )
		: sprintf(
				/* translators: 1: first day, 2: last day. */
				__( '%1$s – %2$s', 'orderinvoicer' ),
				formatDay( from ),
				formatDay( until )
			);
}

export function tableWord( table: FigureTable ): string {
	switch ( table ) {
		case 'rates':
			return __( 'By VAT rate', 'orderinvoicer' );
		case 'gateways':
			return __( 'By payment method', 'orderinvoicer' );
		case 'countries':
			return __( 'By country', 'orderinvoicer' );
		case 'buyers':
			return __( 'Companies and private customers', 'orderinvoicer' );
	}
}

export function keyWord( table: FigureTable ): string {
	switch ( table ) {
		case 'rates':
			return __( 'VAT rate', 'orderinvoicer' );
		case 'gateways':
			return __( 'Payment method', 'orderinvoicer' );
		case 'countries':
			return __( 'Country', 'orderinvoicer' );
		case 'buyers':
			return __( 'Customer', 'orderinvoicer' );
	}
}

/** Percent by which a figure grew; undefined where there was nothing before. Only ever shown. */
export function growth( now: string, before: string ): number | undefined {
	const was = Number( before );
	return was === 0
		? undefined
		: Math.round( ( ( Number( now ) - was ) / Math.abs( was ) ) * 100 );
}
