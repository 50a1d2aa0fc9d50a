import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../i18n/format';
import type { Doctor } from '../../generated/schemas';

/** A background that has not moved for so long may have broken off. */
const STILL_MS = 60_000;

export function Progress( { done, steps, why, elsewhere }: Doctor ) {
	const [ movedAt, setMovedAt ] = useState( Date.now );
	useEffect( () => setMovedAt( Date.now() ), [ done, elsewhere ] );
	const isStill = elsewhere && Date.now() - movedAt >= STILL_MS;
	return (
		<p>
			{ done < steps
				? sprintf(
						/* translators: 1: number of questions that are answered, 2: number of all. */
						__(
							'%1$s of %2$s steps are done. You may leave this page.',
							'orderinvoicer'
						),
						formatCount( done ),
						formatCount( steps )
					)
				: __(
						'All steps are done. What was made is being deleted from Sellsy, except drafts: two minutes at most. You may leave this page.',
						'orderinvoicer'
					) }{ ' ' }
			{ isStill
				? __(
						'Nothing has moved for a minute. If it broke off, it goes on by itself within five minutes.',
						'orderinvoicer'
					)
				: why }
		</p>
	);
}
