import { useCallback } from '@wordpress/element';
import { dryRun } from '../../../api/endpoints';
import { useResource } from '../../../api/useResource';
import type { SettingsDraft } from '../../settings/useSettings';
import { NO_EDITS } from '../../settings/edits';
import type { DryOrder } from '../orders/dryRun';

/**
 * The newest order, as if it came today under what is chosen; `none`: the shop has no orders, `unknown`: that could not
 * be read.
 */
export type Newest = DryOrder | 'reading' | 'none' | 'unknown';

/** Read again with each choice; until then the order stands there as it was. */
export function useNewest( form: SettingsDraft ): Newest {
	const update = JSON.stringify( form.updateWith( NO_EDITS ) ?? {} );
	const { resource } = useResource(
		useCallback(
			() =>
				dryRun( {
					page: 1,
					per_page: 1,
					as_new: true,
					settings: JSON.parse( update ),
				} ),
			[ update ]
		)
	);
	if ( resource.status !== 'ready' ) {
		return resource.status === 'loading' ? 'reading' : 'unknown';
	}
	const { orders, problem } = resource.data;
	return orders[ 0 ] ?? ( problem ? 'unknown' : 'none' );
}
