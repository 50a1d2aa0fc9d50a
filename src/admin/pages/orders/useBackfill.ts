import {
	getBackfill,
	startBackfill,
	steerBackfill,
} from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { usePolling } from '../../../api/usePolling';
import { type Loaded, useResource } from '../../../api/useResource';
import type { Backfill } from '../../../schemas/oldOrders';
import type { Choice } from './choice';

export type Filling = NonNullable< Backfill[ 'backfill' ] >;
export type Steer = Parameters< typeof steerBackfill >[ 0 ];

export type BackfillModel = Loaded< Backfill > & {
	acting: ActionState;
	begin: ( choice: Choice ) => void;
	steer: ( act: Steer ) => void;
};

const EVERY_MS = 5000;

/** `onChanged`: counts elsewhere on the page are no longer right. */
export function useBackfill( onChanged: () => void ): BackfillModel {
	const loaded = useResource( getBackfill );
	const { resource, reload, replace } = loaded;
	const { state: acting, run } = useAction();
	const isRunning =
		resource.status === 'ready' &&
		resource.data.backfill?.state === 'running';
	usePolling( resource, reload, isRunning ? EVERY_MS : null );
	const act = ( work: () => Promise< Backfill > ) =>
		run( async () => {
			replace( await work() );
			onChanged();
		} );
	return {
		...loaded,
		acting,
		begin: ( choice ) => act( () => startBackfill( choice ) ),
		steer: ( how ) => act( () => steerBackfill( how ) ),
	};
}

/** Orders are passed quickly, their documents take longer: both count. */
export function filledPercent( { state, orders, documents }: Filling ): number {
	if ( state === 'finished' ) {
		return 100;
	}
	const ended = documents.done + documents.failed + documents.left_out;
	const opened = ended + documents.waiting;
	const passed = orders.total === 0 ? 0 : orders.passed / orders.total;
	return Math.min(
		100,
		100 * passed * ( opened === 0 ? 1 : ended / opened )
	);
}

export const isGoingOn = ( filling: Filling | null ): boolean =>
	filling?.state === 'running' || filling?.state === 'paused';
