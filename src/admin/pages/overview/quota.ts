import { __, sprintf } from '@wordpress/i18n';
import { formatAgo, formatCount } from '../../../i18n/format';
import type { Overview } from '../../../generated/schemas';
import type { Fact } from './types';

/** Sellsy counts by day: what it said longer ago says nothing about today. */
const A_DAY_MS = 86_400_000;

/** How many requests Sellsy still allows, as far as it said so. */
export function quotaFact(
	{ quota: seen, connection }: Overview,
	at: number
): Fact {
	const canBeAsked = ! [ 'unconfigured', 'to_authorise' ].includes(
		connection
	);
	return {
		name: 'quota',
		...( seen === null ? notAsked() : judged( seen, at ) ),
		...( canBeAsked ? { action: 'ask_sellsy' } : {} ),
	};
}

type Judged = Pick< Fact, 'level' | 'title' | 'detail' >;
type Seen = NonNullable< Overview[ 'quota' ] >;

const notAsked = (): Judged => ( {
	level: 'unknown',
	title: __( 'Sellsy has not been asked yet', 'orderinvoicer' ),
} );

function judged( seen: Seen, at: number ): Judged {
	const isOld = at - Date.parse( seen.at ) > A_DAY_MS;
	if ( isOld || ( seen.day === null && seen.month === null ) ) {
		return {
			level: 'unknown',
			title: __(
				'How many requests are left at Sellsy is not known',
				'orderinvoicer'
			),
			detail: sprintf(
				/* translators: %s: such as "2 days ago". */
				__( 'Sellsy last answered %s.', 'orderinvoicer' ),
				formatAgo( seen.at, at )
			),
		};
	}
	const isUsedUp = seen.day === 0 || seen.month === 0;
	return {
		level: isUsedUp ? 'warning' : 'good',
		title: isUsedUp
			? __( 'No requests left at Sellsy for now', 'orderinvoicer' )
			: __( 'Enough requests left at Sellsy', 'orderinvoicer' ),
		detail: leftText( seen, at ),
	};
}

const leftText = ( { day, month, at: seenAt }: Seen, at: number ): string =>
	[
		day !== null &&
			sprintf(
				/* translators: %s: number of requests. */
				__( '%s left for the day', 'orderinvoicer' ),
				formatCount( day )
			),
		month !== null &&
			sprintf(
				/* translators: %s: number of requests. */
				__( '%s left for the month', 'orderinvoicer' ),
				formatCount( month )
			),
		sprintf(
			/* translators: %s: such as "5 minutes ago". It ends a list of what is left. */
			__( 'as Sellsy said %s.', 'orderinvoicer' ),
			formatAgo( seenAt, at )
		),
	]
		.filter( Boolean )
		.join( ', ' );
