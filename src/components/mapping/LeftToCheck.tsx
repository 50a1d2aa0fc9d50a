import { _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../i18n/format';

/** How many proposals “Use all certain proposals” does not take; describes that button by `id`. */
export function LeftToCheck( { id, count }: { id: string; count: number } ) {
	return count === 0 ? null : (
		<span id={ id }>
			{ sprintf(
				/* translators: %s: number of proposals. */
				_n(
					'%s proposal is not certain and left to you: see below.',
					'%s proposals are not certain and left to you: see below.',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			) }
		</span>
	);
}
