/** What is tried again together, of what the list shows. */
import { __ } from '@wordpress/i18n';
import type { TasksFilter } from '../../../api/tasksFilter';
import type { TasksRetryRequest } from '../../../generated/schemas';

/** Of what the list shows, on all of its pages. */
export const retryRequest = ( {
	effect,
	problem,
	order,
	from,
	until,
}: TasksFilter ): TasksRetryRequest => ( {
	...( effect !== 'all' && { effect } ),
	...( problem && { problem } ),
	...( order && { order } ),
	...( from && { from } ),
	...( until && { until } ),
} );

/** Null where the list holds nothing that may be retried together. */
export function retryAllWord(
	filter: TasksFilter,
	retryable: number
): string | null {
	if ( retryable === 0 ) {
		return null;
	}
	return Object.keys( retryRequest( filter ) ).length === 0
		? __( 'Retry all', 'orderinvoicer' )
		: __( 'Retry all that fit', 'orderinvoicer' );
}
