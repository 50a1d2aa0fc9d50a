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
							'%1$s of %2$s questions are answered. It goes on when you leave this page.',
							'orderinvoicer'
						),
						formatCount( done ),
						formatCount( steps )
					)
				: __(
						'All questions are answered. All but drafts is deleted from Sellsy now, in two minutes at most, also when you leave this page.',
						'orderinvoicer'
					) }{ ' ' }
			{ isStill
				? __(
						'It has not moved for a minute, and may have broken off: then it goes on by itself, in five minutes at most.',
						'orderinvoicer'
					)
				: why }
		</p>
	);
}
