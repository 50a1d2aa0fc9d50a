/** How fresh it is what we know of Sellsy. */
import { __, sprintf } from '@wordpress/i18n';
import { formatAgo } from '../../../i18n/format';
import type { Overview } from '../../../generated/schemas';
import type { Fact } from './types';

/** A look at all of them comes each hour; with very many, it takes longer. */
const SEEN_MS = 7_200_000;

/** People change drafts in Sellsy, and it tells nobody. */
export function drafts(
	{ status, connection: state }: Overview,
	at: number
): Fact[] {
	const { drafts_seen_at: seen } = status;
	if ( seen === null ) {
		return [ 'unconfigured', 'to_authorise' ].includes( state )
			? []
			: [
					{
						name: 'drafts',
						level: 'unknown',
						title: __(
							'Not all open drafts have been compared with Sellsy yet',
							'orderinvoicer'
						),
					},
				];
	}
	return [
		isInRhythm( seen, at )
			? {
					name: 'drafts',
					level: 'good',
					title: __(
						'Open drafts are compared with Sellsy every hour',
						'orderinvoicer'
					),
				}
			: {
					name: 'drafts',
					level: 'unknown',
					title: sprintf(
						/* translators: %s: such as "5 minutes ago". */
						__(
							'All open drafts last compared with Sellsy: %s',
							'orderinvoicer'
						),
						formatAgo( seen, at )
					),
					detail: __(
						'What somebody changed there since then may not be known here yet.',
						'orderinvoicer'
					),
				},
	];
}

/** Then its age says nothing: beside a pass every five minutes it would only look late. */
const isInRhythm = ( seen: string, at: number ): boolean =>
	at - Date.parse( seen ) <= SEEN_MS;

/** Beside its drafts. A shop that has made no document yet has nothing to look at. */
export function lookedAt( { status }: Overview, at: number ): Fact[] {
	const { sellsy_seen_at: seen } = status;
	return seen === null
		? []
		: [
				isInRhythm( seen, at )
					? {
							name: 'sellsy',
							level: 'good',
							title: __(
								'Payments in Sellsy are seen within minutes, cancellations within the hour',
								'orderinvoicer'
							),
						}
					: {
							name: 'sellsy',
							level: 'unknown',
							title: sprintf(
								/* translators: %s: such as "5 minutes ago". */
								__(
									'Payments and open documents last looked at in Sellsy: %s',
									'orderinvoicer'
								),
								formatAgo( seen, at )
							),
						},
			];
}
