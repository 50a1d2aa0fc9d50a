import { useCallback, useState } from '@wordpress/element';
import { getTasks } from '../../../api/endpoints';
import { getTodo, ROWS } from '../../../api/historyEndpoints';
import { type LastGood, useLastGood } from '../../../api/useLastGood';
import { usePolling } from '../../../api/usePolling';
import { useResource } from '../../../api/useResource';
import { NO_FILTER } from '../../../api/tasksFilter';
import type { Task, TasksRetryRequest, Todo } from '../../../generated/schemas';
import type { RetryAsked } from '../../RetryQuestion';
import { FOLLOW_MS, followed, followsAct } from '../tasks/follow';
import type { Result } from '../tasks/types';
import { type Deciding, useDeciding } from '../tasks/useTasks';

export type TodoList = Todo & { page: number; pages: number };

export type TodoModel = {
	view: LastGood< TodoList >;
	deciding: Deciding;
	refresh: () => void;
	retry: ( request: TasksRetryRequest ) => void;
	asked: RetryAsked | null;
	leaveAsked: () => void;
	/** Ids of rows. */
	selected: readonly number[];
	select: ( ids: readonly number[] ) => void;
};

/** `onChanged`: counts elsewhere on the page are no longer right. */
export function useTodo(
	{ problem, order }: { problem: string; order: string },
	page: number,
	onChanged: () => void
): TodoModel {
	const load = useCallback(
		( signal: AbortSignal ) => read( problem, order, page, signal ),
		[ problem, order, page ]
	);
	const { resource, reload } = useResource( load );
	const view = useLastGood( resource, load );
	const [ selected, select ] = useState< readonly number[] >( [] );
	const refresh = useCallback( () => {
		reload();
		onChanged();
	}, [ reload, onChanged ] );
	const { deciding, actedAt, retryAll, asked, leaveAsked } = useDeciding(
		NO_FILTER,
		refresh
	);
	usePolling(
		resource,
		refresh,
		followsAct( deciding.result, actedAt, Date.now() ) ? FOLLOW_MS : null
	);
	const rows =
		view.status === 'ready'
			? view.data.rows.map( ( { task } ) => task )
			: [];
	const shown = rows.map( ( { id } ) => id );
	// What was read before the act knows nothing of it.
	const isRead = view.status === 'ready' && view.at >= actedAt;
	const gone = useGone( deciding.result, rows, isRead ? view.at : 0 );
	return {
		view,
		refresh,
		deciding: {
			...deciding,
			result: isRead
				? followed( deciding.result, [ ...rows, ...gone ] )
				: deciding.result,
		},
		retry: retryAll,
		asked,
		leaveAsked,
		// What went meanwhile is selected no more.
		selected: selected.filter( ( id ) => shown.includes( id ) ),
		select,
	};
}

/** The row that was decided about, which has left this list since: the history knows what becomes of it. */
function useGone( result: Result | null, rows: Task[], at: number ): Task[] {
	const task = result?.kind === 'decided' ? result.answer : null;
	const isGone =
		at > 0 && task !== null && ! rows.some( ( { id } ) => id === task.id );
	const order = isGone ? task.order.number : '';
	const load = useCallback(
		async ( signal: AbortSignal ) => ( {
			at,
			...( await getTasks( { ...NO_FILTER, order, page: 1 }, signal ) ),
		} ),
		[ order, at ]
	);
	const { resource } = useResource( isGone ? load : null );
	return isGone && resource.status === 'ready' ? resource.data.items : [];
}

/** A page that is no more, because its rows went meanwhile, gives way to the last one. */
async function read(
	problem: string,
	order: string,
	page: number,
	signal: AbortSignal
): Promise< TodoList > {
	const query = new URLSearchParams( [
		...( problem ? [ [ 'problem', problem ] ] : [] ),
		...( order ? [ [ 'order', order ] ] : [] ),
	] ).toString();
	const { items, total } = await getTodo( page, query, signal );
	const pages = query === '' ? 1 : Math.max( 1, Math.ceil( total / ROWS ) );
	return page > pages
		? read( problem, order, pages, signal )
		: { ...items, page, pages };
}
