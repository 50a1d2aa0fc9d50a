/** Apart from format.ts, because amounts need none of WordPress's date code. */

/** WordPress puts the language of the page on the html element. */
export const locale = (): string | undefined =>
	document.documentElement.lang || undefined;

/** "12.00" of EUR → "€12.00"; only ever shown, never reckoned with. */
export function formatMoney( amount: string, currency: string ): string {
	try {
		return new Intl.NumberFormat( locale(), {
			style: 'currency',
			currency,
		} ).format( Number( amount ) );
	} catch {
		// Plugins add currencies whose codes no browser takes.
		return `${ amount } ${ currency }`;
	}
}
