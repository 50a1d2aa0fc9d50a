import { useCallback } from '@wordpress/element';
import { dryRun } from '../../../api/endpoints';
import { useResource } from '../../../api/useResource';
import type { SettingsForm } from '../../settings/useSettings';
import { NO_EDITS } from '../../settings/edits';
import type { DryOrder } from '../orders/dryRun';

/** The newest order, as if it came today under what is chosen; null while it is read, and in a shop without orders. */
export type Newest = DryOrder | null;

/** Read again with each choice; until then the order stands there as it was. */
export function useNewest( form: SettingsForm ): Newest {
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
	return resource.status === 'ready'
		? ( resource.data.orders[ 0 ] ?? null )
		: null;
}
