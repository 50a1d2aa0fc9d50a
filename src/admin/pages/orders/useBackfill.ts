import { useCallback, useRef } from '@wordpress/element';
import {
	getBackfill,
	startBackfill,
	steerBackfill,
} from '../../../api/endpoints';
import { RequestError } from '../../../api/request';
import { type ActionState, useAction } from '../../../api/useAction';
import { usePolling } from '../../../api/usePolling';
import { useResource, type View } from '../../../api/useResource';
import type { Backfill } from '../../../generated/schemas';
import type { Choice } from './choice';

export type Filling = NonNullable< Backfill[ 'backfill' ] >;
export type Steer = Parameters< typeof steerBackfill >[ 0 ];

/** `lost`: why what is shown could not be read again; it may be out of date. */
export type Watched = Backfill & { lost: RequestError | null };

export type BackfillModel = View< Watched > & {
	acting: ActionState;
	begin: ( choice: Choice ) => void;
	steer: ( act: Steer ) => void;
};

const EVERY_MS = 5000;

/** `onChanged`: counts elsewhere on the page are no longer right. */
export function useBackfill( onChanged: () => void ): BackfillModel {
	const { resource, reload, replace } = useWatched();
	const { state: acting, run, reset } = useAction();
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
		resource,
		reload: () => {
			reset();
			reload();
		},
		acting,
		begin: ( choice ) => act( () => startBackfill( choice ) ),
		steer: ( how ) => act( () => steerBackfill( how ) ),
	};
}

/** A read that fails takes nothing away from what is known: the work goes on at the site, whoever looks. */
function useWatched() {
	const known = useRef< Backfill | null >( null );
	const load = useCallback( async ( signal: AbortSignal ) => {
		const read = await getBackfill( signal ).catch( ( error: unknown ) => {
			if ( known.current && error instanceof RequestError ) {
				return { ...known.current, lost: error };
			}
			throw error;
		} );
		if ( 'lost' in read ) {
			return read;
		}
		known.current = read;
		return { ...read, lost: null };
	}, [] );
	const { resource, reload, replace } = useResource< Watched >( load );
	return {
		resource,
		reload,
		replace: ( answer: Backfill ) => {
			known.current = answer;
			replace( { ...answer, lost: null } );
		},
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
