import { useEffect } from '@wordpress/element';
import {
	getBackfill,
	startBackfill,
	steerBackfill,
} from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import {
	type Loaded,
	type Resource,
	useResource,
} from '../../../api/useResource';
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
	usePolling( resource, reload );
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

/** One read after another while it runs, none while nobody looks. */
function usePolling( resource: Resource< Backfill >, reload: () => void ) {
	useEffect( () => {
		if (
			resource.status !== 'ready' ||
			resource.refreshing ||
			resource.data.backfill?.state !== 'running'
		) {
			return undefined;
		}
		let isDue = false;
		const read = () => {
			if ( isDue && ! document.hidden ) {
				reload();
			}
		};
		const timer = setTimeout( () => {
			isDue = true;
			read();
		}, EVERY_MS );
		document.addEventListener( 'visibilitychange', read );
		return () => {
			clearTimeout( timer );
			document.removeEventListener( 'visibilitychange', read );
		};
	}, [ resource, reload ] );
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
