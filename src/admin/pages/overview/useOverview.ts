import { useEffect, useRef, useState } from '@wordpress/element';
import {
	decideSite,
	getOverview,
	retrySyncs,
	settleClash,
} from '../../../api/endpoints';
import type { RequestError } from '../../../api/request';
import { type ActionState, useAction } from '../../../api/useAction';
import { usePolling } from '../../../api/usePolling';
import { type Resource, useResource } from '../../../api/useResource';
import type { Overview } from '../../../schemas/overview';
import {
	type LoopbackTest,
	useLoopbackTest,
} from '../../status/useLoopbackTest';
import type { StatusModel } from '../../status/useStatus';
import type { ConnectionModel } from '../connection/useConnection';

export type OverviewModel = Omit< StatusModel, 'resource' | 'reload' > & {
	view: OverviewView;
	reload: () => void;
	retrying: ActionState;
	/** Of the last retry: how many went back to the queue. */
	retried: number | null;
	/** Those with one problem; all without. */
	retry: ( problem?: string ) => void;
	loopback: LoopbackTest;
};

/** `outdated`: why the newest answer is not there, while an earlier one is shown. */
export type OverviewView =
	| { status: 'loading' }
	| { status: 'error'; error: RequestError }
	| {
			status: 'ready';
			data: Overview;
			at: number;
			outdated: RequestError | null;
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
	const view = useLastGood( resource );
	const busy = view.status === 'ready' && isBusy( view.data );
	usePolling( resource, reload, busy ? SOON_MS : EVERY_MS );
	const { state: retrying, run } = useAction();
	const { state: deciding, run: runDecision } = useAction();
	const { state: settling, run: runSettle } = useAction();
	const [ retried, setRetried ] = useState< number | null >( null );
	return {
		view,
		reload,
		loopback,
		retrying,
		retried,
		retry: ( problem ) =>
			run( async () => {
				setRetried( null );
				const asked = problem === undefined ? {} : { problem };
				setRetried( ( await retrySyncs( asked ) ).retried );
				reload();
			} ),
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

/** What was read before stays while it is read again, whether or not that succeeds. */
function useLastGood( resource: Resource< Overview > ): OverviewView {
	const [ seen, setSeen ] = useState( resource );
	const [ view, setView ] = useState< OverviewView >( { status: 'loading' } );
	if ( seen !== resource ) {
		setSeen( resource );
		setView( nextView( view, resource ) );
	}
	return view;
}

function nextView(
	before: OverviewView,
	resource: Resource< Overview >
): OverviewView {
	switch ( resource.status ) {
		case 'loading':
			return before.status === 'ready' ? before : resource;
		case 'error':
			return before.status === 'ready'
				? { ...before, outdated: resource.error }
				: resource;
		case 'ready':
			return resource.refreshing
				? before
				: {
						status: 'ready',
						data: resource.data,
						at: Date.now(),
						outdated: null,
					};
	}
}
