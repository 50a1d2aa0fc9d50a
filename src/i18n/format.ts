import { dateI18n, getSettings } from '@wordpress/date';
import { formatMoney, locale } from './money';

/** Numbers and moments in the language of the page. */
export { formatMoney };

/** An RFC 3339 moment in the shop's time zone and form, as `Wording\Names\DayText` writes it. */
export function formatTime( time: string ): string {
	const { formats } = getSettings();
	return withFirst( dateI18n( `${ formats.date } ${ formats.time }`, time ) );
}

/** Its day alone, where the time says nothing. */
export const formatTimeDay = ( time: string ): string =>
	withFirst( dateI18n( getSettings().formats.date, time ) );

/** "5.5" → "5,5 %" */
export const formatPercent = ( percent: string ): string =>
	new Intl.NumberFormat( locale(), {
		style: 'percent',
		maximumFractionDigits: 4,
	} ).format( Number( percent ) / 100 );

const UNITS: readonly [ Intl.RelativeTimeFormatUnit, number ][] = [
	[ 'day', 86_400 ],
	[ 'hour', 3_600 ],
	[ 'minute', 60 ],
	[ 'second', 1 ],
];

/** "5 minutes ago" */
export function formatAgo( time: string, now: number ): string {
	const seconds = Math.max(
		0,
		Math.round( ( now - Date.parse( time ) ) / 1000 )
	);
	const [ unit, length ] = UNITS.find(
		( [ , least ] ) => seconds >= least
	) ?? [ 'second', 1 ];
	return new Intl.RelativeTimeFormat( locale(), { numeric: 'auto' } ).format(
		-Math.floor( seconds / length ),
		unit
	);
}

/** "November 2026" of "2026-11" */
export const formatMonth = ( month: string ): string =>
	new Intl.DateTimeFormat( locale(), {
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	} ).format( new Date( `${ month }-01T00:00:00Z` ) );

export const formatCount = ( count: number ): string =>
	new Intl.NumberFormat( locale() ).format( count );

/** "2.5" → "2,5": a quantity is no amount of money. */
export const formatQuantity = ( quantity: string ): string =>
	new Intl.NumberFormat( locale(), { maximumFractionDigits: 6 } ).format(
		Number( quantity )
	);

/** "-2" → "−2", "3" → "+3" */
export const formatDifference = ( quantity: string ): string =>
	new Intl.NumberFormat( locale(), {
		maximumFractionDigits: 6,
		signDisplay: 'exceptZero',
	} ).format( Number( quantity ) );

/** A day without a time, "2026-11-24": the same in every time zone. */
export const formatDay = ( day: string ): string =>
	withFirst(
		dateI18n( getSettings().formats.date, `${ day }T00:00:00Z`, 'UTC' )
	);

/** French counts the first day of a month: "1er octobre". */
const withFirst = ( day: string ): string =>
	locale()?.startsWith( 'fr' ) ? day.replace( /^1(?= \p{L})/u, '1er' ) : day;
