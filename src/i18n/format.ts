/** Numbers and moments in the language of the page, which WordPress puts on the html element. */
const locale = (): string | undefined =>
	document.documentElement.lang || undefined;

/** An RFC 3339 moment in the reader's own time zone. */
export const formatTime = ( time: string ): string =>
	new Intl.DateTimeFormat( locale(), {
		dateStyle: 'medium',
		timeStyle: 'short',
	} ).format( new Date( time ) );

/** "5.5" → "5,5 %" */
export const formatPercent = ( percent: string ): string =>
	new Intl.NumberFormat( locale(), {
		style: 'percent',
		maximumFractionDigits: 4,
	} ).format( Number( percent ) / 100 );

export const formatCount = ( count: number ): string =>
	new Intl.NumberFormat( locale() ).format( count );
