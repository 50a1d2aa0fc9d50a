/** What stands before a colon, and after it: languages differ in the space between. */
import { __, sprintf } from '@wordpress/i18n';

export const labelled = ( label: string, value: string ): string =>
	sprintf(
		/* translators: 1: a name, such as that of a filter, a setting or a day, 2: what it is or holds. */
		__( '%1$s: %2$s', 'orderinvoicer' ),
		label,
		value
	);

/** Where what follows is no text of one line. */
export const withColon = ( label: string ): string =>
	sprintf(
		/* translators: %s: a name; what it is or holds comes after it. */
		__( '%s:', 'orderinvoicer' ),
		label
	);
