import { useEffect, useRef, useState } from '@wordpress/element';
import { decideSite, getOverview, settleClash } from '../../../api/endpoints';
import { type ActionState, useAction } from '../../../api/useAction';
import { type LastGood, useLastGood } from '../../../api/useLastGood';
import { usePolling } from '../../../api/usePolling';
import { useResource } from '../../../api/useResource';
import type { Overview, TasksRetryRequest } from '../../../generated/schemas';
import {
	type RetriedTogether,
	type RetryAsked,
	retryTogether,
} from '../../RetryQuestion';
import {
	type LoopbackTest,
	useLoopbackTest,
} from '../../status/useLoopbackTest';
import type { StatusModel } from '../../status/useStatus';
import type { ConnectionModel } from '../connection/useConnection';

export type OverviewModel = Omit< StatusModel, 'resource' | 'reload' > & {
	view: LastGood< Overview >;
	reload: () => void;
	retrying: ActionState;
	/** By the last retry. */
	retried: RetriedTogether | null;
	/** Those with one problem; all without. */
	retry: ( request: TasksRetryRequest ) => void;
	/** What to ask before they are tried again. */
	asked: RetryAsked | null;
	leaveAsked: () => void;
	loopback: LoopbackTest;
};

const EVERY_MS = 60_000;
/** Work is going on: it will soon look different. */
const SOON_MS = 10_000;

export function useOverview( {
	report,
}: Pick< ConnectionModel, 'report' > ): OverviewModel {
	const { resource, reload } = useResource( getOverview );
	useReloadAfter( report, reload );
	const loopback = useLoopbackTest( reload );
	const view = useLastGood( resource, getOverview );
	const busy = view.status === 'ready' && isBusy( view.data );
	usePolling( resource, reload, busy ? SOON_MS : EVERY_MS );
	const { state: retrying, run } = useAction();
	const { state: deciding, run: runDecision } = useAction();
	const { state: settling, run: runSettle } = useAction();
	const [ retried, setRetried ] = useState< RetriedTogether | null >( null );
	const [ asked, setAsked ] = useState< RetryAsked | null >( null );
	return {
		view,
		reload,
		loopback,
		retrying,
		retried,
		asked,
		leaveAsked: () => setAsked( null ),
		retry: ( request ) => {
			setAsked( null );
			run( async () => {
				setRetried( null );
				const came = await retryTogether( request );
				if ( 'count' in came ) {
					setRetried( came );
					reload();
				} else {
					setAsked( came );
				}
			} );
		},
		deciding,
		decide: ( decision ) =>
			runDecision( async () => {
				await decideSite( { decision } );
				reload();
			} ),
		settling,
		settle: () =>
			runSettle( async () => {
				await settleClash();
				reload();
			} ),
	};
}

/** A test of the connection changes what is known of it, and of what Sellsy still allows. */
function useReloadAfter(
	report: ConnectionModel[ 'report' ],
	reload: () => void
): void {
	const seen = useRef( report );
	useEffect( () => {
		if ( seen.current !== report ) {
			seen.current = report;
			reload();
		}
	}, [ report, reload ] );
}

const isBusy = ( { status }: Overview ): boolean =>
	status.pause === null &&
	( status.counts.working > 0 || status.oldest_due_at !== null );
