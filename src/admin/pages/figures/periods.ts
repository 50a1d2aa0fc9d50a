/** The periods that are offered, as days of the shop. */
import { dateI18n } from '@wordpress/date';
import { __ } from '@wordpress/i18n';
import type { Days } from '../../../generated/schemas';

export const CHOICES = [
	'month',
	'last_month',
	'quarter',
	'last_quarter',
	'year',
] as const;

export type Choice = ( typeof CHOICES )[ number ];

const iso = ( year: number, month: number, day: number ): string =>
	new Date( Date.UTC( year, month, day ) ).toISOString().slice( 0, 10 );

const months = ( year: number, first: number, count: number ): Days => ( {
	from: iso( year, first, 1 ),
	until: iso( year, first + count, 0 ),
} );

/** The shop's own day now, `2026-11-30`. */
export const today = (): string => dateI18n( 'Y-m-d', new Date() );

export function daysOf( choice: Choice, now: string ): Days {
	const year = Number( now.slice( 0, 4 ) );
	const month = Number( now.slice( 5, 7 ) ) - 1;
	const quarter = month - ( month % 3 );
	switch ( choice ) {
		case 'month':
			return months( year, month, 1 );
		case 'last_month':
			return months( year, month - 1, 1 );
		case 'quarter':
			return months( year, quarter, 3 );
		case 'last_quarter':
			return months( year, quarter - 3, 3 );
		case 'year':
			return months( year, 0, 12 );
	}
}

/** Null: days of a person's own. */
export const choiceOf = ( days: Days, now: string ): Choice | null =>
	CHOICES.find( ( choice ) => {
		const { from, until } = daysOf( choice, now );
		return from === days.from && until === days.until;
	} ) ?? null;

export function choiceWord( choice: Choice ): string {
	switch ( choice ) {
		case 'month':
			return __( 'This month', 'orderinvoicer' );
		case 'last_month':
			return __( 'Last month', 'orderinvoicer' );
		case 'quarter':
			return __( 'This quarter', 'orderinvoicer' );
		case 'last_quarter':
			return __( 'Last quarter', 'orderinvoicer' );
		case 'year':
			return __( 'This year', 'orderinvoicer' );
	}
}
