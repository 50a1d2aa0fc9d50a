import { useCallback, useMemo, useState } from '@wordpress/element';
import { getTasks } from '../../../api/endpoints';
import type { Beside, Page } from '../../../api/pages';
import { useAction } from '../../../api/useAction';
import { type LastGood, useLastGood } from '../../../api/useLastGood';
import { usePolling } from '../../../api/usePolling';
import { useResource } from '../../../api/useResource';
import type { Task, TasksRetryRequest } from '../../../generated/schemas';
import type { TasksFilter } from '../../../api/tasksFilter';
import { type RetryAsked, retryTogether } from '../../RetryQuestion';
import { type Acting, carryOut } from '../../../components/acts/acts';
import { retryRequest } from './acts';
import { FOLLOW_MS, followed, followsAct, isMoving } from './follow';
import type { Result } from './types';

/** From the list or from a timeline. */
export type Deciding = Acting & {
	result: Result | null;
	/** Counts decisions, for whoever shows rows of their own. */
	decided: number;
};

export type TasksModel = {
	view: LastGood< Page< Task > >;
	deciding: Deciding;
	refresh: () => void;
	retryAll: ( answered?: TasksRetryRequest ) => void;
	/** What to ask before all are tried again. */
	asked: RetryAsked | null;
	leaveAsked: () => void;
};

/** `onChanged`: counts elsewhere on the page are no longer right. */
export function useTasks(
	filter: TasksFilter,
	page: number,
	onChanged: () => void
): TasksModel {
	const shown = useShown( filter );
	const load = useCallback(
		async ( signal: AbortSignal ) => {
			const read = await getTasks(
				{ ...filter, page, beside: besideOf( shown.current, page ) },
				signal
			);
			shown.current.set( read.page, read.items );
			return read;
		},
		[ filter, page, shown ]
	);
	const { resource, reload } = useResource( load );
	const view = useLastGood( resource, load );
	const rows = view.status === 'ready' ? view.data.items : [];
	const refresh = useCallback( () => {
		reload();
		onChanged();
	}, [ reload, onChanged ] );
	const { deciding, actedAt, ...together } = useDeciding( filter, refresh );
	const now = Date.now();
	const isFollowed =
		followsAct( deciding.result, actedAt, now ) ||
		rows.some( ( row ) => isMoving( row, now ) );
	usePolling( resource, refresh, isFollowed ? FOLLOW_MS : null );
	return {
		view,
		refresh,
		deciding: {
			...deciding,
			// What was read before the act knows nothing of it.
			result:
				view.status === 'ready' && view.at >= actedAt
					? followed( deciding.result, rows )
					: deciding.result,
		},
		...together,
	};
}

/** Rows by page, as they were read last. */
type Shown = Map< number, Task[] >;

/** Those of another filter say nothing of this list. */
function useShown( filter: TasksFilter ): { current: Shown } {
	return useMemo( () => ( { filter, current: new Map() } ), [ filter ] );
}

/** A neighbour's last or first row; nothing for the newest page and for one that was leapt to. */
function besideOf( shown: Shown, page: number ): Beside | undefined {
	const newer = shown.get( page - 1 )?.at( -1 );
	const older = shown.get( page + 1 )?.[ 0 ];
	if ( page === 1 ) {
		return undefined;
	}
	if ( newer ) {
		return { before: newer.id };
	}
	return older && { after: older.id };
}

export function useDeciding(
	filter: TasksFilter,
	refresh: () => void
): Omit< TasksModel, 'view' | 'refresh' > & { actedAt: number } {
	const { state, run, reset } = useAction();
	const [ at, setAt ] = useState( '' );
	const [ result, setResult ] = useState< Result | null >( null );
	const [ decided, setDecided ] = useState( 0 );
	const [ actedAt, setActedAt ] = useState( 0 );
	const [ asked, setAsked ] = useState< RetryAsked | null >( null );
	const act = ( where: string, work: () => Promise< Result | null > ) =>
		run( async () => {
			setAt( where );
			setResult( null );
			setResult( await work() );
			setDecided( ( before ) => before + 1 );
			setActedAt( Date.now() );
			refresh();
		} );
	return {
		actedAt,
		deciding: {
			state,
			at,
			reset,
			result,
			decided,
			decide: ( decision ) =>
				act( decision.at, async () => ( {
					kind: 'decided',
					decision,
					answer: await carryOut( decision ),
				} ) ),
		},
		asked,
		leaveAsked: () => setAsked( null ),
		retryAll: ( answered ) => {
			setAsked( null );
			act( '', async () => {
				const came = await retryTogether(
					answered ?? retryRequest( filter )
				);
				if ( 'count' in came ) {
					return { kind: 'retried', ...came };
				}
				setAsked( came );
				return null;
			} );
		},
	};
}
