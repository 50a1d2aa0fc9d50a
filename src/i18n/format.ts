import { dateI18n, getSettings } from '@wordpress/date';
import { formatMoney, locale } from './money';

/** Numbers and moments in the language of the page. */
export { formatMoney };

/** An RFC 3339 moment in the shop's time zone and form, as everywhere else in wp-admin. */
export const formatTime = ( time: string ): string =>
	dateI18n( getSettings().formats.datetimeAbbreviated, time );

/** "5.5" → "5,5 %" */
export const formatPercent = ( percent: string ): string =>
	new Intl.NumberFormat( locale(), {
		style: 'percent',
		maximumFractionDigits: 4,
	} ).format( Number( percent ) / 100 );

export const formatCount = ( count: number ): string =>
	new Intl.NumberFormat( locale() ).format( count );

/** A day without a time, "2026-11-24": the same in every time zone. */
export const formatDay = ( day: string ): string =>
	dateI18n( getSettings().formats.date, `${ day }T00:00:00Z`, 'UTC' );
