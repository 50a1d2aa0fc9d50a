import { ExternalLink } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount, formatTime } from '../../i18n/format';
import type { Doctor } from '../../generated/schemas';

/** What no call of Sellsy deletes, and what Sellsy failed to delete, as it was seen last. */
export function Left( {
	left,
	looked_at: lookedAt,
}: Pick< Doctor, 'left' | 'looked_at' > ) {
	return (
		left.length > 0 && (
			<>
				<p>
					{ sprintf(
						/* translators: %s: number of things. */
						_n(
							'%s thing named “Order Invoicer doctor” is still in Sellsy. Only you can delete drafts there; the next run deletes the rest.',
							'%s things named “Order Invoicer doctor” are still in Sellsy. Only you can delete drafts there; the next run deletes the rest.',
							left.length,
							'orderinvoicer'
						),
						formatCount( left.length )
					) }{ ' ' }
					{ lookedAt === null
						? __( 'The next run counts again.', 'orderinvoicer' )
						: sprintf(
								/* translators: %s: date and time. */
								__(
									'So it was on %s; the next run counts again.',
									'orderinvoicer'
								),
								formatTime( lookedAt )
							) }
				</p>
				<ul className="orderinvoicer-list">
					{ left.map( ( { name, url } ) => (
						<li key={ `${ name } ${ url }` }>
							{ url === '' ? (
								name
							) : (
								<ExternalLink href={ url }>
									{ name }
								</ExternalLink>
							) }
						</li>
					) ) }
				</ul>
			</>
		)
	);
}
